import BansoDomain
import TerminalUI

/// What pages and full screens share: going to another page, search, help, undo, the terminal.
enum PageActions {
    /// - Returns: nil where the action is the screen's own.
    static func effects(for action: Action, at page: Destination?, _ context: Context) -> [Effect]? {
        switch action {
        case .today: return [.open(.today)]
        case .overview: return [.open(.overview)]
        case .matching: return [.open(.matching)]
        case .pipeline(let id): return [.open(.pipeline(id))]
        case .nextPage, .previousPage:
            let all = Chrome.tabs(context.catalogue).map(\.destination)
            let here = page.flatMap { all.firstIndex(of: $0) } ?? 1
            let step = action == .nextPage ? 1 : all.count - 1
            return [.open(all[(here + step) % all.count])]
        case .add: return [.open(.additions(about: nil))]
        case .history: return [.open(.history(.everything))]
        case .reports: return [.open(.reports(nil))]
        case .search: return [.open(.search)]
        case .palette: return [.open(.palette)]
        case .help: return [.open(.help)]
        case .undo: return [.write(.undo)]
        case .redo: return [.write(.redo)]
        case .copy: return [.copy]
        case .export: return [.offerExport]
        case .exports: return [.open(.exports)]
        case .importFile: return [.offerImport]
        case .repaint: return [.repaint]
        case .suspend: return [.suspend]
        case .theme(let name): return [.useTheme(name)]
        case .quit: return [.quit]
        default: return nil
        }
    }

    /// The message for what became of a write, the same wherever it was asked for.
    static func effects(for outcome: Outcome, _ write: Write, _ context: Context) -> [Effect] {
        let language = context.language
        switch (write, outcome) {
        case (_, .givenUp):
            return [.say(Message(.hint, language("やめました。何も変わっていません", "given up; nothing has changed")))]
        case (_, .failed(let error)): return [.say(Message(.error, error.text(language)))]
        case (.move(_, _, let stage, let name), .moved):
            let label = context.catalogue.pipelines.lazy.flatMap(\.stages).first { $0.id == stage }?.label
            let text = label?(language) ?? stage.text
            return [.say(Message(.good, "\(name) → \(text)" + context.undoNote))]
        case (.enter(let entry, let name), .entered):
            let pipeline = entry.pipeline.text
            let text = language("\(name) を \(pipeline) に登録しました", "\(name) entered into \(pipeline)") + context.undoNote
            return [.say(Message(.good, text))]
        case (.undo, .undone(let receipt)), (.undoAtDoor, .undone(let receipt)):
            guard let receipt else {
                if case .undoAtDoor = write {
                    let text = language("直前の操作はこのイベントの受付ではありません", "what you did last was not at this event")
                    return [.say(Message(.hint, text))]
                }
                return [.say(Message(.hint, language("取り消せる操作はありません", "nothing of yours is left to undo")))]
            }
            let what = words(of: receipt, language)
            return [.say(Message(.good, language("\(what)を取り消しました", "undone: \(what)")))]
        case (.redo, .redone(let receipt)):
            guard let receipt else {
                return [.say(Message(.hint, language("やり直せる操作はありません", "nothing of yours is left to redo")))]
            }
            let what = words(of: receipt, language)
            return [.say(Message(.good, language("\(what)をやり直しました", "done again: \(what)")))]
        case (_, .passedOver(let error, let next)):
            return [.say(Message(.error, error.text(language) + offer(of: next, write, context)))]
        case (.delete(_, _, let title), .deleted):
            return [.say(Message(.good, language("\(title)を削除しました", "deleted \(title)") + context.undoNote))]
        case (.several(let edits), .edited):
            let text = language("\(edits.count)件を変更しました", "\(edits.count) changed")
            return [.say(Message(.good, text + context.note(of: .undo, "一度に取消", "undoes all")))]
        case (_, .edited), (_, .added):
            return [.say(Message(.good, language("保存しました", "saved") + context.undoNote))]
        case (_, .merged):
            return [.say(Message(.good, language("統合しました", "merged") + context.undoNote))]
        default: return []
        }
    }

    /// What the same key takes back, or does again, where a step is passed over; empty where there is nothing.
    private static func offer(of next: UndoReceipt?, _ write: Write, _ context: Context) -> String {
        let language = context.language
        let isAtDoor = if case .undoAtDoor = write { true } else { false }
        let binding = write == .redo ? Binding.redo : .undo
        guard let next, let key = isAtDoor ? RosterScreen.doorUndo : context.key(of: binding) else { return "" }
        let what = words(of: next, language)
        return write == .redo
            ? language("。もう一度 \(key) で、その次の\(what)をやり直します", "; \(key) again repeats the one after it: \(what)")
            : language("。もう一度 \(key) で、その前の\(what)を取り消します", "; \(key) again undoes the one before it: \(what)")
    }

    /// What was done and to whom; of an edit what was changed too, unless that is much: 応募の編集（佐藤健：面談日）.
    private static func words(of receipt: UndoReceipt, _ language: Language) -> String {
        let fields = (receipt.change?.fields ?? []).map { $0(language) }
        let listed = fields.count > mostFields ? "" : fields.joined(separator: language("・", ", "))
        let about = [receipt.name, listed].filter { !$0.isEmpty }.joined(separator: language("：", ": "))
        let action = receipt.action.label(language)
        let what =
            receipt.change.map { language("\($0.label.ja)の\(action)", "\(action) of \($0.label.en)") } ?? action
        return about.isEmpty ? what : language("\(what)（\(about)）", "\(what) (\(about))")
    }

    private static let mostFields = 3
}
