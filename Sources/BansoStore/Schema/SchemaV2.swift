import BansoDomain
import GRDB

/// The second schema: every kind of record that indicators are counted from, and a ledger that keeps small sums of them.
enum SchemaV2 {
    static func create(_ db: Database, catalogue: Catalogue) throws {
        try db.execute(sql: organisation)
        try db.execute(sql: people)
        try db.execute(sql: events)
        try db.execute(sql: matching)
        try db.execute(sql: support)
        try LedgerSchemaV2.create(db)
        try db.execute(sql: heldEvents)
        try CountLedger.rebuild(db, rules: CountingRules(catalogue))
    }

    private static let organisation = """
        ALTER TABLE catalogue ADD COLUMN taken_by INTEGER REFERENCES coordinator;
        ALTER TABLE organisation ADD COLUMN eligibility TEXT NOT NULL DEFAULT 'unknown'
            CHECK (\(Checks.oneOf("eligibility", ["unknown", "eligible", "large", "deemed-large", "not-eligible"])));
        ALTER TABLE organisation ADD COLUMN district_office INTEGER NOT NULL DEFAULT 0
            CHECK (district_office IN (0, 1));
        ALTER TABLE organisation ADD COLUMN institution_kind TEXT CHECK (
            \(Checks.oneOf(
                "institution_kind", ["chamber", "municipality", "bank", "trade-body", "school", "supporter"])));
        """

    private static let people = """
        CREATE TABLE region (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE CHECK (name <> '' AND \(Checks.line("name"))),
            prefecture INTEGER CHECK (prefecture BETWEEN 1 AND 47),
            status TEXT NOT NULL CHECK (\(Checks.oneOf("status", ["candidate", "applied", "selected"]))),
            notes TEXT NOT NULL CHECK (\(Checks.paragraph("notes"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;

        CREATE TABLE talent (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL CHECK (name <> '' AND \(Checks.line("name"))),
            kana TEXT NOT NULL CHECK (\(Checks.line("kana"))),
            prefecture INTEGER CHECK (prefecture BETWEEN 1 AND 47),
            tags TEXT NOT NULL CHECK (
                \(Checks.words("tags", ["young", "women", "senior", "foreign", "professional", "digital"]))),
            contact TEXT NOT NULL CHECK (\(Checks.line("contact"))),
            notes TEXT NOT NULL CHECK (\(Checks.paragraph("notes"))),
            match_key TEXT NOT NULL,
            search_key TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;
        CREATE INDEX talent_match ON talent (match_key);
        CREATE INDEX talent_search ON talent (search_key, match_key);
        """

    private static let events = """
        CREATE TABLE event (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            activity TEXT NOT NULL,
            track TEXT CHECK (track <> '' AND \(Checks.line("track"))),
            theme TEXT NOT NULL CHECK (theme <> '' AND \(Checks.line("theme"))),
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            start_minute INTEGER CHECK (start_minute BETWEEN 0 AND 1439),
            end_minute INTEGER CHECK (end_minute BETWEEN 0 AND 1439),
            status TEXT NOT NULL CHECK (\(Checks.oneOf("status", ["planned", "held", "cancelled"]))),
            mode TEXT NOT NULL CHECK (\(Checks.oneOf("mode", ["in-person", "online", "hybrid"]))),
            tool TEXT CHECK (\(Checks.oneOf("tool", ["teams", "webex"]))),
            prefecture INTEGER CHECK (prefecture BETWEEN 1 AND 47),
            municipality TEXT NOT NULL CHECK (\(Checks.line("municipality"))),
            venue TEXT NOT NULL CHECK (\(Checks.line("venue"))),
            region INTEGER REFERENCES region,
            outline TEXT NOT NULL CHECK (\(Checks.paragraph("outline"))),
            materials TEXT NOT NULL CHECK (\(Checks.paragraph("materials"))),
            minutes TEXT NOT NULL CHECK (\(Checks.paragraph("minutes"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            CHECK ((mode = 'in-person') = (tool IS NULL)),
            CHECK (end_minute > start_minute)
        ) STRICT;
        CREATE INDEX event_activity ON event (activity, date);
        CREATE INDEX event_planned ON event (date, activity, track) WHERE status = 'planned';
        CREATE INDEX event_held ON event (date, activity, track) WHERE status = 'held';
        CREATE INDEX event_region ON event (region) WHERE region IS NOT NULL;
        CREATE INDEX event_theme ON event (theme);

        CREATE TABLE attendance (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            event INTEGER NOT NULL REFERENCES event,
            organisation INTEGER REFERENCES organisation,
            talent INTEGER REFERENCES talent,
            attendee TEXT NOT NULL CHECK (\(Checks.line("attendee"))),
            role TEXT NOT NULL CHECK (\(Checks.oneOf("role", ["participant", "presenter", "sender", "receiver"]))),
            presence TEXT NOT NULL CHECK (\(Checks.oneOf("presence", ["registered", "attended", "no-show"]))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            CHECK ((organisation IS NULL) <> (talent IS NULL)),
            UNIQUE (event, organisation, attendee)
        ) STRICT;
        CREATE UNIQUE INDEX attendance_event_talent ON attendance (event, talent) WHERE talent IS NOT NULL;
        CREATE INDEX attendance_organisation ON attendance (organisation) WHERE organisation IS NOT NULL;
        CREATE INDEX attendance_talent ON attendance (talent) WHERE talent IS NOT NULL;

        CREATE TABLE survey_answer (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            event INTEGER NOT NULL REFERENCES event,
            organisation INTEGER REFERENCES organisation,
            talent INTEGER REFERENCES talent,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            score INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
            insight INTEGER CHECK (insight IN (0, 1)),
            behaviour_change INTEGER CHECK (behaviour_change IN (0, 1)),
            comment TEXT NOT NULL CHECK (\(Checks.paragraph("comment"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            CHECK ((organisation IS NULL) <> (talent IS NULL))
        ) STRICT;
        CREATE INDEX survey_answer_event ON survey_answer (event);
        CREATE INDEX survey_answer_organisation ON survey_answer (organisation) WHERE organisation IS NOT NULL;
        CREATE INDEX survey_answer_talent ON survey_answer (talent) WHERE talent IS NOT NULL;
        """

