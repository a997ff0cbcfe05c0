import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// A3 has senders on the left and receivers on the right, and a contract joins one of each.
@Suite struct SidesTests {
    private func contract(_ screen: PipelineScreen, _ context: Context) -> [Effect] {
        var screen = screen
        return screen.update(.action(.contract), context)
    }

    @Test func eachSideIsAListOfItsOwnByStage() throws {
        let desk = CardDesk(cards: 60)
        let context = desk.context(width: 120, height: 40)
        let screen = try desk.screen("A3", [], context)
        #expect(screen.sides == [.sender, .receiver])
        #expect(screen.columns[0].rows.allSatisfy { $0.side == .sender })
        #expect(screen.columns[1].rows.allSatisfy { $0.side == .receiver })
        #expect((screen.count(ofColumn: 0), screen.count(ofColumn: 1)) == (40, 20))
        let frame = screen.lines(context)
        let head = try #require(frame.firstIndex { $0.contains("派遣側") && $0.contains("受入側") })
        #expect(frame[head].contains(" 40 ↓") && frame[head].hasSuffix(" 20 ↓"))
        #expect(frame[head + 1].contains("セミナー 12 · 準備 9 · プレゼン 9 · 契約 10"))
        #expect(frame[head + 3].contains("セミナー"))
    }

    @Test func stagesTakeAsManyLinesAsTheyNeed() throws {
        let desk = CardDesk(cards: 60)
        let context = desk.context(.en, width: 80, height: 24)
        let screen = try desk.screen("A3", [], context)
        let frame = screen.lines(context)
        let head = try #require(frame.firstIndex { $0.contains("Senders") && $0.contains("Receivers") })
        #expect(frame[head + 1].contains("Seminar 12 · Preparing 9 · Pitch 9"))
        #expect(frame[head + 2].hasPrefix(" Contract 10"))
        #expect(frame[head + 3].contains("Seminar") == false && frame[head + 4].hasPrefix(" Seminar"))
        // Where a side would keep no cards beside them they are left out whole.
        let low = desk.context(.en, width: 80, height: 9)
        #expect(!screen.lines(low).contains { $0.contains("Seminar 12") })
    }

    @Test func aNarrowScreenShowsTheSideInFocusAndSaysWhereTheOtherIs() throws {
        let desk = CardDesk(cards: 60)
        let context = desk.context(width: 40, height: 12)
        let left = try desk.screen("A3", [], context).lines(context)
        #expect(left[1].contains("→ 受入側 20") && left.contains { $0.hasPrefix(" 派遣側") })
        let right = try desk.screen("A3", [.right], context).lines(context)
        #expect(right[1].contains("← 派遣側 40") && !right.contains { $0.hasPrefix(" 派遣側") })
    }

    @Test func whoStandsOnNoSideIsSaid() throws {
        let desk = CardDesk(cards: 60)
        var record = desk.stored[RecordKey(.pipelineEntry, 1004)]!.record
        record["side"] = .none
        desk.put(.pipelineEntry, 1004, record)
        let context = desk.context()
        let screen = try desk.screen("A3", [], context)
        #expect(screen.withoutSide == 1)
        #expect(screen.lines(context)[1].contains("側が未定 1社（v で表）"))
        let table = try desk.screen("A3", [.toggleView], context)
        #expect(!table.lines(context)[1].contains("側が未定") && table.total == 60)
    }

    private func judge(_ number: Int64, _ eligibility: Eligibility, in desk: CardDesk) {
        var record = desk.stored[RecordKey(.organisation, number)]!.record
        record["eligibility"] = .token(eligibility)
        desk.put(.organisation, number, record)
    }

