import BansoDomain
import BansoStore
import Foundation
import Testing

struct LiveTests {
    @Test("Given two programs, when either writes, then the other's token changes and it reads the new count")
    func seeEachOther() throws {
        let desk = try TestDesk()
        let other = try desk.another()
        let wallboard = try desk.another(.readOnly)
        let company = try desk.company()
        let tokens = try [other, wallboard, desk.store].map { try $0.changeToken() }
        #expect(try [other, wallboard, desk.store].map { try $0.changeToken() } == tokens)
        _ = try other.book(TestDesk.consultation(company), nextAction: nil, by: Actor("森"))
        let later = try [other, wallboard, desk.store].map { try $0.changeToken() }
        #expect(zip(tokens, later).allSatisfy { $0 != $1 })
        #expect(try wallboard.readings(asOf: day(2026, 3, 31)).first?.tally.counted == 1)
        try desk.book(company)
        #expect(try other.readings(asOf: day(2026, 3, 31)).last?.tally.counted == 2)
    }

    @Test("Given the file is deleted or replaced, then polling and writing both stop with a clear word")
    func replaced() throws {
        for isReplaced in [true, false] {
            let desk = try TestDesk()
            let company = try desk.company()
            let copy = desk.folder + "/copy.db"
            try desk.store.backup(to: copy)
            try FileManager.default.removeItem(atPath: desk.path)
            if isReplaced { try FileManager.default.moveItem(atPath: copy, toPath: desk.path) }
            let fault = isReplaced ? DeskError.replaced(path: desk.path) : .gone(path: desk.path)
            #expect(throws: fault) { try desk.store.changeToken() }
            #expect(throws: fault) { try desk.book(company) }
        }
    }

    @Test("Given a wallboard, when it reads and polls, then neither database nor log change, and it can't write")
    func readOnlyLeavesBytes() throws {
        let desk = try TestDesk()
        try desk.book(try desk.company())
        let files = [desk.path, desk.path + "-wal"].map { URL(fileURLWithPath: $0) }
        let before = try files.map { try Data(contentsOf: $0) }
        let wallboard = try desk.another(.readOnly)
        _ = try wallboard.readings(asOf: day(2026, 3, 31))
        _ = try wallboard.cards(CardQuery(pipeline: "A", limit: 10))
        _ = try wallboard.check()
        _ = try wallboard.changeToken()
        #expect(throws: DeskError.readOnly(path: desk.path)) {
            try wallboard.add(Organisation(name: "甲"), by: desk.aoki)
        }
        wallboard.close()
        #expect(try files.map { try Data(contentsOf: $0) } == before)
    }

    @Test("Given a database that was closed cleanly, then a wallboard can read it, and its bytes stay")
    func cleanlyClosed() throws {
        let desk = try TestDesk()
        try desk.book(try desk.company())
        let copy = desk.folder + "/closed/banso.db"
        let made = try Store.create(at: copy, catalogueText: SmallCatalogue.text, catalogue: SmallCatalogue.value)
        made.close()
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
        let before = try Data(contentsOf: URL(fileURLWithPath: copy))
        let wallboard = try TestDesk.open(copy, .readOnly)
        #expect(try wallboard.readings(asOf: day(2026, 3, 31)).count == 2)
        wallboard.close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == before)
        #expect(!FileManager.default.fileExists(atPath: copy + "-lock"))
    }
}
