import BansoDomain
import GRDB

/// The third schema: what a coordinator works with besides what is counted.
enum SchemaV3 {
    static func create(_ db: Database, catalogue: Catalogue) throws {
        try db.execute(sql: organisations)
        try db.execute(sql: filters)
        try db.execute(sql: search)
        for kind in [RecordKind.event, .posting] { try fillKeys(of: kind, db) }
        try db.execute(sql: audit)
        try OrganisationDays.create(db, catalogue: catalogue)
    }

    /// What search reads from end to end, without the rest of the row.
    private static let search = """
        DROP INDEX organisation_search;
        CREATE INDEX organisation_search ON organisation (search_key, match_key, kind);
        ALTER TABLE event ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
        CREATE INDEX event_search ON event (search_key);
        ALTER TABLE posting ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
        CREATE INDEX posting_search ON posting (search_key);
        CREATE INDEX posting_date ON posting (date, id);
        CREATE INDEX organisation_tags ON organisation (tags) WHERE tags <> '';
        """

    private static let audit = """
        CREATE INDEX audit_row ON audit (entity, row, seq);
        CREATE INDEX audit_organisation_seq ON audit (organisation, seq) WHERE organisation IS NOT NULL;
        CREATE INDEX audit_taken_back ON audit (actor, seq) WHERE seq = change_set AND undoes IS NOT NULL;
        """

    /// Records of the second schema have no key to be found by.
    private static func fillKeys(of kind: RecordKind, _ db: Database) throws {
        let columns = kind.fields.map(\.id).joined(separator: ", ")
        let rows = try Row.fetchCursor(db, sql: "SELECT \(columns), id FROM \(kind.table) ORDER BY id")
        let update = try db.makeStatement(sql: "UPDATE \(kind.table) SET search_key = ? WHERE id = ?")
        while let row = try rows.next() {
            let values = Array(row.databaseValues)
            guard let id = values.last else { continue }
            try update.execute(arguments: StatementArguments(kind.derivedValues(values.dropLast()) + [id]))
        }
    }

    private static let organisations = """
        ALTER TABLE organisation ADD COLUMN tags TEXT NOT NULL DEFAULT '' CHECK (\(Checks.line("tags")));

        CREATE TABLE contact (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            organisation INTEGER NOT NULL REFERENCES organisation,
            name TEXT NOT NULL CHECK (name <> '' AND \(Checks.line("name"))),
            kana TEXT NOT NULL CHECK (\(Checks.line("kana"))),
            position TEXT NOT NULL CHECK (\(Checks.line("position"))),
            phone TEXT NOT NULL CHECK (\(Checks.line("phone"))),
            email TEXT NOT NULL CHECK (\(Checks.line("email"))),
            notes TEXT NOT NULL CHECK (\(Checks.paragraph("notes"))),
            search_key TEXT NOT NULL,
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;
        CREATE INDEX contact_organisation ON contact (organisation);
        CREATE INDEX contact_search ON contact (search_key, organisation);

        CREATE TABLE eligibility_check (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            organisation INTEGER NOT NULL REFERENCES organisation,
            date TEXT NOT NULL CHECK (\(Checks.day("date"))),
            legal_form TEXT NOT NULL CHECK (\(Checks.oneOf("legal_form", LegalForm.tokens))),
            business_class TEXT CHECK (\(Checks.oneOf("business_class", BusinessClass.tokens))),
            capital INTEGER CHECK (capital >= 0),
            employees INTEGER CHECK (employees >= 0),
            one_large_firm TEXT CHECK (\(Checks.oneOf("one_large_firm", LargeFirmAnswer.tokens))),
            large_firms TEXT CHECK (\(Checks.oneOf("large_firms", LargeFirmAnswer.tokens))),
            officers TEXT CHECK (officers IN ('no', 'yes')),
            npo_promotes INTEGER CHECK (npo_promotes IN (0, 1)),
            npo_works_with INTEGER CHECK (npo_works_with IN (0, 1)),
            npo_founded_by INTEGER CHECK (npo_founded_by IN (0, 1)),
            npo_creates_market INTEGER CHECK (npo_creates_market IN (0, 1)),
            evidence TEXT NOT NULL CHECK (evidence <> '' AND \(Checks.line("evidence"))),
            verdict TEXT NOT NULL CHECK (\(Checks.oneOf("verdict", Eligibility.tokens))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;
        CREATE INDEX eligibility_check_organisation ON eligibility_check (organisation, date);

        CREATE TABLE snooze (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            organisation INTEGER NOT NULL REFERENCES organisation,
            until TEXT NOT NULL CHECK (\(Checks.day("until"))),
            reason TEXT NOT NULL CHECK (reason <> '' AND \(Checks.line("reason"))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)
        ) STRICT;
        CREATE INDEX snooze_organisation ON snooze (organisation, until);
        """

    private static let filters = """
        CREATE TABLE saved_filter (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL CHECK (name <> '' AND \(Checks.line("name"))),
            pipeline TEXT NOT NULL,
            text TEXT NOT NULL CHECK (\(Checks.line("text"))),
            prefecture INTEGER CHECK (prefecture BETWEEN 1 AND 47),
            coordinator INTEGER REFERENCES coordinator,
            tag TEXT NOT NULL CHECK (\(Checks.line("tag"))),
            eligibility TEXT CHECK (\(Checks.oneOf("eligibility", Eligibility.tokens))),
            side TEXT CHECK (side IN ('sender', 'receiver')),
            due TEXT CHECK (\(Checks.oneOf("due", CardFilter.Due.tokens))),
            version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
            UNIQUE (pipeline, name)
        ) STRICT;
        """
}

extension Choosable {
    fileprivate static var tokens: [String] { allCases.map(\.rawValue) }
}
