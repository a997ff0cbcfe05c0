import BansoDomain
import BansoStore
import Testing

struct MoveTests {
    @Test("Given a card that somebody moved since it was read, when it is moved, then it is stale and stays")
    func stale() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        let entry = try desk.store.add(
            PipelineEntry(organisation: company, pipeline: "A", stage: "lead", since: day(2025, 6, 2)), by: desk.aoki)
        let other = try desk.another()
        try other.move(entry, version: 1, to: "eligible", on: day(2025, 6, 9), by: Actor("森"))
        #expect {
            try desk.store.move(entry, version: 1, to: "posting", on: day(2025, 6, 9), by: desk.aoki)
        } throws: { error in
            if case DeskError.stale = error { true } else { false }
        }
        #expect(try desk.store.stageCounts(of: "A") == ["eligible": 1])
    }

    @Test("Given a stage of no pipeline, a card that is not there, or a second entry, then each is refused in words")
    func refused() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        let entry = PipelineEntry(organisation: company, pipeline: "A", stage: "lead", since: day(2025, 6, 2))
        let id = try desk.store.add(entry, by: desk.aoki)
        #expect(throws: DeskError.self) { try desk.store.add(entry, by: desk.aoki) }
        #expect(throws: DeskError.self) {
            try desk.store.move(id, version: 1, to: "guide", on: day(2025, 6, 9), by: desk.aoki)
        }
        #expect(throws: DeskError.self) {
            try desk.store.move(PipelineEntryID(9), version: 1, to: "lead", on: day(2025, 6, 9), by: desk.aoki)
        }
    }
}
