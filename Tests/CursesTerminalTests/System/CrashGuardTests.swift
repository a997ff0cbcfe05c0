import Glibc
import Testing

@testable import CursesTerminal

extension CursesTerminalTests {
    @Suite struct CrashGuardTests {
        private let pty = Pty()

        private func expectRestored(_ before: [UInt32]) {
            #expect(pty.modes == before)
            let written = pty.written()
            #expect(written.contains("\u{1B}[?2004h"))
            for sequence in ["\u{1B}[?2004l", "\u{1B}[?2026l", "\u{1B}[?25h", "\u{1B}[?1049l"] {
                #expect(written.contains(sequence))
            }
        }

        @Test func anAbortRestoresTheTerminal() async {
            let before = pty.modes
            let path = pty.path
            await #expect(processExitsWith: .signal(SIGABRT)) { [path = path as String] in
                let slave = open(path, O_RDWR | O_NOCTTY)
                let terminal = try CursesTerminal(input: slave, output: slave, term: "xterm-256color")
                withExtendedLifetime(terminal) { abort() }
            }
            expectRestored(before)
        }

        @Test func leavingWithoutClosingRestoresTheTerminal() async {
            let before = pty.modes
            let path = pty.path
            await #expect(processExitsWith: .exitCode(3)) { [path = path as String] in
                let slave = open(path, O_RDWR | O_NOCTTY)
                let terminal = try CursesTerminal(input: slave, output: slave, term: "xterm-256color")
                withExtendedLifetime(terminal) { exit(3) }
            }
            expectRestored(before)
        }
    }
}
