import GRDB

/// Contributions by line, and the sums that triggers keep beside them so that plain SQL can't make the two differ.
///
/// A row with `reason` and without `until` does not count. With both it counts until the day before `until`: its month
/// keeps the count, and the month of `until` has one less.
enum LedgerSchemaV2 {
    static func create(_ db: Database) throws {
        try db.execute(
            sql: "DROP TABLE contribution; DROP TABLE rollup_month; DROP TABLE rollup_day;" + contribution)
        for sum in Sum.all { try db.execute(sql: sum.sql) }
    }

    private static let contribution = """
        CREATE TABLE ledger_line (
            id INTEGER PRIMARY KEY,
            indicator TEXT NOT NULL,
            activity TEXT NOT NULL,
            part TEXT NOT NULL,
            UNIQUE (indicator, activity, part)
        ) STRICT;
        CREATE TABLE contribution (
            subject_kind TEXT NOT NULL,
            subject INTEGER NOT NULL,
            line INTEGER NOT NULL REFERENCES ledger_line,
            source_kind TEXT NOT NULL,
            source INTEGER NOT NULL,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            -- 0 stands for an unknown one.
            prefecture INTEGER NOT NULL CHECK (prefecture BETWEEN 0 AND 47),
            reason TEXT CHECK (reason <> ''),
            until TEXT CHECK (\(Checks.day("until")) AND until > date),
            CHECK (until IS NULL OR reason IS NOT NULL),
            PRIMARY KEY (subject_kind, subject, line, source_kind, source)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX contribution_line ON contribution (line, date);
        CREATE INDEX contribution_until ON contribution (line, until) WHERE until IS NOT NULL;
        CREATE TRIGGER contribution_changes BEFORE UPDATE ON contribution BEGIN
            SELECT RAISE(ABORT, 'contributions are replaced, never changed');
        END;
        """

    /// One of the tables of sums: its key columns, as expressions over a contribution and its day (`%`).
    private struct Sum {
        var table: String
        var columns: [(name: String, type: String, value: String)]

        static let all = [
            Sum(
                table: "rollup_month",
                columns: [("month", "TEXT", "substr(%, 1, 7)"), ("line", "INTEGER", "@.line")]),
            Sum(table: "rollup_day", columns: [("day", "TEXT", "%"), ("line", "INTEGER", "@.line")]),
            Sum(
                table: "rollup_place",
                columns: [
                    ("line", "INTEGER", "@.line"), ("prefecture", "INTEGER", "@.prefecture"),
                    ("month", "TEXT", "substr(%, 1, 7)"),
                ]),
        ]

        var sql: String {
            let names = columns.map(\.name).joined(separator: ", ")
            let counts = "@.reason IS NULL OR @.until IS NOT NULL"
            let ends = "WHEN @.until IS NOT NULL"
            return """
                CREATE TABLE \(table) (
                    \(columns.map { "\($0.name) \($0.type) NOT NULL" }.joined(separator: ", ")),
                    counted INTEGER NOT NULL,
                    not_counted INTEGER NOT NULL CHECK (not_counted >= 0),
                    PRIMARY KEY (\(names))
                ) STRICT, WITHOUT ROWID;
                \(trigger("add", "INSERT", "new", day: "@.date", counts: counts, not: "NOT (\(counts))"))
                \(trigger("end", "INSERT", "new", when: ends, day: "@.until", counts: "-1", not: "1"))
                \(trigger("remove", "DELETE", "old", day: "@.date", counts: "-(\(counts))", not: "-(NOT (\(counts)))"))
                \(trigger("resume", "DELETE", "old", when: ends, day: "@.until", counts: "1", not: "-1"))
                """
        }

        private func trigger(
            _ name: String, _ operation: String, _ row: String, when: String = "", day: String, counts: String,
            not: String
        ) -> String {
            let keys = columns.map { $0.value.replacing("%", with: day) }
            let place = zip(columns, keys).map { "\($0.name) = \($1)" }.joined(separator: " AND ")
            let empty =
                operation == "DELETE" ? "DELETE FROM \(table) WHERE \(place) AND counted = 0 AND not_counted = 0;" : ""
            let change =
                operation == "DELETE"
                ? "UPDATE \(table) SET counted = counted + (\(counts)), not_counted = not_counted + (\(not)) WHERE \(place);"
                : """
                INSERT INTO \(table) VALUES (\(keys.joined(separator: ", ")), \(counts), \(not))
                    ON CONFLICT DO UPDATE SET counted = counted + excluded.counted,
                        not_counted = not_counted + excluded.not_counted;
                """
            return """
                CREATE TRIGGER \(table)_\(name) AFTER \(operation) ON contribution \(when) BEGIN
                    \(change) \(empty)
                END;
                """.replacing("@", with: row)
        }
    }
}
