import BansoDomain
import Foundation
import GRDB

extension Store {
    /// The end of the audit trail as of now; nil on a new database.
    public func auditHead() throws -> AuditHead? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1").map {
                AuditHead(seq: $0[0], hash: AuditVerifier.hex($0[1]))
            }
        }
    }

    /// Computes every hash of the trail again.
    /// - Parameter head: an end that was noted earlier; the trail must still go through it.
    public func verifyAudit(head: AuditHead? = nil) throws -> AuditVerdict {
        try read { try AuditVerifier.verify($0, head: head) }
    }
}
