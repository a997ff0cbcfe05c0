import BansoDomain
import Foundation
import GRDB
import Testing

@testable import BansoStore

struct ReadingConnectionTests {
    private let counting = "SELECT count(*) FROM organisation"

    @Test("Given a file that is taken as one that never changes, when somebody writes all the same, then it is seen")
    func written() throws {
        let desk = try TestDesk()
        _ = try desk.company("甲社")
        desk.store.close()
        try desk.plainSQL { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        let place = try DatabasePath(existing: desk.path)
        let still = try ReadingConnection(place, withoutLocks: true)
        #expect(still.still != nil)
        #expect(try still.read { try Int.fetchOne($0, sql: counting) } == 1)
        let token = try still.changeToken()
        #expect(try still.changeToken() == token)
        // When it changes while it is read, what was read before is thrown away
        var isWritten = false
        let seen = try still.read { db in
            if !isWritten {
                isWritten = true
                let other = try TestDesk.open(desk.path)
                _ = try other.add(Organisation(name: "乙社"), by: desk.aoki)
            }
            return try Int.fetchOne(db, sql: counting)
        }
        #expect(seen == 2)
        #expect(try still.changeToken() != token)
        // From then on there is an index, and with it SQLite's own locks
        #expect(still.still == nil)
    }

    @Test("Given a name that means something in an address, then the file of that name is read")
    func names() throws {
        let desk = try TestDesk()
        desk.store.close()
        try desk.plainSQL { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        let odd = desk.folder + "/100%?#会社.db"
        try FileManager.default.copyItem(atPath: desk.path, toPath: odd)
        let still = try ReadingConnection(DatabasePath(existing: odd), withoutLocks: true)
        #expect(try still.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == Migration.all.count)
    }

    @Test("Given a folder that can be written, then SQLite's locks are used")
    func usual() throws {
        let desk = try TestDesk()
        #expect(try ReadingConnection(DatabasePath(existing: desk.path)).still == nil)
        #expect(desk.store.refusal == nil)
        #expect(try desk.another(.readOnly).refusal == .readOnly(path: desk.path))
    }
}
