import BansoDomain
import BansoStore
import Testing

@testable import BansoApp

/// A form asked field by field.
@Suite struct FormTalkTests {
    private func company(_ desk: Desk, _ name: String = "株式会社はじめ") throws -> RecordKey {
        RecordKey(.organisation, try desk.store.add(Organisation(name: name), by: Actor("田中")).value)
    }

    @Test func anErrorIsSaidAndOneMayGoOnAndBackAllTheSame() throws {
        let desk = try Desk(companies: 0)
        let talk = Talk(desk)
        #expect(talk.say("新規 企業", "").first == "名称：入力してください")
        #expect(talk.say(">").first == "フリガナ、2/12")
        #expect(talk.say("はじめ").first == "ハジメ")
        #expect(talk.say("1234567890123").first?.hasPrefix("法人番号：") == true)
        #expect(talk.say("<").first == "フリガナ、今は ハジメ、2/12")
        #expect(talk.say("-").first == "法人番号、今は 1234567890123、3/12")
        // Saving says what is wrong and asks for the first of it
        #expect(talk.say("!", "y").prefix(2) == ["名称：入力してください", "法人番号：法人番号の検査用数字（先頭の1）が合いません。13桁を確かめてください"])
        #expect(talk.say("株式会社はじめ").first == "フリガナ、2/12")
        #expect(talk.say("", "-", "!", "y").first == "企業を保存しました（u で取消）")
        let saved = try #require(try desk.store.record(RecordKey(.organisation, 1))?.record)
        #expect(saved["name"] == .text("株式会社はじめ") && saved["kana"] == .text(""))
    }

    @Test func anEmptyLineKeepsAndASignEmpties() throws {
        let desk = try Desk(companies: 0)
        let key = try company(desk)
        let talk = Talk(desk)
        #expect(talk.say("/はじめ", "1", "e").suffix(2) == ["名称（必須）、今は 株式会社はじめ、1/12", "例 株式会社サンプル"])
        talk.say("", "はじめ", "", "ふくおか", "福岡市", "!", "y")
        var record = try #require(try desk.store.record(key)?.record)
        #expect(record["prefecture"] == .number(40) && record["municipality"] == .text("福岡市"))
        talk.say("e", "", "", "", "ー", "", "!", "y")
        record = try #require(try desk.store.record(key)?.record)
        #expect(record["prefecture"] == FieldValue.none && record["municipality"] == .text("福岡市"))
    }

    @Test func aNamedRecordIsFoundChosenByNumberOrMadeInside() throws {
        let desk = try Desk(companies: 0)
        let known = try company(desk)
        _ = try company(desk, "はじめ商店")
        let talk = Talk(desk, .en)
        #expect(talk.say("new posting").suffix(2).first == "organisation (required), 1/7")
        let found = talk.say("はじめ")
        #expect(found.count == 4 && found[2] == "3. new organisation 'はじめ'" && found[3] == "choose by number")
        #expect(talk.say(Talk.number(of: "株式会社はじめ", in: found)).first == "株式会社はじめ")
        // Of just one name it is the one that is meant
        #expect(talk.say("<", "はじめ商店").first == "はじめ商店")
        talk.say("<", "株式会社はじめ", "a1-3")
        #expect(talk.say("1").first == "side job")
        #expect(talk.say("Web shop", "!", "y").first == "posting saved (u undoes)")
        #expect(try desk.store.record(RecordKey(.posting, 1))?.record["organisation"] == .number(known.id))
        // Nobody of that name: a form inside makes one, and leads back
        let inside = talk.say("t", "new posting", "みなみ", "1")
        #expect(inside.first == "New company")
        let back = talk.say("2", "!", "y")
        #expect(back.first == "institution saved")
        #expect(back.contains("みなみ") && back.contains("activity (required), 2/7"), "\(back)")
    }

    @Test func whatOneAnswerMakesSenselessIsNotAsked() throws {
        let talk = Talk(try Desk(companies: 0))
        talk.say("新規 イベント", "a1-1")
        let inPerson = talk.say("採用", "9/30", "", "", "", "1")
        #expect(inPerson.contains { $0.hasPrefix("都道府県") })
        #expect(talk.say("<", "2").contains("ツール、8/15"))
        #expect(talk.say("!", "y").first == "ツール：オンラインは Microsoft Teams か Cisco Webex Meetings のどちらかです")
        #expect(talk.say("1", "!", "y").first == "イベントを保存しました（u で取消）")
    }

    @Test func severalAreChosenAtOnce() throws {
        let desk = try Desk(companies: 0)
        let talk = Talk(desk)
        let tags = talk.say("新規 人材", "佐藤健", "", "")
        #expect(tags.first == "区分、4/6" && tags.last?.hasSuffix("。いくつでも") == true)
        talk.say("1 3", "!", "y")
        let chosen = TalentTag.choices
        let saved = try #require(try desk.store.record(RecordKey(.talent, 1))?.record)
        #expect(saved["tags"] == .text(chosen[0].token + " " + chosen[2].token))
    }

    @Test func whatIsLeftIsADraftAndGoesOnInAnotherConversation() throws {
        let desk = try Desk(companies: 0)
        let drafts = MemoryDrafts()
        let first = Talk(desk, drafts: drafts)
        first.say("新規 地域", "筑後地域")
        // Kept at each answer, not only when the form is left
        #expect(drafts.drafts.count == 1)
        first.say("<", "-")
        #expect(drafts.drafts.isEmpty)
        first.say("筑後地域")
        #expect(first.say(".").first == "下書きを残しました（開き直すと続きから）")
        let second = Talk(desk, drafts: drafts)
        #expect(second.say("") == ["下書き 1件", "1. 地域の登録、未保存、筑後地域"])
        #expect(second.say("1").contains("下書きの続きです"))
        #expect(second.say("!", "y").first == "地域を保存しました（u で取消）")
        #expect(drafts.drafts.isEmpty)
    }

