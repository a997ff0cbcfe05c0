import GRDB

/// A company's timeline asks the audit trail for the moves of its cards alone; all else about a company has
/// `audit_organisation_seq`. An index of every entry by kind made each write dearer.
enum AuditMovesSchema {
    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP INDEX audit_organisation;
                CREATE INDEX audit_moves ON audit (organisation, seq) WHERE entity = 'pipeline_entry';
                """)
    }
}
