import BansoDomain
import GRDB

/// Compares the count ledger with what the records come to.
enum LedgerCheck {
    /// How many organisations or people are looked at together: bounds the memory.
    private static let batch: Int64 = 512

    /// - Parameter progress: hears how many groups are done, of how many.
    /// - Returns: indicators whose contributions differ, and how many contributions were derived.
    static func contributions(
        _ db: Database, rules: CountingRules, progress: (Int, Int) -> Void
    ) throws -> (differing: Set<IndicatorID>, derived: Int) {
        var check = Comparison(lines: try LedgerLines.all(db), rules: rules)
        let loader = OccurrenceLoader(db, catalogue: rules.catalogue)
        let activities = rules.catalogue.activities
        var byLine: [Int64: [LedgerRow]] = [:]
        let ofItself = "subject_kind NOT IN ('organisation', 'talent')"
        let rows = try Row.fetchCursor(db, sql: "SELECT \(LedgerRow.columns) FROM contribution WHERE \(ofItself)")
        while let row = try rows.next() { check.collect(row) { byLine[$0.line, default: []].append($0) } }
        for activity in activities {
            let lines = check.lines.filter { $0.value.activity == activity.id }.keys
            check.compare(
                try loader.activity(activity.id), with: lines.flatMap { byLine.removeValue(forKey: $0) ?? [] })
        }
        for rows in byLine.values { check.compare([], with: rows) }
        let organisations = try Int64.fetchOne(db, sql: "SELECT ifnull(max(id), 0) FROM organisation") ?? 0
        let people = try Int64.fetchOne(db, sql: "SELECT ifnull(max(id), 0) FROM talent") ?? 0
        let all = Int(organisations + people)
        for (kind, last, done) in [(RecordKind.organisation, organisations, 0), (.talent, people, Int(organisations))] {
            for start in stride(from: 1, through: max(last, 1), by: Int64.Stride(batch)) {
                let ids = start...(start + batch - 1)
                let occurrences =
                    kind == .organisation ? try loader.organisations(ids) : try loader.talent(ids)
                var found: [Int64: [LedgerRow]] = [:]
                let stored = try Row.fetchCursor(
                    db.cachedStatement(
                        sql: """
                            SELECT \(LedgerRow.columns) FROM contribution
                            WHERE subject_kind = ? AND subject BETWEEN ? AND ?
                            """), arguments: [kind.rawValue, ids.lowerBound, ids.upperBound])
                while let row = try stored.next() {
                    check.collect(row) { found[$0.subject.id, default: []].append($0) }
                }
                for id in Set(occurrences.keys).union(found.keys) {
                    check.compare(occurrences[id] ?? [], with: found[id] ?? [])
                }
                progress(min(all, done + Int(min(last, ids.upperBound))), all)
            }
            // Of subjects that are not there.
            let strays = try Row.fetchCursor(
                db,
                sql:
                    "SELECT \(LedgerRow.columns) FROM contribution WHERE subject_kind = ? AND (subject < 1 OR subject > ?)",
                arguments: [kind.rawValue, max(last, batch)])
            while let row = try strays.next() {
                var stray: [LedgerRow] = []
                check.collect(row) { stray.append($0) }
                check.compare([], with: stray)
            }
        }
        return (check.differing, check.derived)
    }

    /// What records come to beside what is stored.
    private struct Comparison {
        let lines: [Int64: LedgerLine]
        let rules: CountingRules
        private let numbers: [LedgerLine: Int64]
        private(set) var differing: Set<IndicatorID> = []
        private(set) var derived = 0

        init(lines: [Int64: LedgerLine], rules: CountingRules) {
            self.lines = lines
            self.rules = rules
            numbers = Dictionary(uniqueKeysWithValues: lines.map { ($0.value, $0.key) })
        }

        /// A row that can't be read was not written by counting.
        mutating func collect(_ row: Row, _ body: (LedgerRow) -> Void) {
            if let entry = LedgerRow(row) {
                body(entry)
            } else if let line = lines[row[2]] {
                differing.insert(line.indicator)
            }
        }

        mutating func compare(_ occurrences: [Occurrence], with found: [LedgerRow]) {
            var rest = Set(found)
            for contribution in rules.contributions(of: occurrences) {
                derived += 1
                let isThere =
                    numbers[contribution.line].map { rest.remove(LedgerRow(contribution, line: $0)) != nil } ?? false
                if !isThere { differing.insert(contribution.line.indicator) }
            }
            for row in rest { differing.insert(lines[row.line]?.indicator ?? IndicatorID("line \(row.line)")) }
        }
    }

    /// Indicators whose sums differ from their contributions.
    static func rollups(_ db: Database) throws -> Set<IndicatorID> {
        var differing: Set<Int64> = []
        for (table, key) in [
            ("rollup_month", "substr(%, 1, 7), line"), ("rollup_day", "%, line"),
            ("rollup_place", "line, prefecture, substr(%, 1, 7)"),
        ] {
            let line = key.hasPrefix("line") ? 0 : 1
            let counts = "reason IS NULL OR until IS NOT NULL"
            let summed = """
                SELECT k0, k1\(line == 0 ? ", k2" : ""), sum(c), sum(n) FROM (
                    SELECT \(named(key, "date")), (\(counts)) AS c, NOT (\(counts)) AS n FROM contribution
                    UNION ALL
                    SELECT \(named(key, "until")), -1, 1 FROM contribution WHERE until IS NOT NULL)
                GROUP BY k0, k1\(line == 0 ? ", k2" : "") HAVING sum(c) <> 0 OR sum(n) <> 0
                """
            let kept = "SELECT * FROM \(table)"
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    WITH l AS (\(summed)), r AS (\(kept))
                    SELECT * FROM (SELECT * FROM l EXCEPT SELECT * FROM r)
                    UNION ALL SELECT * FROM (SELECT * FROM r EXCEPT SELECT * FROM l)
                    """)
            while let row = try rows.next() { differing.insert(row[line]) }
        }
        let lines = try LedgerLines.all(db)
        return Set(differing.map { lines[$0]?.indicator ?? IndicatorID("line \($0)") })
    }

    private static func named(_ key: String, _ day: String) -> String {
        key.replacing("%", with: day).replacing(", 1, 7", with: ",1,7").split(separator: ", ").enumerated()
            .map { "\($1) AS k\($0)" }.joined(separator: ", ")
    }

    /// Pipelines whose counts of stages differ from their entries.
    static func stages(_ db: Database) throws -> Set<String> {
        try difference(
            "SELECT pipeline, stage, count(*) FROM pipeline_entry GROUP BY pipeline, stage",
            "SELECT pipeline, stage, n FROM stage_count", column: "pipeline", db)
    }

    /// Activities whose counts of held events differ from their events.
    static func heldEvents(_ db: Database) throws -> Set<String> {
        try difference(
            """
            SELECT substr(date, 1, 7), activity, ifnull(track, ''), count(*) FROM event WHERE status = 'held'
            GROUP BY 1, 2, 3
            """, "SELECT month, activity, track, held FROM event_month WHERE held > 0", column: "activity", db)
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
