import BansoDomain
import GRDB

/// Compares the count ledger with what the records come to.
enum LedgerCheck {
    /// - Returns: indicators whose contributions differ, and how many contributions were derived.
    static func contributions(_ db: Database, catalogue: Catalogue) throws -> (differing: Set<String>, derived: Int) {
        var differing: Set<String> = []
        var derivedCount: [String: Int] = [:]
        let derivation = try Derivation(db, catalogue: catalogue)
        let stored = try db.makeStatement(sql: LedgerRow.select + " WHERE subject = ?")
        let organisations = try Int64.fetchCursor(db, sql: "SELECT id FROM organisation ORDER BY id")
        while let id = try organisations.next() {
            let wanted = Set(try derivation.contributions(of: id).map(LedgerRow.init))
            let subject = SubjectKey(OrganisationID(id)).text
            let found = Set(try LedgerRow.fetchAll(stored, arguments: [subject]))
            differing.formUnion(wanted.symmetricDifference(found).map(\.indicator))
            for row in wanted { derivedCount[row.indicator, default: 0] += 1 }
        }
        // Rows of subjects that are no longer there.
        let counts = try Row.fetchAll(db, sql: "SELECT indicator, count(*) FROM contribution GROUP BY indicator")
        for row in counts where derivedCount[row[0]] != row[1] as Int { differing.insert(row[0]) }
        return (differing, derivedCount.values.reduce(0, +))
    }

    /// Indicators whose sums differ from their contributions.
    static func rollups(_ db: Database) throws -> Set<String> {
        var differing: Set<String> = []
        for (table, column, period) in [("rollup_month", "month", "substr(date, 1, 7)"), ("rollup_day", "day", "date")]
        {
            let summed = """
                SELECT \(period), indicator, ifnull(prefecture, 0), activity, sum(reason IS NULL), sum(reason IS NOT NULL)
                FROM contribution GROUP BY 1, 2, 3, 4
                """
            let kept = "SELECT \(column), indicator, prefecture, activity, counted, not_counted FROM \(table)"
            differing.formUnion(try difference(summed, kept, column: "indicator", db))
        }
        return differing
    }

    /// Pipelines whose counts of stages differ from their entries.
    static func stages(_ db: Database) throws -> Set<String> {
        try difference(
            "SELECT pipeline, stage, count(*) FROM pipeline_entry GROUP BY pipeline, stage",
            "SELECT pipeline, stage, n FROM stage_count", column: "pipeline", db)
    }

    /// The values of `column` in rows that only one of the two queries gives.
    private static func difference(
        _ left: String, _ right: String, column: String, _ db: Database
    ) throws -> Set<String> {
        let sql = """
            WITH l AS (\(left)), r AS (\(right))
            SELECT \(column) FROM (SELECT * FROM l EXCEPT SELECT * FROM r)
            UNION SELECT \(column) FROM (SELECT * FROM r EXCEPT SELECT * FROM l)
            """
        return Set(try String.fetchAll(db, sql: sql))
    }
}
