import BansoDomain
import GRDB

/// When anything last happened to an organisation, when it first took part, when it was last asked about hires, and
/// whether it is under way: kept by triggers, so that asking who needs a hand reads an index.
enum OrganisationDays {
    /// The side table with its rows; nothing keeps them yet.
    static func create(_ db: Database, catalogue: Catalogue) throws {
        try db.execute(sql: tables)
        for pipeline in catalogue.pipelines {
            try db.execute(
                sql: "INSERT INTO pipeline_end (pipeline, last_order) VALUES (?, ?)",
                arguments: [pipeline.id.text, pipeline.stages.count - 1])
        }
        try db.execute(sql: "INSERT INTO organisation_day \(derived) WHERE last_on IS NOT NULL")
    }

    /// The triggers that keep it, in place of those of earlier schemas. What they have in common is a view: each open
    /// connection reads the whole schema first.
    static func createTriggers(_ db: Database) throws {
        let old = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'organisation_day_*'"
        for name in try String.fetchAll(db, sql: old) { try db.execute(sql: "DROP TRIGGER \(name)") }
        try db.execute(sql: "CREATE VIEW organisation_day_now AS \(derived)")
        for source in Source.all { try db.execute(sql: source.triggers) }
        try db.execute(sql: others)
    }

    /// The side table's rows as the records have them; `last_on` is NULL where nothing ever happened.
    static var derived: String {
        let tookPart = Source.all.filter(\.isTakingPart)
        return """
            SELECT o, last_on, took_part_on, followed_on, under_way FROM (
                SELECT o, \(extreme("max", Source.all)) AS last_on, \(extreme("min", tookPart)) AS took_part_on,
                    (SELECT max(date) FROM follow_up WHERE organisation = o) AS followed_on,
                    EXISTS (
                        SELECT 1 FROM pipeline_entry AS c JOIN pipeline_end AS n ON n.pipeline = c.pipeline
                        WHERE c.organisation = o AND c.stage_order > 0 AND c.stage_order < n.last_order) AS under_way
                FROM (SELECT id AS o FROM organisation))
            """
    }

    private static func extreme(_ function: String, _ sources: [Source]) -> String {
        let days = sources.map { "SELECT \(function)(\($0.day)) AS d FROM \($0.rows)" }
        return "(SELECT \(function)(d) FROM (\(days.joined(separator: " UNION ALL "))))"
    }

    private static let tables = """
        CREATE TABLE pipeline_end (pipeline TEXT PRIMARY KEY, last_order INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE organisation_day (
            organisation INTEGER PRIMARY KEY,
            last_on TEXT NOT NULL,
            took_part_on TEXT,
            followed_on TEXT,
            under_way INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX organisation_day_last ON organisation_day (last_on) WHERE under_way;
        CREATE INDEX organisation_day_asked ON organisation_day (ifnull(followed_on, took_part_on))
            WHERE took_part_on IS NOT NULL;
        CREATE INDEX pipeline_entry_due ON pipeline_entry (next_due, id) WHERE next_due IS NOT NULL;
        """

    /// What moves the days of several organisations at once, and the cards.
    private static var others: String {
        let guests = "SELECT organisation FROM attendance WHERE event = new.id AND organisation IS NOT NULL"
        return """
            CREATE TRIGGER organisation_day_event AFTER UPDATE ON event WHEN old.date <> new.date BEGIN
                \(again("IN (\(guests))"))
            END;
            CREATE TRIGGER organisation_day_posting AFTER UPDATE ON posting
            WHEN old.organisation <> new.organisation BEGIN
                \(again("IN (old.organisation, new.organisation)"))
            END;
            CREATE TRIGGER organisation_day_card AFTER UPDATE ON pipeline_entry
            WHEN (old.organisation, old.pipeline, old.stage_order, old.since)
                <> (new.organisation, new.pipeline, new.stage_order, new.since) BEGIN
                \(again("IN (old.organisation, new.organisation)"))
            END;
            CREATE TRIGGER organisation_day_card_removed AFTER DELETE ON pipeline_entry BEGIN
                \(again("= old.organisation"))
            END;
            """
    }

    private static func again(_ organisations: String) -> String {
        """
        DELETE FROM organisation_day WHERE organisation \(organisations);
        \(insert(organisations))
        """
    }

    private static func insert(_ organisations: String) -> String {
        "INSERT INTO organisation_day SELECT * FROM organisation_day_now "
            + "WHERE o \(organisations) AND last_on IS NOT NULL;"
    }

    /// A table whose rows are something that happened to an organisation.
    private struct Source {
        /// Tells triggers apart.
        var name: String
        var table: String
        /// Of a row of the table that is written `@`.
        var organisation: String
        var dayOfRow: String
        var condition = "1"
        /// The day, and the rows, of the organisation `o`.
        var day: String
        var rows: String
        var isTakingPart = false

