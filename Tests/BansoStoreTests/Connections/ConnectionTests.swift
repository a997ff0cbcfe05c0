import BansoDomain
import Foundation
import GRDB
import Testing

@testable import BansoStore

struct ConnectionTests {
    @Test("Given the writing connection, then a commit is on disk before it is reported, and every guard is on")
    func settings() throws {
        let desk = try TestDesk()
        try desk.store.withWriter { db in
            let expected = [
                "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1, "secure_delete": 1,
                "busy_timeout": 5000,
            ]
            for (pragma, value) in expected {
                let found = try Int.fetchOne(db, sql: "PRAGMA \(pragma)")
                #expect(found == value, "\(pragma)")
            }
            let checkpoint = try Int.fetchOne(db, sql: "PRAGMA wal_autocheckpoint")
            #expect((checkpoint == 0) == Engine.linked.hasWALResetBug)
        }
    }

    @Test("Given a connection that would not flush, then it is refused")
    func notDurable() throws {
        let desk = try TestDesk()
        let place = try DatabasePath(existing: desk.path)
        try desk.store.withWriter { db in
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
            #expect(throws: DeskError.self) { try Connection.assertDurable(db, path: place) }
        }
    }

    @Test("Given the reading connection, then it can't write")
    func readerCannotWrite() throws {
        let desk = try TestDesk()
        #expect(throws: DeskError.readOnly(path: desk.store.path)) {
            try desk.store.reader.inDatabase { db in
                try StoreErrors.mapped(desk.store.path) { try db.execute(sql: "DELETE FROM catalogue") }
            }
        }
    }

    @Test(
        "Given versions of SQLite, then those with the WAL-reset bug are known",
        arguments: [
            (3_040_001, true), (3_007_000, true), (3_006_023, false), (3_044_005, true), (3_044_006, false),
            (3_045_000, true), (3_050_006, true), (3_050_007, false), (3_051_002, true), (3_051_003, false),
        ])
    func walReset(number: Int, hasBug: Bool) {
        #expect(Engine(number: number).hasWALResetBug == hasBug)
        #expect(Engine(number: number).writersTakeTurns == (hasBug ? .lockFile : .sqlite))
    }

    @Test("Given how SQLite numbers itself, then its version reads as people write it")
    func version() {
        #expect(Engine(number: 3_040_001).version == "3.40.1")
    }

    @Test("Given somebody holds the lock, then a writer waits its patience, is told busy, and can write afterwards")
    func lockHeld() throws {
        let desk = try TestDesk()
        let place = try DatabasePath(existing: desk.path)
        let holder = WriteLock(place, patience: 1)
        let impatient = WriteLock(place, patience: 0.05)
        _ = try holder.whileHeld {
            #expect(throws: DeskError.busy(path: place.text)) { try impatient.whileHeld {} }
        }
        let isWritable = try impatient.whileHeld { true }
        #expect(isWritable)
    }

    /// Lets the log grow by so many companies.
    private func grow(_ desk: TestDesk, by count: Int) throws {
        try desk.store.bulk(.sample, by: desk.aoki, isDryRun: false) { bulk in
            let address = String(repeating: "一丁目", count: 60)
            for number in 1...count { _ = try bulk.add(Organisation(name: "企業\(number)", address: address)) }
        }
    }

    @Test("Given a very large log, when somebody commits, then it is moved back into the database")
    func checkpoint() throws {
        let desk = try TestDesk()
        try grow(desk, by: 16_000)
        #expect(PrivateFiles.size(desk.path + "-wal") == 0)
        #expect(PrivateFiles.size(desk.path) > Checkpoint.threshold)
    }

    @Test("Given a large log, then it is moved back in an idle moment, and not while somebody else writes")
    func tidied() throws {
        let desk = try TestDesk()
        _ = try desk.company()
        desk.store.tidy()
        #expect(PrivateFiles.size(desk.path + "-wal") > 0, "a small one stays")
        try grow(desk, by: 4000)
        let grown = PrivateFiles.size(desk.path + "-wal")
        #expect(grown > Checkpoint.due && grown < Checkpoint.threshold)
        let began = ContinuousClock.now
        try WriteLock(DatabasePath(existing: desk.path), patience: 1).whileHeld { desk.store.tidy() }
        #expect(began.duration(to: .now) < .seconds(1), "nobody is waited for")
        #expect(PrivateFiles.size(desk.path + "-wal") == grown)
        desk.store.tidy()
        #expect(PrivateFiles.size(desk.path + "-wal") == 0)
        #expect(try desk.another().search(SearchQuery("企業4000", kinds: [.organisation], limit: 9)).count == 1)
    }

    @Test(
        "Given records were written, when the store is closed, then the file alone has them, unless somebody else writes"
    )
    func closing() throws {
        let desk = try TestDesk()
        _ = try desk.company()
        let other = try desk.another()
        _ = try other.add(Organisation(name: "大分商店"), by: desk.aoki)
        try WriteLock(DatabasePath(existing: desk.path), patience: 1).whileHeld { other.close() }
        #expect(PrivateFiles.size(desk.path + "-wal") > 0)
        desk.store.close()
        #expect(PrivateFiles.size(desk.path + "-wal") == 0)
        let copy = desk.folder + "/copy.db"
        try FileManager.default.copyItem(atPath: desk.path, toPath: copy)
        #expect(try TestDesk.open(copy).search(SearchQuery("", kinds: [.organisation], limit: 9)).count == 2)
    }

    @Test(
        "Given damage that was met in reading, then nothing is written any more, and the log stays when the store is closed"
    )
    func damaged() throws {
        let desk = try TestDesk()
        try desk.store.bulk(.sample, by: desk.aoki, isDryRun: false) { bulk in
            for number in 1...400 { _ = try bulk.add(Organisation(name: "企業\(number)")) }
        }
        desk.store.close()
        let store = try desk.another()
        _ = try store.add(Organisation(name: "大分商店"), by: desk.aoki)
        let files = [desk.path, desk.path + "-wal"].map { URL(fileURLWithPath: $0) }
        var bytes = try Data(contentsOf: files[0])
        bytes.replaceSubrange(4096..., with: Data(repeating: 0xA5, count: bytes.count - 4096))
        try bytes.write(to: files[0])
        let before = try files.map { try Data(contentsOf: $0) }
        func isCorrupt(_ error: any Error) -> Bool { if case DeskError.corrupt = error { true } else { false } }
        #expect(
            performing: { try store.read { try Row.fetchAll($0, sql: "SELECT * FROM organisation") } },
            throws: isCorrupt)
        #expect(performing: { try store.add(Organisation(name: "甲"), by: desk.aoki) }, throws: isCorrupt)
        store.close()
        #expect(try files.map { try Data(contentsOf: $0) } == before && !before[1].isEmpty)
    }

    @Test("Given what SQLite reports, then it is told in the desk's words")
    func errors() {
        func told(_ code: ResultCode) -> DeskError { StoreErrors.deskError(DatabaseError(resultCode: code), path: "p") }
        #expect(told(.SQLITE_FULL) == .full(path: "p"))
        #expect(told(.SQLITE_READONLY) == .readOnly(path: "p"))
        #expect(told(.SQLITE_BUSY) == .busy(path: "p"))
        #expect(told(.SQLITE_NOTADB) == .foreign(path: "p"))
        #expect(told(.SQLITE_CORRUPT).isAboutDatabase)
        #expect(told(.SQLITE_IOERR).isAboutDatabase)
    }
}
