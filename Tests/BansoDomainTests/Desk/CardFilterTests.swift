import BansoDomain
import Testing

@Suite struct CardFilterTests {
    private let today = Day(2025, 11, 20)!

    @Test func aRecordSaysWhatIsShown() {
        let record = Record(
            .savedFilter,
            [
                "name": .text("熊本の期限切れ"), "pipeline": .text("A3"), "text": .text("やまだ"), "prefecture": .number(43),
                "coordinator": .number(7), "tag": .text("重点"), "eligibility": .token(Eligibility.eligible),
                "side": .token(PipelineEntry.Side.sender), "due": .token(CardFilter.Due.overdue),
            ])
        #expect(
            CardFilter(record, today: today)
                == CardFilter(
                    text: "やまだ", prefecture: Prefecture(code: 43), coordinator: 7, tag: "重点", eligibility: .eligible,
                    side: .sender, due: .overdue, today: today))
    }

    @Test func aRecordWithoutConditionsShowsEverything() {
        let named = Record(.savedFilter, ["name": .text("すべて"), "pipeline": .text("A")])
        #expect(CardFilter(named, today: today).isEmpty)
    }

    @Test func whatNoFieldCanHoldIsLeftOut() {
        let odd = Record(
            .savedFilter, ["prefecture": .number(48), "eligibility": .text("?"), "side": .text("x"), "due": .text("x")])
        #expect(CardFilter(odd, today: today).isEmpty)
    }

    @Test func aSideIsNarrowedToWhatTheFilterLeavesOfIt() {
        let all = CardFilter(tag: "重点", today: today)
        #expect(all.on(.sender) == CardFilter(tag: "重点", side: .sender, today: today))
        #expect(all.on(.sender)?.on(.sender)?.side == .sender)
        #expect(all.on(.sender)?.on(.receiver) == nil)
    }
}
