import GRDB

/// Contributions, and the sums that triggers keep beside them so that plain SQL can't make the two differ.
enum LedgerSchemaV1 {
    static func create(_ db: Database) throws {
        try db.execute(sql: contribution)
        for (table, column, period) in [
            ("rollup_month", "month", "substr(%.date, 1, 7)"), ("rollup_day", "day", "%.date"),
        ] {
            try db.execute(sql: rollup(table, column, period))
        }
    }

    /// `reason` is null for a row that counts.
    private static let contribution = """
        CREATE TABLE contribution (
            subject TEXT NOT NULL,
            activity TEXT NOT NULL,
            indicator TEXT NOT NULL,
            source TEXT NOT NULL,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            prefecture INTEGER CHECK (prefecture BETWEEN 1 AND 47),
            reason TEXT CHECK (reason <> ''),
            PRIMARY KEY (subject, activity, indicator, source)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX contribution_indicator ON contribution (indicator, date);
        """

    /// Prefecture 0 stands for an unknown one.
    private static func rollup(_ table: String, _ column: String, _ period: String) -> String {
        let new = period.replacing("%", with: "new")
        let old = period.replacing("%", with: "old")
        let add = """
            INSERT INTO \(table) VALUES (
                \(new), new.indicator, ifnull(new.prefecture, 0), new.activity, new.reason IS NULL,
                new.reason IS NOT NULL)
            ON CONFLICT DO UPDATE SET counted = \(table).counted + (new.reason IS NULL),
                not_counted = \(table).not_counted + (new.reason IS NOT NULL);
            """
        let place = """
            \(column) = \(old) AND indicator = old.indicator AND prefecture = ifnull(old.prefecture, 0)
                AND activity = old.activity
            """
        let remove = """
            UPDATE \(table) SET counted = counted - (old.reason IS NULL),
                not_counted = not_counted - (old.reason IS NOT NULL) WHERE \(place);
            DELETE FROM \(table) WHERE \(place) AND counted = 0 AND not_counted = 0;
            """
        return """
            CREATE TABLE \(table) (
                \(column) TEXT NOT NULL,
                indicator TEXT NOT NULL,
                prefecture INTEGER NOT NULL,
                activity TEXT NOT NULL,
                counted INTEGER NOT NULL CHECK (counted >= 0),
                not_counted INTEGER NOT NULL CHECK (not_counted >= 0),
                PRIMARY KEY (\(column), indicator, prefecture, activity)
            ) STRICT, WITHOUT ROWID;
            CREATE TRIGGER \(table)_add AFTER INSERT ON contribution BEGIN \(add) END;
            CREATE TRIGGER \(table)_change AFTER UPDATE ON contribution BEGIN \(remove) \(add) END;
            CREATE TRIGGER \(table)_remove AFTER DELETE ON contribution BEGIN \(remove) END;
            """
    }
}
