import BansoDomain
import GRDB

/// When anything last happened to an organisation, when it first took part, when it was last asked about hires, whether it is
/// under way, and the last day on which something is planned: kept by triggers, so that asking who needs a hand reads an index.
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

    /// The triggers that keep it, in place of those of earlier schemas. What they have in common stands once, in views and
    /// the triggers of those: each open connection reads the whole schema first.
    static func createTriggers(_ db: Database) throws {
        try addPlans(db)
        let old = "FROM sqlite_master WHERE type IN ('trigger', 'view') AND name GLOB 'organisation_day_*'"
        for row in try Row.fetchAll(db, sql: "SELECT type, name \(old) ORDER BY type") {
            try db.execute(sql: "DROP \(row["type"] as String) \(row["name"] as String)")
        }
        try db.execute(sql: "CREATE VIEW organisation_day_now AS \(derived)")
        try db.execute(sql: changes)
        for source in Source.all { try db.execute(sql: source.triggers) }
        try db.execute(sql: others)
    }

    /// Earlier schemas looked for what is planned in the cards, a page of the file for each organisation.
    private static func addPlans(_ db: Database) throws {
        guard try !db.columns(in: "organisation_day").contains(where: { $0.name == "planned_on" }) else { return }
        try db.execute(
            sql: """
                ALTER TABLE organisation_day ADD COLUMN planned_on TEXT;
                UPDATE organisation_day AS d SET planned_on = \(planned("d.organisation"));
                DROP INDEX organisation_day_last;
                \(indexOfLast)
                """)
    }

    private static func planned(_ organisation: String) -> String {
        "(SELECT max(next_due) FROM pipeline_entry WHERE organisation = \(organisation))"
    }

    private static func planAgain(_ organisation: String) -> String {
        "UPDATE organisation_day SET planned_on = \(planned(organisation)) WHERE organisation = \(organisation);"
    }

    /// All that is asked of the silent: their rows are not read for it.
    static let indexOfLast = """
        CREATE INDEX organisation_day_last ON organisation_day (last_on, organisation, planned_on, under_way) WHERE under_way;
        """

    /// The side table's rows as the records have them; `last_on` is NULL where nothing ever happened.
    static var derived: String {
        let tookPart = Source.all.filter(\.isTakingPart)
        return """
            SELECT o, last_on, took_part_on, followed_on, under_way, planned_on FROM (
                SELECT o, \(extreme("max", Source.all)) AS last_on, \(extreme("min", tookPart)) AS took_part_on,
                    (SELECT max(date) FROM follow_up WHERE organisation = o) AS followed_on,
                    \(isUnderWay("o")) AS under_way,
                    \(planned("o")) AS planned_on
                FROM (SELECT id AS o FROM organisation))
            """
    }

    private static func isUnderWay(_ organisation: String) -> String {
        """
        EXISTS (
            SELECT 1 FROM pipeline_entry AS c JOIN pipeline_end AS n ON n.pipeline = c.pipeline
            WHERE c.organisation = \(organisation) AND c.stage_order > 0 AND c.stage_order < n.last_order)
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
            under_way INTEGER NOT NULL,
            planned_on TEXT
        ) STRICT;
        \(indexOfLast)
        CREATE INDEX organisation_day_asked ON organisation_day (ifnull(followed_on, took_part_on))
            WHERE took_part_on IS NOT NULL;
        CREATE INDEX pipeline_entry_due ON pipeline_entry (next_due, id) WHERE next_due IS NOT NULL;
        """

    /// Something that happened to an organisation is there, or is there no longer: rows that are written to these views.
    private static let changes = """
        CREATE VIEW organisation_day_came AS
            SELECT 0 AS organisation, '' AS day, '' AS took_part_on, '' AS followed_on, 0 AS under_way;
        CREATE TRIGGER organisation_day_came_in INSTEAD OF INSERT ON organisation_day_came BEGIN
            INSERT INTO organisation_day
            VALUES (new.organisation, new.day, new.took_part_on, new.followed_on, new.under_way, NULL)
            ON CONFLICT DO UPDATE SET last_on = max(last_on, excluded.last_on),
                took_part_on = min(
                    ifnull(took_part_on, excluded.took_part_on), ifnull(excluded.took_part_on, took_part_on)),
                followed_on = max(
                    ifnull(followed_on, excluded.followed_on), ifnull(excluded.followed_on, followed_on)),
                under_way = max(under_way, excluded.under_way);
        END;
        CREATE VIEW organisation_day_went AS SELECT 0 AS organisation, '' AS day;
        CREATE TRIGGER organisation_day_went_out INSTEAD OF INSERT ON organisation_day_went BEGIN
            -- The days are derived again where this was the first or the last; where they stand, nothing is looked for.
            DELETE FROM organisation_day WHERE organisation = new.organisation
                AND (last_on <= new.day OR took_part_on >= new.day OR followed_on <= new.day);
            \(insert("""
                = (SELECT k FROM (SELECT new.organisation AS k) WHERE k NOT IN (SELECT organisation FROM organisation_day))
                """))
        END;
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
            WHEN old.organisation <> new.organisation OR new.since < old.since BEGIN
                \(again("IN (old.organisation, new.organisation)"))
            END;
            CREATE TRIGGER organisation_day_card_on AFTER UPDATE ON pipeline_entry
            WHEN old.organisation = new.organisation AND new.since >= old.since
                AND (old.pipeline, old.stage_order, old.since) <> (new.pipeline, new.stage_order, new.since) BEGIN
                UPDATE organisation_day SET last_on = max(last_on, new.since), under_way = \(isUnderWay("new.organisation"))
                    WHERE organisation = new.organisation;
            END;
            CREATE TRIGGER organisation_day_plan AFTER UPDATE ON pipeline_entry WHEN old.next_due IS NOT new.next_due BEGIN
                \(planAgain("new.organisation"))
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
        /// Nil where each row counts.
        var condition: String?
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
            let isThere = ["\(organisation) IS NOT NULL", condition].compactMap { $0 }.joined(separator: " AND ")
            let moved = [organisation, dayOfRow, condition].compactMap { part in
                part.map { "(\(of("old", $0))) IS NOT (\(of("new", $0)))" }
            }
            let added = """
                CREATE TRIGGER organisation_day_\(name)_added AFTER INSERT ON \(table) WHEN \(of("new", isThere)) BEGIN
                    INSERT INTO organisation_day_came VALUES (\(came));
                    \(isCard ? planAgain("new.organisation") : "")
                END;
                """
            // A card that goes moves more than days: see `others`.
            guard !isCard else { return added }
            return added + """
                CREATE TRIGGER organisation_day_\(name)_removed AFTER DELETE ON \(table) WHEN \(of("old", isThere)) BEGIN
                    INSERT INTO organisation_day_went VALUES (\(went));
                END;
                CREATE TRIGGER organisation_day_\(name)_moved AFTER UPDATE ON \(table)
                WHEN \(moved.joined(separator: " OR ")) BEGIN
                    INSERT INTO organisation_day_went SELECT \(went) WHERE \(of("old", isThere));
                    INSERT INTO organisation_day_came SELECT \(came) WHERE \(of("new", isThere));
                END;
                """
        }

        private func of(_ row: String, _ expression: String) -> String { expression.replacing("@", with: row) }

        private var isCard: Bool { table == "pipeline_entry" }

        private var came: String {
            let day = of("new", dayOfRow)
            let isUnderWay = """
                EXISTS (
                    SELECT 1 FROM pipeline_end AS n
                    WHERE n.pipeline = new.pipeline AND new.stage_order > 0 AND new.stage_order < n.last_order)
                """
            return """
                \(of("new", organisation)), \(day), \(isTakingPart ? day : "NULL"), \
                \(table == "follow_up" ? day : "NULL"), \(isCard ? isUnderWay : "0")
                """
        }

        private var went: String { of("old", organisation) + ", " + of("old", dayOfRow) }
    }
}