    @Test func receiversThatAreNoSMEsAreMarkedAndSendersMayBeOfAnySize() throws {
        let desk = CardDesk(cards: 6)
        for (number, eligibility) in [(3, .deemedLarge), (6, .eligible), (1, .large)] as [(Int64, Eligibility)] {
            judge(number, eligibility, in: desk)
        }
        let context = desk.context(width: 80, height: 24)
        let frame = try desk.screen("A3", [], context).lines(context)
        #expect(frame.contains { $0.contains("! みなし大企業") })
        #expect(frame.contains { $0.contains("✓") } && !frame.contains { $0.contains("適格") })
        #expect(!frame.contains { $0.contains("! 大企業") })
        judge(6, .unknown, in: desk)
        let asked = try desk.screen("A3", [], context).lines(context)
        #expect(asked.contains { $0.contains("○ 未確認") })
        // Where the word has no room the mark stands alone, never a part of it
        let narrow = desk.context(.en, width: 26, height: 24)
        let short = try desk.screen("A3", [.right], narrow).lines(narrow)
        #expect(short.contains { $0.contains(" ! ") } && !short.contains { $0.contains("deemed") })
    }

    @Test func whomAContractJoinsNameEachOther() throws {
        let desk = CardDesk(cards: 3)
        desk.partners = [
            1: Card.Partners(latest: "有限会社有明", count: 1), 3: Card.Partners(latest: "株式会社大牟田", count: 3),
        ]
        let context = desk.context(width: 120, height: 40)
        let frame = try desk.screen("A3", [], context).lines(context)
        #expect(frame.contains { $0.contains("→ 有限会社有明 ") })
        #expect(frame.contains { $0.contains("← 株式会社大牟田 +2") })
        // In a narrow column before the place
        let small = desk.context(width: 80, height: 24)
        let narrow = try desk.screen("A3", [], small).lines(small)
        #expect(narrow.contains { $0.contains("→ 有限会社有明") })
    }

    @Test func aContractTakesOneTickedCompanyOfEachSide() throws {
        let desk = CardDesk(cards: 60)
        let context = desk.context()
        var screen = try desk.screen("A3", [], context)
        #expect(screen.refusal(of: .contract, context)?.en == "tick a sender and a receiver first (Space)")
        try desk.press([.down, .select], on: &screen, context)
        let sender = screen.current!
        #expect(screen.refusal(of: .contract, context)?.ja == "受入側を Space で選んでください")
        try desk.press([.right, .select], on: &screen, context)
        let receiver = screen.current!
        #expect(screen.refusal(of: .contract, context) == nil)
        let given: [String: FieldValue] = [
            "sender": .number(sender.organisation.value), "receiver": .number(receiver.organisation.value),
        ]
        #expect(contract(screen, context) == [.open(.form(FormRequest(.interCompanyContract, given: given)))])
        try desk.press([.down, .select], on: &screen, context)
        #expect(screen.refusal(of: .contract, context)?.ja == "受入側が2社選ばれています（1社にしてください）")
        // Once it is made nobody is picked any more
        _ = screen.update(.returned(RecordKey(.interCompanyContract, 1)), context)
        #expect(screen.selection.isEmpty)
    }

    @Test func onlyABoardWithTwoSidesMakesContracts() throws {
        let desk = CardDesk(cards: 10)
        let context = desk.context()
        for screen in [try desk.screen("A", [], context), try desk.screen("A3", [.toggleView], context)] {
            #expect(!screen.bindings(context).contains { $0.action == .contract })
        }
        let sides = try desk.screen("A3", [], context).bindings(context)
        #expect(sides.contains { $0.action == .contract })
    }

    @Test func aFilterForOneSideLeavesThatSideAlone() throws {
        let desk = CardDesk(cards: 60)
        let context = desk.context()
        let filter = Record(.savedFilter, ["side": .token(PipelineEntry.Side.receiver)])
        let screen = try desk.screen("A3", [.right, .narrow(filter)], context)
        #expect(screen.sides == [.receiver] && screen.columns.count == 1)
        #expect(screen.current?.side == .receiver && screen.withoutSide == 0)
        #expect(screen.lines(context)[1].hasSuffix("20/60社"))
    }
}
