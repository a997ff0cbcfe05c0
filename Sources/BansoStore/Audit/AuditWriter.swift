import BansoDomain
import Foundation
import GRDB

/// Appends the entries of one change set to the audit trail, in the transaction of the change.
final class AuditWriter {
    private let action: ChangeAction
    private let actor: Int64
    private let seconds: Int64
    private let undoes: Int64?
    private let changeSet: Int64
    private var seq: Int64
    private var last: Data
    private let insert: Statement
    private let insertDetail: Statement
    private var random = SystemRandomNumberGenerator()

    init(_ db: Database, action: ChangeAction, actor: Int64, at seconds: Int64, undoes: Int64?) throws {
        self.action = action
        self.actor = actor
        self.seconds = seconds
        self.undoes = undoes
        let head = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"))
        seq = head?[0] ?? 0
        last = head?[1] ?? AuditHash.start
        changeSet = seq + 1
        insert = try db.cachedStatement(
            sql: "INSERT INTO audit (\(AuditEntry.columns), hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        insertDetail = try db.cachedStatement(
            sql: "INSERT INTO audit_detail (seq, salt, before, after) VALUES (?, ?, ?, ?)")
    }

    /// - Returns: the entry's number.
    @discardableResult
    func append(
        _ operation: AuditOperation, _ table: RecordKind, row: Int64, organisation: Int64?, before: String?,
        after: String?
    ) throws -> Int64 {
        seq += 1
        let salt = withUnsafeBytes(of: (random.next(), random.next())) { Data($0) }
        let entry = AuditEntry(
            seq: seq, changeSet: changeSet, at: seconds, actor: actor, action: action.rawValue,
            operation: operation.rawValue, entity: table.rawValue, row: row, organisation: organisation, undoes: undoes,
            detailHash: AuditHash.detail(salt: salt, before: before, after: after), previous: last)
        let arguments = entry.arguments
        insert.setUncheckedArguments(StatementArguments(arguments))
        try insert.execute()
        last = Data.fromDatabaseValue(arguments[12]) ?? entry.hash
        insertDetail.setUncheckedArguments(
            StatementArguments([
                seq.databaseValue, salt.databaseValue, before.databaseValue, after.databaseValue,
            ]))
        try insertDetail.execute()
        return seq
    }
}
