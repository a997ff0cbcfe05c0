import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// The program takes pages as they were left, and says where that can't be read or kept.
@Suite struct ArrangementKeeperTests {
    private final class Keeper: ArrangementKeeper {
        var kept: [PipelineID: PipelineArrangement] = [:]
        var fault: KeepingError?

        func load() throws(KeepingError) -> [PipelineID: PipelineArrangement] {
            if let fault { throw fault }
            return kept
        }

        func save(_ arrangement: PipelineArrangement, of pipeline: PipelineID) throws(KeepingError) {
            if let fault { throw fault }
            kept[pipeline] = arrangement
        }
    }

    private let desk = CardDesk(cards: 30)

    private func run(_ keys: [Key], _ keeper: Keeper) -> [String] {
        let terminal = ScriptedTerminal(size: Size(width: 80, height: 24), keys: keys)
        App(
            terminal: terminal, reader: desk, writer: ClosedDesk(), context: desk.context(width: 80, height: 24),
            arrangements: keeper
        ).run()
        return terminal.frame.lines
    }

    @Test func whatWasArrangedIsThereAgain() {
        let keeper = Keeper()
        let left = run([.character("1"), .character("v"), .left, .character("s")], keeper)
        #expect(keeper.kept.keys.map(\.text) == ["A"] && keeper.kept["A"]?.table.order == CardOrder(by: .due))
        #expect(left.contains { $0.contains("期限▲") })
        let again = run([.character("1")], keeper)
        #expect(again.contains { $0.contains("期限▲") })
        // Another pipeline has its own
        #expect(!run([.character("2")], keeper).contains { $0.contains("▲") && $0.contains("滞在") })
    }

    @Test func faultsAreSaidAndNothingElseIsLost() {
        let keeper = Keeper()
        keeper.fault = KeepingError("読めません", "can't be read")
        // Where it matters: on the first pipeline, not before
        #expect(run([], keeper).last?.contains("読めません") == false)
        #expect(run([.character("1")], keeper).last?.contains("読めません") == true)
        let frame = run([.character("1"), .character("v"), .left, .character("s")], keeper)
        #expect(frame.last?.contains("読めません") == true && frame.contains { $0.contains("期限▲") })
    }
}
