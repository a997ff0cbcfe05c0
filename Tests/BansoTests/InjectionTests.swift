import BansoCatalogue
import BansoDomain
import BansoStore
import Foundation
import Testing

/// What stands in a record never steers a terminal, however it came there.
/// BANSO_TORTURE=1 lets every character begin every text.
@Suite struct InjectionTests {
    private static let isTorture = ProcessInfo.processInfo.environment["BANSO_TORTURE"] == "1"
    private static let kinds = [
        "companies", "institutions", "regions", "talent", "coordinators", "events", "attendances", "surveys",
        "postings", "applications", "interviews", "assessments", "hearings", "trainings", "process-consultations",
        "contracts", "cases", "follow-ups", "contacts", "eligibility-checks", "snoozes", "filters", "entries",
        "meetings", "reports", "import-mappings", "consultations",
    ]

    /// Whoever writes to the file with plain SQL can put anything there.
    private static func poisoned(in folder: TestFolder, from first: Int = 0) throws -> String {
        let database = folder.path + "/poisoned-\(first).db"
        let made = try Program.run(["sample", "--db", database, "--companies", "40"])
        try #require(made.code == 0, "\(made.err)")
        try Poison.pour(into: database, from: first)
        return database
    }

    @Test func noScreenPassesItOn() throws {
        let folder = try TestFolder()
        var shown: Set<String> = []
        for first in Self.isTorture ? Array(Poison.all.indices) : [0] {
            let database = try Self.poisoned(in: folder, from: first)
            let common = ["--db", database, "--lang", "ja", "--today", "2025-11-20"]
            let desk = try Pty(common + ["--as", "田中"], columns: 160, rows: 45)
            try desk.wait(for: "\u{1B}[?2026l")
            for keys in Self.walk { try desk.offer(keys) }
            for page in ["A", "deadlines"] {
                let wall = try Pty(["wallboard", "--page", page] + common, columns: 160, rows: 45)
                try wall.wait(for: "\u{1B}[?2026l")
                wall.end(SIGTERM)
                #expect(Poison.raw(in: wall.everything).isEmpty, "wall \(page), \(Poison.raw(in: wall.everything))")
            }
            desk.end(SIGTERM)
            #expect(Poison.raw(in: desk.everything).isEmpty, "desk, from \(first): \(Poison.raw(in: desk.everything))")
            shown.formUnion(Poison.shown(in: desk.everything))
            for suffix in ["", "-wal", "-shm", "-lock"] { unlink(database + suffix) }
        }
        print("injection: \(shown.count) of \(Poison.all.count) characters seen on screens")
        #expect(shown.count >= (Self.isTorture ? Poison.all.count : 40), "\(shown.count)")
    }

    /// Each page, a file, a form, records, search, the palette, the history, reports.
    private static let walk = [
        "y", "0", "\r", "\u{1B}", "1", "v", "j", "\r", "j", "j", "y", "e", "\t", "\t", "\u{1B}", "\u{1B}", "h", "y",
        "\u{1B}", "c",
        "\u{1B}", "2", "v", "3", "v", "4", "v", "5", "v", "6", "\r", "\u{1B}", "7", "8", "/", "株", "\r", "\u{1B}", ":",
        "\u{1B}", "?", "\u{1B}", "H", "\u{1B}", "R", "\r", "\u{1B}", "f", "\u{1B}", "n", "e", "\u{1B}", "\u{1B}",
    ]

    @Test func noConversationPassesItOn() throws {
        let folder = try TestFolder()
        let database = try Self.poisoned(in: folder)
        let talk = try Pty(["--plain", "--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", "田中"])
        try talk.wait(for: "q：終了")
        for line in [
            "", "1", "", "h", "b", "b", "概況", "1", "", "b", "A", "1", "e", "", "", "\u{4}",
        ] { try talk.type(line == "\u{4}" ? line : line + "\n") }
        #expect(talk.finish() == 0)
        #expect(Poison.raw(in: talk.everything).isEmpty, "\(Poison.raw(in: talk.everything))")
        #expect(Poison.shown(in: talk.everything).count >= 40, "\(Poison.shown(in: talk.everything).count)")
    }

