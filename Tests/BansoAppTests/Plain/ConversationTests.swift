import BansoDomain
import BansoStore
import Testing

@testable import BansoApp

/// The program without a screen: what is said to it and what it says.
@Suite struct ConversationTests {
    private func company(_ desk: Desk, _ name: String = "株式会社やまだ製作所", by actor: String = "田中") throws -> OrganisationID
    {
        try desk.store.add(
            Organisation(
                name: name, kana: "ヤマダセイサクショ", prefecture: Prefecture(code: 40), municipality: "福岡市", industry: "金属製品",
                employees: 45), by: Actor(actor))
    }

    @Test func itBeginsWithTheDayWhoOneIsHowMuchNeedsAHandAndFewCommands() throws {
        let desk = try Desk(companies: 60)
        #expect(
            Talk(desk).greeting == [
                "banso、令和7年11月20日(木)", "担当：田中", "対応が必要なもの 86件", "Enter：続きを聞く", "番号：開く", "/やまだ：名前やかなで検索", "n：新しい記録",
                "0：指標の概況", "?：使い方", "q：終了",
            ])
        #expect(Array(Talk(desk, .en).greeting.prefix(3)) == ["banso, Thu 20 Nov 2025", "as: 田中", "86 need a hand"])
    }

    @Test func aNewDeskSaysWhatToDoFirst() throws {
        let talk = Talk(try Desk(companies: 0))
        #expect(talk.greeting.contains("まだ何も登録されていません。nで最初の企業やイベントを登録"))
        #expect(talk.say("ほげ") == ["「ほげ」は分かりません。?で使い方、/ほげ で検索"])
        #expect(talk.say("3") == ["ここには番号がありません"])
    }

    @Test func todayIsReadAFewLinesAtATimeAndARowIsOpenedByItsNumber() throws {
        let talk = Talk(try Desk(companies: 60))
        let first = talk.say("")
        #expect(first.count == Recital.portion + 1 && first.first == "期限切れの対応 5件")
        #expect(first.last == "あと21行、Enterで続き")
        // Numbers go on where the last lines left off
        #expect(talk.say("more").first?.hasPrefix("7. ") == true)
        let name = String(first[1].dropFirst(3).prefix { $0 != "、" })
        #expect(talk.say("1").first?.hasPrefix(name + "、相談 ") == true)
        #expect(talk.say("戻る") == ["対応が必要なもの 86件"])
    }

    @Test func aRowIsDoneByALetterAndItsNumberNeverByTheLetterAlone() throws {
        let desk = try Desk(companies: 60)
        let talk = Talk(desk)
        let rows = talk.say("")
        #expect(talk.say("x") == ["どの行かも番号で：x 3 など"])
        #expect(talk.say("? 2").contains("x：済み"))
        #expect(talk.say("x 2").first?.hasSuffix("の対応を済みにしました（u で取消）") == true)
        // The numbers that were read out stay: 3 is who it was, though it has moved up
        let third = String(rows[3].dropFirst(3).prefix { $0 != "、" })
        #expect(talk.say("3").first?.hasPrefix(third) == true)
        #expect(talk.say("b", "2").first == "内容が変わりました。読み直します")
    }

    @Test func ofTwoRowsThatReadAlikeTheOneThatWasMeantIsDone() throws {
        let desk = try Desk(companies: 0)
        var cards: [PipelineEntryID] = []
        for (name, due) in [("株式会社はじめ", 3), ("株式会社ふたご", 2), ("株式会社ふたご", 2)] {
            let entry = PipelineEntry(
                organisation: try desk.store.add(Organisation(name: name), by: Actor("田中")), pipeline: "A",
                stage: "seminar",
                since: Desk.day + -30, nextAction: NextAction(text: "架電", due: Desk.day + -due))
            cards.append(try desk.store.add(entry, by: Actor("田中")))
        }
        let talk = Talk(desk)
        let rows = talk.say("")
        #expect(rows[2].dropFirst(3) == rows[3].dropFirst(3))
        talk.say("x 1", "x 3")
        let left = try cards.map { try desk.store.record(RecordKey(.pipelineEntry, $0.value))?.record["next_action"] }
        #expect(left == [FieldValue.none, .text("架電"), FieldValue.none])
    }

    @Test func whatIsLookedForIsFoundByKanaAndOpenedAndReadOut() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let talk = Talk(desk)
        #expect(talk.say("/やまだ") == ["「やまだ」 1件", "1. 株式会社やまだ製作所、企業、福岡 福岡市"])
        let file = [
            "株式会社やまだ製作所、相談 0/3", "かな：ヤマダセイサクショ", "所在地：福岡県福岡市", "業種：金属製品", "規模：従業員 45人", "適格", "1. 未確認、確認の記録なし",
            "パイプライン未登録（nで登録）", "経過、0件",
        ]
        #expect(talk.say("1") == file)
        #expect(talk.say("=") == file)
        #expect(talk.say("") == ["これで終わりです。=でもう一度、?で使い方"])
        #expect(talk.say("search いない") == ["「いない」は見つかりません。nで登録できます"])
        // What an input method makes of the signs means the same
        #expect(talk.say("／ヤマダ").last == "1. 株式会社やまだ製作所、企業、福岡 福岡市")
        #expect(talk.say("・ﾔﾏﾀﾞ").last == "1. 株式会社やまだ製作所、企業、福岡 福岡市")
        #expect(talk.say("１").first == "株式会社やまだ製作所、相談 0/3")
    }

    @Test func aConsultationIsAskedForFieldByFieldAndTakenBack() throws {
        let desk = try Desk(companies: 0)
        let id = try company(desk)
        let talk = Talk(desk)
        #expect(
            talk.say("/やまだ", "1", "c") == [
                "相談の登録、株式会社やまだ製作所", "3回のうち1回目として記録します", "Enterで次へ、<で前へ、!で確認と保存、.でやめる、?で助け",
                "日付（必須）、今は 令和7年11月20日(木)、1/9", "8/5、R7.8.5、今日、+3d、来週月曜 など",
            ])
        #expect(talk.say("8/99").first == "日付：「8/99」は日付ではありません（例 8/5、R7.8.5）")
        #expect(talk.say("8/5") == ["令和7年8月5日(火)", "開始、2/9", "14:00、1400、午後2時 など"])
        #expect(talk.say("") == ["分（必須）、今は 60分、3/9", "60、90、1.5h、1時間半 など"])
        #expect(talk.say("150") == ["150分（目安は60～120分）", "方法（必須）、今は オンライン、4/9", "1 オンライン、2 対面"])
        #expect(talk.say("2").prefix(2) == ["対面", "コーディネーター、今は 田中、5/9"])
        #expect(talk.say(">").first == "相談内容、6/9")
        #expect(talk.say("販路について", "採用について", "") == ["メモ、7/9", "何行でも。空の行で終わり"])
        #expect(
            talk.say("!") == [
                "1. 日付：令和7年8月5日(火)", "2. 分：150分（目安は60～120分）", "3. 方法：対面", "4. コーディネーター：田中", "5. 相談内容：販路について 採用について",
                "3回のうち1回目として記録します", "保存しますか。y 保存、n 入力へ戻る、番号 その項目へ",
            ])
        // A number goes to its field; what is neither yes nor no is asked again, without everything before it
        #expect(talk.say("2").first == "分（必須）、今は 150分（目安は60～120分）、3/9")
        #expect(talk.say("90", "!", "hm") == ["保存しますか。y 保存、n 入力へ戻る、番号 その項目へ"])
        #expect(
            talk.say("y") == ["株式会社やまだ製作所 の相談 1/3 を記録しました、段階は相談（u で取消）", "株式会社やまだ製作所、相談 1/3"])
        let booked = try #require(try desk.store.file(of: id)?.consultations.first?.listed.record)
        #expect(booked.minutes == 90 && booked.topics == "販路について\n採用について" && booked.date == Day(2025, 8, 5))
        #expect(talk.say("取消") == ["相談の記録（株式会社やまだ製作所）を取り消しました"])
        #expect(try desk.store.file(of: id)?.consultations.isEmpty == true)
        #expect(talk.say("やり直し") == ["相談の記録（株式会社やまだ製作所）をやり直しました"])
        #expect(talk.say("=").first == "株式会社やまだ製作所、相談 1/3")
    }

    @Test func afterTheLastConsultationItSaysWhyThereIsNoOther() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let talk = Talk(desk, .en)
        talk.say("/やまだ", "1")
        #expect(talk.say("c", "!", "y").first?.hasPrefix("consultation 1/3") == true)
        // Another one on the same day is asked about
        let asked = talk.say("c", "!", "y")
        #expect(asked.first == "a consultation on 20 Nov is there already: if this is another one, save once more")
        #expect(talk.say("y").first?.hasPrefix("consultation 2/3") == true)
        #expect(talk.say("c", "11/4", "!", "y").first?.hasPrefix("consultation 3/3") == true)
        #expect(
            talk.say("consult") == [
                "株式会社やまだ製作所 has had all 3 consultations; follow up with a next action instead"
            ])
    }

    @Test func aCompanyGoesIntoAPipelineAndOnByOneStage() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let talk = Talk(desk)
        let pipelines = talk.say("/やまだ", "1", "n", "1")
        #expect(pipelines.first == "どのパイプラインに登録しますか" && pipelines[1] == "1. A 人材戦略構築支援")
        #expect(talk.say("1") == ["株式会社やまだ製作所 を A に登録しました（u で取消）", "株式会社やまだ製作所、相談 0/3"])
        #expect(talk.say(">") == ["株式会社やまだ製作所、段階は適格確認（u で取消）"])
        #expect(talk.say("=").contains("2. A 適格確認、0営業日"))
        // With a second card it has to be said which one
        talk.say("n", "1", "1", "=")
        #expect(talk.say(">") == ["どの行かも番号で：> 3 など"])
        #expect(talk.say("> 2").first?.hasPrefix("株式会社やまだ製作所、段階は") == true)
    }

    @Test func theOverviewIsReadByProgrammeAndANumberIsExplained() throws {
        let talk = Talk(try Desk(companies: 60), .en)
        let overview = talk.say("0")
        #expect(overview[0] == "overview, 10/48 met" && overview[1].hasPrefix("A "))
        #expect(
            overview[4] == "3. A1-3 Side-job postings, 7/60 postings, behind, 38.4 expected by today", "\(overview[4])")
        let explained = talk.say("explain A2.companies")
        #expect(explained[0].hasPrefix("A2 Companies consulted, 15/60"))
        #expect(explained.contains("15 counted, 5 not"))
        #expect(explained.contains { $0.hasPrefix("1. ") && $0.contains(", counted, ") })
        // Where a name fits several, they are offered
        #expect(talk.say("explain a2").first == "which one? 2 fit")
        #expect(talk.say("2").first?.hasPrefix("A2 ") == true)
        // A letter still means what it means anywhere
        for letter in ["u", "0", "t", "n"] {
            #expect(talk.say("explain a2").first == "which one? 2 fit")
            #expect(!talk.say(letter).isEmpty, "\(letter)")
        }
    }

    @Test func anotherProgramsChangeNeverMakesANumberMeanSomebodyElse() throws {
        let desk = try Desk(companies: 0)
        let first = try company(desk, "株式会社やまだ一")
        _ = try company(desk, "株式会社やまだ二")
        let talk = Talk(desk)
        #expect(talk.say("/やまだ").last?.contains("やまだ二") == true)
        try desk.store.delete(RecordKey(.organisation, first.value), version: 1, by: Actor("佐藤"))
        #expect(talk.say("2").first?.hasPrefix("株式会社やまだ二") == true)
        #expect(talk.say("b", "1").first == "この組織は削除されました")
    }

    @Test func whatIsStoredNeverReachesTheTerminalRaw() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk, "悪い\u{202E}会社")
        let answer = Talk(desk).say("/悪い").joined()
        #expect(answer.contains("悪い‹U+202E›会社"))
        #expect(!answer.unicodeScalars.contains { $0 == "\u{202E}" })
    }

    @Test func theHistorySaysWhatWasChanged() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let talk = Talk(desk)
        talk.say("/やまだ", "1", "e", "株式会社やまだ", "!", "y")
        let history = talk.say("H")
        #expect(history[1] == "1. 編集、企業・機関 株式会社やまだ、田中、11/20 14:05")
        #expect(history[2] == "名称：株式会社やまだ製作所から株式会社やまだへ")
        #expect(history[3] == "2. 追加、企業・機関 株式会社やまだ、田中、11/20 14:05")
    }

    @Test func aRowThatNobodyHeardIsNobodysChoice() throws {
        let talk = Talk(try Desk(companies: 60))
        #expect(talk.say("1") == ["番号は読み上げた行につきます（Enter で続き）"])
        talk.say("")
        #expect(talk.say("x 20") == ["番号は1から6までです"])
        // Today has selected a company; a new record isn't about it for that
        #expect(talk.say("新規：求人", "<") == ["最初の項目です", "企業（必須）、1/7", "名前・かな・番号の一部。?で最近のもの"])
    }

    /// Also beside what a field says already: another one may be meant.
    @Test func aQuestionMarkListsTheLatest() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let talk = Talk(desk)
        let empty = talk.say("新規：求人", "?")
        #expect(empty == ["1. 株式会社やまだ製作所、福岡 福岡市", "番号で選ぶ"], "\(empty)")
        talk.say("1", "<")
        let settled = talk.say("?")
        #expect(settled == empty, "\(settled)")
        #expect(talk.say("").first?.contains("株式会社やまだ製作所") == false)
    }

    @Test func itLeavesWhenItIsToldTo() throws {
        let talk = Talk(try Desk(companies: 0))
        #expect(talk.say("b") == ["ここが最初です。qで終了"] && !talk.isOver)
        #expect(talk.say("ｑ") == ["終了します"] && talk.isOver)
        #expect(talk.say("t") == [])
    }

    @Test func helpNamesWhatCanBeDoneHere() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let talk = Talk(desk)
        let here = talk.say("/やまだ", "1", "?")
        #expect(here.contains("c：相談") && here.contains("u：取消") && here.contains("やり直し"))
        // Nothing that needs a screen
        #expect(!here.contains { $0.contains("再描画") || $0.contains("統合") || $0.contains("下へ") })
    }
}
