import BansoDomain
import GRDB

/// Records as a whole, checked against the rules before they are written.
extension ChangeRecorder {
    /// Adds a record, or replaces the one of this number where it differs.
    func put(_ record: Record, id: Int64?) throws -> (outcome: MergeOutcome, id: Int64) {
        try RecordRules.check(record, catalogue: catalogue)
        let values = try RecordRow.values(record)
        guard let id else { return (.created, try insert(record.kind, values)) }
        guard let row = try current(record.kind, id: id) else {
            return (.created, try insert(record.kind, values, id: id))
        }
        guard row.values != values else { return (.unchanged, id) }
        // A company never becomes an institution by a number that was mistaken.
        if record.kind == .organisation, row.values[0] != values[0] {
            throw DeskError.invalid(
                field: LocalizedText(ja: "番号", en: "id"),
                reason: LocalizedText(ja: "この番号は別の区分の記録です", en: "is the number of another kind of organisation"))
        }
        try update(record.kind, id: id, version: row.version) { $0 = values }
        return (.updated, id)
    }

    func edit(_ key: RecordKey, version: Int64, to record: Record) throws {
        try RecordRules.check(record, catalogue: catalogue)
        let values = try RecordRow.values(record)
        try update(key.kind, id: key.id, version: version) { $0 = values }
    }
}
