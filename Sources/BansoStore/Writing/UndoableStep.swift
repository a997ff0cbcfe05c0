import BansoDomain
import GRDB

/// A change set that can be taken back.
struct UndoableStep {
    let changeSet: Int64
    let action: ChangeAction
    /// The organisation it was about; empty where it was about many.
    let name: String
    private static let page = 512

    /// The person's last step that is neither an undo nor undone; nil where there is none.
    static func last(by actor: Actor, _ db: Database) throws -> UndoableStep? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT a.seq, a.action FROM audit AS a
                WHERE a.actor = (SELECT id FROM coordinator WHERE name = ?) AND a.seq = a.change_set
                    AND a.undoes IS NULL
                    AND NOT EXISTS (
                        SELECT 1 FROM audit AS u WHERE u.undoes = a.seq AND u.seq = u.change_set
                            AND u.undoes IS NOT NULL)
                ORDER BY a.seq DESC LIMIT 1
                """, arguments: [Folding.stored(actor.name)])
        guard let row, let action = ChangeAction(rawValue: row[1]) else { return nil }
        let changeSet: Int64 = row[0]
        return UndoableStep(changeSet: changeSet, action: action, name: try name(of: changeSet, db))
    }

    /// Applies the inverse of each change, the last one first.
    /// - Throws: `DeskError.undoRefused` where a row is no longer as the step left it, or another one refers to it.
    func takeBack(_ recorder: ChangeRecorder) throws {
        let entries = try recorder.db.makeStatement(
            sql: """
                SELECT a.seq, a.entity, a.row, d.before, d.after FROM audit AS a LEFT JOIN audit_detail AS d USING (seq)
                WHERE a.change_set = ? AND a.seq < ? ORDER BY a.seq DESC LIMIT \(UndoableStep.page)
                """)
        var upTo = Int64.max
        while true {
            let rows = try Row.fetchAll(entries, arguments: [changeSet, upTo])
            for row in rows {
                guard let table = RecordKind(rawValue: row[1]) else { throw refused }
                do {
                    try invert(table, id: row[2], before: row[3], after: row[4], recorder)
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                    throw refused
                }
            }
            guard let last = rows.last else { return }
            upTo = last[0]
        }
    }

    private var refused: DeskError { .undoRefused(action: action, name: name) }

    private func invert(
        _ table: RecordKind, id: Int64, before: String?, after: String?, _ recorder: ChangeRecorder
    ) throws {
        let old = try before.map { try RowText.decode($0, of: table, recorder.db) }
        let new = try after.map { try RowText.decode($0, of: table, recorder.db) }
        let current = try recorder.current(table, id: id)
        // By content, not by version: a later step that was itself taken back does not stand in the way.
        guard current?.values == new??.values else { throw refused }
        switch (old, current) {
        case (.none, .some(let row)):
            try recorder.delete(table, id: id, version: row.version)
        case (.some(.some(let old)), .some(let row)):
            try recorder.update(table, id: id, version: row.version) { $0 = old.values }
        case (.some(.some(let old)), .none):
            try recorder.insert(table, old.values, id: id, version: old.version + 1)
        default:
            throw refused
        }
    }

    private static func name(of changeSet: Int64, _ db: Database) throws -> String {
        try String.fetchOne(
            db,
            sql: """
                SELECT name FROM organisation WHERE id = (
                    SELECT min(organisation) FROM audit WHERE change_set = ?1
                    HAVING min(organisation) = max(organisation))
                """, arguments: [changeSet]) ?? ""
    }
}
