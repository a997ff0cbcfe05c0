import BansoDomain
import Foundation
import GRDB
import Testing

@testable import BansoStore

struct OpeningTests {
    @Test("Given a path where a file is, when a database is made there, then it is refused and the file stays")
    func exists() throws {
        let desk = try TestDesk()
        let before = try Data(contentsOf: URL(fileURLWithPath: desk.path))
        #expect(throws: DeskError.exists(path: desk.path)) {
            try Store.create(at: desk.path, catalogueText: "", catalogue: SmallCatalogue.value)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder).filter { $0.contains(".new-") } == [])
    }

    @Test("Given a log that an earlier database left behind, when a new one is made there, then it is refused")
    func staleLog() throws {
        let desk = try TestDesk()
        let path = desk.folder + "/other.db"
        try Data([1]).write(to: URL(fileURLWithPath: path + "-wal"))
        #expect(throws: DeskError.exists(path: path + "-wal")) {
            try Store.create(at: path, catalogueText: "", catalogue: SmallCatalogue.value)
        }
    }

    @Test("Given a schema that can't be made, then neither file nor folder is left")
    func halfMade() throws {
        let desk = try TestDesk()
        let failing = Migration(version: 1) { db, _ in try db.execute(sql: "CREATE TABLE a (b); nonsense") }
        #expect(throws: DeskError.self) {
            try Store.create(
                at: desk.folder + "/a/b/banso.db", catalogueText: "", catalogue: SmallCatalogue.value,
                migrations: [failing])
        }
        #expect(!FileManager.default.fileExists(atPath: desk.folder + "/a"))
    }

    @Test("Given no file, text, an empty file, or another program's database, then each is refused in its own words")
    func refused() throws {
        let desk = try TestDesk()
        #expect(throws: DeskError.missing(path: desk.folder + "/none.db")) {
            try TestDesk.open(desk.folder + "/none.db")
        }
        let other = desk.folder + "/other.db"
        for bytes in [Data(), Data("これはデータベースではありません。ただの文章です。".utf8)] {
            try bytes.write(to: URL(fileURLWithPath: other))
            #expect(throws: DeskError.foreign(path: other)) { try TestDesk.open(other) }
            #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == bytes)
        }
        let foreign = desk.folder + "/foreign.db"
        let queue = try DatabaseQueue(path: foreign)
        try queue.write { try $0.execute(sql: "CREATE TABLE a (b)") }
        try queue.close()
        #expect(throws: DeskError.foreign(path: foreign)) { try TestDesk.open(foreign) }
        #expect(throws: DeskError.foreign(path: desk.folder)) { try TestDesk.open(desk.folder) }
    }

    @Test("Given a database of a newer program, then it is refused before anything is written")
    func newer() throws {
        let desk = try TestDesk()
        let known = Migration.all.count
        try desk.plainSQL { try $0.execute(sql: "PRAGMA user_version = \(known + 1)") }
        let before = try Data(contentsOf: URL(fileURLWithPath: desk.path))
        #expect(throws: DeskError.newer(path: desk.path, found: known + 1, known: known)) { try desk.another() }
        #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path)) == before)
    }

    @Test("Given the kept catalogue was changed by hand, then the database is refused as damaged")
    func catalogueChanged() throws {
        let desk = try TestDesk()
        try desk.plainSQL { try $0.execute(sql: "UPDATE catalogue SET text = 'x'") }
        #expect {
            try desk.another()
        } throws: { error in
            if case DeskError.corrupt = error { true } else { false }
        }
    }

    @Test("Given a text that is known, then only another one has to agree with its hash")
    func knownCatalogue() throws {
        let desk = try TestDesk()
        let kept = try #require(desk.plainSQL { try String.fetchOne($0, sql: "SELECT text FROM catalogue") })
        func open(known: String) throws {
            try Store.open(at: desk.path, mode: .readOnly, known: known) { _ in SmallCatalogue.value }.close()
        }
        try desk.plainSQL { try $0.execute(sql: "UPDATE catalogue SET sha256 = substr(sha256, 2) || 'x'") }
        try open(known: kept)
        #expect(throws: DeskError.self) { try open(known: kept + " ") }
    }

    @Test("Given an older database, then opening it for writing backs it up and migrates it; for reading it is refused")
    func migrates() throws {
        let desk = try TestDesk()
        _ = try desk.company()
        let next = Migration.all.count + 1
        let second = Migration(version: next) { db, _ in try db.execute(sql: "CREATE TABLE added (id INTEGER) STRICT") }
        let both = Migration.all + [second]
        #expect(throws: DeskError.self) {
            try Store.open(at: desk.path, mode: .readOnly, migrations: both) { _ in SmallCatalogue.value }
        }
        var steps: [[Int]] = []
        let opened = try Store.open(
            at: desk.path, mode: .readWrite, migrations: both, renewing: { steps.append([$0, $1]) },
            parseCatalogue: { _ in SmallCatalogue.value })
        // The backup, then the migration
        #expect(steps == [[0, 2], [1, 2]])
        #expect(try opened.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == next)
        #expect(try opened.read { try $0.tableExists("added") })
        let backups = try FileManager.default.contentsOfDirectory(atPath: desk.folder).filter { $0.hasSuffix(".bak") }
        #expect(backups.count == 1)
        #expect(try TestDesk.open(desk.folder + "/" + backups[0]).search("有明", limit: 1).count == 1)
    }

    /// An organisation of the number 1, from the second format on.
    private static let company = """
        INSERT INTO organisation (
            id, kind, name, kana, prefecture, municipality, address, postcode, industry, match_key, search_key)
        VALUES (1, 'company', '甲社', '', 44, '', '', '', '', '甲社', '甲社');
        """

    /// A database of an earlier format, with what the SQL puts into it, opened by this program.
    private func migrated(_ desk: TestDesk, from format: Int, _ sql: String) throws -> Store {
        let old = desk.folder + "/old.db"
        _ = try Store.create(
            at: old, catalogueText: SmallCatalogue.text, catalogue: SmallCatalogue.value,
            migrations: Array(Migration.all.prefix(format)))
        let queue = try DatabaseQueue(path: old)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
        return try TestDesk.open(old)
    }

    @Test("Given a database of the first format, then its records are kept and counted again")
    func migratesTheFirstFormat() throws {
        let desk = try TestDesk()
        let store = try migrated(
            desk, from: 1,
            """
            INSERT INTO organisation VALUES
                (1, 'company', '甲社', '', NULL, 44, '', '', '', '', NULL, NULL, '甲社', '甲社', 1);
            INSERT INTO consultation VALUES
                (1, 1, 1, '2025-08-05', NULL, 90, 'online', NULL, '', '', 1),
                (2, 1, 2, '2025-08-06', NULL, 90, 'online', NULL, '', '', 1);
            INSERT INTO contribution VALUES
                ('organisation:1', 'A2', 'A2.companies', 'consultation:1', '2025-08-05', 44, NULL);
            """)
        #expect(try store.readings(asOf: day(2026, 3, 31)).map(\.tally.counted) == [1, 2])
        #expect(try store.check().isSound)
        #expect(try store.file(of: OrganisationID(1))?.organisation.record.eligibility == .unknown)
    }

    @Test("Given triggers of an earlier schema, then they are replaced, and the days of organisations are kept")
    func migratesTriggers() throws {
        let desk = try TestDesk()
        let store = try migrated(
            desk, from: 8,
            """
            CREATE TRIGGER organisation_day_consultation_added AFTER INSERT ON consultation BEGIN
                SELECT RAISE(ABORT, 'as it was');
            END
            """)
        let company = try store.add(Organisation(name: "甲社"), by: desk.aoki)
        _ = try store.book(TestDesk.consultation(company), nextAction: nil, by: desk.aoki)
        #expect(try store.read { try String.fetchOne($0, sql: "SELECT last_on FROM organisation_day") } == "2025-08-05")
        #expect(try store.check().isSound)
    }

    @Test("Given organisations' days of format 14, then what is planned with each is known")
    func migratesPlans() throws {
        let desk = try TestDesk()
        let company = try desk.store.add(Organisation(name: "甲社"), by: desk.aoki)
        let pipeline = desk.store.catalogue.pipelines[0]
        let plan = NextAction(text: "訪問", due: day(2025, 12, 1))
        _ = try desk.store.add(
            PipelineEntry(
                organisation: company, pipeline: pipeline.id, stage: pipeline.stages[0].id, since: day(2025, 7, 1),
                nextAction: plan), by: desk.aoki)
        desk.store.close()
        let queue = try DatabaseQueue(path: desk.path)
        try queue.write { db in
            let kept = "FROM sqlite_master WHERE type IN ('trigger', 'view') AND name GLOB 'organisation_day_*'"
            for row in try Row.fetchAll(db, sql: "SELECT type, name \(kept) ORDER BY type") {
                try db.execute(sql: "DROP \(row["type"] as String) \(row["name"] as String)")
            }
            try db.execute(
                sql: """
                    DROP INDEX organisation_day_last;
                    ALTER TABLE organisation_day DROP COLUMN planned_on;
                    CREATE INDEX organisation_day_last ON organisation_day (last_on) WHERE under_way;
                    PRAGMA user_version = 14;
                    """)
        }
        try queue.close()
        let store = try TestDesk.open(desk.path)
        let kept = try store.read { try String.fetchOne($0, sql: "SELECT planned_on FROM organisation_day") }
        #expect(kept == "2025-12-01")
        #expect(try store.check().isSound)
    }

    @Test("Given contacts whose keys hold telephone numbers as they were typed, then they are found by the digits too")
    func migratesTelephoneNumbers() throws {
        let desk = try TestDesk()
        let store = try migrated(
            desk, from: 7,
            """
            \(Self.company)
            INSERT INTO contact (id, organisation, name, kana, position, phone, email, notes, search_key)
            VALUES (1, 1, '鈴木', 'スズキ', '', '092-111-2222', 'a-1@b', '', '鈴木\nすずき\n092-111-2222\na-1@b');
            """)
        for text in ["0921112222", "092-111-2222", "すずき", "a-1@b"] {
            #expect(try store.search(text, limit: 2).map(\.contact) == ["鈴木"], "\(text)")
        }
    }

    @Test("Given checks of eligibility, then they are kept, and exempt investors may be the answer about officers")
    func migratesOfficers() throws {
        let desk = try TestDesk()
        let store = try migrated(
            desk, from: 10,
            """
            \(Self.company)
            INSERT INTO eligibility_check (id, organisation, date, legal_form, officers, evidence, verdict)
            VALUES (3, 1, '2025-08-05', 'company', 'no', '登記簿', 'unknown'),
                (7, 1, '2025-08-06', 'company', 'yes', '登記簿', 'deemed-large');
            DELETE FROM eligibility_check WHERE id = 7;
            """)
        var check = try #require(try store.record(RecordKey(.eligibilityCheck, 3))).record
        #expect(check["officers"] == .token(LargeFirmAnswer.no))
        check["officers"] = .token(LargeFirmAnswer.exempt)
        #expect(try store.add(check, by: desk.aoki) == 8)
        #expect(try store.check().isSound)
        // The rest of the table's rules stand
        let queue = try DatabaseQueue(path: desk.folder + "/old.db")
        #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "UPDATE eligibility_check SET officers = 'perhaps'") }
        }
    }

    @Test("Given a symbolic link, then the database behind it is opened, with its own lock and log beside it")
    func symbolicLink() throws {
        let desk = try TestDesk()
        let link = desk.folder + "/link.db"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: desk.path)
        let store = try TestDesk.open(link)
        _ = try store.add(Organisation(name: "甲"), by: desk.aoki)
        #expect(store.path == desk.store.path)
        #expect(!FileManager.default.fileExists(atPath: link + "-wal"))
    }

    @Test("Given file systems, then those of a network are refused and local ones are not")
    func networks() {
        let network = [0x6969, 0xFF53_4D42, 0xFE53_4D42, 0x517B]
        let local = [0xEF53, 0x9123_683E, 0x5846_5342, 0x0102_1994, 0x0102_1997, 0x794C_7630, -1]
        #expect(network.allSatisfy(DatabasePath.isNetwork(fileSystemType:)))
        #expect(!local.contains(where: DatabasePath.isNetwork(fileSystemType:)))
    }
}
