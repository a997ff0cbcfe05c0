import BansoDomain
import BansoStore
import Testing

@testable import BansoApp

/// The door of a seminar, in lines.
@Suite struct PlainRosterTests {
    private let me = Actor("田中")

    private func desk(_ status: EventStatus = .planned, on day: Day = Desk.day) throws -> Desk {
        let desk = try Desk(companies: 0)
        for (name, kana) in [
            ("株式会社やまだ製作所", "ヤマダセイサクショ"), ("やまだ商店", "ヤマダショウテン"), ("株式会社みなみ", "ミナミ"),
        ] {
            _ = try desk.store.add(Organisation(name: name, kana: kana), by: me)
        }
        let event = Record(
            .event,
            [
                "activity": .text("A1-1"), "theme": .text("はじめての採用"), "date": .day(day),
                "mode": .token(EventMode.inPerson), "status": .token(status),
            ])
        _ = try desk.store.add(event, by: me)
        return desk
    }

    /// At the door.
    private func talk(_ desk: Desk, _ language: Language = .ja) -> Talk {
        let talk = Talk(desk, language)
        talk.say("/はじめての", "1", "r")
        return talk
    }

    private func attendances(_ desk: Desk) throws -> [Record] {
        try desk.store.records(.attendance, after: 0, limit: 100).map(\.record)
    }

