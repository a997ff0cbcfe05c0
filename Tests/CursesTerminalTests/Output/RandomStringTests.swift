import Foundation
import RandomFrames
import TerminalUI
import Testing

@testable import CursesTerminal

extension CursesTerminalTests {
    /// Whatever is drawn, the terminal gets the sequences of frames and printable text, and nothing else.
    ///
    /// BANSO_TORTURE=1 draws a million texts; BANSO_SEED=N begins with the frame that failed.
    @Suite struct RandomStringTests {
        private static let size = Size(width: 100, height: 40)
        /// Beginnings and ends of sequences that are never the program's.
        private static let hostile = [
            "\u{1B}Q", "\u{1B}]0;x\u{7}", "\u{1B}[31337z", "\u{1B}P+q\u{1B}\\", "\u{9B}5n", "\u{9D}52;c;x\u{9C}",
            "\u{1B}",
            "\u{1B}[", "\u{E}", "\u{7F}", "\u{85}", "\u{2066}", "\u{200D}", "\u{FEFF}", "\u{0}", "\u{1B}c", "\u{1B}[5n",
        ]

        @Test func nothingButFramesComesOut() throws {
            let environment = ProcessInfo.processInfo.environment
            let count = environment["BANSO_TORTURE"] == "1" ? 1_000_000 : 2_000
            let seed = environment["BANSO_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000_000)
            print("random texts: BANSO_SEED=\(seed)")
            let pty = Pty(columns: UInt16(Self.size.width), rows: UInt16(Self.size.height))
            let terminal = try pty.terminal()
            defer { terminal.close() }
            // With the first frame comes what prepares the terminal
            terminal.show(Canvas(size: Self.size))
            _ = pty.written()
            for frame in 0..<UInt64(count / Self.size.height) {
                var random = RandomText(seed: seed + frame)
                var canvas = Canvas(size: Self.size)
                for y in 0..<Self.size.height {
                    let text =
                        random.text(upTo: 20) + Self.hostile.randomElement(using: &random)! + random.text(upTo: 6)
                    canvas.put(text, x: Int.random(in: -4...8, using: &random), y: y)
                    let title = ControlSequence.title(text).dropFirst(4).dropLast(2)
                    #expect(title.unicodeScalars.allSatisfy { cellWidth(of: $0) >= 0 }, "BANSO_SEED=\(seed + frame)")
                }
                terminal.show(canvas)
                guard let stranger = Self.stranger(in: pty.written()) else { continue }
                Issue.record("BANSO_SEED=\(seed + frame): \(stranger.debugDescription)")
                return
            }
        }

        /// The first that is neither printable nor a sequence by which ncurses draws.
        private static func stranger(in written: String) -> String? {
            var rest = Substring(written).unicodeScalars
            while let scalar = rest.first {
                rest = rest.dropFirst()
                if scalar == "\u{1B}" {
                    guard let length = length(ofSequence: rest) else { return "ESC " + String(rest.prefix(12)) }
                    rest = rest.dropFirst(length)
                } else if !["\r", "\n", "\u{8}", "\t"].contains(scalar), cellWidth(of: scalar) < 0 {
                    return "U+" + String(scalar.value, radix: 16)
                }
            }
            return nil
        }

        private static func length(ofSequence rest: Substring.UnicodeScalarView) -> Int? {
            if rest.starts(with: "(B".unicodeScalars) || rest.starts(with: "(0".unicodeScalars) { return 2 }
            // The reverse index, by which ncurses moves rows down where a frame has them one further below.
            if rest.first == "M" { return 1 }
            guard rest.first == "[" else { return nil }
            let body = rest.dropFirst().prefix { "0123456789;?:".unicodeScalars.contains($0) }
            guard let end = rest.dropFirst(1 + body.count).first, "ABCDGHJKLMPSTXZ@bdfhlmr".unicodeScalars.contains(end)
            else { return nil }
            return body.count + 2
        }
    }
}
