import BansoDomain
import BansoStore
import Testing

@testable import BansoApp

/// A pipeline narrowed by filters, and its cards changed together, in lines.
@Suite struct PlainPipelineTests {
    private let me = Actor("田中")

    /// Four cards of the first stage in A: two in Fukuoka, two in Kumamoto.
    private func desk() throws -> Desk {
        let desk = try Desk(companies: 0)
        let stage = Desk.catalogue.pipeline("A")!.stages[0].id
        for (name, prefecture) in [("あおい", 40), ("いずみ", 43), ("うみの", 40), ("えのき", 43)] {
            let id = try desk.store.add(Organisation(name: name, prefecture: Prefecture(code: prefecture)), by: me)
            _ = try desk.store.add(
                PipelineEntry(organisation: id, pipeline: "A", stage: stage, since: Desk.day + -Int(id.value)), by: me)
        }
        return desk
    }

    /// With all lines of the page read.
    private func talk(_ desk: Desk, _ language: Language = .ja) -> (Talk, [String]) {
        let talk = Talk(desk, language)
        let lines = talk.say(Desk.catalogue.pipeline("A")!.label(language)) + talk.say("") + talk.say("")
        return (talk, lines)
    }

    private func number(_ name: String, _ lines: [String]) -> String { Talk.number(of: ". \(name)", in: lines) }

    private func cards(_ desk: Desk) throws -> [String: Record] {
        let all = try (1...4).compactMap { try desk.store.record(RecordKey(.pipelineEntry, $0))?.record }
        return Dictionary(uniqueKeysWithValues: zip(["あおい", "いずみ", "うみの", "えのき"], all))
    }

    // MARK: Several

    @Test func tickedCardsAreChangedTogetherAndTakenBackInOneStep() throws {
        let desk = try desk()
        let (talk, lines) = talk(desk)
        #expect(talk.say("*") == ["「+ 3」のように番号で選んでから"])
        let (one, two) = (number("あおい", lines), number("えのき", lines))
        #expect(talk.say("+ \(one) \(two)") == ["あおいを選択しました、計1件", "えのきを選択しました、計2件"])
        #expect(talk.say("=").first?.hasSuffix("、選択 2件") == true)
        let asked = talk.say("*")
        #expect(asked.first?.hasPrefix("選択した2件を変更、") == true && asked.contains("段階、1/5"))
        talk.say("", "", "重点", "電話", "明日")
        #expect(talk.say("hm") == ["2件を変更しますか。y 変更、n 入力へ戻る、番号 その項目へ"])
        #expect(talk.say("y").first == "2件を変更しました（u で一度に取消）")
        var after = try cards(desk)
        #expect(after.filter { $0.value["next_action"] == .text("電話") }.keys.sorted() == ["あおい", "えのき"])
        #expect(talk.say("=").first?.contains("選択") == false)
        talk.say("u")
        after = try cards(desk)
        #expect(after.allSatisfy { $0.value["next_action"] == .text("") || $0.value["next_action"] == FieldValue.none })
    }

    @Test func tickedCardsMoveTogetherAndNoNumberMeansOneOfThem() throws {
        let desk = try desk()
        let (talk, lines) = talk(desk)
        let (one, other) = (number("あおい", lines), number("いずみ", lines))
        #expect(talk.say(">") == ["どの行かも番号で：> 3 など"])
        talk.say("選択 \(one)")
        #expect(talk.say("> \(other)") == ["選択したものすべてに使います。番号なしで：>"])
        #expect(talk.say("次の段階 \(other)") == ["選択したものすべてに使います。番号なしで：>"])
        let before = try cards(desk)
        #expect(talk.say(">") == ["1件を変更しました（u で一度に取消）"])
        let after = try cards(desk)
        #expect(after["あおい"]?["stage"] != before["あおい"]?["stage"] && after["いずみ"] == before["いずみ"])
    }

