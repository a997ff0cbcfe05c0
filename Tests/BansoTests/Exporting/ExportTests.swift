import Foundation
import Testing

@testable import banso

/// Files out, through the program.
@Suite struct ExportTests {
    private func database(in folder: TestFolder) throws -> String {
        let database = folder.path + "/banso.db"
        for command in [
            ["init"], ["add", "company", "name=株式会社髙﨑①〜㈱−"], ["add", "talent", "name=佐藤健", "notes==1+1"],
            ["add", "region", "name=筑豊𠮷", "status=selected"],
        ] {
            try #require(try Program.run(command + ["--db", database]).code == 0)
        }
        return database
    }

    private func mode(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? -1
    }

    private func ledger(_ database: String) throws -> [[String: Any]] {
        let out = try Program.run(["exports", "--format", "json", "--db", database]).out
        return try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [[String: Any]] ?? []
    }

    @Test func personalDataGoesOutForAPurposeAndIsEntered() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let file = folder.path + "/人材.xlsx"
        let run = ["export", "talent", "--db", database, "--format", "xlsx", "--out", file, "--lang", "en"]
        let refused = try Program.run(run)
        #expect(refused.code == 2)
        #expect(refused.err.split(separator: "\n").count == 1)
        #expect(refused.err.contains("name, kana, contact, notes); give --purpose"))
        #expect(try Program.run(run + ["--purpose", "　"]).code == 2)
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(try ledger(database).isEmpty)
        let done = try Program.run(run + ["--purpose", "月次の確認", "--as", "青木"])
        #expect(done.code == 0, "\(done.err)")
        #expect(try mode(file) == 0o600)
        let entry = try #require(try ledger(database).first)
        #expect(entry["actor"] as? String == "青木")
        #expect(entry["purpose"] as? String == "月次の確認")
        #expect(entry["subject"] as? String == "talent")
        #expect(entry["rows"] as? Int == 1)
        #expect(entry["name"] as? String == "人材.xlsx")
        #expect(entry["sha256"] as? String == (try Tool.sha256(of: file)))
        let table = try Program.run(["exports", "--db", database, "--lang", "ja"]).out
        #expect(table.contains("青木  talent  1件  xlsx  人材.xlsx  目的：月次の確認"))
        // What has no personal data asks for nothing
        #expect(try Program.run(["export", "companies", "--db", database]).code == 0)
        #expect(try ledger(database).count == 1)
    }

    @Test func anotherFileIsNeverReplacedAndNothingIsLeftOfWhatFails() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let file = folder.path + "/a.csv"
        try "mine".write(toFile: file, atomically: false, encoding: .utf8)
        let run = ["export", "regions", "--db", database, "--purpose", "試験", "--lang", "en"]
        #expect(try Program.run(run + ["--out", file]).code == 2)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        let other = folder.path + "/b.csv"
        let holes = try Program.run(run + ["--out", other, "--encoding", "cp932"])
        #expect(holes.code == 2)
        #expect(holes.err.contains("row 2 (1), column 2 (name): CP932 has no '𠮷'"), "\(holes.err)")
        #expect(holes.err.contains("1 cell has characters that CP932 lacks"))
        let printed = try Program.run(run + ["--encoding", "cp932"])
        #expect(printed.code == 2 && printed.out.isEmpty)
        #expect(try Program.run(run + ["--out", folder.path + "/no/such/c.csv"]).code == 2)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix("banso.db") }
        #expect(left == ["a.csv"])
        #expect(try ledger(database).isEmpty)
    }

    /// A file from a spreadsheet in CP932 goes in and out again as it was.
    @Test func cp932GoesInAndOutUnchanged() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let text = "番号,地域名,都道府県,状況,メモ\r\n1,髙﨑㈱①,福岡県,選定,\"10時〜12時、−5度\n№２ Ⅳ\"\r\n"
        let file = folder.path + "/regions.csv"
        let bytes = try cp932(text.replacingOccurrences(of: "〜", with: "～").replacingOccurrences(of: "−", with: "－"))
        #expect(bytes.firstRange(of: Data([0x81, 0x60])) != nil && bytes.firstRange(of: Data([0x81, 0x7C])) != nil)
        try bytes.write(to: URL(fileURLWithPath: file))
        let back = try Program.run(["import", "regions", file, "--db", database, "--strict"])
        #expect(back.code == 0, "\(back.err)")
        let out = folder.path + "/out.csv"
        let run = ["export", "regions", "--db", database, "--encoding", "cp932", "--out", out, "--purpose", "試験"]
        #expect(try Program.run(run + ["--lang", "ja"]).code == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: out)) == bytes)
    }

    /// What a page shows goes out by a key, is said, and stands in the ledger; leaving takes back what isn't done.
    @Test func aPageIsExportedFromTheScreen() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let downloads = folder.path + "/downloads"
        try FileManager.default.createDirectory(atPath: downloads, withIntermediateDirectories: true)
        let desk = try Tmux(
            ["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", "tester"],
            environment: ["XDG_DOWNLOAD_DIR": downloads])
        desk.wait(for: "期限切れ")
        try desk.press("1", "E")
        desk.wait(for: "保存先")
        try desk.press("月次の確認", "C-s")
        desk.wait(for: "件を書き出しました")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: downloads).first)
        #expect(name.hasPrefix("cards-A-") && name.hasSuffix(".xlsx"))
        #expect(try mode(downloads + "/" + name) == 0o600)
        let entry = try #require(try ledger(database).first)
        #expect(entry["name"] as? String == name && entry["subject"] as? String == "cards-A")
        #expect(entry["sha256"] as? String == (try Tool.sha256(of: downloads + "/" + name)))
    }

    /// Ctrl-C while a file is made.
    @Test func aSignalLeavesNeitherFileNorEntry() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 300)
        let file = folder.path + "/a.xlsx"
        let child = try Child(
            [
                Program.path, "export", "attendances", "--db", database, "--out", file, "--format", "xlsx", "--purpose",
                "試験",
            ], environment: Program.base, input: "/dev/null", output: "/dev/null", error: folder.path + "/err")
        // From the moment at which the file is begun.
        while try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains(where: {
            $0.contains(".part-")
        }) { usleep(200) }
        kill(child.pid, SIGINT)
        let code = child.wait()
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("a.xlsx") }
        // A fast machine may have been done: then both are there.
        #expect(left == (code == 0 ? ["a.xlsx"] : []))
        #expect(try ledger(database).count == left.count)
    }

    private func cp932(_ text: String) throws -> Data {
        let file = try TestFolder()
        try text.write(toFile: file.path + "/text", atomically: false, encoding: .utf8)
        return try Tool.output("/usr/bin/iconv", ["-f", "UTF-8", "-t", "CP932", file.path + "/text"])
    }

    /// Times are Japan's, wherever the machine stands: as on the screen.
    @Test func theLedgersTimesAreJapans() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let out = try Program.run(["export", "talent", "--db", database, "--purpose", "監査"])
        #expect(out.code == 0)
        let at = try #require(try ledger(database).first?["at"] as? Int)
        let japan = WallClock.text(Double(at))
        for zone in ["UTC", "America/New_York", "Asia/Tokyo"] {
            let listed = try Program.run(["exports", "--db", database], environment: ["TZ": zone]).out
            #expect(listed.contains("#1  \(japan)  "), "\(zone): \(listed)")
        }
        #expect(WallClock.text(1_763_647_500) == "2025-11-20 23:05")
        #expect(WallClock.text(1_763_651_100, format: "%H:%M %z") == "00:05 +0900")
    }

    @Test func explainNamesPeopleForAPurposeOnly() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        for command in [
            ["add", "posting", "organisation=1", "activity=A1-3", "kind=side job", "title=販路", "date=2025-09-01"],
            ["add", "application", "posting=1", "talent=1", "date=2025-09-05", "documents=yes"],
        ] {
            let outcome = try Program.run(command + ["--db", database])
            try #require(outcome.code == 0, "\(outcome.err)")
        }
        let run = ["explain", "KPI.offer-rate", "--db", database, "--as-of", "2025-11-20", "--lang", "ja"]
        for format in ["table", "json"] {
            let plain = try Program.run(run + ["--format", format])
            #expect(plain.code == 0 && !(plain.out + plain.err).contains("佐藤"), "\(plain.out)")
            #expect(plain.out.contains("髙﨑") && plain.err.contains("--purpose"))
        }
        #expect(try Program.run(run).out.contains("人材#1 "))
        #expect(try ledger(database).isEmpty)
        #expect(try Program.run(run + ["--purpose", " "]).code == 2)
        for format in ["table", "json"] {
            let named = try Program.run(run + ["--format", format, "--purpose", "監査", "--as", "青木"])
            #expect(named.code == 0 && named.out.contains("佐藤健") && named.err.isEmpty, "\(named.err)")
            let entry = try #require(try ledger(database).first)
            #expect(entry["subject"] as? String == "explain-KPI.offer-rate" && entry["format"] as? String == format)
            #expect(entry["purpose"] as? String == "監査" && entry["actor"] as? String == "青木")
            #expect(entry["rows"] as? Int == 3 && entry["name"] as? String == "")
            let file = folder.path + "/\(format)"
            try named.out.write(toFile: file, atomically: false, encoding: .utf8)
            #expect(entry["sha256"] as? String == (try Tool.sha256(of: file)))
        }
    }
}
