import BansoCatalogue
import BansoDomain
import BansoStore
import CXlsxWriter
import Foundation
import Testing

/// Files as people have them, through the program: tried, taken, mended, taken back.
@Suite struct ImportFilesTests {
    private func database(in folder: TestFolder) throws -> String {
        let database = folder.path + "/banso.db"
        try #require(try Program.run(["init", "--db", database]).code == 0)
        return database
    }

    private func file(_ name: String, _ text: String, in folder: TestFolder) throws -> String {
        let path = folder.path + "/" + name
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        return path
    }

    private func run(_ database: String, _ arguments: String...) throws -> Program.Outcome {
        let own = arguments[0] == "import" ? ["--today", "2025-11-20", "--as", "tester"] : []
        return try Program.run(arguments + ["--db", database, "--lang", "ja"] + own)
    }

    private func export(_ kind: String, _ database: String) throws -> String {
        let outcome = try run(database, "export", kind, "--purpose", "確認")
        try #require(outcome.code == 0, "\(outcome.err)")
        return outcome.out
    }

    @Test func aSpreadsheetsCP932GoesInAndOutUnchanged() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let names = ["髙橋工業㈱", "①番街", "福岡〜熊本運輸", "−（マイナス）商会", "～波ダッシュ社"]
        let path = folder.path + "/cp932.csv"
        // 〜 and − have no bytes of their own there: a spreadsheet writes their twins.
        let written = names.map { $0.replacing("〜", with: "～").replacing("−", with: "－") }
        try Data(CP932.encode("名称\r\n" + written.joined(separator: "\r\n") + "\r\n")).write(
            to: URL(fileURLWithPath: path))
        let taken = try run(database, "import", "companies", path)
        #expect(taken.out.contains("新規5"), "\(taken.out)\(taken.err)")
        let out = folder.path + "/out.csv"
        #expect(try run(database, "export", "companies", "--encoding", "cp932", "--out", out).code == 0)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: out)))
        for name in written {
            let wanted = CP932.encode(name)
            #expect(bytes.indices.contains { bytes[$0...].starts(with: wanted) }, "\(name)")
        }
        // In again: the records are those that there are.
        #expect(try run(database, "import", "companies", out).out.contains("変更なし5"))
        // What is not in CP932 is one of its twins there.
        let utf8 = try file("utf8.csv", "名称\n" + names[2] + "二\n" + names[3] + "二\n", in: folder)
        #expect(try run(database, "import", "companies", utf8).out.contains("新規2"))
        let again = folder.path + "/again.csv"
        #expect(try run(database, "export", "companies", "--encoding", "cp932", "--out", again).code == 0)
    }

    @Test func eachRowIsToldBeforeItIsTaken() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let first = try file("a.csv", "番号,名称,従業員数\n7,株式会社甲,10\n8,株式会社乙,20\n", in: folder)
        #expect(try run(database, "import", "companies", first).out.contains("新規2"))
        let second = try file(
            "b.csv", "番号,名称,従業員数\n7,株式会社甲,11\n8,株式会社乙,20\n,丙,1\n,（株）乙,2\n,丁,多い\n", in: folder)
        let json = try run(database, "import", "companies", second, "--dry-run", "--format", "json")
        // A script can tell that some rows are not as they should be, and that not all of them are wrong.
        #expect(json.code == 1)
        let parsed = try #require(
            try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any], "\(json.out)")
        let rows = try #require(parsed["rows"] as? [[String: Any]])
        #expect(rows.map { $0["outcome"] as? String } == ["update", "unchanged", "create", "conflict", "reject"])
        #expect(rows.map { $0["line"] as? Int } == [2, 3, 4, 5, 6])
        #expect(rows[0]["record"] as? Int == 7)
        #expect(rows[3]["namesakes"] as? [Int] == [8])
        #expect((rows[4]["reason"] as? String)?.contains("多い") == true)
        #expect(parsed["create"] as? Int == 1)
        let table = try run(database, "import", "companies", second, "--dry-run", "--format", "table")
        #expect(table.out.contains("5行目") && table.out.contains("要確認") && table.out.contains("#8"))
        // Nothing was written; then what is sound lands, and the rest is in a file that can be mended.
        let untouched = try export("companies", database)
        #expect(untouched.contains("株式会社甲") && untouched.contains(",10,"), "\(untouched)")
        let rejects = folder.path + "/rejects.csv"
        let taken = try run(database, "import", "companies", second, "--rejects", rejects)
        #expect(taken.code == 1)
        #expect(taken.out.contains("新規1、更新1、変更なし1、確認待ち1、取り込めない行1"), "\(taken.out)")
        var text = try String(contentsOfFile: rejects, encoding: .utf8)
        #expect(text.hasPrefix("番号,名称,従業員数,取り込めない理由\r\n,（株）乙,2,"), "\(text)")
        text = text.replacing("\r\n,（株）乙", with: "\r\n新規,（株）乙").replacing("多い", with: "30")
        let mended = try file("mended.csv", text, in: folder)
        let again = try run(database, "import", "companies", mended)
        #expect(again.code == 0 && again.out.contains("読み込み2行：新規2"))
    }

    @Test func raggedRowsAreSetAsideWhereThereIsAFileForThem() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let path = try file("a.csv", "名称,業種\n株式会社甲,製造業\n株式会社乙,小売,卸売\n株式会社丙\n", in: folder)
        let refused = try run(database, "import", "companies", path)
        #expect(refused.code == 2 && refused.err.split(separator: "\n").count == 1, "\(refused.err)")
        #expect(refused.err.contains("3行目：列の数が3です（見出しは2列）"), "\(refused.err)")
        #expect(!(try export("companies", database).contains("株式会社甲")))
        let rejects = folder.path + "/rejects.csv"
        let taken = try run(database, "import", "companies", path, "--rejects", rejects)
        #expect(taken.code == 1 && taken.out.contains("新規1、取り込めない行2"), "\(taken.out)")
        let text = try String(contentsOfFile: rejects, encoding: .utf8)
        #expect(text.contains("株式会社乙,小売,卸売") && text.contains("株式会社丙"), "\(text)")
    }

    @Test func whatIsNotTakenAsItStandsIsTold() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let path = try file("a.csv", "名称,所在地\n株式会社甲,\"城内1-1\n３階\"\n株式会社乙,城内2\n", in: folder)
        let table = try run(database, "import", "companies", path, "--dry-run", "--format", "table")
        #expect(table.out.split(separator: "\n")[0].contains("2列目（所在地）の改行は空白になります"), "\(table.out)")
        let json = try run(database, "import", "companies", path, "--dry-run", "--format", "json")
        #expect(json.out.contains("\"note\":\"2列目（所在地）の改行は空白になります\""), "\(json.out)")
        let taken = try run(database, "import", "companies", path)
        #expect(taken.code == 0 && taken.out.contains("新規2"))
        #expect(taken.err.contains("2行目 2列目（所在地）の改行は空白になります"), "\(taken.err)")
        #expect(try export("companies", database).contains("城内1-1 ３階"))
    }

    @Test func whatIsThereIsNotImportedTwiceThoughNoRowHasANumber() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        try #require(try run(database, "sample", "--companies", "60").code == 0)
        for kind in [
            "regions", "talent", "coordinators", "events", "attendances", "surveys", "postings", "applications",
            "interviews", "assessments", "hearings", "trainings", "process-consultations", "contracts", "cases",
            "follow-ups", "contacts", "eligibility-checks", "snoozes", "entries", "meetings", "consultations",
        ] {
            let before = try export(kind, database)
            let rows = before.split(separator: "\r\n").count - 1
            guard rows > 0 else { continue }
            let path = try file("\(kind).csv", before, in: folder)
            let again = try run(database, "import", kind, path, "--map", "番号=-", "--dry-run", "--format", "json")
            #expect(again.out.contains("\"create\":0,\"update\":0,\"unchanged\":"), "\(kind): \(again.out.suffix(300))")
            #expect(again.code == 0, "\(kind): \(again.err)")
        }
    }

    @Test func anEventIsKnownByWhatAnExportCallsIt() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        for day in ["2025-07-23", "2025-08-20", "2025-09-10"] {
            let outcome = try run(
                database, "add", "event", "activity=A1-1", "theme=副業 入門", "date=\(day)", "status=held")
            try #require(outcome.code == 0, "\(outcome.err)")
        }
        try #require(try run(database, "add", "company", "name=株式会社甲").code == 0)
        let path = try file("a.csv", "イベント,企業\n2025-08-20 副業 入門,株式会社甲\n", in: folder)
        let taken = try run(database, "import", "attendances", path)
        #expect(taken.code == 0, "\(taken.err)")
        #expect(try export("attendances", database).contains("1,2,2025-08-20 副業 入門,"))
        let other = try file("b.csv", "イベント,企業\n2025-08-21 副業 入門,株式会社甲\n", in: folder)
        #expect(try run(database, "import", "attendances", other).code == 2)
    }

    @Test func ctrlCEndsAQuestion() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let path = try file("a.csv", "名称\n株式会社甲\n", in: folder)
        try #require(try run(database, "import", "companies", path).code == 0)
        let terminal = try Pty([
            "import", "companies", path, "--same-name", "ask", "--db", database, "--lang", "ja",
        ])
        try terminal.wait(for: "取り込まない：Enter > ")
        try terminal.type("\u{3}")
        #expect(terminal.end() == 130)
    }

    @Test func whatHeadingsMeanIsKept() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let path = try file("form.csv", "屋号,人数\n株式会社甲,10\n", in: folder)
        let unknown = try run(database, "import", "companies", path)
        #expect(unknown.code == 2)
        #expect(unknown.err.contains("「屋号」（1列目）、「人数」（2列目）") && unknown.err.contains("--map"))
        let kept = try run(
            database, "import", "companies", path, "--map", "屋号=name", "--map", "人数=従業員数", "--mapping", "申込")
        #expect(kept.out.contains("新規1"), "\(kept.err)")
        #expect(try run(database, "import", "--mappings").out == "申込  [companies]  屋号=name  人数=従業員数\n")
        let more = try file("more.csv", "屋号,人数\n株式会社乙,20\n", in: folder)
        #expect(try run(database, "import", "companies", more, "--mapping", "申込").out.contains("新規1"))
        #expect(try run(database, "import", "companies", more, "--mapping", "なし").err.contains("--mappings"))
        #expect(try run(database, "import", "--mappings").out.split(separator: "\n").count == 1)
        #expect(try export("import-mappings", database).contains("申込"))
    }

    @Test func eachNamesakeIsAskedAboutOnATerminal() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let names = ["甲", "乙", "丙"].map { "株式会社\($0)" }
        let known = try file("known.csv", "名称,従業員数\n" + names.map { "\($0),1\n" }.joined(), in: folder)
        try #require(try run(database, "import", "companies", known).code == 0)
        let path = try file("a.csv", "名称,従業員数\n" + names.map { "\($0),7\n" }.joined(), in: folder)
        // Where all rows are held back nothing was taken; where others were, some were not.
        #expect(try run(database, "import", "companies", path).code == 2)
        let more = try file("b.csv", "名称,従業員数\n株式会社甲,7\n株式会社丁,7\n", in: folder)
        #expect(try run(database, "import", "companies", more, "--dry-run").code == 1)
        // Without a terminal nobody can be asked.
        let alone = try run(database, "import", "companies", path, "--same-name", "ask")
        #expect(alone.code == 2 && alone.err.contains("端末"), "\(alone.err)")
        let terminal = try Pty([
            "import", "companies", path, "--same-name", "ask", "--db", database, "--lang", "ja",
        ])
        // The first is the one that is there, the second another one, the third stays out; what is none is asked again.
        try terminal.wait(for: "#1）、別のもの")
        try terminal.type("99\n")
        try terminal.wait(for: "取り込まない：Enter > ")
        try terminal.type("1\n")
        try terminal.wait(for: "#2）、別のもの")
        try terminal.type("n\n")
        try terminal.wait(for: "#3）、別のもの")
        try terminal.type("\n")
        try terminal.wait(for: "新規1、更新1、確認待ち1")
        let rows = try export("companies", database).split(separator: "\r\n")
        #expect(rows.filter { $0.contains("株式会社甲") }.count == 1)
        #expect(rows.first { $0.contains("株式会社甲") }?.contains(",7,") == true)
        #expect(rows.filter { $0.contains("株式会社乙") }.count == 2)
        #expect(rows.filter { $0.contains("株式会社丙") }.count == 1)
    }

    @Test(arguments: ["xlsx", "ods", "xls"]) func aSpreadsheetThatLibreOfficeWroteIsRead(_ format: String) throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let csv = try file(
            "sheet.csv", "名称,郵便番号,従業員数,タグ,住所\n髙橋工業㈱,0600001,12,=1+1,\"一行\n二行\"\n株式会社甲,8100001,3,,\n乙,1,3,,\n",
            in: folder)
        let converter = try Child(
            [
                "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
                "--infilter=csv:44,34,76,1,1/2/2/2/4/2", "--convert-to", format, "--outdir", folder.path, csv,
            ], environment: Program.base)
        // `make test` installs it.
        try #require(converter.wait() == 0)
        let taken = try run(database, "import", "companies", folder.path + "/sheet.\(format)")
        #expect(taken.out.contains("新規2"), "\(taken.err)")
        // By its number in the sheet: the cell above has two lines
        #expect(taken.err.contains("4行目 2列目"), "\(taken.err)")
        let out = try export("companies", database)
        #expect(out.contains("髙橋工業㈱") && out.contains("0600001") && out.contains("8100001"), "\(out)")
    }

    /// Excel's own format for dates shows them as the language of whoever looks has it.
    @Test func aDateAsExcelWritesItIsRead() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let path = folder.path + "/events.xlsx"
        let book = try #require(workbook_new(path))
        let (sheet, format) = (workbook_add_worksheet(book, nil), workbook_add_format(book))
        format_set_num_format_index(format, 14)
        for (column, heading) in ["事業", "テーマ", "開催日"].enumerated() {
            worksheet_write_string(sheet, 0, UInt16(column), heading, nil)
        }
        worksheet_write_string(sheet, 1, 0, "A1-1", nil)
        worksheet_write_string(sheet, 1, 1, "副業", nil)
        worksheet_write_number(sheet, 1, 2, 45966, format)
        try #require(workbook_close(book) == LXW_NO_ERROR)
        let taken = try run(database, "import", "events", path)
        #expect(taken.code == 0, "\(taken.err)")
        #expect(try export("events", database).contains("2025-11-05"))
    }

    @Test func whereLibreOfficeHasNoRoomThatIsSaid() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let csv = try file("a.csv", "名称\n株式会社甲\n", in: folder)
        let sheet = folder.path + "/a.xlsx"
        #expect(try run(database, "import", "companies", csv).code == 0)
        let exported = ["export", "companies", "--format", "xlsx", "--out", sheet, "--purpose", "試験", "--db", database]
        try #require(try Program.run(exported).code == 0)
        let script = """
            mount -t tmpfs -o size=64k none /mnt && export TMPDIR=/mnt
            "\(Program.path)" import companies \(sheet) --db \(database) --lang ja; echo "code $?"
            "\(Program.path)" report monthly --month 2025-10 --db \(database) --format pdf --out \(folder.path)/a.pdf --lang ja
            echo "code $?"
            """
        let (out, err) = (folder.path + "/out", folder.path + "/err")
        let child = try Child(
            ["unshare", "-rm", "sh", "-c", script], environment: Program.base, output: out, error: err)
        child.wait()
        let said = try String(contentsOfFile: err, encoding: .utf8)
        guard !said.contains("unshare") else { return }
        #expect(try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n") == ["code 2", "code 2"])
        #expect(said.split(separator: "\n").count == 2 && said.contains("TMPDIR"), "\(said)")
    }

    @Test func aSheetIsReadWhereLibreOfficeIs() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        // A zip that is no spreadsheet is told in one line, whether LibreOffice is there or not.
        let path = folder.path + "/broken.xlsx"
        try Data([0x50, 0x4B, 0x03, 0x04] + Array(repeating: 7, count: 400)).write(to: URL(fileURLWithPath: path))
        let outcome = try run(database, "import", "companies", path)
        #expect(outcome.code == 2)
        #expect(outcome.err.split(separator: "\n").count == 1)
        #expect(outcome.err.contains("CSV UTF-8"))
    }

    @Test func fiveThousandRowsAreOneStepAndComeBack() throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        func rows(_ range: Range<Int>, _ employees: Int) -> String {
            "番号,名称,従業員数\n" + range.map { "\($0),株式会社\($0)号,\(employees)\n" }.joined()
        }
        _ = try run(database, "import", "companies", try file("a.csv", rows(1..<2001, 5), in: folder))
        let before = try export("companies", database)
        // 2,000 are updated and 3,000 are new.
        let path = try file("b.csv", rows(1..<5001, 9), in: folder)
        #expect(try run(database, "import", "companies", path).out.contains("新規3000、更新2000"))
        let after = try export("companies", database)
        let store = try Store.open(at: database, mode: .readWrite) {
            try CatalogueFile.parse($0, file: CatalogueFile.embeddedName)
        }
        defer { store.close() }
        #expect(try store.undo(by: Actor("tester"))?.action == .importRecords)
        #expect(try export("companies", database) == before)
        #expect(try store.redo(by: Actor("tester"))?.action == .importRecords)
        #expect(try export("companies", database) == after)
        // Somebody changes one of them: the step stays, and it is said who changed what.
        let edited = try Program.run([
            "edit", "company", "4321", "employees=77", "--db", database, "--as", "森",
        ])
        try #require(edited.code == 0, "\(edited.err)")
        let refusal = #expect(throws: DeskError.self) { try store.undo(by: Actor("tester")) }
        #expect(refusal?.text.ja.contains("森が企業・機関「株式会社4321号」を変更") == true, "\(String(describing: refusal))")
        #expect(try export("companies", database).contains("77"))
        #expect(try Program.run(["check", "--db", database]).code == 0)
    }

    /// - Parameter make: writes what is wrong to a path.
    @Test(arguments: WrongFile.all) func whatIsNoFileOfRecordsIsToldInOneLine(_ wrong: WrongFile) throws {
        let folder = try TestFolder()
        let database = try database(in: folder)
        let before = try Data(contentsOf: URL(fileURLWithPath: database))
        let path = folder.path + "/wrong"
        try wrong.make(path)
        let outcome = try run(database, "import", "companies", path)
        #expect(outcome.processor < 5)
        #expect(outcome.code == 2, "\(outcome.out)\(outcome.err)")
        #expect(outcome.out == "")
        #expect(outcome.err.contains(wrong.says), "\(outcome.err)")
        #expect(outcome.err.split(separator: "\n").count <= wrong.lines, "\(outcome.err)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == before)
        #expect(try export("companies", database).split(separator: "\n").count == 1)
    }
}