    @Test func aTickIsTakenBackAndTheNumbersStay() throws {
        let (talk, lines) = talk(try desk())
        let one = number("あおい", lines)
        talk.say("+\(one)")
        #expect(talk.say("+\(one)") == ["あおいを選択から外しました、計0件"])
        #expect(talk.say("+ \(one)", "選択解除") == ["選択を解除しました"])
        #expect(talk.say("> \(one)").first?.hasPrefix("あおい、段階は") == true)
        // The same number twice, though the card has moved on
        #expect(talk.say("> \(one)").first?.hasPrefix("あおい、段階は") == true)
        #expect(talk.say("c 1 2") == ["1行ずつ使えます"])
    }

    @Test func aStageThatIsNotOfferedIsNotTaken() throws {
        let desk = try desk()
        let (talk, lines) = talk(desk)
        talk.say("+ \(number("あおい", lines))")
        let before = try cards(desk)
        #expect(talk.say("*", "ほげ").first == "段階：「ほげ」は見つかりません")
        #expect(talk.say("!", "y").first == "段階：候補から選んでください")
        #expect(talk.say("-").first == "担当、2/5")
        // Nothing is left of it to keep when it is left
        #expect(talk.say(".").first?.hasSuffix("、選択 1件") == true)
        #expect(try cards(desk) == before)
        // A pipeline of few stages has them side by side
        _ = try desk.store.add(
            PipelineEntry(organisation: OrganisationID(1), pipeline: "A3", stage: "seminar", since: Desk.day), by: me)
        talk.say(Desk.catalogue.pipeline("A3")!.label.ja, "+ 1")
        #expect(talk.say("*", "ほげ").first == "段階：「ほげ」はここにありません。番号で選べます")
        #expect(talk.say("2").prefix(2) == ["準備", "担当、2/5"])
    }

    // MARK: Filters

    @Test func conditionsAreAnsweredAndWhatIsLeftIsRead() throws {
        let desk = try desk()
        let (talk, _) = talk(desk)
        #expect(talk.say("f").first == "A の絞り込み。保存名を入れると保存もします")
        #expect(talk.say("", "福岡", "!", "hm") == ["絞り込みますか。y 絞り込む、n 入力へ戻る、番号 その項目へ"])
        let left = talk.say("y")
        #expect(left.first?.hasSuffix("、4件のうち2件、福岡県") == true)
        #expect(left.count == 4 && left.contains { $0.contains("あおい") } && !left.contains { $0.contains("いずみ") })
        // Kept while another page is open
        #expect(talk.say("0", Desk.catalogue.pipeline("A")!.label.ja).first?.hasSuffix("福岡県") == true)
        #expect(talk.say("絞り込み解除").first?.hasSuffix("、4件") == true)
    }

    @Test func underANameAFilterIsSavedTakenByItsNumberAndRemoved() throws {
        let desk = try desk()
        let (talk, _) = talk(desk, .en)
        talk.say("f", "", "熊本", ">", ">", ">", ">")
        let saved = talk.say("熊本だけ", "y")
        #expect(
            saved.first == "filter saved (u undoes)" && saved.contains { $0.hasSuffix(", 2 of 4 cards, Kumamoto") },
            "\(saved)")
        talk.say("f", "3")
        #expect(
            talk.say("f") == ["filter A, choose by number", "1. 熊本だけ, Kumamoto", "2. answer what to filter by"])
        #expect(talk.say("1").first?.hasSuffix(", 2 of 4 cards, Kumamoto") == true)
        #expect(talk.say("f", "d 1").first == "deleted 熊本だけ (u undoes)")
        #expect(try desk.store.records(.savedFilter, after: 0, limit: 9).isEmpty)
        #expect(talk.say("u").first?.hasPrefix("undone: ") == true)
        // Who answers conditions means them, and no saved filter
        talk.say("=", "3")
        #expect(talk.say("f", "2", "いずみ", "!", "y").first?.hasSuffix(", 1 of 4 cards, 'いずみ'") == true)
        // Conditions begin with what the page is narrowed to, and leaving changes nothing
        #expect(talk.say("f", "2").contains("text, now いずみ, 1/7"))
        #expect(talk.say(".").first?.hasSuffix(", 1 of 4 cards, 'いずみ'") == true)
    }
}
