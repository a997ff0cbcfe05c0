import Foundation
import Testing

/// What is reported to the Bureau, through the program itself.
@Suite struct ReportTests {
    private func run(_ arguments: [String], _ database: String) throws -> Program.Outcome {
        try Program.run(["report"] + arguments + ["--db", database, "--lang", "ja"])
    }

    private func reports(_ arguments: [String], _ database: String) throws -> [[String: Any]] {
        let outcome = try run(["monthly", "--format", "json"] + arguments, database)
        try #require(outcome.code == 0, "\(outcome.err)")
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [[String: Any]])
    }

    /// A desk with a seminar in October that two companies were at.
    private func desk(in folder: TestFolder) throws -> String {
        let database = folder.path + "/banso.db"
        for command in [
            ["init"], ["add", "company", "name=有明食品"], ["add", "company", "name=白川精機"],
            [
                "add", "event", "activity=A1-1", "theme=副業人材の活用", "date=2025-10-10", "status=held", "mode=in-person",
            ],
            ["add", "attendance", "event=1", "organisation=1"],
            ["add", "attendance", "event=1", "organisation=2"],
        ] {
            let outcome = try Program.run(command + ["--db", database, "--lang", "ja"])
            try #require(outcome.code == 0, "\(command): \(outcome.err)")
        }
        return database
    }

    @Test func aFrozenMonthStaysAndTheNextReportListsTheCorrection() throws {
        // Given
        let folder = try TestFolder()
        let database = try desk(in: folder)
        let october = ["--month", "2025-10", "--programme", "A"]
        let freeze = try run(
            ["monthly", "--freeze", "--today", "2025-11-05", "--as", "田中"] + october, database)
        #expect(freeze.code == 0)
        #expect(freeze.out.contains("確定"))
        let before = try run(["monthly"] + october, database).out
        #expect(before == freeze.out)
        #expect(before.contains("| 10/10 | A1-1 | 副業人材の活用 | 2 | 0 | 2 | 0 |"))
        // When
        let edit = try Program.run(
            ["edit", "attendance", "2", "presence=no-show", "--as", "森", "--db", database, "--lang", "ja"])
        #expect(edit.code == 0, "\(edit.err)")
        // Then
        #expect(try run(["monthly"] + october, database).out == before)
        let unexplained = try run(["monthly", "--month", "2025-11", "--programme", "A"], database)
        let november = unexplained.out
        #expect(november.contains("令和7年10月分の訂正"))
        #expect(november.contains("| 10/10 副業人材の活用 参加企業 | 2 | 1 | −1 |"))
        #expect(november.contains("参加 → 欠席") && november.contains("森**"))
        #expect(unexplained.err.contains("理由の書かれていない訂正が1件"))
        #expect(unexplained.err.contains("banso add correction-reason month=2025-11 programme=A record=attendance:2 "))
        let reason = ["month=2025-11", "programme=A", "record=attendance:2", "reason=会場にいなかった"]
        #expect(
            try Program.run(["add", "correction-reason"] + reason + ["--as", "森", "--db", database, "--lang", "ja"])
                .code
                == 0)
        let explained = try run(["monthly", "--month", "2025-11", "--programme", "A"], database)
        #expect(explained.out.contains("理由：会場にいなかった") && explained.err.isEmpty)
        let frozen = try #require(try reports(october, database)[0]["frozen"] as? [String: Any])
        #expect((frozen["sha256"] as? String).map(before.contains) == true)
        #expect(frozen["by"] as? String == "田中")
        #expect(try Program.run(["audit", "verify", "--db", database]).code == 0)
        #expect(try Program.run(["check", "--db", database]).code == 0)
    }

    @Test func theHashIsThatOfTheDocumentInTheJSON() throws {
        let folder = try TestFolder()
        let database = try desk(in: folder)
        _ = try run(
            ["monthly", "--freeze", "--today", "2025-11-05", "--month", "2025-10", "--programme", "A"], database)
        let out = try run(["monthly", "--month", "2025-10", "--programme", "A", "--format", "json"], database).out
        let document = try #require(out.firstRange(of: "\"report\":").map { out[$0.upperBound...] }).dropLast(3)
        let file = folder.path + "/document"
        try String(document).write(toFile: file, atomically: false, encoding: .utf8)
        let sum = folder.path + "/sum"
        #expect(try Child(["sha256sum", file], environment: Program.base, output: sum).wait() == 0)
        let hash = try String(contentsOfFile: sum, encoding: .utf8).prefix(64)
        #expect(out.contains("\"sha256\":\"\(hash)\""))
    }

    @Test func allProgrammesHaveTheCallsFortySixIndicatorsAndBothKPIs() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let all = try reports(["--month", "2025-11"], database)
        #expect(all.count == 4)
        let ids = all.compactMap { $0["report"] as? [String: Any] }.flatMap { report in
            (report["indicators"] as? [[String: Any]] ?? []).compactMap { $0["indicator"] as? String }
        }
        #expect(Set(ids).count == 48)
        #expect(ids.filter { $0 == "KPI.satisfaction" }.count == 4)
    }

    @Test func filesOpenInASpreadsheet() throws {
        let folder = try TestFolder()
        let database = try desk(in: folder)
        _ = try Program.run([
            "add", "report", "month=2025-10", "programme=A", "overview==1+1 と \"引用\"、髙", "--db", database,
        ])
        let csv = folder.path + "/r.csv"
        #expect(try run(["monthly", "--month", "2025-10", "--format", "csv", "--out", csv], database).code == 0)
        let data = try Data(contentsOf: URL(fileURLWithPath: csv))
        #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: data.dropFirst(3), as: UTF8.self)
        #expect(text.hasPrefix("対象月,事業区分,区分,番号,項目,今月,累計,目標,内容,SHA-256\r\n"))
        #expect(text.contains("2025-10,A,数値,A1.seminar-companies,A1.seminar-companies セミナー参加企業（延べ）,2,2,240,"))
        #expect(text.contains("\"'=1+1 と \"\"引用\"\"、髙\""))
        let xlsx = folder.path + "/r.xlsx"
        #expect(try run(["monthly", "--month", "2025-10", "--format", "xlsx", "--out", xlsx], database).code == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: xlsx)).starts(with: Array("PK".utf8)))
    }

    @Test func aPDFHasItsJapaneseAsText() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let pdf = folder.path + "/r.pdf"
        let outcome = try run(["monthly", "--month", "2025-10", "--format", "pdf", "--out", pdf], database)
        #expect(outcome.code == 0, "\(outcome.err)")
        let plain = folder.path + "/r.txt"
        #expect(try Child(["pdftotext", "-layout", pdf, plain], environment: Program.base).wait() == 0)
        let text = try String(contentsOfFile: plain, encoding: .utf8).replacing(" ", with: "")
        // Also what is long stands on one line of its cell: the columns are as wide as their texts.
        let long = ["九州合同ジョブマッチング秋", "A1.seminar-companies", "企業間人材マッチングイベント"]
        for words in ["月次報告", "令和7年10月分A人材戦略構築支援", "訪問した企業数", "SHA-256"] + long {
            #expect(text.contains(words), "\(words)")
        }
        // A sheet for each programme, and every case study on one of its own.
        #expect(text.split(separator: "\u{0C}", omittingEmptySubsequences: true).count >= 4)
        let cases = folder.path + "/c.pdf"
        #expect(try run(["cases", "--as-of", "2025-11-20", "--format", "pdf", "--out", cases], database).code == 0)
        #expect(try Child(["pdftotext", "-layout", cases, plain], environment: Program.base).wait() == 0)
        let sheets = try String(contentsOfFile: plain, encoding: .utf8).split(separator: "\u{0C}")
        let titles = sheets.filter { $0.contains("要旨") }
        let count = try run(["cases", "--as-of", "2025-11-20"], database).out.split(separator: "\n").count {
            $0 == "## 要旨"
        }
        #expect(count > 0 && titles.count == count)
    }

    @Test func whereALineOfAPDFHasNoRoomShortWordsStayWhole() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let (pdf, plain) = (folder.path + "/f.pdf", folder.path + "/f.txt")
        let outcome = try run(["final", "--as-of", "2025-11-20", "--format", "pdf", "--out", pdf], database)
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(try Child(["pdftotext", "-layout", pdf, plain], environment: Program.base).wait() == 0)
        let lines = try String(contentsOfFile: plain, encoding: .utf8).split(separator: "\n")
        // Its conditions and rates are wider than a page has room for.
        #expect(lines.contains { $0.contains("A1.seminar-companies") && $0.contains("240 社") && $0.contains("未達") })
    }

    @Test func aCaseStudyIsOnePageHoweverMuchIsWritten() throws {
        let folder = try TestFolder()
        let database = try desk(in: folder)
        let lengths = [200, 1600, 3200, 5600]
        for length in lengths {
            let words =
                String(repeating: "事業を通じた支援の内容と、その後の採用。\n", count: length / 400)
                + String(repeating: "事業を通じた支援の内容と、その後の採用。", count: length / 20 - length / 400)
            let outcome = try Program.run([
                "add", "case", "activity=A5", "title=事例\(length)", "date=2026-01-20", "status=done", "organisation=1",
                "kind=正社員", "summary=\(words)終わり\(length)。", "--today", "2026-01-25", "--db", database,
            ])
            try #require(outcome.code == 0, "\(outcome.err)")
        }
        let (pdf, plain) = (folder.path + "/c.pdf", folder.path + "/c.txt")
        #expect(try run(["cases", "--programme", "A", "--format", "pdf", "--out", pdf], database).code == 0)
        #expect(try Child(["pdftotext", "-layout", pdf, plain], environment: Program.base).wait() == 0)
        let pages = try String(contentsOfFile: plain, encoding: .utf8).split(separator: "\u{0C}")
        // The quotas, then a page for each.
        #expect(pages.count == lengths.count + 1)
        for (page, length) in zip(pages.dropFirst(), lengths) {
            let text = page.filter { !$0.isWhitespace }
            #expect(text.hasPrefix("事例\(length)") && text.hasSuffix("終わり\(length)。"), "\(length)")
        }
    }

    @Test func theFinalReportHasEveryTargetOfTheCallAsItCounts() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let kpi = try Program.run(["kpi", "--as-of", "2026-03-31", "--format", "json", "--db", database]).out
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(kpi.utf8)) as? [String: Any])
        let indicators = try #require(parsed["indicators"] as? [[String: Any]])
        #expect(indicators.count == 48)
        let final = try run(["final", "--as-of", "2026-03-31"], database).out
        let rows = final.split(separator: "\n").filter { $0.hasPrefix("| ") }.map {
            $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        for indicator in indicators {
            let id = try #require(indicator["id"] as? String)
            let row = try #require(rows.first { $0[0] == id }, "\(id)")
            let counted = try #require((indicator["numerator"] ?? indicator["actual"]) as? Int, "\(id)")
            guard let denominator = indicator["denominator"] as? Int else {
                #expect(row[2] == "\(counted)", "\(id): \(row)")
                #expect((row[5] == "達成") == (indicator["met"] as? Bool), "\(id): \(row)")
                continue
            }
            // A programme's own share, and that of the whole.
            #expect(row[2].contains("（全体 \(counted)/\(denominator) ("), "\(id): \(row)")
        }
        // What the call asks of case studies, beside how many (seed 【Ａ５】, 【Ｂ４】, 【Ｃ４】).
        for words in ["副業・兼業６件程度", "正社員２件程度", "| B4.cases |", "各県１社以上"] { #expect(final.contains(words), "\(words)") }
    }

    @Test func marchIsFrozenBeforeItIsOver() throws {
        let folder = try TestFolder()
        let database = try desk(in: folder)
        let march = ["monthly", "--month", "2026-03", "--programme", "A", "--freeze"]
        #expect(try run(march + ["--today", "2026-02-28"], database).err.contains("まだ終わっていません"))
        #expect(try run(march + ["--today", "2026-03-18"], database).code == 0)
        let february = ["monthly", "--month", "2026-02", "--programme", "A", "--freeze"]
        #expect(try run(february + ["--today", "2026-02-28"], database).code == 2)
        #expect(try run(february + ["--today", "2026-03-01"], database).code == 0)
    }

    @Test func withoutLibreOfficeItSaysWhatToDo() throws {
        let folder = try TestFolder()
        let database = try desk(in: folder)
        let pdf = folder.path + "/r.pdf"
        let outcome = try Program.run(
            [
                "report", "monthly", "--month", "2025-10", "--format", "pdf", "--out", pdf, "--db", database, "--lang",
                "en",
            ],
            environment: ["PATH": folder.path])
        #expect(outcome.code == 2)
        #expect(outcome.err.contains("needs LibreOffice") && outcome.err.contains("apt install"))
        #expect(outcome.err.split(separator: "\n").count == 1)
        #expect(!FileManager.default.fileExists(atPath: pdf))
    }

    @Test func theQuotasOfCaseStudiesStandAtTheTop() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder)
        let cases = try run(["cases", "--as-of", "2025-11-20"], database).out
        #expect(cases.contains("| A5.cases | 採用事例 |"))
        #expect(cases.contains("副業・兼業６件程度：未達 2/6"))
        #expect(cases.contains("各県１社以上：未達"))
        let onlyB = try run(["cases", "--as-of", "2025-11-20", "--programme", "b"], database).out
        #expect(onlyB.contains("B4.cases") && !onlyB.contains("A5.cases"))
        let final = try run(["final", "--as-of", "2025-11-20", "--programme", "A"], database).out
        #expect(final.contains("# 実績報告　A 人材戦略構築支援"))
        #expect(final.contains("| 2025-10 |") && final.contains("| 通年 |"))
    }

    @Test(
        arguments: [
            (["monthly", "--month", "2025-13"], "--month"), (["monthly", "--month", "2026-04"], "2026-04"),
            (["monthly", "--month", "2025-10", "--programme", "Z"], "Z"),
            (["monthly", "--month", "2025-11", "--freeze", "--today", "2025-11-30"], "2025-11"),
            (["monthly", "--month", "2025-10", "--format", "xlsx"], "--out"),
            (["final", "--programme", "E"], "E"), (["cases", "--format", "pdf"], "--out"),
        ] as [([String], String)])
    func whatCannotBeIsOneClearLine(_ arguments: [String], _ word: String) throws {
        let folder = try TestFolder()
        let database = try desk(in: folder)
        let outcome = try run(arguments, database)
        #expect(outcome.code == 2)
        #expect(outcome.out.isEmpty && outcome.err.split(separator: "\n").count == 1)
        #expect(outcome.err.contains(word), "\(outcome.err)")
    }

    @Test func aFileThatIsThereIsNeitherReplacedNorTheMonthFrozen() throws {
        let folder = try TestFolder()
        let database = try desk(in: folder)
        let file = folder.path + "/there.md"
        try "mine".write(toFile: file, atomically: false, encoding: .utf8)
        let outcome = try run(
            ["monthly", "--month", "2025-10", "--freeze", "--today", "2025-11-05", "--out", file], database)
        #expect(outcome.code == 2)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        #expect(try reports(["--month", "2025-10"], database).allSatisfy { $0["frozen"] is NSNull })
    }
}
