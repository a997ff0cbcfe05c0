import BansoDomain
import Foundation
import GRDB

extension Store {
    /// The end of the audit trail as of now; nil on a new database.
    public func auditHead() throws -> AuditHead? {
        try read(AuditHead.current)
    }

    /// The records that were changed behind an entry of the trail, as far as it is committed.
    public func changedRecords(after seq: Int64) throws -> Set<RecordKey> {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT DISTINCT entity, row FROM audit WHERE seq > ?", arguments: [seq])
            return Set(rows.compactMap { row in RecordKind(rawValue: row[0]).map { RecordKey($0, row[1]) } })
        }
    }

    /// Computes every hash of the trail again.
    /// - Parameter head: an end that was noted earlier; the trail must still go through it.
    public func verifyAudit(head: AuditHead? = nil) throws -> AuditVerdict {
        try read { try AuditVerifier.verify($0, head: head) }
    }
}

extension AuditHead {
    static func current(_ db: Database) throws -> AuditHead? {
        try Row.fetchOne(db, sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").map {
            AuditHead(seq: $0[0], hash: AuditVerifier.hex($0[1]))
        }
    }
}
