import BansoDomain
import GRDB

/// The changes that have touched a reported month, in words.
struct CorrectionCauses {
    private let db: Database
    private let titles: Titles
    /// How many changes are looked at: bounds the memory.
    private static let most = 2000

    init(_ db: Database) {
        self.db = db
        titles = Titles(db)
    }

    private struct Entry {
        var at: Int
        var by: String
        var action: String
        var key: RecordKey
        var before: Record?
        var after: Record?
        /// Whether its texts were erased.
        var isErased: Bool
    }

    /// In the order in which they were made. A record of which a report shows again what it showed moves nothing.
    func causes(of month: FiscalMonth, _ programme: ProgrammeID, since seq: Int64) throws -> [CorrectionCause] {
        let entries = try entries(of: month, programme, since: seq)
        var states: [RecordKey: (first: Record?, last: Record?, isErased: Bool)] = [:]
        for entry in entries {
            let state = states[entry.key]
            states[entry.key] = (
                state.map(\.first) ?? entry.before, entry.after, entry.isErased || state?.isErased == true
            )
        }
        return try entries.filter { entry in
            states[entry.key].map { $0.isErased || isOther($0.first, $0.last) } ?? false
        }.map(cause)
    }

    /// Whether two states of a record differ in more than words that no report shows.
    private func isOther(_ first: Record?, _ last: Record?) -> Bool {
        guard let first, let last else { return first != last }
        return first.kind.fields.enumerated().contains { place, field in
            isTold(field, of: first.kind) && first.values[place] != last.values[place]
        }
    }

    private func isTold(_ field: RecordField, of kind: RecordKind) -> Bool {
        !field.isOwnWords || ReportTouches.shows(field, of: kind)
    }

    private func entries(of month: FiscalMonth, _ programme: ProgrammeID, since seq: Int64) throws -> [Entry] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT a.at, k.name, a.action, a.entity, a.row, d.before, d.after, d.seq IS NULL
                    FROM report_touch AS t CROSS JOIN audit AS a ON a.seq = t.seq
                        CROSS JOIN coordinator AS k ON k.id = a.actor LEFT JOIN audit_detail AS d ON d.seq = a.seq
                    WHERE t.month = ? AND t.programme = ? AND t.seq > ? ORDER BY t.seq LIMIT ?
                    """), arguments: [month.iso, programme.text, seq, Self.most])
        var entries: [Entry] = []
        while let row = try rows.next() {
            guard let kind = RecordKind(rawValue: row[3]) else { continue }
            func decoded(_ text: String?) throws -> Record? {
                try text.flatMap { try RowText.decode($0, of: kind, db) }.map { RecordRow.record(kind, $0.values) }
            }
            entries.append(
                Entry(
                    at: row[0], by: row[1], action: row[2], key: RecordKey(kind, row[4]), before: try decoded(row[5]),
                    after: try decoded(row[6]), isErased: row[7]))
        }
        return entries
    }

    private func cause(_ entry: Entry) throws -> CorrectionCause {
        let action = ChangeAction(rawValue: entry.action)?.label ?? LocalizedText(ja: entry.action, en: entry.action)
        let changes = try entry.key.kind.fields.enumerated().compactMap { place, field -> CorrectionCause.Change? in
            let (before, after) = (entry.before?.values[place], entry.after?.values[place])
            guard before != after, isTold(field, of: entry.key.kind),
                !(before ?? .none).isEmpty || !(after ?? .none).isEmpty
            else { return nil }
            if field.isOwnWords {
                let texts = CorrectionCause.excerpts(before?.text, after?.text)
                return CorrectionCause.Change(field: field.label, before: texts.before, after: texts.after)
            }
            return CorrectionCause.Change(
                field: field.label, before: try before.map { try words($0, field) },
                after: try after.map { try words($0, field) })
        }
        return CorrectionCause(
            at: entry.at, by: entry.by, action: action, record: entry.key,
            title: try title(of: entry.after ?? entry.before), changes: changes)
    }

    private func words(_ value: FieldValue, _ field: RecordField) throws -> LocalizedText {
        if case .reference(let kind) = field.kind, kind != .talent, let number = value.number,
            let title = try titles.title(of: RecordKey(kind, number))
        {
            return LocalizedText(ja: title, en: title)
        }
        let (ja, en) = (field.text(of: value, .ja), field.text(of: value, .en))
        return LocalizedText(ja: ja.isEmpty ? "–" : ja, en: en.isEmpty ? "–" : en)
    }

    /// Without people: a report goes out, and what is frozen can't be erased any more.
    private func title(of record: Record?) throws -> String {
        guard let record, record.kind != .talent else { return "" }
        let words = try record.kind.titleFields.compactMap { id -> String? in
            guard let place = record.kind.index(of: id) else { return nil }
            let (field, value) = (record.kind.fields[place], record.values[place])
            guard case .reference(let kind) = field.kind else { return value.day?.iso ?? value.text }
            guard kind != .talent, let number = value.number else { return nil }
            return try titles.title(of: RecordKey(kind, number))
        }
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension FieldValue {
    fileprivate var isEmpty: Bool { self == .none || self == .text("") }
}