    @Test func whoIsTheOnlyOneArrivesByTwoLetters() throws {
        let desk = try desk()
        let talk = talk(desk)
        #expect(
            talk.say("=") == [
                "受付、2025-11-20 はじめての採用、参加 0社・0人、申込 0、欠席 0", "来た人の名前かかなを2文字ほどで受付。+名前で新しい企業",
                "状況は予定：まだ計上されません（「開催済みに」で計上）",
            ])
        #expect(talk.say("みな") == ["株式会社みなみ を受付しました（1人目、u で取消）"])
        #expect(talk.say("みな") == ["株式会社みなみ は既に受付済みです"])
        #expect(try attendances(desk).count == 1)
        #expect(talk.say("").last == "1. 株式会社みなみ、参加")
        #expect(talk.say("u") == ["受付（株式会社みなみ）を取り消しました"])
        #expect(try attendances(desk).isEmpty)
    }

    @Test func amongSeveralOneIsChosenByNumberAndJustTheNameIsEnough() throws {
        let desk = try desk()
        let talk = talk(desk)
        let found = talk.say("やま")
        #expect(found.first == "「やま」 2件、番号で受付、bで名簿へ" && found.last == "3. 新しい企業「やま」として受付")
        #expect(try attendances(desk).isEmpty)
        #expect(talk.say("b").first?.hasPrefix("受付、") == true)
        talk.say("やま")
        let number = Talk.number(of: "製作所", in: found)
        #expect(talk.say(number).first == "株式会社やまだ製作所 を受付しました（1人目、u で取消）")
        #expect(talk.say("やまだ商店") == ["やまだ商店 を受付しました（2人目、u で取消）"])
        // A number that was read before doesn't let anybody in a second time
        #expect(talk.say(number).first == "内容が変わりました。読み直します")
        #expect(try attendances(desk).count == 2)
    }

    @Test func whoseContactHasTheNameIsReadOutFirst() throws {
        let desk = try desk()
        _ = try desk.store.add(Record(.contact, ["organisation": .number(3), "name": .text("鈴木 花子")]), by: me)
        let talk = talk(desk)
        #expect(talk.say("鈴木") == ["「鈴木」 1件、番号で受付、bで名簿へ", "1. 株式会社みなみ、鈴木 花子", "2. 新しい企業「鈴木」として受付"])
        #expect(try attendances(desk).isEmpty)
        #expect(talk.say("1") == ["株式会社みなみ を受付しました（1人目、u で取消）"])
        #expect(try attendances(desk).first?["attendee"] == .text("鈴木 花子"))
    }

    @Test func nobodyArrivesAtAnEventThatIsGone() throws {
        let desk = try desk()
        let talk = talk(desk)
        try desk.store.delete(RecordKey(.event, 1), version: 1, by: Actor("佐藤"))
        #expect(talk.say("+とびこみ") == ["このイベントは削除されました"])
        #expect(try desk.store.records(.organisation, after: 0, limit: 9).count == 3)
    }

    @Test func whoIsUnknownIsMadeOnlyWhenThatIsSaid() throws {
        let desk = try desk()
        let talk = talk(desk)
        #expect(talk.say("とびこみ") == ["「とびこみ」は見つかりません", "1. 新しい企業「とびこみ」として受付"])
        #expect(try desk.store.records(.organisation, after: 0, limit: 9).count == 3)
        #expect(talk.say("1") == ["とびこみ を受付しました（1人目、u で取消）"])
        // Also where others have a like name
        #expect(talk.say("＋やまだ").first == "やまだ を受付しました（2人目、u で取消）")
        #expect(try desk.store.records(.organisation, after: 0, limit: 9).count == 5)
    }

    @Test func theListIsChangedByLettersAndTheNumbersStay() throws {
        let desk = try desk()
        let talk = talk(desk)
        talk.say("みなみ", "")
        #expect(talk.say("a 1") == ["保存しました（u で取消）"])
        #expect(try attendances(desk).first?["presence"] == .token(Presence.noShow))
        talk.say("参加／欠席 1")
        #expect(try attendances(desk).first?["presence"] == .token(Presence.attended))
        #expect(talk.say("s 1").first?.hasPrefix("アンケート回答の登録") == true)
        #expect(talk.say(".", "d 1") == ["株式会社みなみを削除しました（u で取消）"])
        #expect(try attendances(desk).isEmpty)
    }

    @Test func theRoleOfTheNextIsSaidAndTheEventIsHeld() throws {
        let desk = try desk()
        let talk = talk(desk, .en)
        let said = talk.say("role")
        #expect(said.first?.hasPrefix("role of the next: ") == true)
        talk.say("みなみ")
        #expect(try attendances(desk).first?["role"] != .token(AttendanceRole.participant))
        #expect(talk.say("mark as held") == ["held: it counts now (u undoes)"])
        #expect(talk.say("=").count { $0.hasPrefix("still planned") } == 0)
    }

    @Test func nobodyArrivesAtACancelledEvent() throws {
        let desk = try desk(.cancelled)
        let talk = talk(desk)
        #expect(talk.say("=").contains("中止になったイベントです（戻って e で編集）"))
        #expect(talk.say("みなみ") == ["中止になったイベントです（戻って e で編集）"])
        #expect(talk.say("+みなみ") == ["中止になったイベントです（戻って e で編集）"])
        #expect(try attendances(desk).isEmpty)
    }

    @Test func whatIsACommandIsNoName() throws {
        let desk = try desk()
        let talk = talk(desk)
        #expect(talk.say("k") == ["「k」は分かりません。?で使い方、/k で検索"])
        #expect(talk.say("12") == ["ここには番号がありません"])
        #expect(talk.say("履歴").first?.hasPrefix("履歴") == true)
        #expect(try attendances(desk).isEmpty)
    }

    @Test func beforeTheDayANameIsAnApplication() throws {
        let desk = try desk(on: Desk.day + 3)
        let talk = talk(desk)
        #expect(talk.say("=").contains { $0.contains("の前：来る人の名前かかなを2文字ほどで申込") })
        #expect(talk.say("みな") == ["株式会社みなみ の申込を登録しました（u で取消）"])
        #expect(try attendances(desk).map { $0["presence"] } == [.token(Presence.registered)])
        #expect(talk.say("").last == "1. 株式会社みなみ、申込")
        #expect(talk.say("u") == ["受付（株式会社みなみ）を取り消しました"])
        #expect(try attendances(desk).isEmpty)
    }
}
