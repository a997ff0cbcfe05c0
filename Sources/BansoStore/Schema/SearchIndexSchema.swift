import GRDB

/// What search reads of organisations from end to end, in the order of their numbers: new ones are put at its end, where an
/// order of keys would touch a page anywhere for each row of a long import.
enum SearchIndexSchema {
    static func create(_ db: Database) throws { try db.execute(sql: index) }

    private static let index = """
        DROP INDEX organisation_search;
        CREATE INDEX organisation_search ON organisation (id, search_key, match_key, kind);
        """
}
