import Foundation
import Testing

/// The National Tax Agency's file, through the program.
@Suite struct ImportTests {
    /// A row of the agency's layout: 30 columns, no heading.
    private func row(_ number: String, _ name: String, closed: String = "") -> String {
        "1,\(number),01,1,2018-04-02,2015-10-05,\"\(name)\",,301,\"福岡県\",\"福岡市博多区\",\"博多駅東２丁目\",,40,132,8120013,,,"
            + "\(closed),,,,2015-10-05,1,,,,,\"ナマエ\",0"
    }

    private var file: String {
        [
            row("4011001098993", "株式会社やまだ製作所"), row("4011001098994", "検査用数字が違う会社"),
            row("7000012050002", "国税庁", closed: "2024-03-31"), "1,2,3", row("4000012090001", "経済産業省"),
        ].joined(separator: "\r\n") + "\r\n"
    }

    private func database(in folder: TestFolder) throws -> String {
        let database = folder.path + "/banso.db"
        try #require(try Program.run(["init", "--db", database]).code == 0)
        return database
    }

    @Test(arguments: [String.Encoding.utf8, .shiftJIS]) func takesWhatIsSoundAndListsTheRest(
        _ encoding: String.Encoding
    ) throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let path = folder.path + "/40_fukuoka.csv"
        let text = file
        try #require(text.data(using: encoding)).write(to: URL(fileURLWithPath: path))
        func rejects(_ name: String) -> [String] { ["--rejects", folder.path + "/" + name] }
        let run = ["import", "companies", path, "--format", "nta", "--db", database, "--lang", "en"]
        // A dry run says the same and writes nothing
        let dry = try Program.run(run + rejects("1.csv") + ["--dry-run"])
        #expect(dry.code == 1)
        #expect(dry.out.contains("5 rows read: 2 new, 1 closed, skipped, 2 rejected"), "\(dry.out)")
        #expect(dry.err.contains("line 2, column 2"))
        #expect(dry.err.contains("line 4"))
        // Strict refuses the whole file
        let strict = try Program.run(run + ["--strict"])
        #expect(strict.code == 2)
        #expect(strict.err.contains("line 2"))
        // The real run, and then again: nothing is new
        let real = try Program.run(run + rejects("2.csv"))
        #expect(real.out.contains("2 new"), "dry runs and strict refusals must leave nothing: \(real.out)")
        let again = try Program.run(run + rejects("3.csv"))
        #expect(again.out.contains("0 new"), "\(again.out)")
        #expect(again.out.contains("2 unchanged"), "\(again.out)")
        // It is one step for undo, and the company is found by its kana
        let desk = try Tmux(["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", "tester"])
        desk.wait(for: "マッチング")
        try desk.press("/", "4011001098993")
        desk.wait(for: "やまだ製作所")
        try desk.press("Escape")
        desk.wait(until: "the search is closed") { !$0.contains("検索 ─") }
        try desk.press("u")
        desk.wait(for: "企業の取り込み")
    }
}