    /// How many events of each kind were held in each month.
    private static let heldEvents = """
        CREATE TABLE event_month (
            month TEXT NOT NULL,
            activity TEXT NOT NULL,
            track TEXT NOT NULL,
            held INTEGER NOT NULL CHECK (held >= 0),
            PRIMARY KEY (month, activity, track)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER event_held_added AFTER INSERT ON event WHEN new.status = 'held' BEGIN
            INSERT INTO event_month VALUES (substr(new.date, 1, 7), new.activity, ifnull(new.track, ''), 1)
            ON CONFLICT DO UPDATE SET held = held + 1;
        END;
        CREATE TRIGGER event_held_removed AFTER DELETE ON event WHEN old.status = 'held' BEGIN
            UPDATE event_month SET held = held - 1
            WHERE month = substr(old.date, 1, 7) AND activity = old.activity AND track = ifnull(old.track, '');
        END;
        CREATE TRIGGER event_held_before AFTER UPDATE ON event WHEN old.status = 'held' BEGIN
            UPDATE event_month SET held = held - 1
            WHERE month = substr(old.date, 1, 7) AND activity = old.activity AND track = ifnull(old.track, '');
        END;
        CREATE TRIGGER event_held_after AFTER UPDATE ON event WHEN new.status = 'held' BEGIN
            INSERT INTO event_month VALUES (substr(new.date, 1, 7), new.activity, ifnull(new.track, ''), 1)
            ON CONFLICT DO UPDATE SET held = held + 1;
        END;
        """

