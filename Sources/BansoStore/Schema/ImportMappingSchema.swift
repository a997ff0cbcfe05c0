import GRDB

/// What headings of files mean, as people said it once.
enum ImportMappingSchema {
    static func create(_ db: Database) throws { try db.execute(sql: mapping) }

    private static let mapping = """
        CREATE TABLE import_mapping (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL CHECK (name <> '' AND \(Checks.line("name"))),
            kind TEXT NOT NULL CHECK (kind <> '' AND \(Checks.line("kind"))),
            columns TEXT NOT NULL CHECK (columns <> '' AND \(Checks.paragraph("columns"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            UNIQUE (kind, name)
        ) STRICT;
        """
}
