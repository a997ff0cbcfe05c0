import Foundation
import Glibc
import RandomFrames
import TerminalUI
import Testing

@testable import CursesTerminal

extension CursesTerminalTests {
    /// What a real terminal shows is what was drawn, cell for cell, frame after frame.
    ///
    /// BANSO_TORTURE=1 tries a hundred times as many frames; BANSO_SEED=N begins with the round that failed.
    @Suite struct RandomFrameTests {
        /// Each describes differently how a row is changed (repeated characters, erased and inserted ones).
        private static let terms = ["tmux-256color", "screen-256color", "xterm-256color"]
        private static let framesPerRound = 250

        @Test func aTerminalShowsWhatWasDrawn() throws {
            let environment = ProcessInfo.processInfo.environment
            let rounds = environment["BANSO_TORTURE"] == "1" ? 400 : 4
            let seed = environment["BANSO_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000_000)
            print("random frames: BANSO_SEED=\(seed)")
            let pane = try TmuxPane(Size(width: 80, height: 24))
            for round in 0..<UInt64(rounds) {
                guard try holds(seed + round, on: pane) else { return }
            }
        }

        /// - Returns: whether each frame of the round was shown as it was drawn.
        private func holds(_ seed: UInt64, on pane: TmuxPane) throws -> Bool {
            var random = RandomText(seed: seed)
            var size = Self.size(&random)
            try pane.resize(to: size)
            let term = Self.terms.randomElement(using: &random)!
            let terminal = try CursesTerminal(input: pane.descriptor, output: pane.descriptor, term: term)
            defer { terminal.close() }
            var screen = RandomScreen(size: size, seed: seed)
            for frame in 0..<Self.framesPerRound {
                if frame == Self.framesPerRound / 2 {
                    size = Self.size(&random)
                    try pane.resize(to: size)
                    #expect(terminal.wait() == .resized)
                    #expect(terminal.size == size)
                    screen.resize(to: size)
                }
                if Int.random(in: 0..<50, using: &random) == 0 { terminal.repaint() }
                terminal.show(screen.canvas, cursor: screen.cursor, isCursorShown: screen.isCursorShown)
                let shown = try pane.read()
                let place = "BANSO_SEED=\(seed), frame \(frame), \(term)"
                let cursor = Point(
                    x: min(max(0, screen.cursor.x), size.width - 1), y: min(max(0, screen.cursor.y), size.height - 1))
                #expect(shown.cursor == cursor, "\(place)")
                guard same(shown.lines, Self.lines(screen.canvas, term), place) else { return false }
                screen.step()
            }
            return true
        }

        private func same(_ shown: [String], _ drawn: [String], _ place: String) -> Bool {
            guard shown.count == drawn.count else {
                Issue.record("\(place): \(shown.count) rows for \(drawn.count)")
                return false
            }
            for y in drawn.indices where Array(shown[y].unicodeScalars) != Array(drawn[y].unicodeScalars) {
                Issue.record(
                    "\(place), row \(y):\ndrawn \(drawn[y].debugDescription)\nshown \(shown[y].debugDescription)")
                return false
            }
            return true
        }

        /// The frame's rows as a terminal can show them, without the spaces at their ends.
        private static func lines(_ frame: Canvas, _ term: String) -> [String] {
            let last = frame.size.height - 1
            var scalars = String.UnicodeScalarView()
            for cell in Painter.withPlainCorner(frame.row(last), canTurnWrapOff: term == "xterm-256color") {
                cell.forEachScalar { scalars.append($0) }
            }
            while scalars.last == " " { scalars.removeLast() }
            return frame.lines.dropLast() + [String(scalars)]
        }

        /// No terminal has one column only; ncurses loses its place in one.
        private static func size(_ random: inout RandomText) -> Size {
            Size(width: Int.random(in: 2...100, using: &random), height: Int.random(in: 1...30, using: &random))
        }
    }
}
