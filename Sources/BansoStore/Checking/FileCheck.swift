import BansoDomain
import Foundation
import GRDB
import Synchronization

/// Reads the file, its references and its audit trail through, on a connection and a thread of its own: beside it the count
/// ledger is derived again.
final class FileCheck: Sendable {
    struct Findings: Sendable {
        var damages: [String]
        var danglingReferences: [String]
        var audit: AuditVerdict
    }

    private let outcome = Mutex<Result<Findings, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    /// In KiB. It goes through every index: with the usual 2 MiB each page would come many times.
    private static let cache = 98_304

    init(_ place: DatabasePath) {
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            let result = Result { try FileCheck.findings(place) }
            outcome.withLock { $0 = result }
            isDone.signal()
        }
    }

    /// Waits for its end. To be called once.
    func findings() throws -> Findings {
        isDone.wait()
        guard let result = outcome.withLock({ $0 }) else {
            throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "the check of the file did not end")
        }
        return try result.get()
    }

    private static func findings(_ place: DatabasePath) throws -> Findings {
        let connection = try ReadingConnection(place)
        defer { try? connection.close() }
        return try connection.read { db in
            try db.execute(sql: "PRAGMA cache_size = -\(cache)")
            return Findings(
                damages: try Store.damages(db, "integrity_check") + Store.logDamages(db, place)
                    + Store.frozenDamages(db),
                danglingReferences: try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                    "\(row[0] as String) \(row[1] as Int64? ?? 0) → \(row[2] as String)"
                }, audit: try AuditVerifier.verify(db, head: nil))
        }
    }
}
