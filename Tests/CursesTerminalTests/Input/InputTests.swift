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

        @Test(
            arguments: [
                ("\u{1B}[2;2R", .narrow), ("\u{1B}[2;3R", .wide), ("\u{1B}[2;9R", nil), ("\u{1B}[7;3R", nil), ("", nil),
            ] as [(String, AmbiguousWidth?)])
        func theAmbiguousWidthIsAsked(_ answer: String, _ width: AmbiguousWidth?) throws {
            let terminal = try pty.terminal()
            let begun = pty.written()
            terminal.askAmbiguousWidth()
            // On the program's screen, and gone with the first frame.
            #expect(begun.split(separator: "\u{1B}[?1049l").last?.contains("\u{1B}[?1049h") == true)
            #expect(pty.written().hasSuffix("\u{1B}[2;1H①\u{1B}[6n"))
            terminal.show(Canvas(size: terminal.size))
            #expect(pty.written().contains("\u{1B}[H\u{1B}[2J"))
            pty.type("a" + answer + "b")
            #expect(terminal.wait() == .key(.character("a")))
            #expect(terminal.wait() == .key(.character("b")))
            if let width { #expect(terminal.next(milliseconds: 0) == .ambiguousWidth(width)) }
            #expect(terminal.next(milliseconds: 0) == .none)
        }

        @Test func aTerminalOfOneRowIsNotAsked() throws {
            let pty = Pty(columns: 80, rows: 1)
            let terminal = try pty.terminal()
            _ = pty.written()
            terminal.askAmbiguousWidth()
            #expect(pty.written() == "")
        }

        @Test func keysOfTheTerminalsDescription() throws {
            let terminal = try pty.terminal("rxvt-unicode-256color")
            pty.type("\u{1B}[7~\u{1B}[8~\u{1B}[11~\u{1B}[Z")
            for key in [Key.home, .end, .function(1), .backTab] { #expect(terminal.wait() == .key(key)) }
        }

        @Test func clicksThatNobodyAskedForAreNone() throws {
            let click = "\u{1B}[<0;3;4Mx"
            do {
                let terminal = try pty.terminal()
                pty.type(click)
                #expect(terminal.wait() == .key(.character("x")))
            }
            let asked = Pty()
            let terminal = try asked.terminal(hasMouse: true)
            asked.type(click)
            #expect(terminal.wait() == .key(.click(Point(x: 2, y: 3))))
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
