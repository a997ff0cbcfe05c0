import Foundation
import Testing

/// Terminals as nobody wants them: of any size and changing it all the time, with names that nobody knows, without UTF-8.
/// BANSO_TORTURE=1 changes the size ten thousand times.
@Suite struct OddTerminalTests {
    private static let keys =
        "01234tnoc/?vあ".map(String.init) + ["\u{1B}", "\t", "\r", "\u{1B}[B", "\u{1B}[C", "\u{1B}[6~"]

    private let frameEnd = "\u{1B}[?2026l"

    @Test func whateverItsSizeBecomesTheProgramAnswers() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let program = try Pty(["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", "田中"])
        try program.wait(for: frameEnd)
        let start = ContinuousClock.now
        let rounds = Torture.rounds(10_000, slice: 300)
        var size: (columns: UInt16, rows: UInt16) = (100, 30)
        var frames = 0
        for round in 0..<rounds {
            let before = size
            while size == before {
                size = round % 9 == 0 ? (1, 1) : (.random(in: 1...200), .random(in: 1...60))
            }
            program.forget()
            program.resize(columns: size.columns, rows: size.rows)
            // Some come faster than they can be drawn
            guard Int.random(in: 0..<3) == 0 else { continue }
            try program.wait(for: frameEnd)
            frames += 1
            // Another page, a form, a layer, a text
            try program.type(Self.keys.randomElement()!)
        }
        program.forget()
        program.resize(columns: size.columns == 120 ? 121 : 120, rows: 40)
        try program.wait(for: frameEnd)
        // Wherever that has led, this key leads out
        var code: Int32?
        for _ in 0..<30 where code == nil {
            try program.type("\u{3}")
            code = program.end(within: .milliseconds(500))
        }
        #expect(code == 0)
        #expect(program.modes == program.firstModes)
        Torture.report("resizes: \(rounds), \(frames) of them waited for, \(ContinuousClock.now - start)")
    }

    @Test(arguments: ["no-such-terminal", "", "dumb", "../../etc/passwd", "vt100", "ansi", "linux", "xterm", "screen"])
    func whateverItsNameIsItWorksOrIsRefusedInOneLine(_ term: String) throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 20)
        for locale in ["C", "C.UTF-8", "ja_JP.eucJP", "no_WHERE.UTF-8"] {
            let sizes: [(UInt16, UInt16)] = [(1, 1), (80, 24)]
            for (columns, rows) in sizes {
                let program = try Pty(
                    ["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", "田中"], columns: columns,
                    rows: rows, environment: ["TERM": term, "LC_ALL": locale])
                let what = "\(term), \(locale), \(columns)×\(rows)"
                if ["no-such-terminal", "", "dumb", "../../etc/passwd"].contains(term) {
                    #expect(program.end() == 2, "\(what)")
                    let said = String(decoding: program.output, as: UTF8.self)
                    #expect(said.trimmingPrefix("\r").hasPrefix("banso: "), "\(what): \(said)")
                    #expect(said.split(separator: "\n").count == 1, "\(what): \(said)")
                } else {
                    try program.wait(for: frameEnd)
                    for key in ["1", "v", "/", "山", "\u{1B}", "c", "あ", "\u{1B}"] { try program.type(key) }
                    program.resize(columns: columns + 1, rows: rows + 1)
                    try program.press("0")
                    program.signal(SIGTERM)
                    #expect(program.end() == 0, "\(what)")
                }
                #expect(program.modes == program.firstModes, "\(what)")
            }
        }
    }
}
