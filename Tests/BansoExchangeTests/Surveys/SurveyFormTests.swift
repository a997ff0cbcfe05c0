import BansoDomain
import Testing

@testable import BansoExchange

@Suite struct SurveyFormTests {
    private let desk = FakeDesk()

    init() throws {
        try desk.add(Organisation(name: "株式会社表計算", corporateNumber: try CorporateNumber("4011001098993")))
        try desk.add(Organisation(name: "有限会社山田"))
        _ = try desk.put(
            Record(.event, ["activity": .text("A1-1"), "theme": .text("副業入門"), "date": .day(Day(2025, 9, 10)!)]), id: 3)
    }

    private func run(_ text: String, event: String = "3", map: [String] = []) throws -> ImportSummary {
        let file = try TemporaryFile(text)
        var terms = ImportTerms()
        terms.event = event
        terms.mapping = ColumnMapping(map.compactMap { ColumnMapping.Pair($0) })
        return try withExtendedLifetime(file) {
            try RecordsImport(
                kind: .surveys, catalogue: TestCatalogue.catalogue, today: Day(2025, 11, 20)!, terms: terms
            ).run(file: file.path, into: desk)
        }
    }

    private let microsoft =
        "ID,開始時刻,完了時刻,メール,名前,貴社名をご記入ください,本日の満足度をお聞かせください,新しい気づきはありましたか,今後取り組みたいことはありますか,ご意見・ご感想をお書きください\n"

