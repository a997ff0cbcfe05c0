import Testing

/// A coordinator's day: the door of a seminar, several cards at once, what is taken back and done again, today's list.
@Suite(.serialized) struct WorkTests {
    /// Forty companies of different names, and a seminar.
    private func seminar(in folder: TestFolder) throws -> String {
        let database = folder.path + "/banso.db"
        let file = folder.path + "/companies.csv"
        let kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリ".map { String($0) }
        let rows = kana.enumerated().map { index, letter in "企業\(index + 10),\(letter)ンショウジ,福岡県" }
        try (["名称,フリガナ,都道府県"] + rows).joined(separator: "\n")
            .write(toFile: file, atomically: false, encoding: .utf8)
        for command in [
            ["init"], ["import", "companies", file],
            ["add", "event", "activity=A1-1", "theme=採用セミナー", "date=2025-11-20", "status=held"],
        ] {
            let outcome = try Program.run(command + ["--db", database])
            try #require(outcome.code == 0, "\(command): \(outcome.err)")
        }
        return database
    }

    @Test func fortyCompaniesArriveByTwoLettersAndEnterEach() throws {
        let folder = try TestFolder()
        let database = try seminar(in: folder)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "今日")
        try desk.press("/", "採用")
        desk.wait(for: "採用セミナー")
        try desk.press("Enter")
        desk.wait(for: "受付・出欠")
        try desk.press("r")
        desk.wait(for: "参加 0社・0人")
        let kana = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらり".map { String($0) }
        for (index, letter) in kana.enumerated() {
            try desk.press(letter + "ん", "Enter")
            desk.wait(for: "参加 \(index + 1)社・\(index + 1)人")
        }
        // Somebody who is here already is not counted twice
        try desk.press("あん", "Enter")
        desk.wait(for: "受付済み")
        desk.wait(for: "参加 40社")
        try desk.press("C-u")
        // By the number on the roster, too
        try desk.press("３")
        desk.wait(for: "3番 参加")
        try desk.press("Enter")
        desk.wait(for: "企業12 は既に受付済み")
        try desk.press("C-u")
        // A walk-in is made where it stands
        try desk.press("とびこみ工房")
        desk.wait(for: "新しい企業「とびこみ工房」")
        try desk.press("Enter")
        desk.wait(for: "参加 41社")
        // And undo takes back one arrival, the company with it
        try desk.press("C-_")
        desk.wait(for: "参加 40社")
        let companies = try Program.run(["export", "companies", "--db", database])
        #expect(!companies.out.contains("とびこみ工房"))
        let explained = try Program.run(["kpi", "--db", database, "--format", "json", "--as-of", "2025-11-20"])
        #expect(explained.out.contains("\"id\":\"A1.seminar-companies\"") && explained.out.contains("\"actual\":40"))
    }

    @Test func severalCardsChangeAtOnceAndUndoIsOneStep() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "期限切れ")
        try desk.press("1")
        desk.wait(for: "適格確認")
        try desk.press("Space", "j", "Space", "j", "Space")
        desk.wait(for: "選択 3件")
        try desk.press("b")
        desk.wait(for: "選択した3件を変更")
        try desk.press("Tab", "Tab", "Tab", "資料を送る", "Tab", "12/1", "C-s")
        desk.wait(for: "3件を変更しました")
        func changed() throws -> Int {
            let cards = try Program.run(["export", "entries", "--purpose", "test", "--db", database])
            #expect(cards.code == 0, "\(cards.err)")
            return cards.out.split(whereSeparator: \.isNewline).count {
                $0.contains("資料を送る") && $0.contains("2025-12-01")
            }
        }
        #expect(try changed() == 3)
        #expect(try Program.run(["check", "--db", database]).code == 0)
        try desk.press("u")
        desk.wait(for: "取り消しました")
        #expect(try changed() == 0)
        try desk.press("C-r")
        desk.wait(for: "やり直しました")
        #expect(try changed() == 3)
    }

    @Test func undoAndRedoOutliveTheProgramAndKeepToOnesOwn() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        _ = try Program.run(["add", "company", "name=株式会社やまだ", "--db", database, "--as", "佐藤"])
        let first = try DeskTests.desk(database)
        first.wait(for: "今日")
        try first.press("/", "やまだ")
        first.wait(for: "株式会社やまだ")
        try first.press("Enter")
        first.wait(for: "経過")
        try first.press("e")
        first.wait(for: "企業の編集")
        try first.press("Tab", "ヤマダショウジ", "C-s")
        first.wait(for: "保存しました")
        try first.press("C-c", "q")
        first.wait(for: "[exit 0]")
        // Another day, another program: the same person's last step
        let again = try DeskTests.desk(database)
        again.wait(for: "今日")
        try again.press("u")
        again.wait(for: "企業の編集（株式会社やまだ：フリガナ）を取り消しました")
        try again.press("u")
        again.wait(for: "取り消せる操作はありません")
        try again.press("C-r")
        again.wait(for: "企業の編集（株式会社やまだ：フリガナ）をやり直しました")
        // Somebody else changes it since: then neither works, and it says who
        _ = try Program.run(["edit", "company", "1", "kana=ヤマダ", "--db", database, "--as", "佐藤"])
        try again.press("u")
        again.wait(for: "佐藤が")
        // And the history has all of it, the values with it
        try again.press("H")
        again.wait(for: "ヤマダショウジ → ヤマダ")
        again.wait(for: "佐藤")
    }

    @Test func whatIsDueIsOnThePageOfTheDayUntilItIsDone() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        _ = try Program.run(["add", "company", "name=株式会社やまだ", "--db", database])
        _ = try Program.run([
            "add", "consultation", "company=株式会社やまだ", "date=2025-11-10", "minutes=90", "next_action=見積の送付",
            "due=2025-11-18",
            "--db", database,
        ])
        let desk = try DeskTests.desk(database)
        desk.wait(for: "2日超過")
        desk.wait(for: "見積の送付")
        try desk.press("x")
        desk.wait(until: "it is gone") { !$0.contains("見積の送付") }
        try desk.press("u")
        desk.wait(for: "見積の送付")
    }

    @Test func aFilterIsSavedByNameAndFoundAgain() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "期限切れ")
        try desk.press("1")
        desk.wait(for: "適格確認")
        let all = desk.screen
        try desk.press("f")
        desk.wait(for: "A の絞り込み")
        try desk.press("製作所", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "製作所だけ", "C-s")
        desk.wait(for: "絞り込みを保存しました")
        let narrowed = desk.screen.split(separator: "\n")[1]
        #expect(narrowed.contains("製作所") && narrowed != all.split(separator: "\n")[1])
        try desk.press("C-c", "q")
        desk.wait(for: "[exit 0]")
        // Another day: it is chosen by its number, and Esc shows all again
        let again = try DeskTests.desk(database)
        again.wait(for: "期限切れ")
        try again.press("1")
        again.wait(for: "適格確認")
        try again.press("f")
        again.wait(for: "製作所だけ")
        let before = again.screen.prefix(upTo: try #require(again.screen.range(of: "製作所だけ")).lowerBound)
        let number = try #require(before.last { $0.isASCII && $0.isNumber })
        try again.press(String(number))
        again.wait(until: "the page is narrowed as it was") { $0.contains(narrowed) }
        try again.press("Escape")
        again.wait(until: "all are shown") { !$0.contains(narrowed) }
    }

    @Test func theSameRecordComesOfEveryWayOfTyping() throws {
        let folder = try TestFolder()
        let ways = [
            ["8/5", "14:00", "90"], ["R7.8.5", "1400", "1.5h"], ["令和7年8月5日", "午後2時", "1時間半"],
            ["２０２５－０８－０５", "１４：００", "９０分"], ["2025-08-05", "2pm", "90分"],
        ]
        var files: Set<String> = []
        for (index, way) in ways.enumerated() {
            let database = folder.path + "/banso\(index).db"
            _ = try Program.run(["init", "--db", database])
            _ = try Program.run(["add", "company", "name=株式会社やまだ", "--db", database])
            let desk = try DeskTests.desk(database)
            desk.wait(for: "今日")
            try desk.press("/", "やまだ")
            desk.wait(for: "株式会社やまだ")
            try desk.press("Enter")
            desk.wait(for: "経過")
            try desk.press("c")
            desk.wait(for: "3回のうち1回目")
            try desk.press("C-u", way[0], "Tab", way[1], "Tab", "C-u", way[2], "C-s")
            desk.wait(for: "を記録しました")
            files.insert(try Program.run(["export", "consultations", "--purpose", "test", "--db", database]).out)
        }
        #expect(files.count == 1, "\(files)")
        #expect(files.first?.contains("2025-08-05") == true)
    }
}