    @Test func noExportPassesItOn() throws {
        let folder = try TestFolder()
        let database = try Self.poisoned(in: folder)
        for kind in Self.kinds {
            for format in ["csv", "json"] {
                try Self.expectNothingRaw([
                    "export", kind, "--format", format, "--purpose", Poison.text(Poison.hidden), "--db", database,
                ])
            }
        }
    }

    @Test func noCommandPassesItOn() throws {
        let folder = try TestFolder()
        let database = try Self.poisoned(in: folder)
        let report = ["report", "monthly", "--month", "2025-10", "--format"]
        // What somebody calls a theme is a text too
        let themes = folder.path + "/banso/themes"
        try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
        for name in [Poison.text(Poison.controls), Poison.text(Poison.hidden)] {
            try FileManager.default.copyItem(
                atPath: ArchitectureTests.root.appendingPathComponent("themes/dark.toml").path,
                toPath: themes + "/" + name + ".toml")
        }
        for words in [
            report + ["md"], report + ["csv"], report + ["json"], ["report", "cases"], ["report", "final"],
            ["explain", "A2.companies"], ["explain", "A2.companies", "--format", "json"], ["kpi"],
            ["kpi", "--format", "json"], ["exports"], ["check"], ["doctor"], ["import", "--mappings"],
            ["wallboard", "--once", "--page", "deadlines"],
        ] { try Self.expectNothingRaw(words + ["--db", database, "--lang", "ja"]) }
        try Self.expectNothingRaw(["themes"], environment: ["XDG_CONFIG_HOME": folder.path])
    }

