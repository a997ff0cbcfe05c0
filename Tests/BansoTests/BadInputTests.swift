import Foundation
import Testing

/// What goes wrong says so in one line, with the documented exit code, and leaves nothing behind.
@Suite struct BadInputTests {
    struct Wrong: CustomTestStringConvertible, Sendable {
        var arguments: [String]
        var code: Int32
        /// What the line must say.
        var says: String
        var testDescription: String { arguments.joined(separator: " ") }

        init(_ arguments: [String], _ code: Int32, _ says: String) {
            self.arguments = arguments
            self.code = code
            self.says = says
        }
    }

    static let wrong: [Wrong] = [
        Wrong(["--db", "{db}", "--today", "2025-02-30"], 2, "2025-02-30"),
        Wrong(
            ["--db", "{db}", "--today", "someday"], 2, "'someday' is no date (such as 2025-11-20, 11/20 or R7.11.20)"),
        Wrong(["--db", "{db}"], 2, "standard input is no terminal"),
        Wrong(["demo"], 2, "standard input is no terminal"),
        Wrong(["demo", "--once", "--size", "0x0"], 2, "0x0"),
        Wrong(["demo", "--once", "--theme", "nosuch"], 2, "nosuch"),
        Wrong(["--db", "{folder}/nosuch.db"], 3, "no database at"),
        Wrong(["kpi", "--db", "{folder}/nosuch.db"], 3, "banso init"),
        Wrong(["kpi", "--db", "{db}", "--programme", "Z"], 2, "no programme Z"),
        Wrong(["kpi", "--db", "{db}", "--as-of", "31/12/2025"], 2, "is no date (such as 2025-11-20"),
        Wrong(["kpi", "--db", "{foreign}"], 3, "not a banso database"),
        Wrong(["kpi", "--db", "{text}"], 3, "not a banso database"),
        Wrong(["kpi", "--db", "{folder}"], 3, "{folder}"),
        Wrong(["kpi", "--db", "{newer}"], 3, "update banso"),
        Wrong(["init", "--db", "{db}"], 2, "already there"),
        Wrong(["init", "--db", "{folder}/x.db", "--catalogue", "{folder}/nosuch.toml"], 2, "nosuch.toml"),
        Wrong(["init", "--db", "{folder}/x.db", "--catalogue", "{catalogue}"], 2, "target"),
        Wrong(["import", "companies", "{folder}/nosuch.csv", "--db", "{db}"], 2, "no such file"),
        Wrong(["import", "companies", "{folder}", "--db", "{db}"], 2, "is a folder"),
        Wrong(["import", "unicorns", "{text}", "--db", "{db}"], 2, "no kind called unicorns; there are companies, "),
        Wrong(
            ["import", "unicorns", "--template"], 2,
            "snoozes, filters, entries, meetings, reports, correction-reasons, import-mappings, consultations"),
        Wrong(["export", "organizations", "--db", "{db}"], 2, "companies, institutions, "),
        Wrong(["export", "talent", "--db", "{db}"], 2, "give --purpose TEXT"),
        Wrong(["export", "companies", "--db", "{db}", "--out", "{text}"], 2, "already there"),
        Wrong(["export", "companies", "--db", "{db}", "--format", "xlsx", "--encoding", "cp932"], 2, "is for csv"),
        Wrong(["exports", "--db", "{folder}/nosuch.db"], 3, "no database at"),
        Wrong(["add", "unicorn", "name=A", "--db", "{db}"], 2, "no kind called unicorn; there are companies, "),
        Wrong(["edit", "company", "99", "name=A", "--db", "{db}"], 2, "no company 99 found"),
        Wrong(["backup", "{text}", "--db", "{db}"], 2, "already there"),
        Wrong(["wallboard", "--db", "{db}", "--page", "Q", "--once"], 2, "no page called Q"),
        Wrong(["wallboard", "--db", "{folder}/nosuch.db", "--once"], 3, "no database at"),
        Wrong(["wallboard", "--db", "{db}", "--db", "{db}", "--once"], 2, "is the same file as"),
        Wrong(["add", "company", "name", "--db", "{db}"], 2, "field=value"),
        Wrong(["add", "company", "nam=A", "--db", "{db}"], 2, "no field called nam; there are kind, name, kana"),
        Wrong(
            ["add", "consultation", "company=A", "dat=8/5", "--db", "{db}"], 2, "no field called dat; there are company"
        ),
        Wrong(["add", "consultation", "company=#99", "date=8/5", "minutes=60", "--db", "{db}"], 2, "company #99"),
        Wrong(["add", "company", "name=A", "number=1234567890123", "--db", "{db}"], 2, "check digit"),
        Wrong(["add", "consultation", "company=Nobody", "date=8/5", "minutes=60", "--db", "{db}"], 2, "Nobody"),
        Wrong(["frobnicate"], 2, "frobnicate"),
    ]

