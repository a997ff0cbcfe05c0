import GRDB

/// Monthly reports: liaison meetings, what a person writes, what was frozen, and which changes have touched it since.
enum ReportSchema {
    static func create(_ db: Database) throws { try db.execute(sql: records + frozenReports + dates) }

    /// What SQLite says where somebody would change a frozen report.
    static let frozen = "a frozen report stays as it is"

    private static let records = """
        CREATE TABLE meeting (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            programme TEXT CHECK (programme <> '' AND \(Checks.line("programme"))),
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            title TEXT NOT NULL CHECK (title <> '' AND \(Checks.line("title"))),
            venue TEXT NOT NULL CHECK (\(Checks.line("venue"))),
            participants TEXT NOT NULL CHECK (\(Checks.paragraph("participants"))),
            minutes TEXT NOT NULL CHECK (\(Checks.paragraph("minutes"))),
            materials TEXT NOT NULL CHECK (\(Checks.paragraph("materials"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;
        CREATE INDEX meeting_date ON meeting (date);

        CREATE TABLE monthly_report (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            month TEXT NOT NULL CHECK (\(Checks.day("(month || '-01')"))),
            programme TEXT NOT NULL CHECK (programme <> '' AND \(Checks.line("programme"))),
            overview TEXT NOT NULL CHECK (\(Checks.paragraph("overview"))),
            analysis TEXT NOT NULL CHECK (\(Checks.paragraph("analysis"))),
            issues TEXT NOT NULL CHECK (\(Checks.paragraph("issues"))),
            plans TEXT NOT NULL CHECK (\(Checks.paragraph("plans"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            UNIQUE (month, programme)
        ) STRICT;

        """

    /// `seq` is the audit entry of the freezing: changes after it are corrections.
    private static let frozenReports = """
        CREATE TABLE frozen_report (
            report INTEGER PRIMARY KEY REFERENCES monthly_report,
            seq INTEGER NOT NULL UNIQUE REFERENCES audit,
            catalogue_version INTEGER NOT NULL REFERENCES catalogue (version),
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            document TEXT NOT NULL
        ) STRICT;
        CREATE TABLE report_touch (
            month TEXT NOT NULL,
            programme TEXT NOT NULL,
            seq INTEGER NOT NULL REFERENCES audit,
            PRIMARY KEY (month, programme, seq)
        ) STRICT, WITHOUT ROWID;
        \(stays("frozen_report", "UPDATE"))
        \(stays("frozen_report", "DELETE"))
        \(stays("report_touch", "UPDATE"))
        \(stays("report_touch", "DELETE"))
        \(stays("monthly_report", "UPDATE", when: isFrozen))
        \(stays("monthly_report", "DELETE", when: isFrozen))

        """

    private static let isFrozen = "EXISTS (SELECT 1 FROM frozen_report WHERE report = old.id)"

    private static func stays(_ table: String, _ operation: String, when condition: String = "1") -> String {
        """
        CREATE TRIGGER \(table)_stays_on_\(operation.lowercased()) BEFORE \(operation) ON \(table) WHEN \(condition) BEGIN
            SELECT RAISE(ABORT, '\(frozen)');
        END;
        """
    }

    /// What a month's report reads from end to end.
    private static let dates = """
        CREATE INDEX consultation_date ON consultation (date, organisation, mode);
        CREATE INDEX hearing_date ON hearing (date, organisation);
        CREATE INDEX process_consultation_date ON process_consultation (date, organisation);
        CREATE INDEX attendance_presence ON attendance (event, presence, organisation);
        CREATE INDEX organisation_institution ON organisation (id) WHERE kind = 'institution';
        CREATE INDEX application_offer ON application (ifnull(offered_on, contracted_on), posting, talent)
            WHERE ifnull(offered_on, contracted_on) IS NOT NULL;
        """
}
