import Foundation
import Testing

/// The database goes away, comes back, is another one or is damaged: said at once, and nothing is written into the void.
@Suite(.serialized) struct BrokenDatabaseTests {
    private func wall(_ database: String) throws -> Tmux {
        try Tmux(["wallboard", "--db", database, "--lang", "en", "--today", "2025-11-20", "--page", "overview"])
    }

    @Test func theWallWaitsForItsDatabaseAndFollowsItThroughEverything() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        // Given a wall whose database is not there yet
        let wall = try wall(database)
        wall.wait(for: "no database at")
        // When it appears, the wall shows it
        let other = try DeskTests.sample(in: folder, named: "other.db", companies: 60)
        try copy(other, to: database)
        wall.wait(for: "last change")
        wall.wait(for: "15/60")
        // When it goes away, the wall says so and keeps the last figures
        try FileManager.default.moveItem(atPath: database, toPath: database + ".away")
        wall.wait(for: "not updating", "15/60")
        // When it returns, the wall goes on
        try FileManager.default.moveItem(atPath: database + ".away", toPath: database)
        wall.wait(for: "last change")
        // When another database stands in its place, the wall shows that one
        let larger = try DeskTests.sample(in: folder, named: "larger.db")
        try FileManager.default.removeItem(atPath: database)
        try copy(larger, to: database)
        wall.wait(for: "40/60")
        try wall.press("q")
        wall.wait(for: "[exit 0]")
    }

    @Test func nothingTheWallDoesChangesTheDatabasesBytes() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        func bytes() throws -> [Data?] {
            ["", "-wal", "-lock"].map { FileManager.default.contents(atPath: database + $0) }
        }
        let before = try bytes()
        #expect(try Program.run(["wallboard", "--db", database, "--once"]).code == 0)
        let wall = try wall(database)
        wall.wait(for: "last change")
        try wall.press("Right", "q")
        wall.wait(for: "[exit 0]")
        #expect(try bytes() == before)
    }

    @Test func aDeskWhoseFileWasDeletedSaysSoAndWritesNothing() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let desk = try Tmux(["--db", database, "--lang", "en", "--today", "2025-11-20"])
        desk.wait(for: "Matching")
        try FileManager.default.removeItem(atPath: database)
        desk.wait(for: "was moved or deleted")
        try desk.press("1", ">")
        desk.wait(for: "start banso again")
        #expect(!FileManager.default.fileExists(atPath: database))
        try desk.press("q", "q")
        desk.wait(for: "[exit 0]")
    }

    @Test func aDamagedFileIsFoundBesideTheProgramAndABackupIsTheWayBack() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder)
        // Everything is moved into the file itself, whose middle is then overwritten
        let copy = folder.path + "/copy.db"
        _ = try Program.run(["backup", copy, "--db", database])
        _ = try Program.run(["add", "company", "name=Aburatsu Foods", "--db", copy])
        var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
        let middle = bytes.count / 2 / 4096 * 4096
        bytes.replaceSubrange(middle..<(middle + 65536), with: Data(repeating: 0xA5, count: 65536))
        try bytes.write(to: URL(fileURLWithPath: copy))
        let desk = try Tmux(["--db", copy, "--lang", "en", "--today", "2025-11-20"])
        desk.wait(for: "Matching")
        let start = ContinuousClock.now
        desk.wait(for: "is damaged")
        let noticed = ContinuousClock.now - start
        #expect(noticed < Torture.limit(.seconds(1)))
        Torture.report("damaged: noticed \(noticed) after the first frame")
        // Nothing is written any more, and what might be there still stays: also the log
        try desk.press("1", ">")
        desk.wait(for: "go back to a backup")
        try desk.signalProgram()
        desk.wait(for: "[exit 0]")
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == bytes)
        let log = copy + "-wal"
        #expect(FileManager.default.fileExists(atPath: log))
        let check = try Program.run(["check", "--db", copy, "--lang", "en"])
        #expect(check.code != 0)
        #expect((check.out + check.err).contains("damaged"))
        // Nothing is put in the place of what is there, nor beside a log that isn't its own
        for file in [copy, log] {
            let refused = try Program.run(["backup", copy, "--db", database, "--lang", "en"])
            #expect(
                refused.code == 2 && refused.err.contains((file as NSString).lastPathComponent + " is already there"),
                "\(refused.err)")
            try FileManager.default.moveItem(atPath: file, toPath: file + ".damaged")
        }
        try FileManager.default.removeItem(atPath: copy + "-shm")
        #expect(try Program.run(["backup", copy, "--db", database]).code == 0)
        #expect(try Program.run(["check", "--db", copy]).code == 0)
        #expect(try Program.run(["add", "company", "name=Aburatsu Foods", "--db", copy]).code == 0)
    }

    @Test func aFolderThatCannotBeWrittenIsNamed() throws {
        let outcome = try Program.run(["init", "--db", "/proc/banso/banso.db"])
        #expect(outcome.code == 3)
        #expect(outcome.err.contains("/proc/banso"))
        #expect(outcome.err.split(separator: "\n").count == 1)
    }

    @Test func theTerminalIsRestoredWhenTheProgramIsEnded() throws {
        let desk = try Tmux(["demo", "--lang", "en"])
        desk.wait(for: "Matching")
        try desk.signalProgram()
        desk.wait(for: "[exit 0]")
        desk.wait(until: "lines are edited again") { $0.contains("icanon") && !$0.contains("-icanon") }
    }

    private func copy(_ database: String, to path: String) throws {
        // A backup is one whole file, made under another name and put in place at once.
        let made = try Program.run(["backup", path + ".part", "--db", database])
        try #require(made.code == 0, "\(made.err)")
        try FileManager.default.moveItem(atPath: path + ".part", toPath: path)
    }
}
