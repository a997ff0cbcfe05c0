import Foundation
import Testing

/// A file looked at before it is taken, in the real program.
@Suite(.serialized) struct ImportPreviewTests {
    private static let heading = "名称,法人番号,都道府県,市区町村\n"

    /// A database with a numbered company and one of which only the name is known.
    private static func database(in folder: TestFolder) throws -> String {
        let database = folder.path + "/banso.db"
        try #require(try Program.run(["init", "--db", database]).code == 0)
        let known = try file(
            "有限会社肥後木工,7000012050002,熊本県,八代市\n天神工業株式会社,,福岡県,福岡市\n", in: folder, named: "known.csv")
        let outcome = try Program.run(["import", "companies", known, "--db", database])
        try #require(outcome.code == 0, "\(outcome.err)")
        return database
    }

    private static func file(_ rows: String, in folder: TestFolder, named name: String = "rows.csv") throws -> String {
        let path = folder.path + "/" + name
        try (heading + rows).write(toFile: path, atomically: false, encoding: .utf8)
        return path
    }

    private static func companies(_ database: String) throws -> String {
        try Program.run(["export", "companies", "--db", database, "--format", "csv"]).out
    }

    @Test func rowsAreSeenDecidedTakenAndTakenBack() throws {
        let folder = try TestFolder()
        let database = try Self.database(in: folder)
        let before = try Self.companies(database)
        // Given a file with one row of each kind
        let file = try Self.file(
            "株式会社阿蘇精機,,熊本県,阿蘇市\n有限会社肥後木工,7000012050002,熊本県,宇城市\n"
                + "天神工業株式会社,,福岡県,北九州市\n株式会社玉名食品,1234567890123,熊本県,玉名市\n", in: folder)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "マッチング")
        // When it is previewed
        try desk.preview(companies: file)
        // Then the counts are there, and nothing is written
        desk.wait(for: "新規 1  更新 1  変更なし 0  要確認 1  取り込めない 1")
        #expect(try Self.companies(database) == before)
        try desk.press("Down", "Enter")
        desk.wait(until: "the update's field") { $0.contains("八代市") && $0.contains("→ 宇城市") }
        try desk.press("G")
        desk.wait(for: "5行目  取り込めない")
        // When the namesake is said to be another company and the file is taken
        try desk.press("f", "f", "f", "Enter")
        desk.wait(for: "別のもの（新規）")
        try desk.press("n")
        desk.wait(for: "（決定1）")
        try desk.press("C-s")
        desk.wait(for: "新規2、更新1、取り込めない行1（u で取消）")
        let taken = try Self.companies(database)
        #expect(taken.contains("阿蘇精機") && taken.contains("宇城市") && taken.contains("北九州市"))
        #expect(!taken.contains("玉名食品"))
        // Then one undo takes all of it back
        try desk.press("u")
        desk.wait(for: "取り込みを取り消しました")
        #expect(try Self.companies(database) == before)
    }

    @Test func othersWriteMeanwhileAndWhatTheyChangedIsSeenBeforeItLands() throws {
        let folder = try TestFolder()
        let database = try Self.database(in: folder)
        let file = try Self.file(
            "株式会社阿蘇精機,,熊本県,阿蘇市\n有限会社肥後木工,7000012050002,熊本県,宇城市\n", in: folder)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "マッチング")
        try desk.preview(companies: file)
        desk.wait(for: "新規 1  更新 1")
        // When somebody else writes while the preview stands, then nothing holds them up
        let edited = try Program.run([
            "edit", "company", "1", "municipality=水俣市", "--db", database, "--as", "森",
        ])
        #expect(edited.code == 0, "\(edited.err)")
        // Then what they wrote isn't written over unseen
        try desk.press("C-s")
        desk.wait(for: "確かめた後に他の人が記録を変更しました（3行目）")
        desk.wait(for: "新規 1  更新 1")
        #expect(try Self.companies(database).contains("水俣市"))
        #expect(try !Self.companies(database).contains("阿蘇精機"))
        try desk.press("Down", "Enter")
        desk.wait(until: "the new values") { $0.contains("水俣市") && $0.contains("→ 宇城市") }
        // What touches no row of the file doesn't matter
        let other = try Program.run([
            "edit", "company", "2", "municipality=糸島市", "--db", database, "--as", "森",
        ])
        #expect(other.code == 0, "\(other.err)")
        try desk.press("C-s")
        desk.wait(for: "新規1、更新1（u で取消）")
        let taken = try Self.companies(database)
        #expect(taken.contains("宇城市") && taken.contains("糸島市") && taken.contains("阿蘇精機"))
    }

    @Test func whileAFileIsReadOthersWrite() throws {
        let folder = try TestFolder()
        let database = try Self.database(in: folder)
        let rows = (0..<60_000).map { "株式会社\($0)号,,熊本県,阿蘇市\n" }.joined()
        let file = try Self.file(rows, in: folder)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "マッチング")
        try desk.preview(companies: file)
        desk.wait(until: "a part is read") { $0.contains("読んでいます…") && !$0.contains("読んでいます… 0%") }
        let edited = try Program.run(["edit", "company", "1", "municipality=水俣市", "--db", database])
        #expect(edited.code == 0, "\(edited.err)")
        // It was written before the file was read to its end.
        #expect(desk.screen.contains("読んでいます…"))
        try desk.press("Escape", "Escape")
        desk.wait(for: "遅れている指標")
        #expect(try Self.companies(database).contains("水俣市"))
    }

    @Test func theCopyThatIsComparedWithIsGoneAfterwards() throws {
        let folder = try TestFolder()
        let database = try Self.database(in: folder)
        let file = try Self.file("株式会社阿蘇精機,,熊本県,阿蘇市\n", in: folder)
        let temporary = folder.path + "/tmp"
        try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: false)
        func copies() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: temporary).filter { $0.hasPrefix("banso-preview-") }
        }
        func opened() throws -> Tmux {
            try Tmux(
                ["--db", database, "--lang", "ja", "--today", "2025-11-20"], environment: ["TMPDIR": temporary])
        }
        func previewed() throws -> Tmux {
            let desk = try opened()
            desk.wait(for: "マッチング")
            try desk.preview(companies: file)
            desk.wait(for: "新規 1  更新 0")
            return desk
        }
        // Given a desk that was killed before its preview was left
        let killed = try previewed()
        #expect(try copies().count == 1)
        let left = try copies()
        try killed.signalProgram("KILL")
        killed.wait(for: "[exit 137]")
        #expect(try copies() == left)
        // When the next one starts, then it is gone; and that of a desk that runs stays as long as it does
        let next = try previewed()
        #expect(try copies().count == 1 && copies() != left)
        let held = try copies()
        let other = try opened()
        other.wait(for: "マッチング")
        #expect(try copies() == held)
        try next.signalProgram("TERM")
        next.wait(for: "[exit ")
        #expect(try copies() == [])
    }

    @Test func headingsAndEncodingAreSaidByKeyboard() throws {
        let folder = try TestFolder()
        let database = try Self.database(in: folder)
        let path = folder.path + "/form.csv"
        try Data(CP932.encode("屋号,備考\n髙橋工業㈱,x\n")).write(to: URL(fileURLWithPath: path))
        let desk = try DeskTests.desk(database)
        desk.wait(for: "マッチング")
        try desk.openImport()
        try desk.press("companies", "Enter", path, "Tab", "Right", "Right", "Tab", "屋号", "Enter")
        desk.wait(for: "「見出し=列」か、保存した対応の名前で")
        try desk.press("=name, 備考=-", "Enter")
        desk.wait(for: "髙橋工業㈱")
        try desk.press("C-s")
        desk.wait(for: "新規1（u で取消）")
        #expect(try Self.companies(database).contains("髙橋工業㈱"))
    }

    @Test func anEventIsSaidForAllRows() throws {
        let folder = try TestFolder()
        let database = try Self.database(in: folder)
        let events = folder.path + "/events.csv"
        try "事業,テーマ,開催日,方法,ツール\nA1-1,副業セミナー,2025-09-10,オンライン,Teams\n".write(
            toFile: events, atomically: false, encoding: .utf8)
        try #require(
            try Program.run(["import", "events", events, "--db", database, "--today", "2025-11-20"]).code == 0)
        let path = folder.path + "/guests.csv"
        try "企業\n天神工業株式会社\n".write(toFile: path, atomically: false, encoding: .utf8)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "マッチング")
        try desk.openImport()
        try desk.press("attendances", "Enter", "副業")
        desk.wait(for: "副業セミナー")
        try desk.press("Down", "Enter", path, "Enter")
        desk.wait(for: "新規 1  更新 0")
        try desk.press("C-s")
        desk.wait(for: "新規1（u で取消）")
        let out = try Program.run(["export", "attendances", "--db", database, "--purpose", "試験"]).out
        #expect(out.contains("副業セミナー") && out.contains("天神工業株式会社"), "\(out)")
    }

    @Test func whatIsLeftOrChangedMeanwhileIsNotTaken() throws {
        let folder = try TestFolder()
        let database = try Self.database(in: folder)
        let before = try Self.companies(database)
        let file = try Self.file("株式会社阿蘇精機,,熊本県,阿蘇市\n", in: folder)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "マッチング")
        try desk.preview(companies: file + "x")
        desk.wait(for: "ファイルがありません")
        try desk.press("C-h", "Enter")
        desk.wait(for: "新規 1  更新 0")
        _ = try Self.file("株式会社宇土電機,,熊本県,宇土市\n", in: folder)
        try desk.press("C-s")
        desk.wait(for: "変更されました")
        try desk.press("Escape", "Enter")
        desk.wait(for: "宇土電機")
        try desk.press("Escape", "Escape")
        desk.wait(for: "遅れている指標")
        #expect(try Self.companies(database) == before)
    }

    @Test func whatIsNotTakenGoesIntoAFileThatIsMendedAndTaken() throws {
        let folder = try TestFolder()
        let database = try Self.database(in: folder)
        let file = try Self.file(
            "株式会社阿蘇精機,,熊本県,阿蘇市\n天神工業株式会社,,福岡県,北九州市\n=株式会社玉名食品,1234567890123,熊本県,玉名市\n",
            in: folder)
        let rejects = folder.path + "/rows-rejects.csv"
        let desk = try DeskTests.desk(database)
        desk.wait(for: "マッチング")
        try desk.preview(companies: file)
        desk.wait(for: "要確認 1  取り込めない 1")
        // Another file is never replaced, nor written through a link
        let other = folder.path + "/other"
        try FileManager.default.createSymbolicLink(atPath: rejects, withDestinationPath: other)
        try desk.press("E")
        desk.wait(for: "rows-rejects.csv")
        try desk.press("Enter")
        desk.wait(for: "書けません")
        #expect(!FileManager.default.fileExists(atPath: other))
        try FileManager.default.removeItem(atPath: rejects)
        try desk.press("C-s")
        desk.wait(for: "E で残りをファイルに")
        try desk.press("E")
        desk.wait(for: "rows-rejects.csv")
        try desk.press("Enter")
        desk.wait(for: "取り込めない行2件")
        #expect(
            try FileManager.default.attributesOfItem(atPath: rejects)[.posixPermissions] as? Int == 0o600)
        let text = try String(contentsOfFile: rejects, encoding: .utf8)
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines.count == 3 && lines[0] == "名称,法人番号,都道府県,市区町村,取り込めない理由", "\(text)")
        #expect(lines[1].hasPrefix("天神工業株式会社,,福岡県,北九州市,") && lines[1].contains("同じ名前"))
        #expect(lines[2].hasPrefix("'=株式会社玉名食品,1234567890123,熊本県,玉名市,"))
        // The path is free no more
        try desk.press("E")
        desk.wait(for: "書き出す")
        try desk.press("Enter")
        desk.wait(for: "既にあります")
        // One step for undo, from here too
        try desk.press("u")
        desk.wait(for: "取り込み（株式会社阿蘇精機）を取り消しました")
        #expect(try !Self.companies(database).contains("阿蘇精機"))
        // Mended it is taken as any other
        try text.replacing("1234567890123", with: "").write(toFile: rejects, atomically: false, encoding: .utf8)
        let mended = try Program.run(
            ["import", "companies", rejects, "--db", database, "--same-name", "new", "--format", "csv"])
        #expect(mended.code == 0, "\(mended.err)")
        let taken = try Self.companies(database)
        #expect(taken.contains("'=株式会社玉名食品") && taken.contains("北九州市"))
    }
}
