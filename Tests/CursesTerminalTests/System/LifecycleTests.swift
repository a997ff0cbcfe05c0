import Glibc
import TerminalUI
import Testing

@testable import CursesTerminal

extension CursesTerminalTests {
    @Suite struct LifecycleTests {
        private let pty = Pty()

        @Test func closingRestoresTheTerminal() throws {
            let before = pty.modes
            let terminal = try pty.terminal()
            #expect(pty.modes != before)
            terminal.show(Canvas(size: terminal.size))
            #expect(pty.written().contains("\u{1B}[?2004h"))
            terminal.close()
            #expect(pty.modes == before)
            let written = pty.written()
            for sequence in ["\u{1B}[?2004l", "\u{1B}[?2026l", "\u{1B}[?25h", "\u{1B}[?1049l"] {
                #expect(written.contains(sequence))
            }
            terminal.close()
            #expect(terminal.next(milliseconds: 0) == .gone)
            #expect(pty.written() == "")
        }

        @Test func flowControlAndSignalsAreOff() throws {
            let terminal = try pty.terminal()
            #expect(pty.modes[0] & UInt32(IXON | ICRNL) == 0)
            #expect(pty.modes[3] & UInt32(ISIG | ICANON | ECHO) == 0)
            terminal.close()
        }

        @Test func forgettingItRestoresTheTerminal() throws {
            let before = pty.modes
            do { _ = try pty.terminal() }
            #expect(pty.modes == before)
        }

        @Test func suspendingGivesTheTerminalBackForAWhile() throws {
            let before = pty.modes
            let terminal = try pty.terminal()
            var canvas = Canvas(size: terminal.size)
            canvas.put("伴走", x: 0, y: 0)
            terminal.show(canvas)
            _ = pty.written()
            terminal.suspend {
                #expect(pty.modes == before)
                let written = pty.written()
                #expect(written.contains("\u{1B}[?1049l") && written.contains("\u{1B}[?2004l"))
            }
            #expect(pty.modes[3] & UInt32(ICANON | ECHO) == 0)
            terminal.show(canvas)
            let written = pty.written()
            #expect(written.contains("伴走") && written.contains("\u{1B}[?1049h") && written.contains("\u{1B}[?2004h"))
        }

        @Test func whatEndsTheProgramWhileItIsSuspendedIsNotForgotten() throws {
            let terminal = try pty.terminal()
            terminal.suspend {
                // To this thread, so that it has come when this returns
                var end = sigset_t()
                var before = sigset_t()
                sigemptyset(&end)
                sigaddset(&end, SIGTERM)
                pthread_sigmask(SIG_UNBLOCK, &end, &before)
                raise(SIGTERM)
                pthread_sigmask(SIG_SETMASK, &before, nil)
            }
            #expect(terminal.wait() == .gone)
        }

        @Test(arguments: ["no-such-terminal", "../etc/passwd"]) func anUnknownTermIsRefused(_ term: String) {
            #expect(throws: TerminalError.unknownTerm(term)) { try pty.terminal(term) }
        }

        @Test func termMustBeSet() {
            #expect(throws: TerminalError.termIsNotSet) { try pty.terminal("") }
        }

        @Test func aTerminalWithoutCursorIsRefused() {
            let before = pty.modes
            #expect(throws: TerminalError.cannotPlaceCursor("dumb")) { try pty.terminal("dumb") }
            #expect(pty.modes == before)
        }

        @Test func whatIsNoTerminalIsRefused() {
            let null = open("/dev/null", O_RDWR)
            defer { Glibc.close(null) }
            #expect(throws: TerminalError.inputIsNoTerminal) {
                try CursesTerminal(input: null, output: pty.slave, term: "xterm")
            }
            #expect(throws: TerminalError.outputIsNoTerminal) {
                try CursesTerminal(input: pty.slave, output: null, term: "xterm")
            }
        }

        @Test func oneAtATime() throws {
            let terminal = try pty.terminal()
            #expect(throws: TerminalError.alreadyOpen) { try pty.terminal() }
            terminal.close()
            try pty.terminal().close()
        }

        /// The copies that ncurses writes and reads through are given back, also by an attempt that fails.
        @Test func openingAgainLeaksNoDescriptor() throws {
            let before = pty.descriptors
            for _ in 0..<3 {
                try pty.terminal().close()
                #expect(throws: TerminalError.self) { try pty.terminal("no-such-terminal") }
            }
            #expect(before == 1 && pty.descriptors == before)
        }
    }
}
