import GRDB

/// Today's page asks of each silent company whether something is planned, and of each event whether anybody is on its roster:
/// an index and a count answer it from a few pages of the file instead of one or two for each.
enum AttentionSchema {
    static func create(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE INDEX pipeline_entry_planned ON pipeline_entry (organisation, next_due)
                    WHERE next_due IS NOT NULL;

                -- How many attendances an event has, and how many of them are of organisations; no row without any.
                CREATE TABLE event_roster (
                    event INTEGER PRIMARY KEY, attendances INTEGER NOT NULL, organisations INTEGER NOT NULL) STRICT;
                INSERT INTO event_roster \(derived);
                CREATE TRIGGER event_roster_added AFTER INSERT ON attendance BEGIN \(added) END;
                CREATE TRIGGER event_roster_removed AFTER DELETE ON attendance BEGIN \(removed) END;
                CREATE TRIGGER event_roster_moved AFTER UPDATE OF event, organisation ON attendance
                    WHEN old.event <> new.event OR (old.organisation IS NULL) <> (new.organisation IS NULL)
                    BEGIN \(removed) \(added) END;
                """)
    }

    /// What the rows of `event_roster` come to from the records.
    static let derived = "SELECT event, count(*), count(organisation) FROM attendance GROUP BY event"

    private static let added = """
        INSERT INTO event_roster VALUES (new.event, 1, new.organisation IS NOT NULL) ON CONFLICT (event) DO UPDATE
            SET attendances = attendances + 1, organisations = organisations + excluded.organisations;
        """
    private static let removed = """
        UPDATE event_roster SET attendances = attendances - 1, organisations = organisations - (old.organisation IS NOT NULL)
            WHERE event = old.event;
        DELETE FROM event_roster WHERE event = old.event AND attendances = 0;
        """
}
