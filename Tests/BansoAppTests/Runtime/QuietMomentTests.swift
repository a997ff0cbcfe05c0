import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What can wait is done when nobody presses a key.
@Suite struct QuietMomentTests {
    private final class StillDesk: QuietDesk {
        let catalogue = Desk.catalogue
    }

    private func tidied(_ inputs: [Input]) -> Int {
        let (terminal, writer) = (BurstTerminal(inputs), ClosedDesk())
        let context = Context(
            catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar, actor: Actor("田中"),
            size: terminal.size)
        App(terminal: terminal, reader: StillDesk(), writer: writer, context: context).run()
        return writer.tidied
    }

    @Test func itIsNotAsLongAsSomethingComes() {
        #expect(tidied([.key(.down), .key(.up)]) == 0)
        #expect(tidied([.news]) == 0)
        #expect(tidied([.none]) == 1)
        // The nothing that ends what came in a burst is no quiet moment
        #expect(tidied([.key(.down), .none, .none, .key(.up)]) == 1)
    }
}
