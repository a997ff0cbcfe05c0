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
        var behind: [Reading] = []
        var isNew = false
        /// Months whose reports are not done.
        var open: Set<String> = []
        private(set) var asked = 0
        private(set) var looked = 0

        func readings(asOf day: Day) -> [Reading] { behind }

        func frozenReports() -> [FrozenReport] { reports(besides: open) }

        /// Somebody is there, so that figures mean something.
        func search(_ query: SearchQuery) -> [SearchHit] {
            isNew ? [] : [SearchHit(key: RecordKey(.organisation, 1), name: "甲")]
        }

        func attention(_ query: AttentionQuery) -> [AttentionItem] {
            asked += 1
            return Dictionary(grouping: items, by: \.what).values.flatMap { $0.prefix(query.limit) }
        }

        func timeline(of organisation: OrganisationID, kinds: Set<RecordKind>, limit: Int) -> [TimelineItem] {
            let consultations = (1...3).map { number in
                TimelineItem(
                    date: TodayTests.today + -number, key: RecordKey(.consultation, Int64(number)),
                    what: .record(""), by: "田中")
            }
            let seminar = TimelineItem(
                date: TodayTests.today, key: RecordKey(.attendance, 1), what: .record("採用セミナー"), by: "田中")
            let application = TimelineItem(
                date: TodayTests.today, key: RecordKey(.application, 1), what: .record("応募した人"), by: "")
            return ([seminar, application] + consultations.prefix(2)).filter { kinds.contains($0.key.kind) }
        }

        func record(_ key: RecordKey) -> StoredRecord? {
            looked += 1
            if key.kind == .organisation {
                let company = Record(
                    .organisation,
                    [
                        "kind": .token(Organisation.Kind.company), "prefecture": .number(40),
                        "municipality": .text("福岡市"),
                    ])
                return StoredRecord(key: key, version: 1, record: company)
            }
            if key.kind == .event {
                let event = Record(
                    .event, ["activity": .text("A1-1"), "theme": .text("副業人材"), "venue": .text("博多国際会議場")])
                return StoredRecord(key: key, version: 1, record: event)
            }
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

    private func screen(
        _ items: [AttentionItem], behind: [Reading] = [], _ context: Context
    ) throws -> (Today, Items) {
        let desk = Items()
        desk.items = items
        desk.behind = behind
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

    private func reportRows(_ day: Day, open: Set<String>) throws -> [TodayRow] {
        let desk = Items()
        desk.open = open
        var screen = Today()
        try screen.load(from: desk, context(today: day))
        return screen.rows
    }

    @Test func theReportIsShownInItsLastWorkingDays() throws {
        #expect(try reportRows(Day(2025, 11, 20)!, open: ["2025-11"]).isEmpty)
        let row = try #require(try reportRows(Day(2025, 12, 3)!, open: ["2025-11"]).first)
        guard case .report(let deadline) = row else { throw Wrong() }
        #expect(deadline.month.iso == "2025-11" && deadline.day == Day(2025, 12, 10)!)
        // March's before the contract ends: the 20th is a holiday.
        #expect(try reportRows(Day(2026, 3, 16)!, open: ["2026-03"]).isEmpty)
        let final = try #require(try reportRows(Day(2026, 3, 17)!, open: ["2026-03"]).first)
        guard case .report(let last) = final else { throw Wrong() }
        #expect(last.month.iso == "2026-03" && last.lastWorkingDay == Day(2026, 3, 31)!)
    }

    @Test func everyLateReportIsInOneRowAndTheNextBelowIt() throws {
        let open: Set = ["2025-04", "2025-05", "2025-06", "2025-08", "2025-11"]
        let rows = try reportRows(Day(2025, 11, 20)!, open: open)
        guard rows.count == 2, case .late(let late) = rows[0], case .report(let next) = rows[1] else { throw Wrong() }
        #expect(late.map(\.month.iso) == ["2025-04", "2025-05", "2025-06", "2025-08"])
        #expect(next.month.iso == "2025-11")
        let views = rows.map { TodayRowView(row: $0, context: context(today: Day(2025, 11, 20)!)) }
        #expect(views[0].words.0 == "4～6月・8月分の月次報告" && views[0].words.1 == "4件が遅れています")
        // April's was due on 10 May.
        #expect(views[0].when().1 == "194日超過")
        #expect(views[1].when().1 == "12/10(水)" && views[1].words.1 == "期限 12/10(水)")
    }

    /// 10 January 2026 is a Saturday.
    @Test func aTenthThatIsNoWorkingDayIsTheDayItIsDueAllTheSame() throws {
        let row = try #require(try reportRows(Day(2026, 1, 7)!, open: ["2025-12"]).first)
        let view = TodayRowView(row: row, context: context(today: Day(2026, 1, 7)!))
        #expect(view.when().1 == "1/10(土)" && view.words.1 == "期限 1/10(土)、最終営業日 1/9(金)")
    }

    private struct Wrong: Error {}

    @Test func aLongGroupIsFoldedUntilItIsAskedFor() throws {
        let items = (0..<9).map { item(.silent, -40 - $0, "企業\($0)", id: Int64($0 + 1)) }
        let context = context(size: Size(width: 80, height: 8))
        var (today, desk) = try screen(items, context)
        #expect(today.rows.count == 5)
        #expect(today.rows.last == .more(.silent, count: 5))
        #expect(today.sections.map(\.count) == [9])
        _ = today.update(.action(.last), context)
        #expect(today.update(.action(.open), context).isEmpty)
        try today.load(from: desk, context)
        #expect(today.rows.count == 9)
        #expect(desk.asked == 1, "unfolding asks nothing of the desk")
    }

    /// How many are beyond what was read nobody has counted: they are read when they are asked for.
    @Test func whatIsBeyondTheFirstHundredCanBeReached() throws {
        let items = (0..<250).map { item(.nextAction, -250 + $0, "企業\($0)", id: Int64($0 + 1)) }
        let context = context(size: Size(width: 80, height: 8))
        var (today, desk) = try screen(items, context)
        for (rows, isMore) in [(4, true), (100, true), (200, true), (250, false)] {
            #expect(today.rows.count == rows + (isMore ? 1 : 0))
            #expect(today.sections.map(\.isMore) == [isMore])
            guard isMore else { break }
            #expect(today.rows.last == .more(.overdue, count: nil))
            _ = today.update(.action(.last), context)
            var canvas = Canvas(size: context.size)
            _ = today.draw(on: &canvas, in: context.body, context)
            #expect(canvas.lines.contains { $0.contains("続き（Enter で表示）") })
            _ = today.update(.action(.open), context)
            try today.load(from: desk, context)
        }
        // Of one sort's two groups the later one goes on
        let both = (0..<120).map { item(.nextAction, $0 < 30 ? -1 : 1, "企業\($0)", id: Int64($0 + 1)) }
        (today, desk) = try screen(both, context)
        #expect(today.sections.map(\.count) == [30, 70] && today.sections.map(\.isMore) == [false, true])
    }

    @Test func doneTakesTheNextActionAwayAndNothingElse() throws {
        let context = context()
        var (today, _) = try screen([item(.nextAction, -1, id: 5)], context)
        let effects = today.update(.action(.done), context)
        guard case .write(.edit(let key, let version, let record))? = effects.first else { throw Wrong() }
        #expect(key == RecordKey(.pipelineEntry, 5) && version == 7)
        #expect(record["next_action"] == .none && record["next_due"] == .none)
        let write = Write.edit(key, version: version, to: record)
        #expect(
            today.update(.written(write, .edited), context)
                == [.say(Message(.good, "甲の対応を済みにしました（u で取消）"))])
    }

    @Test func eachRowOffersWhatItsSortNeeds() throws {
        let context = context()
        func actions(_ what: AttentionItem.What, _ offset: Int) throws -> Set<Action> {
            Set(
                try screen([item(what, offset)], context).0.bindings(context).filter { $0.refusal == nil }.map(\.action)
            )
        }
        #expect(try actions(.nextAction, -1).isSuperset(of: [.done, .edit, .consult]))
        #expect(try actions(.silent, -30).isSuperset(of: [.snooze, .nextAction]))
        #expect(try actions(.followUp, -70).contains(.followUp))
        #expect(try actions(.noRoster, -2).isSuperset(of: [.roster, .edit]))
        #expect(try !actions(.noRoster, -2).contains(.consult))
        // Elsewhere a key says of which rows it is
        let today = try screen([item(.nextAction, -1)], context).0
        #expect(today.refusal(of: .snooze, context)?.ja == "動きのない企業の行で使えます")
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

    @Test func aDelayIsNeverCut() throws {
        for (language, words) in [(Language.ja, "365日超過"), (.en, "365d late")] {
            var context = context(size: Size(width: 40, height: 12))
            context.language = language
            let (today, _) = try screen([item(.nextAction, -365)], context)
            #expect(lines(today, context).contains { $0.contains(words) })
        }
    }

    private func lines(_ today: Today, _ context: Context) -> [String] {
        var canvas = Canvas(size: context.size)
        _ = today.draw(on: &canvas, in: context.body, context)
        return canvas.lines
    }

    @Test func aHighScreenShowsMoreOfTheMostPainfulGroupsFirst() throws {
        let overdue = (0..<30).map { item(.nextAction, -3 - $0, "期限\($0)", id: Int64($0 + 1)) }
        let silent = (0..<30).map { item(.silent, -40 - $0, "沈黙\($0)", id: Int64($0 + 40)) }
        func counts(_ height: Int) throws -> [Int] {
            let context = context(size: Size(width: 80, height: height + 2))
            return try screen(overdue + silent, context).0.sections.map(\.rows.count)
        }
        // Each has its least, with a line that stands for the rest
        #expect(try counts(10) == [5, 5])
        #expect(try counts(13) == [5, 5])
        // Then the first grows: two headings, a gap and the rows fill the height
        #expect(try counts(20) == [12, 5])
        #expect(try counts(37) == [29, 5])
        #expect(try counts(38) == [30, 5])
        #expect(try counts(50) == [30, 17])
        #expect(try counts(90) == [30, 30])
    }

    @Test func anArrowUnfoldsAGroupAndFoldsItAgain() throws {
        let items = (0..<9).map { item(.silent, -40 - $0, "企業\($0)", id: Int64($0 + 1)) }
        let context = context(size: Size(width: 80, height: 8))
        var (today, desk) = try screen(items, context)
        func refusal(_ action: Action) -> LocalizedText? {
            today.bindings(context).first { $0.action == action }?.refusal
        }
        #expect(refusal(.right) != nil && refusal(.left) != nil)
        _ = today.update(.action(.last), context)
        #expect(refusal(.right) == nil)
        _ = today.update(.action(.right), context)
        try today.load(from: desk, context)
        #expect(today.rows.count == 9 && refusal(.left) == nil)
        _ = today.update(.action(.left), context)
        try today.load(from: desk, context)
        #expect(today.rows.count == 5 && today.selected == 0)
    }

    @Test func whereNothingIsEnteredItSaysWhatToPressFirstInsteadOfWhatIsBehind() throws {
        let desk = Items()
        desk.isNew = true
        desk.behind = [
            Reading(Desk.catalogue.indicators[0], tally: Tally(), asOf: Self.today, catalogue: Desk.catalogue)
        ]
        let context = context()
        var today = Today()
        try today.load(from: desk, context)
        #expect(today.rows.isEmpty && lines(today, context).contains { $0.contains("最初の企業") })
        desk.isNew = false
        var later = Today()
        try later.load(from: desk, context)
        #expect(!later.rows.isEmpty)
    }

    @Test func whatIsBehindBeyondTheWorstFiveIsOnTheOverview() throws {
        let indicators = Desk.catalogue.indicators.filter { $0.kind != .ratio && $0.window.contains(Self.today) }
        let behind = indicators.map { Reading($0, tally: Tally(), asOf: Self.today, catalogue: Desk.catalogue) }
            .filter { $0.pace.status == .behind }.prefix(7)
        let context = context(size: Size(width: 80, height: 9))
        var (today, _) = try screen([], behind: Array(behind), context)
        #expect(today.rows.count == 6 && today.rows.last == .more(.pace, count: 2))
        #expect(today.sections.map(\.count) == [7])
        _ = today.update(.action(.last), context)
        #expect(today.update(.action(.open), context) == [.open(.overview)])
        #expect(lines(today, context).contains { $0.contains("他 2件") && $0.contains("概況") })
    }

    @Test func theSelectionStaysWithItsRowWhenOthersWrite() throws {
        var context = context()
        var (today, desk) = try screen([item(.nextAction, -3, id: 1), item(.nextAction, -2, id: 2)], context)
        _ = today.update(.action(.down), context)
        desk.items.insert(item(.nextAction, -9, id: 3), at: 0)
        context.dataVersion += 1
        try today.load(from: desk, context)
        #expect(today.selected == 2 && today.row?.organisation == OrganisationID(2))
        // What is gone leaves the selection where it was.
        desk.items.removeLast()
        context.dataVersion += 1
        try today.load(from: desk, context)
        #expect(today.selected == 1)
    }

    @Test func theSelectionBeginsOnWhatWasCutOff() throws {
        var context = context()
        let request = FormRequest(.organisation)
        context.drafts[request] = Draft(request: request, base: nil, version: nil, texts: ["organisation.name": "甲"])
        var (today, desk) = try screen([item(.nextAction, -3)], context)
        #expect(today.row?.identity == .draft(request))
        // Later it stays where the person went
        _ = today.update(.action(.first), context)
        context.dataVersion += 1
        try today.load(from: desk, context)
        #expect(today.selected == 0)
        context.drafts = [:]
        #expect(try screen([item(.nextAction, -3)], context).0.selected == 0)
    }

    @Test func aWidePageSaysWhoWhereAndWhatIsNext() throws {
        let wide = context(size: Size(width: 120, height: 40))
        var action = item(.nextAction, -3)
        (action.detail, action.coordinator) = ("見積の送付", "甲社の担当")
        let (company, _) = try screen([action], wide)
        let shown = lines(company, wide).joined(separator: "\n")
        for words in ["福岡県福岡市", "甲社の担当", "●●○ 2/3", "11/17 見積の送付", "採用セミナー"] {
            #expect(shown.contains(words), "\(words)")
        }
        // A posting may have thousands of applications, which would hide the rest.
        #expect(!shown.contains("応募した人"))
        let (event, _) = try screen([item(.noRoster, -2)], wide)
        #expect(lines(event, wide).contains { $0.contains("博多国際会議場") })
        let narrow = context(size: Size(width: 119, height: 40))
        #expect(try screen([item(.nextAction, -3)], narrow).0.detail == nil)
    }

    @Test func aRowThatStaysSelectedIsLookedUpOnce() throws {
        var context = context()
        var (today, desk) = try screen([item(.nextAction, -3)], context)
        try today.load(from: desk, context)
        #expect(desk.looked == 1)
        context.dataVersion += 1
        try today.load(from: desk, context)
        #expect(desk.looked == 2)
    }

    @Test func noHeadingStandsAloneAtTheBottom() throws {
        let items = (0..<4).map { item(.nextAction, -9 + $0, id: Int64($0 + 1)) } + [item(.silent, -40, id: 9)]
        // Four rows, their heading and a gap leave one line.
        let context = context(size: Size(width: 80, height: 9))
        let (today, _) = try screen(items, context)
        #expect(!lines(today, context).contains { $0.contains("動きのない企業") })
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
