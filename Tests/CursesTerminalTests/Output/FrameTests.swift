import Glibc
import TerminalUI
import Testing

@testable import CursesTerminal

extension CursesTerminalTests {
    @Suite struct FrameTests {
        private let pty = Pty()

        private func frame(_ lines: String..., width: Int = 80, height: Int = 24) -> Canvas {
            var canvas = Canvas(size: Size(width: width, height: height))
            for (y, line) in lines.enumerated() { canvas.put(line, x: 0, y: y) }
            return canvas
        }

        @Test func textIsDrawn() throws {
            let terminal = try pty.terminal()
            terminal.show(frame("伴走型支援 ｶﾞ"))
            #expect(pty.written().contains("伴走型支援 ｶﾞ"))
        }

        @Test func marksStayOnTheirBase() throws {
            let terminal = try pty.terminal()
            terminal.show(frame("か\u{3099}e\u{301}\u{323}x"))
            #expect(pty.written().unicodeScalars.contains("か\u{3099}e\u{301}\u{323}x".unicodeScalars))
        }

        @Test func anUnchangedFrameWritesNothing() throws {
            let terminal = try pty.terminal()
            terminal.show(frame("同じ"))
            #expect(!pty.written().isEmpty)
            terminal.show(frame("同じ"))
            #expect(pty.written() == "")
        }

        @Test func onlyWhatChangedIsWritten() throws {
            let terminal = try pty.terminal()
            terminal.show(frame("一行目", "二行目", "三行目"))
            _ = pty.written()
            terminal.show(frame("一行目", "二番目", "三行目"))
            let written = pty.written()
            #expect(written.contains("番"))
            #expect(!written.contains("一") && !written.contains("三"))
        }

        /// The colour in which each character but spaces was written, and how often one was set.
        private static func inks(_ written: String) -> (of: [Character: Int], changes: Int) {
            var (inks, ink, changes): ([Character: Int], Int, Int) = ([:], -1, 0)
            var rest = written[...]
            while let character = rest.popFirst() {
                guard character == "\u{1B}" else {
                    if character != " " { inks[character] = ink }
                    continue
                }
                let parts = rest.prefix { !$0.isLetter }
                rest = rest.dropFirst(parts.count + 1)
                guard parts.hasPrefix("[38;5;"), let number = Int(parts.dropFirst(6)) else { continue }
                (ink, changes) = (number, changes + 1)
            }
            return (inks, changes)
        }

        @Test("Given words in several inks with gaps between them, then each has its own, and no gap costs a change")
        func inksOfWords() throws {
            let terminal = try pty.terminal()
            terminal.use(.coloured)
            var canvas = frame()
            terminal.show(canvas, cursor: Point(x: 0, y: 0), isCursorShown: false)
            _ = pty.written()
            var x = 3
            for (text, role) in [("a", Role.text), ("  b", .muted), ("  ", .muted), ("c", .muted), (" d", .text)] {
                x += canvas.put(text, x: x, y: 2, style: Style(role))
            }
            canvas.put("e", x: x + 2, y: 2, style: Style(.text))
            terminal.show(canvas, cursor: Point(x: 0, y: 0), isCursorShown: false)
            let (text, muted) = (196, Int(Palette.xterm256.index(of: .rgb(60, 60, 60))))
            let found = Self.inks(pty.written())
            #expect(found.of == ["a": text, "b": muted, "c": muted, "d": text, "e": text])
            #expect(found.changes == 3)
        }

        /// What is written by this thread so far, in system calls.
        private var writes: Int {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let file = open("/proc/thread-self/io", O_RDONLY | O_CLOEXEC)
            defer { Glibc.close(file) }
            let count = read(file, &buffer, buffer.count)
            let text = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
            let line = text.split(separator: "\n").first { $0.hasPrefix("syscw: ") }
            return line.flatMap { Int($0.dropFirst(7)) } ?? -1
        }

        /// Each write wakes who reads; where cells between others change there is a movement of the cursor for each.
        @Test func aFrameIsWrittenInOnePiece() throws {
            let terminal = try pty.terminal()
            terminal.show(frame())
            _ = pty.written()
            let before = writes
            let scattered = String(repeating: "x" + String(repeating: " ", count: 19), count: 4)
            terminal.show(frame(scattered, "", scattered, "", scattered, "", scattered))
            let after = writes
            #expect(before > 0)
            // Its beginning, itself and its end
            #expect((1...3).contains(after - before), "\(after - before) writes")
            #expect(pty.written().contains("\u{1B}[7;"))
        }

