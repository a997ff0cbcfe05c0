import BansoDomain
import GRDB

/// What left the desk as a file: who, when, what, why, and the file's hash. Rows are added, never changed or taken out.
enum ExportLedgerSchema {
    static func create(_ db: Database, catalogue: Catalogue) throws {
        try db.execute(sql: tables)
        for table in ["export", "export_withdrawal"] { try db.execute(sql: keeping(table)) }
    }

    private static let tables = """
        CREATE TABLE export (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            actor INTEGER NOT NULL REFERENCES coordinator,
            subject TEXT NOT NULL CHECK (subject <> '' AND \(Checks.line("subject"))),
            filter TEXT NOT NULL CHECK (\(Checks.line("filter"))),
            rows INTEGER NOT NULL CHECK (rows >= 0),
            sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
            purpose TEXT NOT NULL CHECK (purpose <> '' AND \(Checks.line("purpose"))),
            format TEXT NOT NULL CHECK (format <> '' AND \(Checks.line("format"))),
            name TEXT NOT NULL CHECK (\(Checks.line("name")))
        ) STRICT;

        CREATE TABLE export_withdrawal (
            id INTEGER PRIMARY KEY REFERENCES export,
            at INTEGER NOT NULL
        ) STRICT;
        """

    /// Lets the texts of entries be changed within a transaction, where somebody's name in them is erased.
    static func whileOpen(_ db: Database, _ body: () throws -> Void) throws {
        let name = "export_keeps"
        let trigger = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = ?", arguments: [name])
        guard let trigger else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(name) is missing; run banso check")
        }
        try db.execute(sql: "DROP TRIGGER \(name)")
        try body()
        try db.execute(sql: trigger)
    }

    /// A row that replaces another one would not fire the trigger of its deletion.
    private static func keeping(_ table: String) -> String {
        """
        CREATE TRIGGER \(table)_keeps BEFORE UPDATE ON \(table) BEGIN
            SELECT RAISE(ABORT, 'the export ledger is append-only');
        END;
        CREATE TRIGGER \(table)_stays BEFORE DELETE ON \(table) BEGIN
            SELECT RAISE(ABORT, 'the export ledger is append-only');
        END;
        CREATE TRIGGER \(table)_adds BEFORE INSERT ON \(table)
        WHEN EXISTS (SELECT 1 FROM \(table) WHERE id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'the export ledger is append-only');
        END;
        """
    }
}
