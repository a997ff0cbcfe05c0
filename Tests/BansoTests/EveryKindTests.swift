import Testing

/// Every kind of record by keyboard in a real terminal: created, refused, found, edited, undone.
@Suite(.serialized) struct EveryKindTests {
    /// A company, another one, a person, an event and a posting.
    private func made(in folder: TestFolder) throws -> String {
        let database = folder.path + "/banso.db"
        let commands = [
            ["init"],
            [
                "add", "company", "name=株式会社はじめ製作所", "kana=ハジメセイサクショ", "prefecture=福岡県", "employees=45",
                "capital=30000000",
            ],
            ["add", "company", "name=株式会社おくり商事", "kana=オクリショウジ", "prefecture=熊本県"],
            ["add", "talent", "name=佐藤健", "kana=サトウケン"],
            [
                "add", "event", "activity=A1-1", "theme=副業入門", "date=2025-09-10",
                "status=held", "prefecture=福岡県",
            ],
            [
                "add", "posting", "organisation=株式会社はじめ製作所", "activity=A1-3", "kind=side-job", "title=ECサイトの改善",
                "date=2025-09-01",
            ],
        ]
        for command in commands {
            let outcome = try Program.run(command + ["--db", database])
            try #require(outcome.code == 0, "\(command): \(outcome.err)")
        }
        return database
    }

    @Test(arguments: Walk.all) func isCreatedRefusedEditedAndUndone(_ walk: Walk) throws {
        let folder = try TestFolder()
        let database = try made(in: folder)
        let desk = try DeskTests.desk(database)
        desk.wait(for: "今日")
        try walk.perform(in: desk)
        let check = try Program.run(["check", "--db", database])
        #expect(check.code == 0, "\(check.out)\(check.err)")
    }

    @Test func noKindIsForgotten() {
        // 26 kinds, of which organisations are two and a filter is walked through with the page it filters.
        #expect(Walk.all.count == 26)
    }
}
