import GRDB

/// Today's page asks for the cards whose next step is due, and whose they are: the index says it of all of them, where it took a
/// page of the file for each. Whether something is planned with a silent company its days say, and the triggers that keep those
/// say what they share once.
enum NextStepsSchema {
    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                DROP INDEX pipeline_entry_due;
                CREATE INDEX pipeline_entry_due ON pipeline_entry (next_due, id, organisation) WHERE next_due IS NOT NULL;
                """)
        try OrganisationDays.createTriggers(db)
    }
}
