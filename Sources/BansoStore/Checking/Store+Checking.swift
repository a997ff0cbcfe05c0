import BansoDomain
import GRDB

extension Store {
    /// Reads everything: the file, the references, the count ledger derived again from the records, the audit trail.
    public func check() throws -> CheckReport {
        try read { db in
            let damages = try Store.damages(db, "integrity_check")
            let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row -> String in
                "\(row[0] as String) \(row[1] as Int64? ?? 0) → \(row[2] as String)"
            }
            let (differing, derived) = try LedgerCheck.contributions(db, catalogue: catalogue)
            let indicators = differing.union(try LedgerCheck.rollups(db))
            return CheckReport(
                damages: damages, danglingReferences: dangling,
                differingIndicators: indicators.sorted().map { IndicatorID($0) },
                differingPipelines: try LedgerCheck.stages(db).sorted().map { PipelineID($0) },
                audit: try AuditVerifier.verify(db, head: nil), contributions: derived)
        }
    }

    /// Looks through the file for damage on a connection of its own: for a thread in the background.
    /// - Throws: `DeskError.corrupt` where there is any.
    public static func quickCheck(at path: String) throws {
        let place = try DatabasePath(existing: path)
        let connection = try Connection.open(place, as: .reader)
        try StoreErrors.mapped(place.text) {
            let damages = try connection.read { try Store.damages($0, "quick_check") }
            try connection.close()
            if let first = damages.first { throw DeskError.corrupt(path: place.text, detail: first) }
        }
    }

    static func damages(_ db: Database, _ pragma: String) throws -> [String] {
        try String.fetchAll(db, sql: "PRAGMA \(pragma)(20)").filter { $0 != "ok" }
    }
}
