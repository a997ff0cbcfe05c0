import Foundation
import Testing

/// However a program's end comes, and at whatever key: it ends at once, the terminal is as it was, what was typed is kept,
/// and no process stays. BANSO_TORTURE=1 ends it five hundred times.
@Suite struct EndedDeskTests {
    enum End: String, CaseIterable {
        case hangUp, terminate, interrupt
        /// The window is closed, or the line drops.
        case closed
        /// Nothing comes any more to who talks in lines.
        case endOfInput

        var signal: Int32? {
            switch self {
            case .hangUp: SIGHUP
            case .terminate: SIGTERM
            case .interrupt: SIGINT
            case .closed, .endOfInput: nil
            }
        }
    }

    /// Whatever a keyboard, a mouse or a bad line may send to a form, but for what takes a text away or saves it.
    private static let keys =
        [
            "x", "7", "あ", "𠮷", "ｶﾞ", " ", "\r", "\t", "\u{1B}[Z", "\u{1B}", "\u{1B}[A", "\u{1B}OB", "\u{1B}[C",
            "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}OP", "\u{1B}[200~貼付\u{1B}[201~",
            "\u{1B}[<0;3;3M", "\u{1B}[", "\u{1B}[<0;", "\u{1B}[200~途中", "\u{1B}]11;rgb:", "\0", "\u{1A}", "\u{1C}",
        ] + "abcefgijlnopqrtvz".unicodeScalars.map { String(UnicodeScalar($0.value & 0x1F)!) }

    /// How a terminal is given back: no pasting in brackets, no frame that is begun, a cursor, the screen from before.
    private static let restored = ["\u{1B}[?2004l", "\u{1B}[?2026l", "\u{1B}[?25h", "\u{1B}[?1049l"]

    @Test(arguments: End.allCases) func whatWasTypedIsKeptAndNothingElse(_ end: End) throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 20)
        let rounds = Torture.rounds(500, slice: 20) / End.allCases.count
        var longest = Duration.zero
        for round in 0..<rounds {
            var seen = ""
            for _ in 0...Int.random(in: 0...5) { seen += ["山", "川", "い", "k", "9"].randomElement()! }
            let key = Self.keys.randomElement()!
            let what = "round \(round), \(end), \(key.debugDescription)"
            let program = try end == .endOfInput ? talk(database, seen) : form(database, seen)
            // Nobody waits for what the key leads to
            if end != .endOfInput { try program.type(key) }
            let start = ContinuousClock.now
            switch end {
            case .closed: program.hangUp()
            case .endOfInput: try program.type("\u{4}")
            default: program.signal(end.signal!)
            }
            let code = program.end()
            longest = max(longest, ContinuousClock.now - start)
            #expect(code == 0, "\(what)")
            #expect(program.left == [], "\(what)")
            if end != .closed { #expect(program.modes == program.firstModes, "\(what)") }
            if end.signal != nil {
                for sequence in Self.restored {
                    #expect(program.output.range(of: Data(sequence.utf8)) != nil, "\(what)")
                }
            }
            let kept = try drafts(database)
            #expect(kept.count == 1 && kept[0].hasPrefix(seen), "\(what): \(kept)")
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.contains("-draft-")
            {
                try FileManager.default.removeItem(atPath: folder.path + "/" + name)
            }
        }
        #expect(longest < Torture.limit(.seconds(1)))
        Torture.report("\(end): \(rounds) times, ended within \(longest)")
    }

    private let who = ["--lang", "ja", "--today", "2025-11-20", "--as", "田中"]

    /// A desk on whose screen the text was seen in a form.
    private func form(_ database: String, _ text: String) throws -> Pty {
        let program = try Pty(["--db", database] + who)
        try program.wait(for: "\u{1B}[?2026l")
        for key in ["n", "o"] + text.map(String.init) { try program.press(key) }
        return program
    }

    /// A conversation that has gone on to the next question.
    private func talk(_ database: String, _ text: String) throws -> Pty {
        let program = try Pty(["--plain", "--db", database] + who)
        try program.wait(for: "q：終了")
        try program.type("新規 企業\n")
        try program.wait(for: "、1/12")
        try program.type(text + "\n")
        try program.wait(for: "、2/12")
        return program
    }

    /// What is kept of companies' names.
    private func drafts(_ database: String) throws -> [String] {
        let path = database + "-draft-" + "田中".utf8.map { String($0, radix: 16) }.joined()
        let kept = FileManager.default.contents(atPath: path).flatMap {
            try? JSONSerialization.jsonObject(with: $0) as? [[String: Any]]
        }
        return (kept ?? []).compactMap { ($0["texts"] as? [String: String])?["organisation.name"] }
    }
}
