import Foundation
import Testing

/// The program in a real terminal, used as a coordinator uses it.
@Suite(.serialized) struct DeskTests {
    /// A database with the sample in it.
    static func sample(in folder: TestFolder, named name: String = "banso.db", companies: Int = 300) throws -> String {
        let database = folder.path + "/" + name
        let outcome = try Program.run(["sample", "--db", database, "--companies", "\(companies)", "--seed", "1"])
        try #require(outcome.code == 0, "\(outcome.err)")
        return database
    }

    static func desk(_ database: String, as name: String = "田中", _ more: [String] = []) throws -> Tmux {
        try Tmux(["--db", database, "--lang", "ja", "--today", "2025-11-20", "--as", name] + more)
    }

    @Test func theDemoOpensAndLeaves() throws {
        let desk = try Tmux(["demo", "--lang", "ja"])
        desk.wait(for: "期限切れの対応")
        desk.wait(for: "デモ")
        try desk.press("q")
        desk.wait(for: "[exit 0]")
    }

    @Test func pagesThroughEveryPipelineByTabAndByNumber() throws {
        let folder = try TestFolder()
        let desk = try Self.desk(try Self.sample(in: folder))
        desk.wait(for: "マッチング")
        for title in ["全体 KPI", "開拓", "キックオフ", "支援力WS", "ヒアリング", "募集", "すべての求人"] {
            try desk.press("Tab")
            desk.wait(for: title)
        }
        try desk.press("Tab")
        desk.wait(for: "期限切れの対応")
        try desk.press("1")
        desk.wait(for: "適格確認")
        try desk.press("v")
        desk.wait(for: "滞在")
        try desk.press("0")
        desk.wait(for: "全体 KPI")
    }

    @Test func aConsultationMovesTheGaugeInTheOtherTerminalAndOnTheWall() throws {
        let folder = try TestFolder()
        let database = try Self.sample(in: folder)
        // Given two desks and a wallboard on one database
        let first = try Self.desk(database)
        let second = try Self.desk(database, as: "佐藤")
        let wall = try Tmux([
            "wallboard", "--db", database, "--lang", "ja", "--today", "2025-11-20", "--page", "A",
        ])
        second.wait(for: "マッチング")
        wall.wait(for: "段階ごとの件数")
        let before = try #require(try Figures.consultations(in: database))
        try second.press("1", "l", "l", "l")
        second.wait(for: "支援回数")
        // When a consultation is logged in the first
        first.wait(for: "マッチング")
        try first.press("1")
        first.wait(for: "開拓")
        try first.press("c")
        first.wait(for: "3回のうち1回目")
        try first.press("C-s")
        first.wait(for: "の相談 1/3 を記録しました")
        // Then everybody sees it, unasked
        let after = "\(before + 1)/90"
        second.wait(until: "the other desk shows \(after)") { $0.replacing(" ", with: "").contains(after) }
        #expect(try Figures.consultations(in: database) == before + 1)
        wall.wait(until: "the wall follows") { !$0.contains("waiting") && $0.contains("たった今") }
        // And u takes it back
        try first.press("u")
        first.wait(for: "取り消しました")
        second.wait(until: "the other desk shows \(before) again") {
            $0.replacing(" ", with: "").contains("\(before)/90")
        }
        #expect(try Figures.consultations(in: database) == before)
    }

    @Test func theFormRefusesTheFourthConsultationAndSaysWhy() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        _ = try Program.run(["add", "company", "name=株式会社やまだ製作所", "kana=ヤマダセイサクショ", "prefecture=福岡県", "--db", database])
        for _ in 1...3 {
            let booked = try Program.run([
                "add", "consultation", "company=株式会社やまだ製作所", "date=2025-11-01", "minutes=90", "--db", database,
            ])
            try #require(booked.code == 0, "\(booked.err)")
        }
        let desk = try Self.desk(database)
        desk.wait(for: "マッチング")
        try desk.press("/", "やまだ")
        desk.wait(for: "やまだ製作所")
        try desk.press("Enter")
        desk.wait(for: "3/3")
        try desk.press("c")
        desk.wait(for: "3回まで済んでいます")
        // The command line refuses it with the same words.
        let refused = try Program.run([
            "add", "consultation", "company=株式会社やまだ製作所", "date=2025-11-02", "minutes=90", "--db", database, "--lang",
            "en",
        ])
        #expect(refused.code == 2)
        #expect(refused.err.contains("has had all 3 consultations"))
    }

    @Test func japaneseIsDrawnWhereItsLocaleIsMissing() throws {
        let desk = try Tmux(["demo"], environment: ["LC_ALL": "", "LANG": "ja_JP.UTF-8"])
        desk.wait(for: "期限切れの対応")
        try desk.press("q")
        desk.wait(for: "[exit 0]")
    }

    @Test func resizingDownToOneCellAndBackDrawsAgain() throws {
        let desk = try Tmux(["demo", "--lang", "en"])
        desk.wait(for: "Matching")
        try desk.resize(columns: 1, rows: 1)
        try desk.resize(columns: 80, rows: 24)
        desk.wait(for: "Overview")
        try desk.resize(columns: 120, rows: 40)
        desk.wait(for: "Matching")
        try desk.press("q")
        desk.wait(for: "[exit 0]")
    }
}

/// Figures as the program prints them for scripts.
enum Figures {
    static func consultations(in database: String) throws -> Int? {
        let outcome = try Program.run(["kpi", "--format", "json", "--as-of", "2025-11-20", "--db", database])
        let document = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [String: Any]
        let indicators = document?["indicators"] as? [[String: Any]]
        return indicators?.first { $0["id"] as? String == "A2.consultations" }?["actual"] as? Int
    }
}