    private static let matching = """
        CREATE TABLE posting (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            organisation INTEGER NOT NULL REFERENCES organisation,
            activity TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (\(Checks.oneOf("kind", ["side-job", "regular"]))),
            title TEXT NOT NULL CHECK (title <> '' AND \(Checks.line("title"))),
            platform TEXT NOT NULL CHECK (\(Checks.line("platform"))),
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            closed_on TEXT CHECK (\(Checks.day("closed_on"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;
        CREATE INDEX posting_organisation ON posting (organisation);
        CREATE INDEX posting_title ON posting (title);

        CREATE TABLE application (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            posting INTEGER NOT NULL REFERENCES posting,
            talent INTEGER NOT NULL REFERENCES talent,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            documents INTEGER NOT NULL CHECK (documents IN (0, 1)),
            interviewed_on TEXT CHECK (\(Checks.day("interviewed_on")) AND interviewed_on >= date),
            offered_on TEXT CHECK (\(Checks.day("offered_on")) AND offered_on >= date),
            contracted_on TEXT CHECK (\(Checks.day("contracted_on")) AND contracted_on >= date),
            declined_on TEXT CHECK (\(Checks.day("declined_on")) AND declined_on >= date),
            notes TEXT NOT NULL CHECK (\(Checks.paragraph("notes"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            UNIQUE (posting, talent)
        ) STRICT;
        CREATE INDEX application_talent ON application (talent);

        CREATE TABLE interview (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            activity TEXT NOT NULL,
            organisation INTEGER NOT NULL REFERENCES organisation,
            talent INTEGER NOT NULL REFERENCES talent,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            held_on TEXT CHECK (\(Checks.day("held_on"))),
            kind TEXT NOT NULL CHECK (\(Checks.oneOf("kind", ["interview", "visit", "internship"]))),
            status TEXT NOT NULL CHECK (\(Checks.oneOf("status", ["arranged", "held", "cancelled"]))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;
        CREATE INDEX interview_organisation ON interview (organisation);
        CREATE INDEX interview_talent ON interview (talent);

        CREATE TABLE assessment (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            activity TEXT NOT NULL,
            talent INTEGER NOT NULL REFERENCES talent,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            result TEXT NOT NULL CHECK (\(Checks.paragraph("result"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            UNIQUE (talent, activity, date)
        ) STRICT;

        CREATE TABLE inter_company_contract (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            activity TEXT NOT NULL,
            sender INTEGER NOT NULL REFERENCES organisation,
            receiver INTEGER NOT NULL REFERENCES organisation,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            project TEXT NOT NULL CHECK (\(Checks.line("project"))),
            starts_on TEXT CHECK (\(Checks.day("starts_on"))),
            ends_on TEXT CHECK (\(Checks.day("ends_on"))),
            is_paid INTEGER CHECK (is_paid IN (0, 1)),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            CHECK (sender <> receiver),
            UNIQUE (sender, receiver, date, project)
        ) STRICT;
        CREATE INDEX inter_company_contract_receiver ON inter_company_contract (receiver);
        """

    private static let support = """
        CREATE TABLE hearing (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            activity TEXT NOT NULL,
            organisation INTEGER NOT NULL REFERENCES organisation,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            kind TEXT NOT NULL CHECK (\(Checks.oneOf("kind", ["hearing", "consulting"]))),
            employs_foreign_talent INTEGER NOT NULL CHECK (employs_foreign_talent IN (0, 1)),
            coordinator INTEGER REFERENCES coordinator,
            notes TEXT NOT NULL CHECK (\(Checks.paragraph("notes"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;
        CREATE INDEX hearing_organisation ON hearing (organisation);

        CREATE TABLE training (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            activity TEXT NOT NULL,
            organisation INTEGER NOT NULL REFERENCES organisation,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            theme TEXT NOT NULL CHECK (theme <> '' AND \(Checks.line("theme"))),
            audience TEXT NOT NULL CHECK (\(Checks.oneOf("audience", ["staff", "hires"]))),
            people INTEGER CHECK (people >= 0),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            UNIQUE (organisation, date, theme)
        ) STRICT;

        CREATE TABLE process_consultation (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            activity TEXT NOT NULL,
            organisation INTEGER NOT NULL REFERENCES organisation,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            minutes INTEGER CHECK (minutes BETWEEN 1 AND 960),
            coordinator INTEGER REFERENCES coordinator,
            notes TEXT NOT NULL CHECK (\(Checks.paragraph("notes"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;
        CREATE INDEX process_consultation_organisation ON process_consultation (organisation);

        CREATE TABLE case_study (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            activity TEXT NOT NULL,
            organisation INTEGER REFERENCES organisation,
            region INTEGER REFERENCES region,
            kind TEXT CHECK (\(Checks.oneOf("kind", ["side-job", "regular"]))),
            title TEXT NOT NULL CHECK (title <> '' AND \(Checks.line("title"))),
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            status TEXT NOT NULL CHECK (\(Checks.oneOf("status", ["draft", "done"]))),
            summary TEXT NOT NULL CHECK (\(Checks.paragraph("summary"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            CHECK ((organisation IS NULL) <> (region IS NULL))
        ) STRICT;
        CREATE INDEX case_study_activity ON case_study (activity);
        CREATE INDEX case_study_organisation ON case_study (organisation) WHERE organisation IS NOT NULL;
        CREATE INDEX case_study_region ON case_study (region) WHERE region IS NOT NULL;

        CREATE TABLE follow_up (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            organisation INTEGER NOT NULL REFERENCES organisation,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            hires INTEGER NOT NULL CHECK (hires >= 0),
            offers INTEGER NOT NULL CHECK (offers >= 0),
            notes TEXT NOT NULL CHECK (\(Checks.paragraph("notes"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            UNIQUE (organisation, date)
        ) STRICT;
        """
}
