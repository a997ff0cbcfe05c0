import CNcurses
import Glibc
import TerminalUI
import Testing

@testable import CursesTerminal

extension CursesTerminalTests {
    @Suite struct DirectColoursTests {
        @Test(arguments: [
            ("xterm-256color", ["COLORTERM": "truecolor"], true), ("xterm", ["COLORTERM": "24bit"], true),
            ("tmux-256color", ["COLORTERM": "TrueColor"], true), ("xterm-256color", [:], false),
            ("xterm-256color", ["COLORTERM": "yes"], false),
            // GNU screen, and tmux under the same name
            ("screen-256color", ["COLORTERM": "truecolor"], false),
            ("screen-256color", ["COLORTERM": "truecolor", "TMUX": "/tmp/tmux,1,0"], true),
        ]) func whoSaysSoHasThem(_ term: String, _ environment: [String: String], _ isSaid: Bool) {
            #expect(DirectColours.areSaid(term: term) { environment[$0] } == isSaid)
        }

        @Test(arguments: ["xterm-256color", "tmux-256color", "xterm", "linux"])
        func aThemesColoursAreWrittenAsTheyAre(_ term: String) throws {
            let pty = Pty()
            let terminal = try pty.terminal(term, isDirect: true)
            defer { terminal.close() }
            #expect(terminal.colours == 0x100_0000)
            var theme = Theme.coloured
            theme.roles[.good] = Theme.Ink(colour: .rgb(0x8F, 0xC9, 0xA0))
            theme.roles[.key] = Theme.Ink(colour: .ansi(4))
            theme.roles[.pace] = Theme.Ink(colour: .ansi(12))
            theme.surfaces[.selection] = Theme.Ink(colour: .rgb(0x2C, 0x34, 0x46))
            terminal.use(theme)
            var canvas = Canvas(size: terminal.size)
            canvas.put("達成", x: 0, y: 0, style: Style(.good, on: .selection))
            canvas.put("a", x: 0, y: 1, style: Style(.key))
            canvas.put("b", x: 0, y: 2, style: Style(.pace))
            terminal.show(canvas)
            let written = pty.written()
            #expect(written.contains("\u{1B}[38;2;143;201;160m") && written.contains("\u{1B}[48;2;44;52;70m"))
            #expect(written.contains("達成"))
            // The terminal's own sixteen stay its own
            #expect(written.contains("\u{1B}[34m") && written.contains("\u{1B}[94m"))
        }

        @Test func theRestOfTheDescriptionIsTheTerminals() throws {
            let pty = Pty()
            var keys: [[KeySequence]] = []
            var sequences: [[String]] = []
            for isDirect in [false, true] {
                let terminal = try pty.terminal("tmux-256color", isDirect: isDirect)
                keys.append(KeySequence.described())
                sequences.append(["cup", "smcup", "rmcup", "sgr0", "op", "el", "cnorm"].map(ControlSequence.terminfo))
                terminal.close()
            }
            #expect(keys[0] == keys[1] && keys[0].count > 20)
            #expect(sequences[0] == sequences[1])
            #expect(getenv("TERMINFO") == nil)
        }

        @Test func aTerminalWithoutColoursHasNone() throws {
            let pty = Pty()
            let terminal = try pty.terminal("vt100", isDirect: true)
            #expect(terminal.colours == 0)
            terminal.close()
            #expect(throws: TerminalError.unknownTerm("no-such-terminal")) {
                try pty.terminal("no-such-terminal", isDirect: true)
            }
        }
    }
}
