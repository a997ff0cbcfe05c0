import Glibc
import TerminalUI
import Testing

@testable import CursesTerminal

extension CursesTerminalTests {
    @Suite struct InputTests {
        private let pty = Pty()

        @Test func keysComeInOrder() throws {
            let terminal = try pty.terminal()
            pty.type("a漢\u{13}\u{1A}\u{3}\u{1B}[A\u{1B}OB\r\n\u{1B}[200~貼る\u{1B}[201~\u{1B}")
            let keys: [Key] = [
                .character("a"), .character("漢"), .control("s"), .control("z"), .control("c"), .up, .down, .enter,
                .enter, .paste("貼る"), .escape,
            ]
            for key in keys { #expect(terminal.wait() == .key(key)) }
            #expect(terminal.next(milliseconds: 0) == .none)
        }

        @Test func aCharacterMayComeInPieces() throws {
            let terminal = try pty.terminal()
            pty.type([0xE6, 0xBC])
            #expect(terminal.next(milliseconds: 20) == .none)
            pty.type([0xA2])
            #expect(terminal.wait() == .key(.character("漢")))
        }

        @Test func waitingEnds() throws {
            let terminal = try pty.terminal()
            let start = Monotonic.milliseconds
            #expect(terminal.next(milliseconds: 30) == .none)
            #expect((30..<1000).contains(Monotonic.milliseconds - start))
        }

        @Test func escapeAloneIsQuick() throws {
            let terminal = try pty.terminal()
            let start = Monotonic.milliseconds
            pty.type("\u{1B}")
            #expect(terminal.wait() == .key(.escape))
            #expect((20..<1000).contains(Monotonic.milliseconds - start))
        }

        @Test(arguments: [("\u{1B}[7;2R", Optional(1)), ("\u{1B}[1;3R", 2), ("\u{1B}[7;9R", nil), ("", nil)])
        func theAmbiguousWidthIsMeasured(_ answer: String, _ width: Int?) throws {
            let terminal = try pty.terminal()
            pty.type("a" + answer + "b")
            #expect(terminal.measureAmbiguousWidth() == width)
            #expect(pty.written().contains("①\u{1B}[6n"))
            #expect(terminal.wait() == .key(.character("a")))
            #expect(terminal.wait() == .key(.character("b")))
        }

        @Test func keysOfTheTerminalsDescription() throws {
            let terminal = try pty.terminal("rxvt-unicode-256color")
            pty.type("\u{1B}[7~\u{1B}[8~\u{1B}[11~\u{1B}[Z")
            for key in [Key.home, .end, .function(1), .backTab] { #expect(terminal.wait() == .key(key)) }
        }

        @Test func aTerminalThatHangsUpIsGone() throws {
            let terminal = try pty.terminal()
            pty.type("a")
            #expect(terminal.wait() == .key(.character("a")))
            pty.hangUp()
            #expect(terminal.wait() == .gone)
            #expect(terminal.wait() == .gone)
            terminal.show(Canvas(size: terminal.size))
        }

        @Test(arguments: [SIGHUP, SIGTERM, SIGINT]) func aSignalToEndIsGone(_ number: Int32) throws {
            let terminal = try pty.terminal()
            kill(getpid(), number)
            #expect(terminal.wait() == .gone)
        }
    }
}
