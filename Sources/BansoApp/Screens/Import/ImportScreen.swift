import BansoDomain
import TerminalUI

/// A file before it is imported: how many rows there are of each outcome, the rows, and one of them in full. Of a row that
/// bears the name or the number of a record that may be another one a person decides here.
struct ImportScreen: Screen {
    enum Phase: Hashable {
        /// A spreadsheet becomes rows, in seconds.
        case converting(seconds: Int, atMost: Int)
        case reading(percent: Int, secondsLeft: Int?)
        /// The preview stands.
        case ready
        case taking(percent: Int, secondsLeft: Int?)
        /// The rows that are not taken go into a file.
        case writing(percent: Int, secondsLeft: Int?)
    }

    let request: ImportRequest
    private(set) var phase = Phase.reading(percent: 0, secondsLeft: nil)
    /// Whether the file is in the database: it stays to be seen what was not taken, as long as that is in no file.
    private(set) var isTaken = false
    private(set) var hasRejectsFile = false
    private(set) var counts: [ImportOutcome: Int] = [:]
    private(set) var notes: [LocalizedText] = []
    /// Only rows of this outcome are listed; nil lists all.
    private(set) var filter: ImportOutcome?
    /// Rows around those that are shown, from `windowStart` on.
    private(set) var window: [ImportLine] = []
    private(set) var windowStart = 0
    /// Among the rows that are listed.
    private(set) var selected = 0
    private(set) var top = 0
    /// The row that was opened.
    private(set) var detail: ImportDetail?
    private(set) var detailTop = 0
    /// The row that is being opened, and what was pressed meanwhile: it was meant for that row.
    private var opening: (line: Int, keys: [Key])?
    private(set) var decisions: [Int: ImportDecision] = [:]
    /// What the records that the opened row names are known by.
    private(set) var titles: [RecordKey: String] = [:]

    /// So many rows are read around the selection.
    static let reach = 200

    init(_ request: ImportRequest) { self.request = request }

    var hearsImports: Bool { true }

    var current: ImportLine? {
        let index = selected - windowStart
        return window.indices.contains(index) ? window[index] : nil
    }

    /// How many rows are listed.
    var listed: Int { filter.map { counts[$0] ?? 0 } ?? counts.values.reduce(0, +) }

    /// How many rows the import would write.
    private var sound: Int { (counts[.created] ?? 0) + (counts[.updated] ?? 0) + decisions.count }

    /// How many rows are not taken: bad ones, and those about which nobody decided.
    private var left: Int { (counts[.rejected] ?? 0) + max(0, (counts[.conflict] ?? 0) - decisions.count) }

    /// The row that was opened, while it is the selected one.
    var shownDetail: ImportDetail? { detail?.line == current?.line ? detail : nil }

    /// The rows and the fields lie below what is said about the file.
    func layout(in body: Rect) -> ImportLayout { ImportLayout(in: body, notes: notes.count) }

    func bindings(_ context: Context) -> [Binding] {
        let (ja, en) = shownDetail == nil ? ("やめる", "leave") : ("閉じる", "close")
        let leave = Binding([.escape, .control("c")], .close, ja, en, isInFooter: true)
        guard phase == .ready else { return [leave] + Binding.terminal }
        let nothing = LocalizedText(ja: "書き込む行がありません", en: "no row would be written")
        let unselected = current == nil ? Refusal.nothingSelected : nil
        let allTaken = LocalizedText(ja: "取り込めない行はありません", en: "there is no row that is not taken")
        let rejects = Binding(
            [.character("E")], .export, "取り込めない行", "rejects", isInFooter: left > 0,
            refusal: left == 0 ? allTaken : nil)
        let take = Binding(
            [.control("s")], .save, "取り込む", "import", isInFooter: true, refusal: sound == 0 ? nothing : nil)
        return (isTaken ? [rejects, Binding.undo, Binding.redo] : [take]) + [
            Binding([.enter], .open, "行を開く", "open the row", isInFooter: true, refusal: unselected),
            Binding([.character("f")], .filter, "種別で絞る", "one outcome", isInFooter: true),
        ] + choices + [
            Binding([.right, .character("l")], .right, "項目の続き", "more fields"),
            Binding([.left, .character("h")], .left, "前の項目", "fields before"),
            leave, Binding.copy, Binding.help,
        ] + (isTaken ? [] : [rejects]) + Binding.vertical + Binding.terminal
    }

    /// What can be decided about the opened row.
    private var choices: [Binding] {
        guard let detail = shownDetail, !detail.namesakes.isEmpty, !isTaken else { return [] }
        let same = detail.namesakes.prefix(9).enumerated().map { index, key in
            Binding(
                [.character(Character(String(index + 1)))], .same(key.id), "#\(key.id) と同じ", "same as #\(key.id)",
                isInFooter: true)
        }
        return same + [
            Binding([.character("n")], .asNew, "別のもの", "another one", isInFooter: true),
            Binding([.character("x")], .leaveOut, "取り込まない", "leave it out", isInFooter: true),
        ]
    }

