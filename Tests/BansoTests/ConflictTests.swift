import Testing

/// Two people at one record.
@Suite(.serialized) struct ConflictTests {
    @Test func theSecondToSaveSeesBothVersionsByFieldAndNothingIsLost() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        _ = try Program.run(["add", "company", "name=株式会社やまだ製作所", "employees=45", "--db", database])
        // Given two desks that edit the same company
        let first = try DeskTests.desk(database)
        let second = try DeskTests.desk(database, as: "佐藤")
        for desk in [first, second] {
            desk.wait(for: "今日")
            try desk.press("/", "やまだ")
            desk.wait(for: "株式会社やまだ製作所")
            try desk.press("Enter")
            desk.wait(for: "経過")
            try desk.press("e")
            desk.wait(for: "企業の編集")
        }
        // When one changes kana and employees and saves
        try first.press("Tab", "ヤマダ", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "C-u", "50", "C-s")
        first.wait(for: "保存しました")
        // And the other changed employees and the industry
        try second.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "金属製品", "Tab", "C-u", "60", "C-s")
        // Then the second sees who was first, and each field that differs
        second.wait(for: "田中がこの記録を先に保存しました")
        for text in ["元の値", "フリガナ", "ヤマダ", "業種", "金属製品", "従業員数", "45", "50", "60"] {
            second.wait(for: text)
        }
        // And what both changed has to be decided
        try second.press("C-s")
        second.wait(for: "どちらの値にするか")
        try second.press("h", "C-s")
        second.wait(for: "保存しました")
        // And nothing of either is lost
        let file = try Program.run(["export", "companies", "--db", database, "--lang", "ja"])
        #expect(file.out.contains("ヤマダ") && file.out.contains("金属製品") && file.out.contains(",60,"), "\(file.out)")
        #expect(!file.out.contains(",50,"))
        // And undo gives the first one's back
        try second.press("u")
        second.wait(for: "取り消しました")
        let before = try Program.run(["export", "companies", "--db", database, "--lang", "ja"])
        #expect(before.out.contains(",50,") && before.out.contains("ヤマダ") && !before.out.contains("金属製品"))
    }
}
