import GRDB

/// A card that moves on changes two things that its organisation's days say, where all was derived anew from every table. And who
/// asks for events by what became of them, or for who is silent, reads an index alone, where it named rows that had to be read.
enum CardMovesSchema {
    static func create(_ db: Database) throws {
        for status in ["held", "planned"] {
            try db.execute(
                sql: """
                    DROP INDEX event_\(status);
                    CREATE INDEX event_\(status) ON event (date, activity, track, status) WHERE status = '\(status)';
                    """)
        }
        try OrganisationDays.createTriggers(db)
        try db.execute(sql: "DROP INDEX organisation_day_last; \(OrganisationDays.indexOfLast)")
    }
}
