import GRDB

/// Who changed what, in a chain of hashes. The texts stand apart, so that erasing them leaves the chain whole.
enum AuditSchemaV1 {
    static func create(_ db: Database) throws { try db.execute(sql: audit) }

    /// A change set is named by the number of its first entry.
    private static let audit = """
        CREATE TABLE audit (
            seq INTEGER PRIMARY KEY,
            change_set INTEGER NOT NULL CHECK (change_set <= seq),
            at INTEGER NOT NULL,
            actor INTEGER NOT NULL REFERENCES coordinator,
            action TEXT NOT NULL,
            operation TEXT NOT NULL CHECK (\(Checks.oneOf("operation", ["insert", "update", "delete"]))),
            entity TEXT NOT NULL,
            row INTEGER NOT NULL,
            organisation INTEGER,
            undoes INTEGER,
            detail_hash BLOB NOT NULL CHECK (length(detail_hash) = 32),
            previous BLOB NOT NULL CHECK (length(previous) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        ) STRICT;
        CREATE INDEX audit_change_set ON audit (change_set, seq);
        CREATE INDEX audit_organisation ON audit (organisation, entity, seq);
        CREATE INDEX audit_actor ON audit (actor, seq) WHERE seq = change_set AND undoes IS NULL;
        CREATE INDEX audit_undoes ON audit (undoes) WHERE seq = change_set AND undoes IS NOT NULL;
        CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit trail is append-only');
        END;
        CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit trail is append-only');
        END;

        CREATE TABLE audit_detail (
            seq INTEGER PRIMARY KEY REFERENCES audit,
            salt BLOB NOT NULL CHECK (length(salt) = 16),
            before TEXT,
            after TEXT,
            CHECK (before IS NOT NULL OR after IS NOT NULL)
        ) STRICT;
        CREATE TRIGGER audit_detail_keeps BEFORE UPDATE ON audit_detail BEGIN
            SELECT RAISE(ABORT, 'the audit trail is append-only');
        END;
        """
}
