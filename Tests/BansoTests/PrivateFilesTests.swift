import BansoCatalogue
import Foundation
import Testing

@testable import BansoStore

/// Whatever the program makes is its owner's alone, under every umask, and nothing is written through a link that somebody
/// has put in its way.
@Suite struct PrivateFilesTests {
    /// A folder tree in which the program finds everything that it writes to.
    private final class Room {
        let folder: TestFolder
        let path: String
        let environment: [String: String]
        let mask: [String]

        init(umask: String = "022") throws {
            folder = try TestFolder()
            path = folder.path + "/room"
            mask = ["/bin/sh", "-c", "umask \(umask) && exec \"$@\"", "sh"]
            environment = [
                "HOME": path + "/home", "TMPDIR": path + "/tmp", "XDG_STATE_HOME": path + "/home/.local/state",
                "XDG_DOWNLOAD_DIR": path + "/downloads", "XDG_CONFIG_HOME": path + "/config",
                "PATH": path + "/programs:/usr/bin:/bin",
            ]
            for name in ["", "/home", "/tmp", "/downloads", "/programs", "/out"] {
                try FileManager.default.createDirectory(atPath: path + name, withIntermediateDirectories: false)
            }
            // In the place of LibreOffice what tells how its folder and its file look, and one that it makes itself.
            let office = path + "/programs/soffice"
            let tells = "find \(path)/tmp -printf '%y %m %P\\n' >> \(folder.path)/seen"
            try Script.write(
                "#!/bin/sh\nfor file; do :; done\n: > \"${file%/*}/made\"\n\(tells)\nexit 1\n", to: office)
        }

        var database: String { path + "/data/deep/banso.db" }

        func run(_ words: [String]) throws -> Program.Outcome {
            try Program.run(words + ["--db", database], environment: environment, as: mask)
        }

        /// A desk on whose screen the page of the day stands.
        func desk(as name: String = "田中") throws -> Tmux {
            let desk = try Tmux(
                ["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", name], environment: environment,
                as: mask)
            desk.wait(for: "期限切れの対応")
            return desk
        }

        /// What others could read or enter; files and folders of the test's own are left out.
        var open: [String] {
            let own: Set = ["tmp", "home", "downloads", "programs", "programs/soffice", "out", "rows.csv"]
            return ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).filter { !own.contains($0) }
                .compactMap { name in
                    let found = try? FileManager.default.attributesOfItem(atPath: path + "/" + name)
                    guard let found, let mode = found[.posixPermissions] as? Int else { return nil }
                    let wanted = found[.type] as? FileAttributeType == .typeDirectory ? 0o700 : 0o600
                    return mode == wanted ? nil : "\(name) \(String(mode, radix: 8))"
                }
        }