    @Test func aSecondNewRecordIsBegunWhileADraftWaits() throws {
        let desk = try Desk(companies: 0)
        let drafts = MemoryDrafts()
        let talk = Talk(desk, drafts: drafts)
        // Nothing waits yet
        #expect(talk.say("新規 地域", "+").first == "下書きになっている新規の記録で使えます")
        talk.say("筑後地域", ".", "=", "1")
        #expect(talk.say("?").contains("+で別に新規"))
        let second = talk.say("＋")
        #expect(second.contains("地域の登録") && second.contains("+で下書きを開く") && !second.contains("下書きの続きです"))
        #expect(talk.say("島原半島", "+").contains("下書きの続きです"))
        #expect(drafts.drafts.count == 2)
        // Each is its own record
        talk.say("!", "y", "!", "y")
        #expect(try desk.store.records(.region, after: 0, limit: 9).map { $0.record["name"] } == [.text("筑後地域")])
        #expect(drafts.drafts.count == 1)
    }

    @Test func whatTwoPeopleChangedIsSaidAndDecidedFieldByField() throws {
        let desk = try Desk(companies: 0)
        let key = try company(desk)
        let mine = Talk(desk)
        mine.say("/はじめ", "1", "e", "株式会社はじめ工業", "", "", "ふくおか", "!")
        // Given that somebody else saves another name and kana first
        var theirs = try #require(try desk.store.record(key)?.record)
        theirs["name"] = .text("はじめ合同会社")
        theirs["kana"] = .text("ハジメ")
        try desk.store.edit(key, version: 1, to: theirs, by: Actor("佐藤"))
        let conflict = mine.say("y")
        #expect(conflict.contains("佐藤さんが先に保存しました") && conflict.contains("フリガナ：ハジメ、相手の値"))
        #expect(conflict.contains("都道府県：福岡県、自分の値"))
        #expect(conflict.last == "名称：1 自分 株式会社はじめ工業、2 相手 はじめ合同会社")
        #expect(mine.say("1") == ["保存しますか。y 保存、n 入力へ戻る"])
        #expect(mine.say("y").first == "企業を保存しました（u で取消）")
        let saved = try #require(try desk.store.record(key)?.record)
        #expect(saved["name"] == .text("株式会社はじめ工業") && saved["kana"] == .text("ハジメ"))
        #expect(saved["prefecture"] == .number(40))
    }

    // MARK: Every kind

    /// Everything that can be added anywhere, and what can be added only to a company.
    static let kinds: [RecordKind] =
        AdditionLayer.everywhere.compactMap { option in
            if case .form(let request) = option.destination { request.kind } else { nil }
        } + [.consultation, .eligibilityCheck, .snooze]

    /// Answers each question as it is asked, by what the question says.
    @Test(arguments: Language.allCases) func everyKindOfRecordCanBeEntered(_ language: Language) throws {
        let desk = try Desk(companies: 0)
        for name in ["株式会社はじめ", "有限会社みなみ"] { _ = try company(desk, name) }
        for kind in Set(Self.kinds).sorted(by: { Self.order($0) < Self.order($1) }) {
            let before = try desk.store.records(kind, after: 0, limit: 100).count
            let talk = Talk(desk, language)
            talk.say("/はじめ", "1")
            var said = talk.say(language("新規：", "new ") + kind.label(language))
            if said.first == "何を登録しますか" || kind == .organisation { said = talk.say("t", "n", "1") }
            if said.first?.hasPrefix("which one?") == true || said.first?.hasPrefix("どれですか") == true {
                let wanted = language("新規：", "new ") + kind.label(language)
                said = talk.say(
                    said.first { $0.hasSuffix(". " + wanted) }.map { String($0.prefix { $0 != "." }) } ?? "1")
            }
            var asked = 0
            while try desk.store.records(kind, after: 0, limit: 100).count == before, asked < 80 {
                said = talk.say(Self.answer(to: said, language))
                asked += 1
            }
            #expect(try desk.store.records(kind, after: 0, limit: 100).count == before + 1, "\(kind): \(said)")
        }
    }

    /// What others name comes first.
    private static func order(_ kind: RecordKind) -> Int {
        ([.organisation, .talent, .region, .coordinator, .event, .posting].firstIndex(of: kind) ?? 99)
    }

    private static func answer(to said: [String], _ language: Language) -> String {
        let last = said.last ?? ""
        let question = said.suffix(2).first ?? ""
        if last.hasPrefix(language("保存しますか", "save?")) { return "y" }
        if last == language("番号で選ぶ", "choose by number") { return "1" }
        let isNeeded = [last, question].contains { $0.contains(language("（必須）", "(required)")) }
        let isAnswered = [last, question].contains { $0.contains(language("、今は ", ", now ")) }
        // Either an organisation or somebody else; two different companies.
        let names = language("企業、", "organisation, ")
        if question.hasPrefix(names), !isAnswered { return "?" }
        if question.hasPrefix(language("受入側企業", "receiver")), !isAnswered { return "有限会社みなみ" }
        guard isNeeded, !isAnswered else { return ">" }
        if last.contains(language("?で", "? lists")) { return "?" }
        // A snooze has yet to end, the rest has been.
        if question.hasPrefix(language("いつまで", "until")) { return "+7d" }
        if last.contains("8/5") { return "2025-11-05" }
        if last.hasPrefix("1 ") { return "1" }
        return last.isEmpty || !last.contains(language("例 ", "such as "))
            ? "3" : String(last.dropFirst(language("例 ", "such as ").count))
    }
}