        @Test func theKernelLeavesTheBytesAloneAndTheTerminalGetsItsModesBack() throws {
            func modes() -> termios {
                var modes = termios()
                tcgetattr(pty.slave, &modes)
                return modes
            }
            let before = modes()
            let terminal = try pty.terminal()
            #expect(before.c_oflag & tcflag_t(OPOST) != 0 && modes().c_oflag & tcflag_t(OPOST) == 0)
            terminal.show(frame("一"))
            #expect(modes().c_oflag & tcflag_t(OPOST) == 0)
            terminal.close()
            #expect(modes().c_oflag == before.c_oflag && modes().c_lflag == before.c_lflag)
        }

        @Test func aGapGoesOnInTheInkBeforeIt() throws {
            let terminal = try pty.terminal()
            terminal.use(.coloured)
            func written(_ gap: Style) -> String {
                var canvas = Canvas(size: terminal.size)
                canvas.put("ab", x: 0, y: 0, style: Style(.muted))
                canvas.put("  ", x: 2, y: 0, style: gap)
                canvas.put("cd", x: 4, y: 0, style: Style(.muted))
                terminal.repaint()
                terminal.show(canvas)
                return pty.written()
            }
            #expect(written(Style(.text)).contains("ab  cd"))
            // Another ground is seen
            #expect(!written(Style(.text, on: .selection)).contains("ab  "))
        }

        @Test func aChangedFrameIsSynchronised() throws {
            let terminal = try pty.terminal()
            terminal.show(frame("い"))
            _ = pty.written()
            terminal.show(frame("あ"))
            let written = pty.written()
            #expect(written.hasPrefix(ControlSequence.synchronisedBegin))
            #expect(written.hasSuffix(ControlSequence.synchronisedEnd))
            #expect(written.contains("あ"))
        }

        /// ncurses asks our `wcwidth`: what stands behind a wide ① is one column further.
        @Test(arguments: [(AmbiguousWidth.narrow, "\u{1B}[Cy", "\u{1B}[3Gz"), (.wide, "\u{1B}[3Gy", "\u{1B}[4Gz")])
        func ambiguousCharactersTakeWhatTheTerminalGivesThem(
            _ width: AmbiguousWidth, _ second: String, _ third: String
        ) throws {
            let terminal = try pty.terminal()
            AmbiguousWidth.$current.withValue(width) {
                terminal.show(frame("①x1"))
                #expect(pty.written().contains("①x1"))
                terminal.show(frame("①y1"))
                #expect(pty.written().contains(second))
                terminal.show(frame("①yz"), cursor: Point(x: 1, y: 0), isCursorShown: false)
                #expect(pty.written().contains(third))
            }
        }

        @Test func theCursorMovesAlone() throws {
            let terminal = try pty.terminal()
            terminal.show(frame("あ"), cursor: Point(x: 0, y: 0), isCursorShown: true)
            _ = pty.written()
            terminal.show(frame("あ"), cursor: Point(x: 9, y: 4), isCursorShown: true)
            #expect(pty.written() == "\u{1B}[5;10H")
        }

        @Test func theHiddenCursorMovesToo() throws {
            let terminal = try pty.terminal()
            terminal.show(frame("あ"), cursor: Point(x: 0, y: 0), isCursorShown: false)
            _ = pty.written()
            terminal.show(frame("あ"), cursor: Point(x: 9, y: 4), isCursorShown: false)
            #expect(pty.written() == "\u{1B}[5;10H")
        }

        @Test func theCursorIsShownAndHidden() throws {
            let terminal = try pty.terminal()
            terminal.show(frame("あ"), cursor: Point(x: 0, y: 0), isCursorShown: false)
            #expect(pty.written().contains("\u{1B}[?25l"))
            terminal.show(frame("あ"), cursor: Point(x: 0, y: 0), isCursorShown: true)
            #expect(pty.written().hasSuffix("\u{1B}[?25h"))
            terminal.show(frame("あ"), cursor: Point(x: 0, y: 0), isCursorShown: true)
            #expect(pty.written() == "")
        }

        @Test func repaintDrawsEverythingAnew() throws {
            let terminal = try pty.terminal()
            terminal.show(frame("伴走"))
            _ = pty.written()
            terminal.repaint()
            terminal.show(frame("伴走"))
            let written = pty.written()
            #expect(written.contains("伴走") && written.contains("\u{1B}[2J"))
        }

        @Test func aResizedTerminalIsPaintedWhole() throws {
            let terminal = try pty.terminal()
            terminal.show(frame("伴走"))
            _ = pty.written()
            pty.resize(columns: 40, rows: 10)
            kill(getpid(), SIGWINCH)
            #expect(terminal.wait() == .resized)
            #expect(terminal.size == Size(width: 40, height: 10))
            terminal.show(frame("伴走", width: 40, height: 10))
            #expect(pty.written().contains("伴走"))
            pty.resize(columns: 120, rows: 40)
            kill(getpid(), SIGWINCH)
            #expect(terminal.wait() == .resized)
            terminal.show(frame(String(repeating: "広", count: 60), width: 120, height: 40))
            #expect(pty.written().contains(String(repeating: "広", count: 60)))
        }