        var names: [String] { (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] }
    }

    @Test(arguments: ["000", "022", "077"]) func everythingIsItsOwnersAlone(_ umask: String) throws {
        let room = try Room(umask: umask)
        // A database of an older program, brought up to date by the first command that writes
        let older = try Room(umask: umask)
        _ = try PrivateFiles.makeFolder(older.path + "/data/deep")
        try Store.create(
            at: older.database, catalogueText: CatalogueFile.embedded,
            catalogue: CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName),
            migrations: Array(Migration.all.dropLast())
        ).close()
        #expect(try older.run(["add", "company", "name=甲"]).code == 0)
        #expect(older.names.contains { $0.hasSuffix(".bak") } && older.open.isEmpty, "\(older.open)")

        #expect(try room.run(["init"]).code == 0)
        #expect(try room.run(["sample", "--companies", "30"]).code == 0)
        let rows = room.path + "/rows.csv"
        try "名称,法人番号\n乙,\n丙,1\n".write(toFile: rows, atomically: false, encoding: .utf8)
        let out = room.path + "/out/"
        for words in [
            ["import", "companies", rows, "--rejects", out + "rejects.csv"], ["backup", out + "backup.db"],
            ["export", "companies", "--out", out + "companies.csv"],
            ["export", "companies", "--format", "xlsx", "--out", out + "companies.xlsx"],
            ["export", "talent", "--format", "json", "--purpose", "試験", "--out", out + "talent.json"],
            ["report", "monthly", "--month", "2025-10", "--out", out + "report.md"],
            ["report", "monthly", "--month", "2025-10", "--format", "xlsx", "--out", out + "report.xlsx"],
        ] {
            let outcome = try room.run(words)
            // 1: a row was not taken
            #expect(outcome.code == (words[0] == "import" ? 1 : 0), "\(words.prefix(2)): \(outcome.err)")
        }
        // A PDF and a spreadsheet: LibreOffice sees folder and file
        #expect(try room.run(["report", "cases", "--format", "pdf", "--out", out + "cases.pdf"]).code == 2)
        #expect(try room.run(["import", "companies", out + "companies.xlsx"]).code == 2)
        let seen = try String(contentsOfFile: room.folder.path + "/seen", encoding: .utf8).split(separator: "\n")
        for name in ["report.fodt", "sheet.xlsx", "made"] { #expect(seen.contains { $0.hasSuffix(name) }, "\(seen)") }
        for line in seen where line.contains("banso-") && !line.hasSuffix("sheet.xlsx") {
            #expect(line.hasPrefix("f 600 ") || line.hasPrefix("d 700 "), "\(line)")
        }
        // A desk with a draft, the shape of a page, a list and a preview
        let desk = try room.desk()
        try desk.press("1", "v", "Left", "s")
        desk.wait(for: "期限▲")
        try desk.openCompanyForm()
        try desk.type("書きかけ")
        let names = room.names
        #expect(
            names.contains("home/.local/state/banso/views.json") && names.contains { $0.contains("-draft-") },
            "\(names)")
        #expect(names.contains { $0.hasSuffix(".db-wal") } && names.contains { $0.hasSuffix(".db-lock") }, "\(names)")
        #expect(room.open.isEmpty, "\(room.open)")
        // A trial works on a copy
        let many = "名称\n" + (0..<20_000).map { "株式会社\($0)号\n" }.joined()
        try many.write(toFile: rows, atomically: false, encoding: .utf8)
        let trial = try Child(
            room.mask + [Program.path, "import", "companies", rows, "--dry-run", "--db", room.database],
            environment: Program.base.merging(room.environment) { _, new in new })
        while !room.names.contains(where: { $0.contains("banso-preview-") && $0.hasSuffix("copy.db") }) {
            try #require(kill(trial.pid, 0) == 0)
            usleep(500)
        }
        kill(trial.pid, SIGSTOP)
        #expect(room.open.isEmpty, "\(room.open)")
        kill(trial.pid, SIGCONT)
        #expect(trial.wait() == 0)
        #expect(!room.names.contains { $0.contains("banso-preview-") })
    }

    /// Where the program makes a file somebody has put a link: to a file that must stay as it is, or to none that must not come.
    @Test(arguments: [true, false]) func nothingIsWrittenThroughALink(_ isThere: Bool) throws {
        let room = try Room()
        let target = room.folder.path + "/target"
        if isThere { try "kept".write(toFile: target, atomically: false, encoding: .utf8) }
        func link(_ path: String) throws {
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        }
        func expectUntouched(_ what: String) {
            let found = FileManager.default.contents(atPath: target)
            #expect(found == (isThere ? Data("kept".utf8) : nil), "\(what) went through the link")
        }
        #expect(try room.run(["sample", "--companies", "30"]).code == 0)
        let rows = room.path + "/rows.csv"
        try "名称,法人番号\n乙,\n丙,1\n".write(toFile: rows, atomically: false, encoding: .utf8)
        let out = room.path + "/out/file"
        try link(out)
        for words in [
            ["backup", out], ["export", "companies", "--out", out],
            ["export", "companies", "--format", "xlsx", "--out", out],
            ["report", "monthly", "--month", "2025-10", "--out", out], ["import", "companies", rows, "--rejects", out],
            ["erase", "person", "1", "--yes", "--out", out],
        ] {
            let outcome = try room.run(words)
            #expect(outcome.code != 0 && outcome.err.split(separator: "\n").count >= 1, "\(words): \(outcome)")
            expectUntouched("\(words.prefix(2))")
        }
        let made = try Program.run(["init", "--db", out], environment: room.environment)
        #expect(made.code != 0, "\(made)")
        expectUntouched("init")
        // The lock of writers
        let other = room.path + "/out/other.db"
        #expect(try room.run(["backup", other]).code == 0)
        try link(other + "-lock")
        #expect(try Program.run(["add", "company", "name=甲", "--db", other]).code != 0)
        expectUntouched("the lock")
        // The list of backups
        let third = room.path + "/out/third.db"
        #expect(try room.run(["backup", third]).code == 0)
        try link(third + "-backups")
        _ = try Program.run(["backup", third + ".bak", "--db", third])
        expectUntouched("the list of backups")
        // The log and its index
        for suffix in ["-wal", "-shm", "-journal"] {
            let other = room.path + "/out/log\(suffix).db"
            #expect(try room.run(["backup", other]).code == 0)
            try link(other + suffix)
            let outcome = try Program.run(["add", "company", "name=甲", "--db", other])
            #expect(outcome.code == 3 && outcome.err.contains("log\(suffix).db\(suffix)"), "\(suffix): \(outcome)")
            expectUntouched(suffix)
        }
        // The desk's draft, its lock, and the shape of pages
        func draft(of name: String) -> String {
            room.database + "-draft-" + Array(name.utf8).map { String($0, radix: 16) }.joined()
        }
        for path in [draft(of: "田中"), draft(of: "田中") + "-new", draft(of: "佐藤") + ".lock"] { try link(path) }
        let state = room.path + "/home/.local/state/banso"
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        for name in ["views.json", "views.json-new"] { try link(state + "/" + name) }
        let desk = try room.desk()
        try desk.press("1", "v", "Left", "s")
        desk.wait(for: "期限▲")
        try desk.openCompanyForm()
        try desk.type("書きかけ")
        try desk.signalProgram()
        desk.wait(for: "[exit 0]")
        expectUntouched("the desk")
        let second = try room.desk(as: "佐藤")
        try second.openCompanyForm()
        try second.type("書きかけ")
        expectUntouched("the lock of drafts")
    }

    /// What a person is called, or a programme, is no path.
    @Test func noNameLeadsOutOfTheFolder() throws {
        let room = try Room()
        #expect(try room.run(["sample", "--companies", "30"]).code == 0)
        let before = Set(try FileManager.default.subpathsOfDirectory(atPath: room.folder.path))
        let desk = try room.desk(as: "../../../escaped")
        try desk.openCompanyForm()
        try desk.type("書きかけ")
        for words in [
            ["report", "monthly", "--programme", "../../escaped"], ["export", "../../escaped"],
            ["import", "companies", "--mapping", "../../escaped", "/dev/null"], ["kpi", "--theme", "../../escaped"],
        ] { #expect(try room.run(words).code == 2, "\(words)") }
        let new = Set(try FileManager.default.subpathsOfDirectory(atPath: room.folder.path)).subtracting(before)
        #expect(new.contains { $0.contains("-draft-") })
        #expect(new.allSatisfy { $0.hasPrefix("room/data/deep/banso.db-") }, "\(new)")
        #expect(!new.contains { $0.contains("escaped") }, "\(new)")
    }
}