    @Test(arguments: wrong) func saysSoInOneLine(_ wrong: Wrong) throws {
        let folder = try TestFolder()
        let places = try Self.places(in: folder)
        func filled(_ text: String) -> String { places.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) } }
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let outcome = try Program.run(wrong.arguments.map(filled))
        #expect(outcome.code == wrong.code)
        #expect(outcome.out == "")
        #expect(outcome.err.contains(filled(wrong.says)), "\(outcome.err)")
        #expect(outcome.err.split(separator: "\n").count == 1, "\(outcome.err)")
        let after = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(after.filter { !$0.hasPrefix("banso.db") } == before.filter { !$0.hasPrefix("banso.db") })
    }

    @Test func aTerminalNobodyKnowsIsNamed() throws {
        // `script` gives the program a terminal; TERM names one that doesn't exist.
        let folder = try TestFolder()
        let log = folder.path + "/log"
        let child = try Child(
            ["script", "-qec", "\(Program.path) demo", log],
            environment: Program.base.merging(["TERM": "no-such-terminal"]) { _, new in new })
        #expect(child.wait() == 2)
        #expect(try String(contentsOfFile: log, encoding: .utf8).contains("no-such-terminal"))
    }

    @Test func charactersThatSteerATerminalAreMadeVisible() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let name = "株式会社\u{202E}さかさ\u{200B}工業"
        let added = try Program.run(["add", "company", "name=\(name)", "--db", database])
        #expect(added.code == 0)
        #expect(!added.out.unicodeScalars.contains("\u{202E}"))
        #expect(added.out.contains("‹U+202E›"))
        let desk = try Tmux(["--db", database, "--lang", "ja", "--today", "2025-11-20"])
        desk.wait(for: "マッチング")
        try desk.press("/", "さかさ")
        desk.wait(for: "‹U+202E›")
        #expect(!desk.screen.unicodeScalars.contains("\u{202E}"))
    }

    private static func places(in folder: TestFolder) throws -> [String: String] {
        let database = folder.path + "/banso.db"
        let made = try Program.run(["init", "--db", database])
        try #require(made.code == 0, "\(made.err)")
        let newer = folder.path + "/newer.db"
        // The user version stands at byte 60 of the file, big-endian (sqlite.org/fileformat.html).
        _ = try Program.run(["backup", newer, "--db", database])
        var bytes = try Data(contentsOf: URL(fileURLWithPath: newer))
        bytes.replaceSubrange(60..<64, with: [0, 0, 0x7F, 0xFF])
        try bytes.write(to: URL(fileURLWithPath: newer))
        let text = folder.path + "/text.txt"
        try String(repeating: "no database\n", count: 200).write(toFile: text, atomically: false, encoding: .utf8)
        let foreign = folder.path + "/foreign.db"
        bytes.replaceSubrange(60..<64, with: [0, 0, 0, 1])
        bytes.replaceSubrange(68..<72, with: [0, 0, 0, 9])
        try bytes.write(to: URL(fileURLWithPath: foreign))
        let catalogue = folder.path + "/wrong.toml"
        try "id = \"x\"\ntarget = 5\n".write(toFile: catalogue, atomically: false, encoding: .utf8)
        return [
            "db": database, "folder": folder.path, "newer": newer, "text": text, "foreign": foreign,
            "catalogue": catalogue,
        ]
    }
}