        @Test(arguments: [(1, 1), (2, 1), (1, 2), (0, 0)]) func tinyTerminals(_ columns: Int, _ rows: Int) throws {
            let pty = Pty(columns: UInt16(columns), rows: UInt16(rows))
            let terminal = try pty.terminal()
            if columns > 0 { #expect(terminal.size == Size(width: columns, height: rows)) }
            terminal.show(frame("漢字", "漢字", width: columns, height: rows))
            terminal.show(frame("漢字", "xy"), cursor: Point(x: 50, y: -3), isCursorShown: true)
            #expect(!pty.written().isEmpty)
        }

        /// A frame made for a larger terminal, before its change of size was read: nothing may wrap or stand half.
        @Test func aFrameWiderThanTheTerminalIsCut() throws {
            let pty = Pty(columns: 5, rows: 3)
            let terminal = try pty.terminal()
            terminal.show(frame("一二三四", "ABCDEFG"))
            let written = pty.written()
            #expect(written.contains("一二") && !written.contains("三"))
            #expect(written.contains("ABCDE") && !written.contains("F"))
            terminal.show(frame("一二三四", "一二三四"))
            let second = pty.written()
            #expect(second.contains("一二 ") || second.contains("一二\u{1B}[K"), "the E behind 二 is gone")
        }

        @Test(
            arguments: [
                ("abc", "abc", "ab "), ("ab漢", "ab漢", "ab  "), ("a漢b", "a漢b", "a   "), ("漢ab", "漢ab", "漢a "),
                ("ae\u{301}e\u{301}", "ae\u{301}e", "ae\u{301} "), ("か\u{3099}", "か", "  "),
            ])
        func theLowerRightCornerIsPlain(_ drawn: String, _ withoutWrap: String, _ withWrap: String) {
            let frame = frame(drawn, width: cellWidth(drawn), height: 1)
            for (canTurnWrapOff, shown) in [(true, withoutWrap), (false, withWrap)] {
                var scalars = String.UnicodeScalarView()
                for cell in Painter.withPlainCorner(frame.row(0), canTurnWrapOff: canTurnWrapOff) where cell.width > 0 {
                    cell.forEachScalar { scalars.append($0) }
                }
                #expect(Array(scalars) == Array(shown.unicodeScalars))
            }
        }

        @Test func controlCharactersAreNotWritten() throws {
            let terminal = try pty.terminal()
            _ = pty.written()
            var canvas = Canvas(size: Size(width: 80, height: 24))
            canvas.fill(Rect(x: 0, y: 0, width: 1, height: 1), style: .plain, with: "\u{9B}")
            canvas.fill(Rect(x: 1, y: 0, width: 1, height: 1), style: .plain, with: "\u{7}")
            terminal.show(canvas)
            let written = pty.written().unicodeScalars
            #expect(!written.contains("\u{9B}") && !written.contains("\u{7}"))
        }

        @Test(
            arguments: [
                ("a", true, true), ("漢", true, false), ("\u{9B}", false, false), ("\u{1B}", false, false),
                ("\u{7F}", false, false),
            ] as [(Unicode.Scalar, Bool, Bool)])
        func whatMayBeWritten(_ scalar: Unicode.Scalar, _ inUTF8: Bool, _ inASCII: Bool) {
            let cell = Cell(scalar: scalar, width: 1)
            #expect(Painter.isSafe(cell, isUTF8: true) == inUTF8)
            #expect(Painter.isSafe(cell, isUTF8: false) == inASCII)
        }

        @Test func theNearestColourIsWritten() throws {
            let terminal = try pty.terminal()
            terminal.use(.coloured)
            terminal.show(frame("あ"))
            let written = pty.written()
            #expect(written.contains("\u{1B}[38;5;196m") && written.contains("\u{1B}[48;5;16m"))
        }

        @Test func withoutColoursNoneIsWritten() throws {
            let terminal = try pty.terminal(usesColours: false)
            terminal.use(.coloured)
            var canvas = frame("あ")
            canvas.restyle(Rect(x: 0, y: 0, width: 2, height: 1)) { $0.surface = .selection }
            terminal.show(canvas)
            let written = pty.written()
            #expect(terminal.colours == 0)
            #expect(!written.contains("[38;") && !written.contains("[48;") && !written.contains("[3"))
            #expect(written.contains(";7mあ"))
        }
    }
}