    private static func expectNothingRaw(_ words: [String], environment: [String: String] = [:]) throws {
        let pty = try Pty(words, environment: environment)
        // 1: a check that finds what was done to the file
        let code = pty.finish()
        #expect(
            [0, 1].contains(code), "\(words): \(code) \(String(decoding: pty.everything.prefix(300), as: UTF8.self))")
        #expect(Poison.raw(in: pty.everything).isEmpty, "\(words): \(Poison.raw(in: pty.everything))")
    }

    @Test func noErrorPassesItOn() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let (poison, hidden) = (Poison.text(), Poison.text(Poison.hidden))
        let rows = folder.path + "/rows.csv"
        try "名称,法人番号\n\(poison),\(poison)\n".write(toFile: rows, atomically: false, encoding: .utf8)
        for words in [
            [poison], ["--" + poison], ["add", poison], ["add", "company", poison + "=1"],
            ["add", "company", "name=" + poison], ["add", "company", "name=" + hidden, "employees=" + poison],
            ["add", "company", "name=" + hidden], ["add", "event", "activity=" + poison, "theme=" + hidden],
            ["edit", "company", poison], ["export", poison], ["export", "companies", "--out", "/no/" + poison],
            ["export", "companies", "--format", poison], ["import", "companies", "/no/" + poison],
            ["import", "companies", rows], ["import", "companies", rows, "--mapping", poison],
            ["import", "companies", rows, "--rejects", folder.path + "/" + hidden], ["explain", poison],
            ["kpi", "--as-of", poison], ["kpi", "--programme", poison], ["report", "monthly", "--month", poison],
            ["report", "monthly", "--programme", poison, "--out", "/no/" + poison], ["backup", "/no/" + poison],
            ["backup", folder.path + "/b" + hidden], ["audit", "verify", "--head", poison], ["define", poison],
            ["--theme", poison], ["--today", poison], ["wallboard", "--page", poison], ["init", "--catalogue", poison],
        ] {
            let pty = try Pty(words + (words[0] == poison ? [] : ["--db", database]))
            let code = pty.finish()
            #expect(code < 128, "\(words.first ?? ""): \(code)")
            #expect(Poison.raw(in: pty.everything).isEmpty, "\(words.prefix(3)): \(Poison.raw(in: pty.everything))")
        }
        let pty = try Pty(["kpi", "--db", "/no/" + poison])
        #expect(pty.finish() == 3 && Poison.raw(in: pty.everything).isEmpty)
    }

    /// The rows of a file, and questions about them.
    @Test func noQuestionPassesItOn() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        let (poison, hidden) = (Poison.text(), Poison.text(Poison.hidden))
        for words in [
            ["init"], ["add", "company", "name=" + hidden], ["add", "talent", "name=" + hidden, "notes=" + hidden],
        ] { try #require(try Program.run(words + ["--db", database]).code == 0) }
        let rows = folder.path + "/rows.csv"
        try "名称,都道府県\n\(hidden),\n乙\(hidden),\n\(poison),\n丙,\(hidden)\n".write(
            toFile: rows, atomically: false, encoding: .utf8)
        for (words, answer) in [
            (["import", "companies", rows, "--dry-run"], ""),
            (["import", "companies", rows, "--dry-run", "--format", "json"], ""),
            (["import", "companies", rows, "--same-name", "ask"], "\n"), (["erase", "person", "1"], "2\n"),
            (["export", "talent"], "\n"),
            (["erase", "person", "1", "--yes", "--as", hidden, "--request", "x\u{202E}"], ""),
        ] {
            let pty = try Pty(words + ["--db", database, "--lang", "ja"])
            try pty.type(answer)
            #expect((0...2).contains(pty.finish()), "\(words): \(String(decoding: pty.everything, as: UTF8.self))")
            #expect(Poison.raw(in: pty.everything).isEmpty, "\(words): \(Poison.raw(in: pty.everything))")
        }
    }

    /// Line breaks and tabs belong into what has several lines.
    @Test func noRecordTakesAControlCharacter() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let store = try Store.open(at: database) { try CatalogueFile.parse($0, file: database) }
        defer { store.close() }
        let head = try store.auditHead()
        var tried = 0
        for kind in RecordKind.allCases {
            let stored = try #require(try store.records(kind, after: 0, limit: 1).first, "\(kind)")
            for field in kind.fields where [.line, .kana, .phone, .email, .paragraph].contains(field.kind) {
                for scalar in Poison.controls + ["\0"] {
                    if field.kind == .paragraph, ["\t", "\n"].contains(scalar) { continue }
                    var record = stored.record
                    record[field.id] = .text("a\(Character(scalar))b")
                    var refusal: DeskError?
                    do {
                        try store.edit(stored.key, version: stored.version, to: record, by: Actor("tester"))
                    } catch { refusal = error as? DeskError }
                    guard case .invalid(_, let reason)? = refusal, reason.ja.contains("制御文字") else {
                        Issue.record("\(kind).\(field.id) \(Poison.name(scalar)): \(String(describing: refusal))")
                        continue
                    }
                    tried += 1
                }
            }
        }
        print("injection: \(tried) records with a control character refused")
        #expect(try store.auditHead() == head)
    }

    /// A terminal frames what is pasted; a hostile text closes the frame itself.
    @Test(arguments: [
        "q", ":q\r", "\u{3}\u{4}\u{1A}\u{1C}", "1c\u{13}", "\r\r\r", "\u{1B}", "\u{1B}[A\u{1B}OP", "u", "\u{9B}31m",
        "x\u{1B}[201~1c\u{13}", "\u{1B}[201~q", "\u{1B}[201~\u{3}", "\u{1B}[200~q\u{1B}[201~q\u{1B}[201~q",
        "株式\u{202E}会社",
    ]) func noPasteActs(_ paste: String) throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 20)
        func head() throws -> String { try Program.run(["audit", "verify", "--db", database]).out }
        let before = try head()
        let desk = try Pty(["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", "田中"])
        try desk.wait(for: "\u{1B}[?2026l")
        // On a page, in the search, in a form
        for keys in ["", "/", "\u{1B}", "1", "e"] {
            if !keys.isEmpty { try desk.offer(keys, milliseconds: 100) }
            try desk.offer("\u{1B}[200~\(paste)\u{1B}[201~", milliseconds: 100)
        }
        // It still runs
        desk.forget()
        desk.resize(columns: 90, rows: 30)
        try desk.wait(for: "\u{1B}[?2026l")
        #expect(desk.end(SIGTERM) == 0)
        #expect(try head() == before)
        #expect(Poison.raw(in: desk.everything).isEmpty)
    }
}
