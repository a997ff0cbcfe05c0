import BansoDomain
import BansoStore
import Foundation
import TerminalUI
import Testing

@testable import BansoApp

/// Who moves a card keeps it in hand: what is pressed next is for the same company.
@Suite struct FollowedCardTests {
    private let size = Size(width: 80, height: 24)

    /// The name in the body that the highlight lies on.
    private func highlight(_ frame: Canvas) -> String {
        let row = (1..<frame.size.height).first { y in
            (0..<frame.size.width).contains { frame[$0, y].style.surface == .selection }
        }
        guard let row else { return "" }
        let cells = (0..<frame.size.width).filter { frame[$0, row].style.surface == .selection }
        let scalars = cells.compactMap { Unicode.Scalar(frame[$0, row].scalar) }.filter { $0 != "\0" }
        return String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespaces)
    }

    private func stages(_ desk: Desk, of pipeline: PipelineID) throws -> [PipelineEntryID: StageID] {
        let cards = try desk.store.cards(CardQuery(pipeline: pipeline, limit: 10_000))
        return Dictionary(uniqueKeysWithValues: cards.map { ($0.entry, $0.stage) })
    }

    /// The entries that the keys moved, with the stage they ended in.
    private func moved(_ keys: [Key], in page: Character = "1", _ pipeline: PipelineID = "A") throws
        -> [PipelineEntryID: StageID]
    {
        let desk = try Desk(companies: 300)
        let before = try stages(desk, of: pipeline)
        desk.run([.character(page)] + keys, size: size)
        return try stages(desk, of: pipeline).filter { before[$0.key] != $0.value }
    }

    @Test(arguments: [[], [.character("v")], [.character("v"), .character("s"), .character("G"), .pageUp]] as [[Key]])
    func twoStepsAreOfOneCompany(_ view: [Key]) throws {
        let pipeline = try #require(Desk.catalogue.pipeline("A"))
        let there = view + [.down, .down, .character(">"), .character(">")]
        let moved = try moved(there)
        #expect(moved.count == 1, "\(moved)")
        let once = try #require(try self.moved(view + [.down, .down, .character(">")]).first)
        #expect(moved == [once.key: try #require(pipeline.stage(after: once.value, by: 1)).id])
        // There and back is nothing, whichever way it is taken back
        for back in [[.character("<"), .character("<")], [.character("u"), .character("u")]] as [[Key]] {
            #expect(try self.moved(there + back).isEmpty)
            #expect(try self.moved(there + back + [.character(">"), .character(">")]) == moved)
        }
    }

    @Test func theFocusOfTheBoardGoesWithTheCard() throws {
        let desk = try Desk(companies: 300)
        let before = desk.run([.character("1"), .down, .down], size: size)
        let name = highlight(before.frame)
        #expect(name.contains("会社"), "\(name)")
        let after = desk.run([.character("1"), .down, .down, .character(">"), .character(">")], size: size)
        #expect(highlight(after.frame) == name)
        #expect(after.frame.lines != before.frame.lines)
        // A card of a side stays on its side
        #expect(try moved([.down, .character(">"), .character(">")], in: "2", "A3").count <= 1)
    }

    @Test func aCardThatSomebodyElseMovesKeepsTheHighlight() throws {
        let desk = try Desk(companies: 300)
        let first = try #require(try desk.store.cards(CardQuery(pipeline: "A", limit: 1)).first)
        let other = try #require(Desk.catalogue.pipeline("A")).stages[3].id
        desk.run(
            [.character("1"), .control("l"), .character(">")], size: size,
            interludes: [
                2: {
                    try? desk.store.move(
                        first.entry, version: first.version, to: other, on: Desk.day, by: Actor("佐藤"))
                }
            ])
        let now = try stages(desk, of: "A")[first.entry]
        #expect(now == Desk.catalogue.pipeline("A")?.stages[4].id)
    }
}
