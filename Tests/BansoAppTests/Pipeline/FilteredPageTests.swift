import BansoDomain
import Foundation
import TerminalUI
import Testing

@testable import BansoApp

/// A page that is narrowed shows those cards alone, and says so.
@Suite struct FilteredPageTests {
    private let overdueInKumamoto = Record(
        .savedFilter, ["pipeline": .text("A"), "prefecture": .number(43), "due": .token(CardFilter.Due.overdue)])

    @Test func withoutAFilterNothingIsAskedTwice() throws {
        let desk = CardDesk(cards: 30)
        _ = try desk.screen("A", [.down, .right, .down, .toggleView], desk.context())
        #expect(desk.countsAsked == 1)
        #expect(desk.cardQueries.allSatisfy { $0.filter == nil })
    }

    @Test func theBoardTheTableAndTheCountsKeepToIt() throws {
        let desk = CardDesk(cards: 90)
        let context = desk.context()
        let filter = CardFilter(overdueInKumamoto, today: CardDesk.today)
        let wanted = desk.cards(CardQuery(pipeline: "A", filter: filter, limit: 999))
        #expect(!wanted.isEmpty && wanted.count < 90)
        var screen = try desk.screen("A", [.narrow(overdueInKumamoto)], context)
        #expect(screen.columns.flatMap(\.rows).map(\.entry) == wanted.map(\.entry))
        #expect(screen.total == wanted.count && screen.whole == 90)
        try desk.press([.toggleView], on: &screen, context)
        #expect(screen.table.rows == wanted)
        try desk.press([.widen], on: &screen, context)
        #expect(screen.total == 90 && screen.table.rows.count > wanted.count)
    }

    @Test(arguments: [(Language.ja, "熊本県・田中・期限切れ"), (.en, "Kumamoto · 田中 · overdue")])
    func theHeadSaysWhatIsShown(_ language: Language, _ words: String) throws {
        let desk = CardDesk(cards: 90)
        var filter = overdueInKumamoto
        filter["coordinator"] = .number(7)
        for width in [80, 120] {
            let context = desk.context(language, width: width, height: 24)
            let head = try desk.screen("A", [.narrow(filter)], context).lines(context)[1]
            #expect(head.contains(words) && head.hasSuffix(language("0/90社", "0/90 companies")), "\(head)")
        }
    }

    @Test func theFocusGoesToWhatIsLeft() throws {
        let desk = CardDesk(cards: 60)
        let context = desk.context(width: 80, height: 24)
        let one = Record(.savedFilter, ["text": .text("九州食品14")])
        let screen = try desk.screen("A", [.narrow(one)], context)
        #expect(screen.column > 3 && screen.current?.name == "株式会社九州食品14")
        #expect(screen.lines(context).contains { $0.contains("熊本") || $0.contains("福岡") })
    }

    @Test func whereNothingMatchesItSaysHowToGoOn() throws {
        let desk = CardDesk(cards: 30)
        let context = desk.context()
        let none = Record(.savedFilter, ["text": .text("存在しない")])
        let screen = try desk.screen("A", [.narrow(none)], context)
        let frame = screen.lines(context)
        #expect(frame.contains { $0.contains("条件に合うものはありません") })
        #expect(frame[1].contains("「存在しない」"))
        #expect(screen.refusal(of: .open, context) == Refusal.nothingSelected)
    }

    @Test func aFilterWithoutConditionsShowsAll() throws {
        let desk = CardDesk(cards: 30)
        let empty = Record(.savedFilter, ["pipeline": .text("A")])
        let screen = try desk.screen("A", [.narrow(overdueInKumamoto), .narrow(empty)], desk.context())
        #expect(screen.narrowing == nil && screen.total == 30)
    }

    @Test func theNextStartHasItAndSaysSo() throws {
        let desk = CardDesk(cards: 90)
        let context = desk.context(width: 80, height: 24)
        var screen = try desk.screen("A", [.toggleView], context)
        #expect(screen.update(.action(.narrow(overdueInKumamoto)), context) == [.remember(screen.arrangement, of: "A")])
        let kept = try JSONDecoder().decode(
            PipelineArrangement.self, from: JSONEncoder().encode(screen.arrangement))
        #expect(kept == screen.arrangement && kept.filter == overdueInKumamoto)
        var next = PipelineScreen(pipeline: screen.pipeline, kept, today: context.today)
        try next.load(from: desk, context)
        #expect(next.total < 90 && next.view == .table && next.lines(context)[1].contains("熊本県・期限切れ"))
        // Showing all is kept too
        _ = next.update(.action(.widen), context)
        #expect(next.arrangement.filter == nil)
    }

    @Test func thePageKeepsItAndTheLayerBeginsWithIt() throws {
        let desk = CardDesk(cards: 30)
        let context = desk.context()
        var screen = try desk.screen("A", [.narrow(overdueInKumamoto)], context)
        #expect(screen.update(.action(.filter), context) == [.open(.filter("A", overdueInKumamoto))])
    }
}
