import GRDB

/// Why records of reported months were changed. A reason belongs to the report that has the correction, and stays once that
/// is frozen.
enum CorrectionReasonSchema {
    static func create(_ db: Database) throws { try db.execute(sql: reasons) }

    private static let reasons = """
        CREATE TABLE correction_reason (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            month TEXT NOT NULL CHECK (\(Checks.day("(month || '-01')"))),
            programme TEXT NOT NULL CHECK (programme <> '' AND \(Checks.line("programme"))),
            record TEXT NOT NULL CHECK (record <> '' AND \(Checks.line("record"))),
            reason TEXT NOT NULL CHECK (reason <> '' AND \(Checks.paragraph("reason"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            UNIQUE (month, programme, record)
        ) STRICT;
        \(stays("INSERT", row: "new"))
        \(stays("UPDATE", row: "old"))
        \(stays("DELETE", row: "old"))
        """

    private static func stays(_ operation: String, row: String) -> String {
        """
        CREATE TRIGGER correction_reason_stays_on_\(operation.lowercased()) BEFORE \(operation) ON correction_reason WHEN EXISTS (
            SELECT 1 FROM frozen_report AS f JOIN monthly_report AS r ON r.id = f.report
            WHERE r.month = \(row).month AND r.programme = \(row).programme)
        BEGIN
            SELECT RAISE(ABORT, '\(ReportSchema.frozen)');
        END;
        """
    }
}
