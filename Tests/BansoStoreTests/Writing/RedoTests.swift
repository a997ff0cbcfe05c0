import BansoDomain
import BansoStore
import Testing

struct RedoTests {
    private let mori = Actor("森")

    @Test("Given two steps taken back, when both are done again, then the data are as before, in their order")
    func redoes() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        try desk.book(company, next: NextAction(text: "一"))
        try desk.book(company, next: NextAction(text: "二"))
        for _ in 0..<2 { _ = try desk.store.undo(by: desk.aoki) }
        #expect(try desk.store.redo(by: desk.aoki) == UndoReceipt(action: .book, name: "有明食品株式会社"))
        #expect(try desk.store.file(of: company)?.entries.first?.record.nextAction?.text == "一")
        #expect(try desk.actual("A2.consultations") == 1)
        _ = try desk.store.redo(by: desk.aoki)
        #expect(try desk.store.file(of: company)?.entries.first?.record.nextAction?.text == "二")
        #expect(try desk.store.redo(by: desk.aoki) == nil)
        #expect(try desk.store.check().isSound)
    }

    @Test("Given a step that was done again, when it is undone and redone by another program, then both work")
    func undoAfterRedo() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        try desk.book(company)
        for _ in 0..<3 {
            let other = try desk.another()
            #expect(try other.undo(by: desk.aoki)?.action == .book)
            #expect(try desk.actual("A2.companies") == 0)
            #expect(try desk.store.file(of: company)?.timeline.isEmpty == true)
            other.close()
            #expect(try desk.store.redo(by: desk.aoki)?.action == .book)
            #expect(try desk.actual("A2.companies") == 1)
            #expect(try desk.store.file(of: company)?.timeline.count == 2)
        }
        for action in [ChangeAction.book, .add] { #expect(try desk.store.undo(by: desk.aoki)?.action == action) }
        #expect(try desk.store.undo(by: desk.aoki) == nil)
        for action in [ChangeAction.add, .book] { #expect(try desk.store.redo(by: desk.aoki)?.action == action) }
    }

    @Test("Given the person wrote something else since, then there is nothing to do again")
    func wroteSince() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        try desk.book(company)
        _ = try desk.store.undo(by: desk.aoki)
        _ = try desk.company("別社")
        #expect(try desk.store.redo(by: desk.aoki) == nil)
        _ = try desk.store.undo(by: desk.aoki)
        #expect(try desk.store.redo(by: desk.aoki)?.name == "別社")
    }

    @Test("Given two people who take turns, then each takes back and does again only their own")
    func interleaved() throws {
        let desk = try TestDesk()
        let company = try desk.company("一社")
        let other = try desk.store.add(Organisation(name: "二社"), by: mori)
        try desk.book(company)
        _ = try desk.store.undo(by: mori)
        #expect(try desk.store.redo(by: desk.aoki) == nil)
        _ = try desk.store.undo(by: desk.aoki)
        #expect(try desk.store.redo(by: mori)?.name == "二社")
        #expect(try desk.store.redo(by: desk.aoki)?.action == .book)
        #expect(try desk.store.file(of: other) != nil)
        #expect(try desk.actual("A2.companies") == 1)
    }

    @Test("Given somebody changed the record since, when it is to be done again, then it is refused and says who")
    func refused() throws {
        let desk = try TestDesk()
        let company = try desk.company("一社")
        let entry = try desk.store.add(
            PipelineEntry(organisation: company, pipeline: "A", stage: "lead", since: day(2025, 6, 2)), by: desk.aoki)
        try desk.store.move(entry, version: 1, to: "posting", on: day(2025, 7, 1), by: desk.aoki)
        _ = try desk.store.undo(by: desk.aoki)
        let version = try #require(try desk.store.file(of: company)?.entries.first?.version)
        try desk.store.move(entry, version: version, to: "eligible", on: day(2025, 7, 2), by: mori)
        #expect(throws: DeskError.undoRefused(action: .move, name: "一社", by: "森", isRedo: true)) {
            try desk.store.redo(by: desk.aoki)
        }
        _ = try desk.store.undo(by: mori)
        #expect(try desk.store.redo(by: desk.aoki)?.action == .move)
    }
}
