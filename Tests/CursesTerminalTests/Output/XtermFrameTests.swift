import Foundation
import RandomFrames
import TerminalUI
import Testing

@testable import CursesTerminal

extension CursesTerminalTests {
    /// xterm shows what was drawn too, each character in its column, whether it draws ambiguous characters narrow or wide.
    ///
    /// Above every frame stands a title, as above each of the program's screens. Without one ncurses scrolls the whole
    /// window, and then xterm (seen in 379) takes a row beside the new one for another: where such a row's wide character is
    /// written over by a narrow one and the rest is erased, it erases the narrow one too. With a margin it doesn't.
    @Suite(.enabled(if: ProcessInfo.processInfo.environment["BANSO_TORTURE"] == "1")) struct XtermFrameTests {
        @Test(arguments: AmbiguousWidth.allCases) func xtermShowsWhatWasDrawn(_ width: AmbiguousWidth) throws {
            let seed =
                ProcessInfo.processInfo.environment["BANSO_SEED"].flatMap(UInt64.init)
                ?? UInt64.random(in: 0..<1_000_000_000)
            print("random frames in xterm: BANSO_SEED=\(seed)")
            let window = try XtermWindow(Size(width: 60, height: 20), ambiguousWidth: width)
            let terminal = try CursesTerminal(
                input: window.descriptor, output: window.descriptor, term: "xterm-256color")
            terminal.askAmbiguousWidth()
            terminal.show(Canvas(size: terminal.size))
            #expect(terminal.wait() == .ambiguousWidth(width))
            try AmbiguousWidth.$current.withValue(width) {
                var screen = RandomScreen(size: terminal.size, seed: seed)
                for frame in 0..<1000 {
                    let canvas = Self.titled(screen.canvas)
                    terminal.show(canvas, cursor: screen.cursor, isCursorShown: screen.isCursorShown)
                    for y in 0..<terminal.size.height {
                        let shown = try window.row(y, width: terminal.size.width)
                        let isLast = y == terminal.size.height - 1
                        let row = canvas.row(y)
                        let drawn = Array(isLast ? Painter.withPlainCorner(row, canTurnWrapOff: true) : row)
                        guard Self.same(shown, drawn) else {
                            Issue.record(
                                "BANSO_SEED=\(seed), frame \(frame), row \(y): \(canvas.lines[y].debugDescription)"
                            )
                            return
                        }
                    }
                    screen.step()
                }
            }
        }

        private static func titled(_ canvas: Canvas) -> Canvas {
            var canvas = canvas
            canvas.put(String(repeating: "=", count: canvas.size.width), x: 0, y: 0)
            return canvas
        }

        /// The right half of a wide character is its own affair, and so is a character that xterm composes with its marks.
        private static func same(_ shown: [UInt32], _ drawn: [Cell]) -> Bool {
            shown.count == drawn.count
                && zip(shown, drawn).allSatisfy { $1.width == 0 || $1.firstMark != 0 || $0 == $1.scalar & 0xFFFF }
        }
    }
}
