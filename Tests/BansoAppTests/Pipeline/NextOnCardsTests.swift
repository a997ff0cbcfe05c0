import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// A card says what is next where there is room: in a row of its own, or behind the rest of a wide one.
@Suite struct NextOnCardsTests {
    private func board(_ page: Character, _ size: Size) throws -> [String] {
        let desk = try Desk(companies: 0)
        let company = try desk.store.add(Organisation(name: "有明食品"), by: Actor("田中"))
        for pipeline in ["A", "A3"] {
            var entry = PipelineEntry(
                organisation: company, pipeline: PipelineID(pipeline),
                stage: Desk.catalogue.pipeline(PipelineID(pipeline))!.stages[0].id, since: Desk.day)
            entry.nextAction = NextAction(text: "見積の送付", due: Desk.day + 1)
            if pipeline == "A3" { entry.side = .sender }
            _ = try desk.store.add(entry, by: Actor("田中"))
        }
        return desk.run([.character(page)], size: size).frame.lines
    }

    private func row(_ text: String, in lines: [String]) -> Int? { lines.firstIndex { $0.contains(text) } }

    @Test func whereItIsHighInARowOfItsOwn() throws {
        let lines = try board("1", Size(width: 120, height: 40))
        let name = try #require(row("有明食品", in: lines))
        #expect(row("11/21 見積の送付", in: lines) == name + 2)
        #expect(row("見積", in: try board("1", Size(width: 80, height: 24))) == nil)
    }

    @Test func whereItIsWideBehindTheRest() throws {
        let lines = try board("2", Size(width: 120, height: 24))
        let name = try #require(row("有明食品", in: lines))
        #expect(row("11/21 見積の送付", in: lines) == name + 1)
        #expect(row("見積", in: try board("2", Size(width: 80, height: 24))) == nil)
    }
}
