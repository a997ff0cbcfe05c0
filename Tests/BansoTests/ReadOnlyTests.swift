import CSQLite
import Foundation
import Testing

/// What may be read and not be written is shown, looks like it, and says why nothing is written.
@Suite(.serialized) struct ReadOnlyTests {
    /// A database that was closed in a folder where nobody may write: with or without what its last program left beside it.
    private static func locked(in folder: TestFolder, withLog: Bool) throws -> String {
        let room = folder.path + "/room"
        try FileManager.default.createDirectory(atPath: room, withIntermediateDirectories: false)
        let database = try DeskTests.sample(in: folder, companies: 60)
        let path = room + "/banso.db"
        if withLog {
            // What is written while somebody looks on stays in the log
            var looking: OpaquePointer?
            defer { sqlite3_close(looking) }
            try #require(sqlite3_open(database, &looking) == SQLITE_OK)
            try #require(
                sqlite3_exec(looking, "BEGIN; SELECT count(*) FROM sqlite_schema", nil, nil, nil) == SQLITE_OK)
            try #require(try Program.run(["add", "company", "name=Aburatsu Foods", "--db", database]).code == 0)
            for suffix in ["", "-wal", "-shm"] {
                try FileManager.default.copyItem(atPath: database + suffix, toPath: path + suffix)
            }
        } else {
            #expect(try Program.run(["backup", path, "--db", database]).code == 0)
            // As a program leaves it that has moved everything into the file
            let mode = try FileHandle(forUpdating: URL(fileURLWithPath: path))
            try mode.seek(toOffset: 18)
            try mode.write(contentsOf: Data([2, 2]))
            try mode.close()
        }
        try Unprivileged.lock(room)
        return path
    }

    @Test(arguments: [true, false]) func itIsShownAndSaysThatItIsToLookAt(_ withLog: Bool) throws {
        let folder = try TestFolder()
        let database = try Self.locked(in: folder, withLog: withLog)
        let room = (database as NSString).deletingLastPathComponent
        defer { try? Unprivileged.unlock(room) }
        let before = try FileManager.default.contentsOfDirectory(atPath: room).sorted()
        let wall = try Program.run(
            ["wallboard", "--once", "--db", database, "--lang", "en", "--today", "2025-11-20"], as: Unprivileged.runner)
        #expect(wall.code == 0 && wall.out.contains("48 in all"), "\(wall)")
        let told = try Program.run(["doctor", "--db", database, "--lang", "en"], as: Unprivileged.runner)
        #expect(told.code == 0 && told.out.contains("read-only: can't write to"), "\(told)")
        let desk = try Tmux(
            ["--db", database, "--lang", "en", "--today", "2025-11-20"], as: Unprivileged.runner)
        desk.wait(for: "! read-only")
        // What would be typed in vain isn't asked for
        try desk.press("1", "c")
        desk.wait(for: "permissions")
        try desk.press(">")
        desk.wait(for: "can't write to", "read-only")
        #expect(try FileManager.default.contentsOfDirectory(atPath: room).sorted() == before)
        // When it may be written, the desk goes on
        try Unprivileged.unlock(room)
        desk.wait(until: "it is no longer read-only") { !$0.contains("! read-only") }
        try desk.press(">")
        desk.wait(for: "(u undoes)")
        try desk.press("q", "q")
        desk.wait(for: "[exit 0]")
    }

    @Test func whatSomebodyElseWritesIsSeen() throws {
        let folder = try TestFolder()
        let database = try Self.locked(in: folder, withLog: false)
        let room = (database as NSString).deletingLastPathComponent
        defer { try? Unprivileged.unlock(room) }
        // Only the administrator can write where others can't.
        guard geteuid() == 0 else { return }
        let desk = try Tmux(["--db", database, "--lang", "en", "--today", "2025-11-20"], as: Unprivileged.runner)
        desk.wait(for: "! read-only")
        try desk.press("/")
        try desk.press("Aburatsu")
        let added = try Program.run(["add", "company", "name=Aburatsu Foods", "--db", database])
        #expect(added.code == 0, "\(added.err)")
        desk.wait(for: "Aburatsu Foods")
    }

    @Test func aLogThatCannotBeReadIsNamedAndWhatToDo() throws {
        let folder = try TestFolder()
        let database = try Self.locked(in: folder, withLog: true)
        let room = (database as NSString).deletingLastPathComponent
        defer { try? Unprivileged.unlock(room) }
        try Unprivileged.unlock(room)
        try FileManager.default.removeItem(atPath: database + "-shm")
        try Unprivileged.lock(room)
        let wall = try Program.run(
            ["kpi", "--db", database, "--lang", "en"], as: Unprivileged.runner)
        #expect(
            wall.code == 3 && wall.err.contains("-wal) that can't be read") && wall.err.contains("copy both"), "\(wall)"
        )
    }

    @Test func aFileThatIsMovedAwayMeanwhileIsNotCalledReadOnly() throws {
        let folder = try TestFolder()
        let database = try Self.locked(in: folder, withLog: false)
        let room = (database as NSString).deletingLastPathComponent
        defer { try? Unprivileged.unlock(room) }
        let desk = try Tmux(
            ["--db", database, "--lang", "en", "--today", "2025-11-20"], columns: 80, rows: 24,
            as: Unprivileged.runner)
        desk.wait(for: "! read-only")
        try desk.press("1", ">")
        desk.wait(for: "can't write to")
        try Unprivileged.unlock(room)
        try FileManager.default.moveItem(atPath: database, toPath: database + ".away")
        desk.wait(until: "it says what to do, and no longer that it is read-only") {
            $0.contains("start banso again") && $0.contains("put it back") && !$0.contains("read-only")
        }
        try desk.press("q", "q")
        desk.wait(for: "[exit 0]")
    }
}
