import BansoCatalogue
import Foundation
import Testing

@testable import BansoStore

/// A database of the first format is brought up to date by whoever opens it: wholly or not at all, also where that one is
/// killed or two do it at once. BANSO_TORTURE=1 kills two hundred times.
@Suite struct MigrationTests {
    private static let companies = 3000

    /// What a database is like.
    private struct Shape: Equatable {
        let version: Int
        let schema: [String]

        init(_ path: String) throws {
            let file = try PlainSQL(path)
            version = try file.number("PRAGMA user_version")
            schema = try file.column("SELECT type || name || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")
        }
    }

    private let folder: TestFolder
    private let old: String
    private let oldShape: Shape
    private let newShape: Shape

    init() throws {
        folder = try TestFolder()
        old = folder.path + "/old.db"
        let text = CatalogueFile.embedded
        let catalogue = try CatalogueFile.parse(text, file: "test")
        // It is opened right after it is made: of what an older program made only the first steps are there
        try Store.create(at: old, catalogueText: text, catalogue: catalogue, migrations: [Migration.all[0]]).close()
        try PlainSQL(old, readOnly: false).run(
            """
            WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < \(Self.companies))
            INSERT INTO organisation
                SELECT n, 'company', '企業' || n, '', NULL, 40, '', '', '', '', NULL, NULL, '企業' || n, '企業' || n, 1 FROM n;
            INSERT INTO consultation
                SELECT id, id, 1, '2025-08-05', NULL, 90, 'online', NULL, '', '', 1 FROM organisation WHERE id % 2 = 0;
            """)
        oldShape = try Shape(old)
        let new = folder.path + "/new.db"
        try Store.create(at: new, catalogueText: text, catalogue: catalogue).close()
        newShape = try Shape(new)
    }

    private func copy(_ name: String) throws -> (folder: String, database: String) {
        let place = folder.path + "/" + name
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
        try FileManager.default.copyItem(atPath: old, toPath: place + "/banso.db")
        return (place, place + "/banso.db")
    }

    private func opener(_ database: String, _ name: String) throws -> Child {
        try Child(
            [Program.path, "add", "region", "name=\(name)", "--db", database, "--lang", "en"],
            environment: Program.base, output: database + ".said-" + name, error: database + ".said-" + name)
    }

    /// The files of which a name has the ending.
    private func files(_ ending: String, in place: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place).filter { $0.hasSuffix(ending) }
            .map { place + "/" + $0 }
    }

    private func expectWholeBackups(in place: String, count: ClosedRange<Int>) throws {
        let backups = try files(".bak", in: place)
        #expect(count.contains(backups.count), "\(backups)")
        for backup in backups {
            #expect(try Shape(backup) == oldShape, "\(backup)")
            let file = try PlainSQL(backup)
            #expect(try file.column("PRAGMA integrity_check") == ["ok"])
            #expect(try file.number("SELECT count(*) FROM organisation") == Self.companies)
        }
    }

    @Test func whoeverIsKilledLeavesTheOldFormatOrTheNewOne() throws {
        let rounds = Torture.rounds(200, slice: 10)
        var news = 0
        let start = ContinuousClock.now
        // The shortest: a moment in which others had the machine would lengthen each of the rounds.
        let whole =
            try (0..<3).map { number in
                let trial = try copy("trial \(number)")
                let began = ContinuousClock.now
                #expect(try opener(trial.database, "trial").wait() == 0)
                return (ContinuousClock.now - began) / .seconds(1)
            }.min() ?? 0
        for round in 0..<rounds {
            let (place, database) = try copy("\(round)")
            let child = try opener(database, "first")
            // From before it has opened the file to after its end
            usleep(UInt32(whole * 1.1 * Double(round) / Double(rounds) * 1_000_000))
            // As the machine goes down, or by Ctrl-C
            kill(child.pid, round.isMultiple(of: 2) ? SIGKILL : SIGINT)
            child.wait()
            let shape = try Shape(database)
            #expect([oldShape, newShape].contains(shape), "round \(round): format \(shape.version)")
            news += shape == newShape ? 1 : 0
            try expectWholeBackups(in: place, count: (shape == newShape ? 1 : 0)...1)
            // Whoever comes next brings it up to date, and nothing half made stays
            #expect(try opener(database, "second").wait() == 0)
            #expect(try Shape(database) == newShape)
            try expectWholeBackups(in: place, count: 1...2)
            #expect(try files("", in: place).filter { $0.contains(".part-") } == [])
            let check = try Program.run(["check", "--db", database])
            #expect(check.code == 0, "round \(round): \(check.out) \(check.err)")
            #expect(try PlainSQL(database).number("SELECT count(*) FROM organisation") == Self.companies)
            try FileManager.default.removeItem(atPath: place)
        }
        #expect(news < rounds)
        Torture.report(
            "migration: \(rounds) kills within \(Int(whole * 1000)) ms, \(news) after the last step, "
                + "\(ContinuousClock.now - start)")
    }

    @Test func ofTwoProgramsAtOnceOneMigratesAndBothWork() throws {
        let rounds = Torture.rounds(50, slice: 4)
        for round in 0..<rounds {
            let (place, database) = try copy("\(round)")
            let children = try ["one", "two"].map { try opener(database, $0) }
            for (child, name) in zip(children, ["one", "two"]) {
                let code = child.wait()
                let said = try String(contentsOfFile: database + ".said-" + name, encoding: .utf8)
                #expect(code == 0, "\(said)")
            }
            #expect(try Shape(database) == newShape)
            #expect(try PlainSQL(database).column("SELECT name FROM region ORDER BY name") == ["one", "two"])
            try expectWholeBackups(in: place, count: 1...1)
            #expect(try Program.run(["check", "--db", database]).code == 0)
            try FileManager.default.removeItem(atPath: place)
        }
    }
}
