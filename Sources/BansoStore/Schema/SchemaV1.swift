import BansoDomain
import GRDB

/// The first schema. Every rule that a second writer could break is a constraint, so that plain SQL keeps to it too.
enum SchemaV1 {
    /// "bans" in ASCII: how a file says that it is a banso database.
    static let applicationID = 0x6261_6E73

    static func create(_ db: Database, catalogue: Catalogue) throws {
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: desk)
        try db.execute(sql: pipelineEntry)
        try db.execute(sql: consultation(limit: catalogue.consultation.limit))
        try LedgerSchemaV1.create(db)
        try AuditSchemaV1.create(db)
    }

    private static let desk = """
        CREATE TABLE catalogue (
            version INTEGER PRIMARY KEY,
            id TEXT NOT NULL,
            text TEXT NOT NULL,
            sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
            taken_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE coordinator (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE CHECK (name <> '' AND \(Checks.line("name"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;

        CREATE TABLE organisation (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (\(Checks.oneOf("kind", ["company", "institution"]))),
            name TEXT NOT NULL CHECK (name <> '' AND \(Checks.line("name"))),
            kana TEXT NOT NULL CHECK (\(Checks.line("kana"))),
            corporate_number TEXT UNIQUE CHECK (\(Checks.digits("corporate_number", 13))),
            prefecture INTEGER CHECK (prefecture BETWEEN 1 AND 47),
            municipality TEXT NOT NULL CHECK (\(Checks.line("municipality"))),
            address TEXT NOT NULL CHECK (\(Checks.line("address"))),
            postcode TEXT NOT NULL CHECK (postcode = '' OR \(Checks.digits("postcode", 7))),
            industry TEXT NOT NULL CHECK (\(Checks.line("industry"))),
            employees INTEGER CHECK (employees >= 0),
            capital INTEGER CHECK (capital >= 0),
            match_key TEXT NOT NULL,
            search_key TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;
        CREATE INDEX organisation_match ON organisation (match_key);
        -- What search reads from end to end, without the rest of the row.
        CREATE INDEX organisation_search ON organisation (search_key, match_key);
        """

    private static let pipelineEntry = """
        CREATE TABLE pipeline_entry (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            organisation INTEGER NOT NULL REFERENCES organisation,
            pipeline TEXT NOT NULL,
            stage TEXT NOT NULL,
            stage_order INTEGER NOT NULL CHECK (stage_order >= 0),
            since TEXT NOT NULL CHECK (\(Checks.day("since"))),
            side TEXT CHECK (\(Checks.oneOf("side", ["sender", "receiver"]))),
            coordinator INTEGER REFERENCES coordinator,
            next_action TEXT CHECK (\(Checks.line("next_action"))),
            next_due TEXT CHECK (\(Checks.day("next_due"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            UNIQUE (organisation, pipeline),
            CHECK (next_due IS NULL OR next_action IS NOT NULL)
        ) STRICT;
        CREATE INDEX pipeline_entry_place ON pipeline_entry (pipeline, stage_order, since, id);

        CREATE TABLE stage_count (
            pipeline TEXT NOT NULL,
            stage TEXT NOT NULL,
            n INTEGER NOT NULL CHECK (n >= 0),
            PRIMARY KEY (pipeline, stage)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER pipeline_entry_added AFTER INSERT ON pipeline_entry BEGIN
            INSERT INTO stage_count VALUES (new.pipeline, new.stage, 1)
            ON CONFLICT DO UPDATE SET n = n + 1;
        END;
        CREATE TRIGGER pipeline_entry_moved AFTER UPDATE OF pipeline, stage ON pipeline_entry BEGIN
            UPDATE stage_count SET n = n - 1 WHERE pipeline = old.pipeline AND stage = old.stage;
            INSERT INTO stage_count VALUES (new.pipeline, new.stage, 1)
            ON CONFLICT DO UPDATE SET n = n + 1;
            DELETE FROM stage_count WHERE pipeline = old.pipeline AND stage = old.stage AND n = 0;
        END;
        CREATE TRIGGER pipeline_entry_removed AFTER DELETE ON pipeline_entry BEGIN
            UPDATE stage_count SET n = n - 1 WHERE pipeline = old.pipeline AND stage = old.stage;
            DELETE FROM stage_count WHERE pipeline = old.pipeline AND stage = old.stage AND n = 0;
        END;
        """

    private static func consultation(limit: Int) -> String {
        """
        CREATE TABLE consultation (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            organisation INTEGER NOT NULL REFERENCES organisation,
            ordinal INTEGER NOT NULL CONSTRAINT consultation_limit CHECK (ordinal BETWEEN 1 AND \(limit)),
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            start_minute INTEGER CHECK (start_minute BETWEEN 0 AND 1439),
            minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 480),
            mode TEXT NOT NULL CHECK (\(Checks.oneOf("mode", ["online", "in-person"]))),
            coordinator INTEGER REFERENCES coordinator,
            topics TEXT NOT NULL CHECK (\(Checks.paragraph("topics"))),
            notes TEXT NOT NULL CHECK (\(Checks.paragraph("notes"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            UNIQUE (organisation, ordinal)
        ) STRICT;
        """
    }
}