    @Test func anExportOfMicrosoftFormsIsUnderstood() throws {
        let summary = try run(
            microsoft
                + "1,2025/9/10 14:01:02,2025/9/10 14:03:22,anonymous,,（株）表計算,5 とても満足,はい,いいえ,\"良かった。\n次も\"\n"
                + "2,2025/9/10 14:01:02,2025/9/11 9:03:22,anonymous,,有限会社山田,大変不満,はい、ありました,なかった,\n")
        #expect(summary.rejects.map(\.text.ja) == [])
        #expect(summary.notes == [])
        #expect(
            desk.all(.surveyAnswer).map(\.record) == [
                Record(
                    .surveyAnswer,
                    [
                        "event": .number(3), "organisation": .number(1), "date": .day(Day(2025, 9, 10)!),
                        "score": .number(5),
                        "insight": .flag(true), "behaviour_change": .flag(false), "comment": .text("良かった。\n次も"),
                    ]),
                Record(
                    .surveyAnswer,
                    [
                        "event": .number(3), "organisation": .number(2), "date": .day(Day(2025, 9, 11)!),
                        "score": .number(1),
                        "insight": .flag(true), "behaviour_change": .flag(false),
                    ]),
            ])
    }

    @Test func anExportOfGoogleFormsIsUnderstood() throws {
        let summary = try run(
            "タイムスタンプ,会社名,法人番号,総合的な満足度,自由記述\n2025/09/10 2:03:22 午後 GMT+9,,4011001098993,4,よい\n", event: "副業入門")
        #expect(summary.rejects.map(\.text.ja) == [])
        #expect(desk.all(.surveyAnswer).last?.record["organisation"] == .number(1))
        let english = try run(
            "Timestamp,Company name,How satisfied are you?,What did you learn?\n9/10/2025 14:03:22,山田,Very satisfied,much\n"
        )
        #expect(english.rejects.map(\.text.en) == [])
        #expect(desk.all(.surveyAnswer).last?.record["date"] == .day(Day(2025, 9, 10)!))
        // A question that says nothing of what is counted is named, with what to do.
        #expect(english.notes.map(\.en).first?.contains("What did you learn?") == true)
        #expect(english.notes.map(\.en).first?.contains("--map") == true)
    }

    @Test func theEventIsAskedFor() throws {
        let error = #expect(throws: ImportError.self) { try run(microsoft + "1,,2025/9/10,,,山田,5,はい,はい,\n", event: "") }
        #expect(error?.text.ja.contains("--event") == true)
        let none = #expect(throws: ImportError.self) { try run(microsoft, event: "転職") }
        #expect(none?.text.ja.contains("「転職」というイベントは登録されていません") == true)
        #expect(
            #expect(throws: ImportError.self) { try run(microsoft, event: "9") }?.text.en.contains("--event") == true)
    }

    @Test(
        arguments: [
            ("5", 5), ("５", 5), ("4：やや満足", 4), ("3. ふつう", 3), ("1 不満", 1), ("とても満足", 5), ("どちらともいえない", 3), ("やや不満", 2),
            ("満足", 4), ("満足しました", 4), ("不満", 1), ("Satisfied", 4), ("Dissatisfied", 1), ("どちらかといえば満足", 4),
            ("どちらかと言えば不満", 2), ("満足していない", nil), ("10", nil), ("4.5", nil), ("6 最高", nil), ("", nil),
        ] as [(String, Int?)])
    func answersAreUnderstoodWhereTheyMeanOneThing(_ answer: String, _ score: Int?) throws {
        let summary = try run(microsoft + "1,,2025/9/10 1:00,,,山田,\(answer),,,\n")
        #expect(summary.created == (score == nil ? 0 : 1))
        #expect(desk.all(.surveyAnswer).last?.record["score"].number == score.map { Int64($0) })
        if score == nil { #expect(summary.rejects.first?.column?.name.ja == "満足度") }
    }

    @Test(
        arguments: [
            (["大変満足", "満足", "ふつう", "不満", "大変不満"], [5, 4, 3, 2, 1]), (["満足", "やや満足", "やや不満", "不満"], [5, 4, 2, 1]),
            (["とても満足", "満足", "やや満足", "不満"], [5, 4, 4, 2]),
            (["Very satisfied", "Satisfied", "Dissatisfied"], [5, 4, 2]),
            (["満足", "普通", "不満"], [4, 3, 1]), (["不満", "やや満足"], [1, 4]),
        ])
    func aWordAloneMeansWhatTheOtherAnswersLeave(_ answers: [String], _ grades: [Int64]) throws {
        let summary = try run(microsoft + answers.map { "1,,2025/9/10 1:00,,,山田,\($0),,,\n" }.joined())
        #expect(summary.rejects.map(\.text.ja) == [])
        #expect(desk.all(.surveyAnswer).compactMap(\.record["score"].number) == grades)
        #expect(summary.notes.count == 1)
    }

    /// A form's options are numbered from the best one down as often as from the worst one up.
    @Test(
        arguments: [
            (["1. 大変満足", "2. 満足", "3. 普通", "4. 不満", "5. 大変不満"], [5, 4, 3, 2, 1]),
            (["１：大変満足", "２：やや満足", "④やや不満"], [5, 4, 2]), (["5. 大変満足", "4. 満足", "2 不満"], [5, 4, 2]),
            (["5 満足", "1 不満"], [5, 1]), (["1) Very satisfied", "5) Very dissatisfied"], [5, 1]),
            (["1. よく分かった", "5"], [1, 5]),
        ])
    func aNumberThatItsWordsContradictIsTheOptions(_ answers: [String], _ grades: [Int64]) throws {
        let summary = try run(microsoft + answers.map { "1,,2025/9/10 1:00,,,山田,\($0),,,\n" }.joined())
        #expect(summary.rejects.map(\.text.ja) == [])
        #expect(desk.all(.surveyAnswer).compactMap(\.record["score"].number) == grades)
    }

    @Test func thatANumberIsNotReadIsSaid() throws {
        func notes(_ answers: [String]) throws -> [String] {
            try run(microsoft + answers.map { "1,,2025/9/10 1:00,,,山田,\($0),,,\n" }.joined()).notes.map(\.ja)
        }
        #expect(
            try notes(["2. 満足", "1. 大変満足"]) == [
                "「1. 大変満足」の番号は選択肢の番号とみて、言葉で読みます", "「満足」は4と読みます（ほかの回答の言葉から。違うときは数字にしてください）",
            ])
        #expect(try notes(["5. 大変満足", "4. 満足"]) == [])
    }

    @Test func whatIsReadByOtherAnswersIsSaid() throws {
        let summary = try run(microsoft + "1,,2025/9/10 1:00,,,山田,満足,,,\n2,,2025/9/10 1:00,,,山田,やや満足,,,\n")
        #expect(summary.notes.map(\.ja) == ["「満足」は5と読みます（ほかの回答の言葉から。違うときは数字にしてください）"])
    }

    @Test func aChangeOfBehaviourIsKnownByItsQuestion() throws {
        let summary = try run(
            "タイムスタンプ,会社名,満足度,今後、セミナーを受けて行動を変えようと思いますか\n2025/09/10 14:00:00,山田,5,思う\n")
        #expect(summary.notes == [])
        #expect(desk.all(.surveyAnswer).last?.record["behaviour_change"] == .flag(true))
    }

    @Test func aPersonSaysWhatWordsDoNot() throws {
        let header = "タイムスタンプ,Q1,Q2,Q3\n"
        let summary = try run(
            header + "2025/09/10 14:00:00,山田,4,x\n", map: ["Q1=企業", "Ｑ２＝score", "Q3=-"])
        #expect(summary.rejects.map(\.text.en) == [])
        #expect(summary.notes == [])
        #expect(desk.all(.surveyAnswer).last?.record["score"] == .number(4))
    }
}
