import BansoDomain
import TerminalUI

/// Who changed what and when, newest first, with each field before and after.
struct HistoryScreen: Screen {
    let scope: HistoryQuery.Scope
    private(set) var list = ForwardList<HistoryEntry, Int64>(page: 60) { $0.seq }
    /// What the records that the selected entry names are known by.
    private(set) var titles: [RecordKey: String] = [:]
    /// What the scope is known by.
    private(set) var subjectTitle = ""

    init(scope: HistoryQuery.Scope) { self.scope = scope }

    /// A field that an entry changed.
    struct Change: Hashable {
        var field: RecordField
        /// Nil where there was no record, or its texts were erased.
        var before: FieldValue?
        var after: FieldValue?
    }

    /// The fields that differ; of a record that was added or deleted, those that say anything.
    static func changes(of entry: HistoryEntry) -> [Change] {
        entry.key.kind.fields.enumerated().compactMap { index, field in
            let (before, after) = (entry.before?.values[index], entry.after?.values[index])
            let change = Change(field: field, before: before, after: after)
            guard let before, let after else {
                let only = before ?? after ?? FieldValue.none
                return only == .none || only == .text("") ? nil : change
            }
            return before == after ? nil : change
        }
    }

    var subject: OrganisationID? {
        if case .organisation(let id) = scope { return id }
        guard let key = list.current?.key, key.kind == .organisation else { return nil }
        return OrganisationID(key.id)
    }

    func bindings(_ context: Context) -> [Binding] {
        let nothing = list.current == nil ? Refusal.nothingSelected : nil
        return [
            Binding([.enter], .open, "記録を開く", "open the record", isInFooter: true, refusal: nothing),
            Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true),
        ] + Binding.common + Binding.vertical + Binding.pages(context.catalogue) + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(let action):
            let page = HistoryLayout(in: context.body).list.height
            switch action {
            case .close: return [.close]
            case .up: list.move(.by(-1))
            case .down: list.move(.by(1))
            case .pageUp: list.move(.by(-page))
            case .pageDown: list.move(.by(page))
            case .first: list.move(.first)
            case .last: list.move(.last)
            case .open: return list.current.map { [.open(.showing($0.key))] } ?? []
            default: return PageActions.effects(for: action, at: nil, context) ?? []
            }
            return []
        case .written(let write, let outcome): return PageActions.effects(for: outcome, write, context)
        case .key, .returned: return []
        }
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        let height = HistoryLayout(in: context.body).list.height
        try list.load(height: height, version: context.dataVersion) { after, limit in
            try desk.history(HistoryQuery(scope, before: after, limit: limit))
        }
        let named = list.current.map(HistoryScreen.changes) ?? []
        let targets = named.flatMap { change in
            [change.before, change.after].compactMap { $0.flatMap { RecordLinks.target(of: $0, in: change.field) } }
        }
        let own: RecordKey? =
            switch scope {
            case .everything: nil
            case .record(let key): key
            case .organisation(let id): RecordKey(.organisation, id.value)
            }
        titles = try desk.titles(of: Set(targets + (own.map { [$0] } ?? [])))
        subjectTitle = own.flatMap { titles[$0] } ?? ""
    }
}
