import BansoDomain
import GRDB

extension Store {
    /// Reads everything: the file, the references, the count ledger derived again from the records, the audit trail.
    /// - Parameter progress: hears how many of all subjects are done.
    public func check(progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) throws -> CheckReport {
        try assertSameFile()
        let file = FileCheck(place)
        let counts = Result { try checkCounts(progress) }
        let findings = try StoreErrors.mapped(path) { try file.findings() }
        let (differing, pipelines, organisations, derived) = try counts.get()
        return CheckReport(
            damages: findings.damages, danglingReferences: findings.danglingReferences,
            differingIndicators: differing.sorted(), differingPipelines: pipelines.sorted(),
            differingOrganisations: organisations, audit: findings.audit,
            contributions: derived)
    }

    private func checkCounts(
        _ progress: (Int, Int) -> Void
    ) throws -> (differing: Set<IndicatorID>, pipelines: [PipelineID], organisations: [Int64], derived: Int) {
        try read { db in
            defer { try? db.execute(sql: "PRAGMA shrink_memory") }
            let (differing, derived) = try LedgerCheck.contributions(db, rules: rules, progress: progress)
            let held = try LedgerCheck.heldEvents(db).union(LedgerCheck.rosters(db))
            let scheduled = catalogue.indicators.filter { indicator in
                indicator.count.activities.contains { held.contains($0.text) }
            }
            return (
                differing.union(try LedgerCheck.rollups(db)).union(scheduled.map(\.id)),
                try LedgerCheck.stages(db).map { PipelineID($0) }, try LedgerCheck.organisationDays(db), derived
            )
        }
    }

    /// In KiB. It goes through each tree once, page by page: what it has left behind is no use to it.
    private static let quickCheckCache = 256

    /// Looks through the file for damage on a connection of its own: for a thread in the background. Not where the log's index
    /// can't be written: as long as it lasts it would keep the index from this program's writer, once there may be one.
    /// - Throws: `DeskError.corrupt` where there is any.
    public static func quickCheck(at path: String) throws {
        let place = try DatabasePath(existing: path)
        guard place.canHaveIndex else { return }
        let connection = try ReadingConnection(place)
        try StoreErrors.mapped(place.text) {
            let damages = try connection.read { db in
                try db.execute(sql: "PRAGMA cache_size = -\(quickCheckCache)")
                return try Store.damages(db, "quick_check") + Store.logDamages(db, place)
            }
            try connection.close()
            if let first = damages.first { throw DeskError.corrupt(path: place.text, detail: first) }
        }
    }

    /// What of the log is lost.
    static func logDamages(_ db: Database, _ place: DatabasePath) throws -> [String] {
        let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        guard let frame = LogCheck.firstLostFrame(place.wal, pageSize: pageSize) else { return [] }
        return ["the log is damaged at frame \(frame): what was written after it is missing"]
    }

    static func damages(_ db: Database, _ pragma: String) throws -> [String] {
        try String.fetchAll(db, sql: "PRAGMA \(pragma)(20)").filter { $0 != "ok" }
    }
}
