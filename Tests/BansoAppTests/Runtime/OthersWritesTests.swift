import BansoDomain
import Foundation
import TerminalUI
import Testing

@testable import BansoApp

/// When it is looked what others have written, and how long may pass until then.
@Suite struct OthersWritesTests {
    /// One that others write to all the time.
    private final class BusyDesk: QuietDesk {
        let catalogue = Desk.catalogue
        var onLook: () -> Void = {}
        /// How long reading takes, in microseconds.
        var reading: UInt32 = 0
        private(set) var readings = 0
        private var token = 0

        func changeToken() -> Int {
            onLook()
            token += 1
            return token
        }

        func attention(_ query: AttentionQuery) -> [AttentionItem] {
            readings += 1
            usleep(reading)
            return []
        }
    }

    private func run(_ inputs: [Input], on desk: BusyDesk = BusyDesk(), isTold: Bool = true) -> BurstTerminal {
        let terminal = BurstTerminal(inputs)
        run(desk, at: terminal, isTold: isTold)
        return terminal
    }

    private func run(_ desk: BusyDesk, at terminal: BurstTerminal, isTold: Bool) {
        let context = Context(
            catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar, actor: Actor("田中"),
            size: terminal.size)
        App(terminal: terminal, reader: desk, writer: ClosedDesk(), context: context, isTold: isTold).run()
    }

    @Test func whoIsToldOfThemLooksSeldomByItself() {
        #expect(run([.none, .none], isTold: false).waits == [150, 150, 150])
        #expect(run([.none, .none]).waits == [500, 500, 500])
        // What was told and not looked at, because somebody is typing, doesn't wait so long
        let typing: [Input] = ([.character("n"), .character("t")] + [Key].typed("山")).map { .key($0) }
        #expect(run(typing + [.news]).waits == [500, 150])
        #expect(run([.news, .none]).waits == [500, 500])
    }

    @Test func whereSomebodyTypesNothingMovesForAQuarterOfASecond() {
        let typing: [Input] = ([.character("n"), .character("t")] + [Key].typed("山")).map { .key($0) }
        let (desk, terminal) = (BusyDesk(), BurstTerminal(typing + [Input](repeating: .none, count: 8)))
        terminal.isPatient = true
        var (lastKey, looks): (ContinuousClock.Instant?, [Duration]) = (nil, [])
        terminal.onInput = { if case .key = $0 { lastKey = .now } }
        desk.onLook = { if let lastKey { looks.append(lastKey.duration(to: .now)) } }
        run(desk, at: terminal, isTold: false)
        #expect(!looks.isEmpty && looks.allSatisfy { $0 >= .milliseconds(250) }, "\(looks)")
    }

    @Test func aKeyIsAnsweredBeforeItIsLooked() {
        let (desk, terminal) = (BusyDesk(), BurstTerminal([.key(.down)]))
        var order: [String] = []
        desk.onLook = { order.append("look") }
        terminal.onFrame = { _ in order.append("frame") }
        run(desk, at: terminal, isTold: true)
        // The first frame; where changes begin; the key and then what others did
        #expect(order.prefix(4) == ["frame", "look", "frame", "look"])
    }

    @Test func afterReadingItRestsForManyTimesAsLong() {
        let desk = BusyDesk()
        desk.reading = 4000
        let inputs = [Input](repeating: .none, count: 40)
        let began = ContinuousClock.now
        // Each frame of a busy desk stands for a look: without rests there would be forty.
        _ = run(inputs, on: desk)
        let longest = Int(began.duration(to: .now) / .milliseconds(100)) + 2
        #expect(desk.readings >= 2 && desk.readings <= longest, "\(desk.readings) readings")
    }
}
