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
    /// Whose record the selected entry is about; nil where it is nobody's.
    private(set) var organisation: OrganisationID?
    /// The first line shown of what the selected entry changed.
    private(set) var changeTop = 0
    private var shown: Int64?

    init(scope: HistoryQuery.Scope) { self.scope = scope }

    /// A field that an entry changed.
    struct Change: Hashable {
        var field: RecordField
        /// Nil where there was no record, or its texts were erased.
        var before: FieldValue?
        var after: FieldValue?
        /// As it is now, or was.
        var record: Record?
    }

    /// The fields that differ; of a record that was added or deleted, those that say anything.
    static func changes(of entry: HistoryEntry) -> [Change] { changes(from: entry.before, to: entry.after) }

    /// What an entry was that changed no field; nil where its fields say it.
    static func note(of entry: HistoryEntry) -> LocalizedText? {
        guard changes(of: entry).isEmpty else { return nil }
        switch (entry.action, entry.before, entry.after) {
        case (.erase, nil, nil):
            return LocalizedText(
                ja: "個人情報を消去しました。元には戻せません", en: "personal data was erased; it can't be taken back")
        case (_, nil, nil): return LocalizedText(ja: "内容は消去されています", en: "the texts were erased")
        case (.freeze, _?, _?):
            return LocalizedText(
                ja: "月の報告を確定しました。以後の変更は次の報告に訂正として載ります",
                en: "the report was frozen; what changes later is corrected in the next one")
        default: return LocalizedText(ja: "記録の項目は変わっていません", en: "no field of the record was changed")
        }
    }

    static func changes(from old: Record?, to new: Record?) -> [Change] {
        guard let record = new ?? old else { return [] }
        return record.kind.fields.enumerated().compactMap { index, field in
            let (before, after) = (old?.values[index], new?.values[index])
            let change = Change(field: field, before: before, after: after, record: record)
            guard let before, let after else {
                let only = before ?? after ?? FieldValue.none
                return only == .none || only == .text("") ? nil : change
            }
            return before == after ? nil : change
        }
    }

    var subject: OrganisationID? { organisation }

    func bindings(_ context: Context) -> [Binding] {
        let nothing = list.current == nil ? Refusal.nothingSelected : nil
        let noOrganisation = LocalizedText(ja: "この記録には企業・機関がありません", en: "this record is of no organisation")
        let (isFirst, isLast) = (changeTop == 0, changeTop >= lastChangeTop(context))
        let noMore = LocalizedText(ja: "項目はこれですべてです", en: "these are all fields")
        return [
            Binding([.enter], .open, "記録を開く", "open the record", isInFooter: true, refusal: nothing),
            Binding(
                [.character("o")], .organisation, "企業・機関", "organisation", isInFooter: true,
                refusal: nothing ?? (organisation == nil ? noOrganisation : nil)),
            Binding(
                [.right, .character("l")], .right, "項目の続き", "more fields", isInFooter: !isLast,
                refusal: isLast ? noMore : nil),
            Binding(
                [.left, .character("h")], .left, "前の項目", "fields before", refusal: isFirst ? noMore : nil),
            Binding([.escape, .character("q"), .control("c")], .close, "戻る", "back", isInFooter: true),
        ] + Binding.common.filter { scope != .everything || $0.action != .history }
            + Binding.vertical
            + Binding.pages(context.catalogue) + Binding.terminal
    }

    /// The lines of what the selected entry changed, in so many columns.
    func changeLines(width: Int, _ context: Context) -> [HistoryLine] {
        guard let entry = list.current else { return [] }
        return HistoryLine.all(of: HistoryScreen.changes(of: entry), titles, width: width, context)
    }

    private func lastChangeTop(_ context: Context) -> Int {
        let area = HistoryLayout(in: context.body).changes
        return max(0, changeLines(width: area.width, context).count - area.height)
    }

    func copied(_ context: Context) -> String? { list.current?.title }

    func exported(_ context: Context) -> ExportOffer? {
        ExportOffer(.history(scope), title: context.language("履歴", "History"), filter: subjectTitle)
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
            case .right: changeTop += max(1, HistoryLayout(in: context.body).changes.height - 1)
            case .left: changeTop -= max(1, HistoryLayout(in: context.body).changes.height - 1)
            case .organisation: return organisation.map { [.open(.organisation($0))] } ?? []
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
        subjectTitle = own.flatMap { titles[$0] }.map { DatedTitle.read($0, context.language) } ?? ""
        organisation = try list.current.flatMap { try HistoryScreen.organisation(of: $0, desk) }
        if shown != list.current?.seq { changeTop = 0 }
        shown = list.current?.seq
        changeTop = min(max(0, changeTop), lastChangeTop(context))
    }

    /// A record that is gone still says whose it was.
    private static func organisation(of entry: HistoryEntry, _ desk: any DeskReader) throws -> OrganisationID? {
        if let organisation = try RecordLinks.organisation(of: entry.key, desk) { return organisation }
        guard let index = entry.key.kind.organisationIndex else { return nil }
        return (entry.after ?? entry.before)?.values[index].number.map { OrganisationID($0) }
    }
}
