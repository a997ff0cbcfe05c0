import BansoDomain
import TerminalUI

/// What a key can do. Screens offer those that make sense on them, in one list that feeds footer and help.
enum Action: Hashable {
    case up, down, left, right, pageUp, pageDown, first, last
    case open, close, quit
    case today, overview, matching, nextPage, previousPage
    case pipeline(PipelineID)
    case consult, add, enter, edit, delete, nextAction, stageForward, stageBack, undo, redo
    case select, selectNone, several, toggleView
    case filter, matrix, facts, organisation, programme, nextIndicator, previousIndicator
    case roster, markHeld, noShow, survey, history, merge, snooze, followUp, done, documents, interview, offer,
        contract, decline
    case addPosting, addApplicant
    /// Shows only the cards of a filter's record.
    case narrow(Record)
    case widen
    case sort, group, widenColumn, narrowColumn, hideColumn, columns, usual
    /// Shows a pipeline's table so.
    case arrange(TableArrangement)
    /// Months and their reports; why reported months were corrected; asks whether to freeze one, freezes it, writes it to a file.
    case reports, corrections, askToFreeze, freeze, writeFile
    case search, palette, help, copy
    /// What the screen shows, into a file; and the book of such files.
    case export, exports
    /// A file is imported; what a person decides about a row of the name of a record that is there.
    case importFile
    case same(Int64)
    case asNew, leaveOut
    case save, discard
    /// Another draft of the form, or another new record of it.
    case otherDraft
    case repaint, suspend
    /// Another theme, by its name.
    case theme(String)
}

extension Action {
    /// As a settings file names it: `stage-forward`, `page-A3`.
    var name: String {
        if case .pipeline(let id) = self { return "page-" + id.text }
        var name = ""
        for character in String(describing: self).prefix(while: { $0 != "(" }) {
            name += character.isUppercase ? "-" + character.lowercased() : String(character)
        }
        return name
    }

    /// What a key can be given to besides the pages of pipelines.
    static let named: [Action] = [
        .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .open, .close, .quit, .today, .overview,
        .matching,
        .nextPage, .previousPage, .consult, .add, .enter, .edit, .delete, .nextAction, .stageForward, .stageBack, .undo,
        .redo, .select, .selectNone, .several, .toggleView, .filter, .matrix, .facts, .organisation, .programme,
        .nextIndicator, .previousIndicator, .roster, .noShow, .survey, .history, .merge, .snooze, .followUp, .done,
        .documents, .interview, .offer, .contract, .decline, .addPosting, .addApplicant, .widen, .sort, .group,
        .widenColumn, .narrowColumn, .hideColumn, .columns, .usual, .reports, .corrections, .askToFreeze, .freeze,
        .writeFile,
        .search, .palette, .help, .copy, .export, .exports,
        .importFile, .asNew, .leaveOut, .save, .discard, .otherDraft, .markHeld, .repaint, .suspend,
    ]
}

/// A key, what it does, what it is called, and why it can't be used at the moment.
struct Binding: Hashable {
    var keys: [Key]
    var action: Action
    var label: LocalizedText
    var isInFooter: Bool
    /// Set where the action can't be used now: pressing the key says why.
    var refusal: LocalizedText?

    init(
        _ keys: [Key], _ action: Action, _ ja: String, _ en: String, isInFooter: Bool = false,
        refusal: LocalizedText? = nil
    ) {
        self.keys = keys
        self.action = action
        label = LocalizedText(ja: ja, en: en)
        self.isInFooter = isInFooter
        self.refusal = refusal
    }

    var keyLabel: String { keys.prefix(2).map(\.label).joined(separator: " ") }
}

extension [Binding] {
    /// Without keys that mean something else on a screen; a binding keeps the rest of its keys.
    func leaving(_ keys: Set<Key>) -> [Binding] {
        map { binding in
            var binding = binding
            binding.keys.removeAll(where: keys.contains)
            return binding
        }
    }
}

extension Binding {
    static let vertical = [
        Binding([.down, .character("j")], .down, "下へ", "down"),
        Binding([.up, .character("k")], .up, "上へ", "up"),
        Binding([.pageDown, .control("f"), .control("d")], .pageDown, "次の画面", "page down"),
        Binding([.pageUp, .control("b")], .pageUp, "前の画面", "page up"),
        Binding([.home, .character("g")], .first, "先頭", "first"),
        Binding([.end, .character("G")], .last, "末尾", "last"),
    ]

    static let horizontal = [
        Binding([.right, .character("l")], .right, "右へ", "right"),
        Binding([.left, .character("h")], .left, "左へ", "left"),
    ]

    /// Going from page to page: on every screen that is not a form.
    static func pages(_ catalogue: Catalogue) -> [Binding] {
        let numbered = catalogue.pipelines.prefix(8).enumerated().map { index, pipeline in
            Binding(
                [.character(Character(String(index + 1)))], .pipeline(pipeline.id), pipeline.label.ja, pipeline.label.en
            )
        }
        return [
            Binding([.tab], .nextPage, "次のページ", "next page", isInFooter: true),
            Binding([.backTab], .previousPage, "前のページ", "previous page"),
            Binding([.character("t")], .today, "今日", "today"),
            Binding([.character("0")], .overview, "概況", "overview"),
        ] + numbered + [
            Binding([.character(matchingKey(catalogue))], .matching, "マッチング", "matching")
        ]
    }

    /// Behind the pipelines' numbers.
    static func matchingKey(_ catalogue: Catalogue) -> Character {
        Character(String(min(9, catalogue.pipelines.count + 1)))
    }

    static let search = Binding([.character("/")], .search, "検索", "search", isInFooter: true)
    /// What works on every screen that is not a form.
    static let common = [undo, redo, add, search, palette, history, reports, copy, export, help]

    static let palette = Binding([.character(":")], .palette, "コマンド", "commands")
    static let add = Binding([.character("n")], .add, "新規", "new", isInFooter: true)
    static let redo = Binding([.control("r")], .redo, "やり直し", "redo")
    static let history = Binding([.character("H")], .history, "履歴", "history")
    static let export = Binding([.character("E")], .export, "書き出し", "export")
    static let reports = Binding([.character("R")], .reports, "月次報告", "reports")
    static let copy = Binding([.character("y")], .copy, "コピー", "copy")
    static let open = Binding([.enter], .open, "開く", "open", isInFooter: true)
    static let undo = Binding([.character("u")], .undo, "取消", "undo", isInFooter: true)
    static let help = Binding([.character("?")], .help, "キー一覧", "keys", isInFooter: true)
    static let terminal = [
        Binding([.control("l")], .repaint, "再描画", "repaint"),
        Binding([.control("z")], .suspend, "中断", "suspend"),
    ]
}
