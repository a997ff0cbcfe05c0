import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What takes long says how far it is, and can be given up.
@Suite struct LongStepTests {
    private final class EmptyDesk: QuietDesk {
        let catalogue = Desk.catalogue
    }

    private func run(_ keys: [Key], on writer: EndlessDesk) -> (terminal: BurstTerminal, frames: [String]) {
        let terminal = BurstTerminal(keys.map { .key($0) } + [.none])
        var frames: [String] = []
        terminal.onFrame = { frames.append($0.lines.last ?? "") }
        let context = Context(
            catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar, actor: Actor("田中"),
            size: terminal.size)
        App(terminal: terminal, reader: EmptyDesk(), writer: writer, context: context).run()
        return (terminal, frames)
    }

    @Test(arguments: [
        (Key.character("u"), Key.control("c"), "取り消しています… "), (.control("r"), .escape, "やり直しています… "),
    ])
    func undoAndRedoAreShownAndGivenUp(_ key: Key, _ end: Key, _ words: String) {
        let writer = EndlessDesk()
        // Keys in between are for what is no longer there.
        let (terminal, frames) = run([key, .character("n"), end], on: writer)
        #expect(writer.isGivenUp)
        #expect(frames.contains { $0.contains(words + "50%（Ctrl-C でやめる）") }, "\(frames)")
        #expect(frames.last?.contains("やめました。何も変わっていません") == true, "\(frames)")
        #expect(!terminal.frame.lines.contains { $0.contains("新規") && $0.contains("やめる") })
    }

    @Test func plainModeSaysOnceInAWhileHowFarItIs() {
        var lines: [String] = []
        let context = Context(
            catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar, actor: Actor("田中"),
            size: Size(width: 80, height: 24))
        let talk = Conversation(
            reader: EmptyDesk(), writer: EndlessDesk(for: .milliseconds(400)), context: context,
            meanwhile: { lines.append($0) })
        _ = talk.begin()
        _ = talk.hear("u")
        #expect(lines == ["取り消しています… 50%（Ctrl-C でやめる）"])
        _ = talk.hear("u")
        #expect(lines.count == 2, "another step begins anew")
    }

    @Test func whatIsSoonDoneIsNotSpokenOf() throws {
        let step = LongStep { _, _ in
            Issue.record("it was asked")
            return true
        }
        for done in 0..<100 { try step.tell(done, of: 100) }
    }
}