    func copied(_ context: Context) -> String? { current?.text }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        if case .written(let write, let outcome) = event {
            return PageActions.effects(for: outcome, write, context)
        }
        if case .key(let key) = event { opening?.keys.append(key.command) }
        guard case .action(let action) = event else { return [] }
        let page = max(1, layout(in: context.body).list.height - 1)
        switch action {
        case .close:
            if phase.isStopped { return [.importing(.stop)] }
            // Leaving drops the decisions: a key that was meant for the row must not do it.
            if phase == .ready, shownDetail != nil {
                (detail, opening) = (nil, nil)
                return []
            }
            // Behind what is taken lies the layer that asked for the file.
            return [.importing(.leave), .close] + (isTaken ? [.close] : [])
        case .export: return [.open(.rejects(of: request, decisions))]
        case .save:
            phase = .taking(percent: 0, secondsLeft: nil)
            return [.importing(.take(decisions))]
        case .open:
            guard let current else { return [] }
            return open(current)
        case .filter: return narrow(context)
        case .same, .asNew, .leaveOut: return decide(action)
        case .right: detailTop += max(1, layout(in: context.body).rows.height - 1)
        case .left: detailTop -= max(1, layout(in: context.body).rows.height - 1)
        case .up: return move(to: selected - 1, context)
        case .down: return move(to: selected + 1, context)
        case .pageUp: return move(to: selected - page, context)
        case .pageDown: return move(to: selected + page, context)
        case .first: return move(to: 0, context)
        case .last: return move(to: listed - 1, context)
        default: return PageActions.effects(for: action, at: nil, context) ?? []
        }
        return []
    }

    mutating func hear(_ news: ImportNews, _ context: Context) -> [Effect] {
        switch news {
        case .converting(let seconds, let limit): phase = .converting(seconds: seconds, atMost: limit)
        case .reading(let percent, let left):
            switch phase {
            case .taking: phase = .taking(percent: percent, secondsLeft: left)
            // The file that was asked for is begun once the layer that asked is gone.
            case .ready, .writing: phase = .writing(percent: percent, secondsLeft: left)
            case .converting, .reading: phase = .reading(percent: percent, secondsLeft: left)
            }
        case .read(let counts, let notes):
            phase = .ready
            (self.counts, self.notes, window) = (counts, notes, [])
            return move(to: 0, context)
        case .lines(let start, let lines): (windowStart, window) = (start, lines)
        case .opened(let detail):
            guard let opening, opening.line == detail.line else { return [] }
            self.detail = detail
            detailTop = 0
            let early = opening.line == current?.line ? opening.keys : []
            self.opening = nil
            return early.flatMap { key in choices.first { $0.keys.contains(key) }.map { decide($0.action) } ?? [] }
        case .taken(let text):
            let said = text(context.language) + context.undoNote
            guard left > 0, !hasRejectsFile else {
                // Behind it lies the layer that asked for the file.
                return [.importing(.leave), .close, .close, .say(Message(.good, said))]
            }
            (phase, isTaken) = (.ready, true)
            let note = context.note(of: .export, "残りをファイルに", "writes the rest to a file")
            return [.say(Message(.good, said + note))]
        case .wroteRejects(let text):
            (phase, hasRejectsFile) = (.ready, true)
            return [.say(Message(.good, text(context.language)))]
        case .outdated(let text):
            phase = .reading(percent: 0, secondsLeft: nil)
            (decisions, detail, filter) = ([:], nil, nil)
            return [.say(Message(.error, text(context.language))), .importing(.read(request))]
        case .failed(let text):
            if phase == .ready { return [.say(Message(.error, text(context.language)))] }
            guard phase.isStopped else {
                return [.importing(.leave), .close, .say(Message(.error, text(context.language)))]
            }
            phase = .ready
            return [.say(Message(.error, text(context.language)))]
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        guard let detail else { return }
        let named = HistoryScreen.changes(from: detail.before, to: detail.after).flatMap { change in
            [change.before, change.after].compactMap { $0.flatMap { RecordLinks.target(of: $0, in: change.field) } }
        }
        titles = try desk.titles(of: Set(named + detail.namesakes))
        let area = layout(in: context.body).rows
        detailTop = max(0, min(detailTop, detailLines(width: area.width, context).count - area.height))
    }

    private mutating func open(_ line: ImportLine) -> [Effect] {
        opening = (line.line, [])
        return [.importing(.open(line, decisions[line.line]))]
    }

    /// What a decision would make of the record is shown before it is taken: the row is read again with it.
    private mutating func decide(_ action: Action) -> [Effect] {
        guard let detail = shownDetail, let current else { return [] }
        switch action {
        case .same(let id): decisions[detail.line] = .same(id)
        case .asNew: decisions[detail.line] = .new
        default: decisions[detail.line] = nil
        }
        return open(current)
    }

    /// Goes to the next outcome that there is, behind the last to all rows.
    private mutating func narrow(_ context: Context) -> [Effect] {
        let there = ImportOutcome.allCases.filter { (counts[$0] ?? 0) > 0 }
        let next = filter.flatMap { there.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        filter = there.indices.contains(next) ? there[next] : nil
        (selected, top, window) = (0, 0, [])
        return move(to: 0, context)
    }

    /// Selects a row; asks for the rows around it where they are not at hand.
    private mutating func move(to row: Int, _ context: Context) -> [Effect] {
        let height = max(1, layout(in: context.body).list.height)
        selected = max(0, min(row, listed - 1))
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
        let end = min(listed, top + height)
        guard top < windowStart || end > windowStart + window.count else { return [] }
        let start = max(0, top - ImportScreen.reach / 2)
        return [.importing(.lines(of: filter, from: start, limit: ImportScreen.reach + height))]
    }
}

extension ImportScreen.Phase {
    /// Whether leaving only ends what is under way, and the preview stays.
    fileprivate var isStopped: Bool {
        switch self {
        case .taking, .writing: true
        case .converting, .reading, .ready: false
        }
    }
}
