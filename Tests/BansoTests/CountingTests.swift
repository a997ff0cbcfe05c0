import CSQLite
import Foundation
import Testing

/// Every number opens to its rows, through the program itself.
@Suite struct CountingTests {
    @Test func anActivityNamesItsIndicators() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        func refused(_ name: String) throws -> String {
            try Program.run(["explain", name, "--db", database, "--lang", "en"]).err
        }
        #expect(try refused("A2").contains("no indicator A2; there are A2.companies, A2.consultations"))
        #expect(try refused("Z9").contains("'banso kpi' lists them"))
    }

    @Test(arguments: ["B2.workshops", "C1.workshops", "A1-4.companies", "C2.non-users", "C4.cases"])
    func explainsWhatCountsAndWhatDoesNot(_ indicator: String) throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder)
        let run = ["explain", indicator, "--as-of", "2025-11-20", "--db", database]
        let text = try Program.run(run + ["--lang", "ja"])
        #expect(text.code == 0)
        #expect(text.out.contains("除外"))
        #expect(text.out.contains(" — "), "an excluded row says why: \(text.out)")
        // The rows that count come to the figure
        let document = try json(run + ["--format", "json"])
        let rows = try #require(document["rows"] as? [[String: Any]])
        let counted = rows.filter { $0["counted"] as? Bool == true }
        let actual = try #require((document["indicator"] as? [String: Any])?["actual"] as? Int)
        #expect(counted.count == actual && actual > 0)
        #expect(rows.count > counted.count)
        #expect(rows.allSatisfy { ($0["counted"] as? Bool == true) == ($0["reason"] is NSNull) })
        let matrix = try #require(document["matrix"] as? [[String: Any]])
        #expect(matrix.reduce(0) { $0 + ($1["count"] as? Int ?? 0) } == actual)
    }

    @Test func everyFigureIsItsRows() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder)
        for day in ["2025-08-31", "2025-11-20"] {
            let indicators = try #require(
                try json(["kpi", "--as-of", day, "--format", "json", "--db", database])["indicators"]
                    as? [[String: Any]])
            for indicator in indicators where indicator["kind"] as? String != "ratio" {
                let id = try #require(indicator["id"] as? String)
                let explained = try json(["explain", id, "--as-of", day, "--format", "json", "--db", database])
                let rows = try #require(explained["rows"] as? [[String: Any]])
                #expect(rows.count { $0["counted"] as? Bool == true } == indicator["actual"] as? Int, "\(id) on \(day)")
            }
        }
    }

    @Test func aRecordEditedBehindTheProgramsBackIsNamed() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder)
        try plainSQL("UPDATE event SET status = 'cancelled' WHERE activity = 'B2'", database)
        let check = try Program.run(["check", "--db", database, "--lang", "en"])
        #expect(check.code == 1)
        #expect(check.out.contains("B2.workshops: the count differs from its records"))
        #expect(!check.out.contains("A2.companies"))
    }

    @Test func wrongRowsSayLineColumnAndReasonAndTheRestLands() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        _ = try Program.run(["add", "company", "name=有明食品", "number=7000012050002", "--db", database])
        let files = [
            (
                "hearings", "企業,実施日,高度外国人材を雇用\n有明食品,2025-08-20,いいえ\n知らない会社,2025-08-20,いいえ\n有明食品,2026-04-01,いいえ\n",
                ["3行目 1列目（企業）", "知らない会社", "4行目 2列目（実施日）", "事業期間外"], "C2.companies"
            ),
            (
                "events",
                "事業,テーマ,開催日,状況,方法,ツール\nD1,良い行,2025-07-10,開催済み,オンライン,teams\nD1,悪い行,2025-07-11,開催済み,オンライン,Zoom\n",
                ["3行目 6列目（ツール）", "Zoom", "Microsoft Teams", "Cisco Webex"], "D1.seminars"
            ),
            (
                "consultations",
                "法人番号,回,日付,分,方法\n7000012050002,1,2025-10-01,60,対面\n7000012050002,4,2025-10-02,60,対面\n",
                ["3行目 2列目（回）", "4"], "A2.consultations"
            ),
        ]
        for (kind, text, expected, indicator) in files {
            let file = folder.path + "/\(kind).csv"
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            let run = ["import", kind, file, "--db", database, "--lang", "ja", "--today", "2025-11-20"]
            let strict = try Program.run(run + ["--strict"])
            #expect(strict.code == 2 && strict.err.contains("3行目"), "\(strict.err)")
            #expect(try actual(indicator, database) == 0)
            let outcome = try Program.run(run)
            #expect(outcome.code == 1, "\(outcome.err)")
            for words in expected { #expect(outcome.err.contains(words), "\(words): \(outcome.err)") }
            #expect(try actual(indicator, database) == 1)
        }
        #expect(try Program.run(["check", "--db", database]).code == 0)
    }

    @Test func anotherCallRunsWithoutANewBuild() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        // Given next year's call, a file
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/BansoCatalogue/r7-kyushu.toml")
        var text = try String(contentsOf: source, encoding: .utf8)
        for (old, new) in [
            ("2026-", "2027-"), ("2025-", "2026-"), ("\"r7-kyushu\"", "\"r8-kyushu\""), ("limit = 3", "limit = 2"),
            ("\"別府市\"]", "\"日田市\"]"),
        ] { text = text.replacing(old, with: new) }
        let file = folder.path + "/r8.toml"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try Program.run(["init", "--catalogue", file, "--db", database]).code == 0)
        // Then its limit and its cities hold
        _ = try Program.run(["add", "company", "name=有明食品", "--db", database])
        let codes = try (1...3).map { number in
            try Program.run([
                "add", "consultation", "company=有明食品", "date=2026-07-0\(number)", "minutes=60", "--db", database,
                "--today",
                "2026-11-20",
            ]).code
        }
        #expect(codes == [0, 0, 2])
        for city in ["別府市", "日田市"] {
            let added = try Program.run([
                "add", "event", "activity=C1", "theme=WS", "date=2026-07-01", "status=held", "prefecture=大分県",
                "municipality=\(city)", "--db", database,
            ])
            #expect(added.code == 0, "\(added.err)")
        }
        #expect(try actual("C1.workshops", database, asOf: "2026-11-20") == 1)
    }

    private func json(_ arguments: [String]) throws -> [String: Any] {
        let outcome = try Program.run(arguments)
        return try #require(try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any])
    }

    private func actual(_ indicator: String, _ database: String, asOf day: String = "2026-03-31") throws -> Double? {
        let document = try json(["kpi", "--as-of", day, "--format", "json", "--db", database])
        let indicators = try #require(document["indicators"] as? [[String: Any]])
        return indicators.first { $0["id"] as? String == indicator }?["actual"] as? Double
    }

    /// Somebody with plain SQL, past the program.
    private func plainSQL(_ sql: String, _ database: String) throws {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        try #require(sqlite3_open(database, &connection) == SQLITE_OK)
        try #require(sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK)
    }
}
