import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What needs a hand, in the order in which it hurts.
@Suite struct TodayTests {
    private static let today = Day(2025, 11, 20)!

    /// A desk that answers with these items, and counts how often it was asked.
    private final class Items: QuietDesk {
        let catalogue = Desk.catalogue
        var items: [AttentionItem] = []
        private(set) var asked = 0

        func attention(_ query: AttentionQuery) -> [AttentionItem] {
            asked += 1
            return items
        }

        func record(_ key: RecordKey) -> StoredRecord? {
            let card = Record(.pipelineEntry, ["next_action": .text("見積の送付"), "next_due": .day(TodayTests.today)])
            return StoredRecord(key: key, version: 7, record: card)
        }
    }

    private func context(today: Day = TodayTests.today, size: Size = Size(width: 80, height: 24)) -> Context {
        Context(
            catalogue: Desk.catalogue, language: .ja, today: today, calendar: Desk.calendar, actor: Actor("田中"),
            size: size)
    }

    private func item(_ what: AttentionItem.What, _ offset: Int, _ title: String = "甲", id: Int64 = 1) -> AttentionItem
    {
        let isEvent = [.unsettledEvent, .noRoster, .noSurvey].contains(what)
        return AttentionItem(
            what: what, day: Self.today + offset, record: RecordKey(isEvent ? .event : .organisation, id),
            entry: what == .nextAction ? PipelineEntryID(id) : nil, title: title)
    }

    private func screen(_ items: [AttentionItem], _ context: Context) throws -> (Today, Items) {
        let desk = Items()
        desk.items = items
        var screen = Today()
        try screen.load(from: desk, context)
        return (screen, desk)
    }

    @Test func whatHurtsMostComesFirst() throws {
        let items = [
            item(.followUp, -70), item(.silent, -40), item(.noSurvey, -5), item(.noRoster, -2),
            item(.unsettledEvent, -1),
            item(.nextAction, 2), item(.nextAction, 0), item(.nextAction, -3),
        ]
        let groups = try screen(items, context()).0.sections.map(\.group)
        #expect(groups == [.overdue, .due, .unsettled, .noRoster, .noSurvey, .silent, .followUp])
    }

    @Test func theReportIsShownInItsLastWorkingDays() throws {
        func rows(_ day: Day) throws -> [TodayRow] { try screen([], context(today: day)).0.rows }
        #expect(try rows(Day(2025, 11, 20)!).isEmpty)
        let row = try #require(try rows(Day(2025, 12, 3)!).first)
        guard case .report(let deadline) = row else { throw Wrong() }
        #expect(deadline.month.iso == "2025-11" && deadline.day == Day(2025, 12, 10)!)
        // March's before the contract ends
        guard case .report(let last) = try #require(try rows(Day(2026, 3, 25)!).first) else { throw Wrong() }
        #expect(last.month.iso == "2026-03" && last.lastWorkingDay == Day(2026, 3, 31)!)
    }

    private struct Wrong: Error {}

    @Test func aLongGroupIsFoldedUntilItIsAskedFor() throws {
        let items = (0..<9).map { item(.silent, -40 - $0, "企業\($0)", id: Int64($0 + 1)) }
        let context = context()
        var (today, desk) = try screen(items, context)
        #expect(today.rows.count == TodayList.folded + 1)
        #expect(today.rows.last == .more(.silent, count: 5))
        #expect(today.sections.map(\.count) == [9])
        _ = today.update(.action(.last), context)
        #expect(today.update(.action(.open), context).isEmpty)
        try today.load(from: desk, context)
        #expect(today.rows.count == 9)
        #expect(desk.asked == 1, "unfolding asks nothing of the desk")
    }

    @Test func doneTakesTheNextActionAwayAndNothingElse() throws {
        let context = context()
        var (today, _) = try screen([item(.nextAction, -1, id: 5)], context)
        let effects = today.update(.action(.done), context)
        guard case .write(.edit(let key, let version, let record))? = effects.first else { throw Wrong() }
        #expect(key == RecordKey(.pipelineEntry, 5) && version == 7)
        #expect(record["next_action"] == .none && record["next_due"] == .none)
    }

    @Test func eachRowOffersWhatItsSortNeeds() throws {
        let context = context()
        func actions(_ what: AttentionItem.What, _ offset: Int) throws -> Set<Action> {
            Set(try screen([item(what, offset)], context).0.bindings(context).map(\.action))
        }
        #expect(try actions(.nextAction, -1).isSuperset(of: [.done, .edit, .consult]))
        #expect(try actions(.silent, -30).isSuperset(of: [.snooze, .nextAction]))
        #expect(try actions(.followUp, -70).contains(.followUp))
        #expect(try actions(.noRoster, -2).isSuperset(of: [.roster, .edit]))
        #expect(try !actions(.noRoster, -2).contains(.consult))
    }

    @Test func lateAndSoonAreSaidInWords() throws {
        let items = [item(.nextAction, -3, "遅い"), item(.nextAction, 0, "きょう"), item(.nextAction, 1, "あす")]
        let context = context()
        let (today, _) = try screen(items, context)
        var canvas = Canvas(size: context.size)
        _ = today.draw(on: &canvas, in: context.body, context)
        for words in [["3日超過", "遅い"], ["今日", "きょう"], ["明日", "あす"]] {
            #expect(canvas.lines.contains { line in words.allSatisfy(line.contains) }, "\(words)")
        }
    }

    @Test func nothingIsReadTwiceForOneState() throws {
        let context = context()
        var (today, desk) = try screen([item(.silent, -30)], context)
        try today.load(from: desk, context)
        #expect(desk.asked == 1)
        var later = context
        later.dataVersion += 1
        try today.load(from: desk, later)
        #expect(desk.asked == 2)
    }
}
