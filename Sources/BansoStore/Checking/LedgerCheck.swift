import BansoDomain
import GRDB

/// Compares the count ledger with what the records come to.
enum LedgerCheck {
    /// How many organisations or people are looked at together: bounds the memory.
    private static let batch: Int64 = 512

    /// - Parameter progress: hears how many organisations and people are done, of how many.
    /// - Returns: indicators whose contributions differ, and how many contributions were derived.
    static func contributions(
        _ db: Database, rules: CountingRules, progress: (Int, Int) -> Void
    ) throws -> (differing: Set<IndicatorID>, derived: Int) {
        var check = Comparison(lines: try LedgerLines.all(db), rules: rules)
        let loader = OccurrenceLoader(db, catalogue: rules.catalogue)
        try compareActivities(db, loader, &check)
        let kinds = [RecordKind.organisation, .talent]
        let counts = try kinds.map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0.table)") ?? 0 }
        let all = counts.reduce(0, +)
        var done = 0
        for kind in kinds {
            try compareSubjects(of: kind, db, loader, &check) {
                done += $0
                progress(done, all)
            }
        }
        return (check.differing, check.derived)
    }

    /// Events and case studies themselves, by activity.
    private static func compareActivities(
        _ db: Database, _ loader: OccurrenceLoader, _ check: inout Comparison
    ) throws {
        var byLine: [Int64: [LedgerRow]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(LedgerRow.columns) FROM contribution WHERE subject_kind NOT IN ('organisation', 'talent')
                """)
        while let row = try rows.next() { check.read(row).map { byLine[$0.line, default: []].append($0) } }
        for activity in check.rules.catalogue.activities {
            let lines = check.lines.filter { $0.value.activity == activity.id }.keys
            check.compare(
                try loader.activity(activity.id), with: lines.flatMap { byLine.removeValue(forKey: $0) ?? [] })
        }
        for rows in byLine.values { check.compare([], with: rows) }
    }

    /// All organisations or people, a batch at a time; what is stored for numbers between them and after the last is
    /// compared with nothing.
    private static func compareSubjects(
        of kind: RecordKind, _ db: Database, _ loader: OccurrenceLoader, _ check: inout Comparison,
        progress: (Int) -> Void
    ) throws {
        let next = try db.makeStatement(
            sql: """
                SELECT count(*), max(id) FROM (SELECT id FROM \(kind.table) WHERE id > ? ORDER BY id LIMIT \(batch))
                """)
        let stored = try db.makeStatement(
            sql: "SELECT \(LedgerRow.columns) FROM contribution WHERE subject_kind = ? AND subject BETWEEN ? AND ?")
        var from = Int64.min
        while true {
            let batch = try Row.fetchOne(next, arguments: [max(from, 1) - 1])
            let last: Int64? = batch?[1]
            let ids = from...(last ?? .max)
            let occurrences = kind == .organisation ? try loader.organisations(ids) : try loader.talent(ids)
            var found: [Int64: [LedgerRow]] = [:]
            let rows = try Row.fetchCursor(stored, arguments: [kind.rawValue, ids.lowerBound, ids.upperBound])
            while let row = try rows.next() { check.read(row).map { found[$0.subject.id, default: []].append($0) } }
            for id in Set(occurrences.keys).union(found.keys) {
                check.compare(occurrences[id] ?? [], with: found[id] ?? [])
            }
            guard let last else { return }
            progress(batch?[0] ?? 0)
            from = last + 1
        }
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

        /// - Returns: nil for a row that counting did not write.
        mutating func read(_ row: Row) -> LedgerRow? {
            if let entry = LedgerRow(row) { return entry }
            if let line = lines[row[2]] { differing.insert(line.indicator) }
            return nil
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

    /// Activities with an event whose roster isn't as long as it is said to be.
    static func rosters(_ db: Database) throws -> Set<String> {
        let events = try difference(
            AttentionSchema.derived, "SELECT event, attendances, organisations FROM event_roster", column: "event", db)
        return Set(
            try events.sorted().compactMap {
                try String.fetchOne(db, sql: "SELECT activity FROM event WHERE id = ?", arguments: [$0])
            })
    }

    /// At most 20 organisations whose days differ from their records.
    static func organisationDays(_ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                WITH l AS (\(OrganisationDays.derived) WHERE last_on IS NOT NULL),
                    r AS (
                        SELECT organisation, last_on, took_part_on, followed_on, under_way, planned_on
                        FROM organisation_day)
                SELECT o FROM (SELECT * FROM l EXCEPT SELECT * FROM r)
                UNION SELECT organisation FROM (SELECT * FROM r EXCEPT SELECT * FROM l) ORDER BY 1 LIMIT 20
                """)
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