        static let all: [Source] =
            [
                plain("consultation", isTakingPart: true), plain("hearing", isTakingPart: true),
                plain("training", isTakingPart: true), plain("process_consultation", isTakingPart: true),
                plain("posting", isTakingPart: true), plain("interview", isTakingPart: true),
                plain("inter_company_contract", by: "sender", isTakingPart: true),
                plain("inter_company_contract", by: "receiver", isTakingPart: true),
                plain("case_study"), plain("follow_up"), plain("pipeline_entry", on: "since"),
            ] + [
                Source(
                    name: "attendance", table: "attendance", organisation: "@.organisation",
                    dayOfRow: "(SELECT date FROM event WHERE id = @.event)", condition: "@.presence = 'attended'",
                    day: "e.date",
                    rows: """
                        attendance AS a CROSS JOIN event AS e ON e.id = a.event
                        WHERE a.organisation = o AND a.presence = 'attended'
                        """, isTakingPart: true),
                Source(
                    name: "application", table: "application",
                    organisation: "(SELECT organisation FROM posting WHERE id = @.posting)", dayOfRow: "@.date",
                    day: "a.date",
                    rows: "posting AS p CROSS JOIN application AS a ON a.posting = p.id WHERE p.organisation = o"),
            ]

        private static func plain(
            _ table: String, by column: String = "organisation", on day: String = "date", isTakingPart: Bool = false
        ) -> Source {
            Source(
                name: column == "organisation" ? table : "\(table)_\(column)", table: table,
                organisation: "@." + column, dayOfRow: "@." + day, day: day,
                rows: "\(table) WHERE \(column) = o", isTakingPart: isTakingPart)
        }

        var triggers: String {
            let isThere = "\(organisation) IS NOT NULL AND \(condition)"
            let isCard = table == "pipeline_entry"
            let moved = [organisation, dayOfRow, condition].map { "(\(of("old", $0))) IS NOT (\(of("new", $0)))" }
            let added = """
                CREATE TRIGGER organisation_day_\(name)_added AFTER INSERT ON \(table) WHEN \(of("new", isThere)) BEGIN
                    \(add)
                END;
                """
            return isCard
                ? added
                : added + """
                    CREATE TRIGGER organisation_day_\(name)_removed AFTER DELETE ON \(table) WHEN \(of("old", isThere))
                    BEGIN
                        \(remove)
                    END;
                    CREATE TRIGGER organisation_day_\(name)_before AFTER UPDATE ON \(table)
                    WHEN \(of("old", isThere)) AND (\(moved.joined(separator: " OR "))) BEGIN
                        \(remove)
                    END;
                    CREATE TRIGGER organisation_day_\(name)_after AFTER UPDATE ON \(table)
                    WHEN \(of("new", isThere)) AND (\(moved.joined(separator: " OR "))) BEGIN
                        \(add)
                    END;
                    """
        }

        private func of(_ row: String, _ expression: String) -> String { expression.replacing("@", with: row) }

        private var add: String {
            let day = of("new", dayOfRow)
            let isUnderWay = """
                EXISTS (
                    SELECT 1 FROM pipeline_end AS n
                    WHERE n.pipeline = new.pipeline AND new.stage_order > 0 AND new.stage_order < n.last_order)
                """
            return """
                INSERT INTO organisation_day VALUES (
                    \(of("new", organisation)), \(day), \(isTakingPart ? day : "NULL"),
                    \(table == "follow_up" ? day : "NULL"), \(table == "pipeline_entry" ? isUnderWay : "0"))
                ON CONFLICT DO UPDATE SET last_on = max(last_on, excluded.last_on),
                    took_part_on = min(
                        ifnull(took_part_on, excluded.took_part_on), ifnull(excluded.took_part_on, took_part_on)),
                    followed_on = max(
                        ifnull(followed_on, excluded.followed_on), ifnull(excluded.followed_on, followed_on)),
                    under_way = max(under_way, excluded.under_way);
                """
        }

        /// Derives the days again where the row was the first or the last.
        private var remove: String {
            let (organisation, day) = (of("old", organisation), of("old", dayOfRow))
            // Where its days stand, nothing is looked for.
            let lost = """
                = (SELECT k FROM (SELECT \(organisation) AS k)
                WHERE k NOT IN (SELECT organisation FROM organisation_day))
                """
            return """
                DELETE FROM organisation_day WHERE organisation = \(organisation)
                    AND (last_on <= \(day) OR took_part_on >= \(day) OR followed_on <= \(day));
                \(OrganisationDays.insert(lost))
                """
        }
    }
}
