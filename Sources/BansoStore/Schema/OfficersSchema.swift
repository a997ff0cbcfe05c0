import GRDB

/// Who is not taken as a large firm (the note of seed Ⅸ) isn't in the question about officers either. A check of a column is
/// changed by a table of the new form that takes the old one's place.
enum OfficersSchema {
    static func create(_ db: Database) throws {
        let old = try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'eligibility_check'") ?? ""
        let new =
            old
            .replacing("CREATE TABLE eligibility_check", with: "CREATE TABLE eligibility_check_new")
            .replacing("CHECK (officers IN ('no', 'yes'))", with: "CHECK (officers IN ('no', 'exempt', 'yes'))")
        try db.execute(
            sql: new + ";"
                + """
                INSERT INTO eligibility_check_new SELECT * FROM eligibility_check;
                -- What was taken back keeps its number.
                DELETE FROM sqlite_sequence WHERE name = 'eligibility_check_new';
                UPDATE sqlite_sequence SET name = 'eligibility_check_new' WHERE name = 'eligibility_check';
                DROP TABLE eligibility_check;
                ALTER TABLE eligibility_check_new RENAME TO eligibility_check;
                CREATE INDEX eligibility_check_organisation ON eligibility_check (organisation, date);
                """)
    }
}
