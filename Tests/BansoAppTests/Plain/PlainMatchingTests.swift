import BansoDomain
import BansoStore
import Testing

@testable import BansoApp

/// From a posting to the contract, in lines.
@Suite struct PlainMatchingTests {
    private let me = Actor("田中")

    /// Two postings of one company, the newer one with two people who applied; a third has not.
    private func desk() throws -> Desk {
        let desk = try Desk(companies: 0)
        let company = try desk.store.add(Organisation(name: "株式会社やまだ製作所"), by: me)
        for (title, date, closed) in [("経理の担当", Day(2025, 9, 1), Day(2025, 10, 1)), ("販路の開拓", Day(2025, 11, 1), nil)] {
            var posting = Record(
                .posting,
                [
                    "organisation": .number(company.value), "activity": .text("A1-3"), "title": .text(title),
                    "kind": .token(EmploymentKind.sideJob), "date": .day(date!),
                ])
            posting["closed_on"] = .optional(closed)
            _ = try desk.store.add(posting, by: me)
        }
        for (index, name) in ["佐藤 健", "山田 花子"].enumerated() {
            let talent = try desk.store.add(Record(.talent, ["name": .text(name)]), by: me)
            _ = try desk.store.add(
                Record(
                    .application,
                    [
                        "posting": .number(2), "talent": .number(talent), "date": .day(Day(2025, 11, 5 + index)!),
                    ]), by: me)
        }
        _ = try desk.store.add(Record(.talent, ["name": .text("鈴木 一郎")]), by: me)
        return desk
    }

    private func application(_ id: Int64, _ desk: Desk) throws -> Record {
        try #require(try desk.store.record(RecordKey(.application, id))?.record)
    }

    @Test func aPostingLeadsToThoseWhoAppliedAndBack() throws {
        let talk = Talk(try desk())
        let postings = talk.say("マッチング")
        #expect(postings.first == "マッチング、すべての求人" && postings[1] == "内定率、目標 30%以上")
        #expect(
            postings.suffix(2) == [
                "1. 株式会社やまだ製作所、販路の開拓、副業・兼業、11/1、応募 2", "2. 株式会社やまだ製作所、経理の担当、終了 10/1、9/1、応募なし",
            ])
        #expect(
            talk.say("1") == [
                "販路の開拓、株式会社やまだ製作所、応募者 2人", "1. 企業：株式会社やまだ製作所", "2. 佐藤 健、応募 11/5", "3. 山田 花子、応募 11/6",
            ])
        #expect(talk.say("2").first == "人材、佐藤 健")
        #expect(talk.say("b", "1").first == "株式会社やまだ製作所、相談 0/3")
        // Back at the postings their numbers mean what they meant
        #expect(talk.say("b", "b") == ["マッチング、すべての求人"])
        #expect(talk.say("2").first == "経理の担当、株式会社やまだ製作所、応募者 0人")
        #expect(talk.say("b", "b").first == "対応が必要なもの 46件")
    }

    @Test func eachStepIsOneCommandAndTheNumbersStay() throws {
        let desk = try desk()
        let talk = Talk(desk)
        talk.say("マッチング", "1")
        #expect(talk.say("i") == ["どの行かも番号で：i 3 など"])
        #expect(talk.say("d 2") == ["佐藤 健：書類あり（u で取消）"])
        #expect(talk.say("i 2") == ["佐藤 健：面談 11/20（u で取消）"])
        #expect(talk.say("内定 2") == ["佐藤 健：内定 11/20（u で取消）"])
        #expect(talk.say("K 2") == ["佐藤 健：契約 11/20（u で取消）"])
        #expect(talk.say("x 3") == ["山田 花子：辞退 11/20（u で取消）"])
        #expect(
            talk.say("=").suffix(2) == ["2. 佐藤 健、書類、面談 11/20、内定 11/20、契約 11/20", "3. 山田 花子、辞退 11/20"])
        #expect(try application(1, desk)["contracted_on"] == .day(Desk.day))
        // The end of one says why there is no step more, and undo takes it back
        #expect(talk.say("o 3") == ["11/20に辞退・不採用です（直すには e）"])
        #expect(talk.say("u").first?.hasSuffix("を取り消しました") == true)
        #expect(try application(2, desk)["declined_on"] == FieldValue.none)
    }

    @Test func onlyWhatCanBeDoneHereIsNamed() throws {
        let talk = Talk(try desk(), .en)
        let postings = talk.say("matching", "?")
        #expect(postings.contains("a: applicant") && !postings.contains("i: interview"))
        let applicants = talk.say("1", "?")
        #expect(applicants.contains("i: interview") && applicants.contains("K: contract"))
        #expect(talk.say("b", "i 1") == ["a posting's number leads to its applicants first"])
    }

    @Test func openPostingsAloneAreReadAndSomebodyIsAdded() throws {
        let desk = try desk()
        let talk = Talk(desk)
        talk.say("マッチング")
        let open = talk.say("f")
        #expect(open.first == "マッチング、掲載中のみ" && open.last?.hasPrefix("1. 株式会社やまだ製作所、販路の開拓") == true)
        let asked = talk.say("a 1")
        #expect(asked.first == "応募の登録、株式会社やまだ製作所 販路の開拓" && asked.contains("人材（必須）、1/8"), "\(asked)")
        let saved = talk.say("鈴木 一郎", "!", "y")
        #expect(saved == ["応募を保存しました（u で取消）", "販路の開拓、株式会社やまだ製作所、応募者 3人"])
        #expect(try application(3, desk)["posting"] == .number(2))
        // What was read before is over; Enter reads the applicants
        #expect(talk.say("").contains("1. 企業：株式会社やまだ製作所"))
    }

    @Test func withoutPostingsItSaysWhatToDo() throws {
        let talk = Talk(try Desk(companies: 0))
        #expect(talk.say("マッチング").last == "まだ求人がありません。pで追加")
        #expect(talk.say("p").first == "求人の登録")
    }
}
