import BansoDomain
import BansoThemes
import TerminalUI
import Testing

@testable import BansoApp

/// What hurts most comes first on the wall, and stays longer.
@Suite struct WallRoundTests {
    private static let pages = WallPage.all(Desk.catalogue)

    @Test func pagesThatHurtComeFirstAndAlikeOnesAsUsual() {
        let order = WallRound.order(Self.pages) { page in
            switch page {
            case .overview: 3
            case .pipeline("B"): 2
            case .pipeline("D"): 2
            case .deadlines: 1
            default: 0
            }
        }
        #expect(order.map(\.name) == ["overview", "B", "D", "deadlines", "A", "A3", "C"])
        #expect(WallRound.order(Self.pages) { _ in 0 } == Self.pages)
    }

    @Test func aPageThatHurtsStaysLonger() {
        #expect(WallRound.stay(interval: 10, hurts: 0) == 10)
        #expect(WallRound.stay(interval: 10, hurts: 1) == 15)
    }

    private func reading(_ id: IndicatorID) -> Reading {
        Reading(Desk.catalogue.indicator(id)!, tally: Tally(), asOf: Desk.day, catalogue: Desk.catalogue)
    }

    @Test func aFigureHurtsOnItsProgrammesPageAndOnTheOverview() {
        var state = WallState(pages: Self.pages, now: 0)
        state.readings = [reading("C1.workshops"), reading("C2.companies")].filter(\.isBreached)
        #expect(!state.readings.isEmpty)
        #expect(state.hurts(.overview, Desk.catalogue) == state.readings.count)
        #expect(state.hurts(.pipeline("C"), Desk.catalogue) == state.readings.count)
        #expect(state.hurts(.pipeline("A"), Desk.catalogue) == 0 && state.hurts(.deadlines, Desk.catalogue) == 0)
        state.due[.overdue] = .init(count: 2, isMore: false)
        #expect(state.hurts(.deadlines, Desk.catalogue) == 1)
        // The order changes where a round begins, not within one
        for _ in 1..<Self.pages.count { state.turn(by: 1, Desk.catalogue) }
        #expect(state.pages == Self.pages)
        state.turn(by: 1, Desk.catalogue)
        #expect(state.pages.prefix(3).map(\.name) == ["overview", "C", "deadlines"])
        for _ in 0..<3000 { state.turn(by: 1, Desk.catalogue) }
        #expect(Set(state.pages) == Set(Self.pages) && state.pages.count == Self.pages.count, "nothing piles up")
    }

    /// Runs a wall on a clock of its own, a step of it for every look at it.
    private func wall(
        from start: Double, steps: Int, step: Double, dimming: Dimming? = nil, day: (() -> Day)? = nil
    ) throws -> (frame: [String], shown: Int, theme: Theme?) {
        let desk = try Desk(companies: 20)
        var now = start
        let terminal = ScriptedTerminal(
            size: Size(width: 80, height: 24), keys: Array(repeating: .function(9), count: steps))
        Wallboard(
            terminal: terminal, context: desk.context(.ja, size: terminal.size), pages: Self.pages, interval: 10,
            clock: {
                now += step
                return now
            }, day: day, dimming: dimming, connect: { desk.store }
        ).run()
        return (terminal.frame.lines, terminal.framesShown, terminal.theme)
    }

    @Test func theClockStandsInTheHeadAndAMinuteIsANewFrame() throws {
        // 2025-11-20 14:05 in Japan
        let start = Double((Day(2025, 11, 20)! - Day(1970, 1, 1)!) * 86400 + (14 * 60 + 5 - 9 * 60) * 60)
        #expect(try wall(from: start, steps: 3, step: 1).frame[0].contains("14:05"))
        #expect(try wall(from: start, steps: 5, step: 0).shown == 2, "nothing changes: no new frame")
        let minutes = try wall(from: start, steps: 5, step: 61)
        #expect(minutes.shown >= 5 && minutes.frame[0].contains("14:1"))
    }

    @Test func whereItIsToldOfWritesOnlyTheClockIsLookedAt() throws {
        let desk = try Desk(companies: 1)
        func waits(isTold: Bool, isThere: Bool = true) -> [Int] {
            let terminal = BurstTerminal([.none, .none, .gone])
            Wallboard(
                terminal: terminal, context: desk.context(.ja, size: terminal.size), pages: Self.pages, interval: 10,
                clock: { 0 },
                connect: {
                    guard isThere else { throw DeskError.missing(path: "") }
                    return desk.store
                }, isTold: { isTold }
            ).run()
            return terminal.waits
        }
        #expect(waits(isTold: true) == [1000, 1000, 1000])
        #expect(waits(isTold: false) == [200, 200, 200])
        // One that is away is looked for
        #expect(waits(isTold: true, isThere: false) == [200, 200, 200])
    }

    @Test func whoeverResizesItTwiceWithinASecondSeesBoth() throws {
        let desk = try Desk(companies: 1)
        let terminal = BurstTerminal([.none, .resized, .resized, .gone], later: Size(width: 100, height: 30))
        var frames = 0
        terminal.onFrame = { _ in frames += 1 }
        Wallboard(
            terminal: terminal, context: desk.context(.ja, size: terminal.size), pages: Self.pages, interval: 10,
            clock: { 0 }, connect: { desk.store }
        ).run()
        // While it waits, with figures, and after each
        #expect(frames == 4)
        #expect(terminal.frame.size == Size(width: 100, height: 30))
    }

    @Test func aSheetThatHurtsStaysHalfAsLongAgain() throws {
        // What it shows without the line of the clock.
        func shown(after seconds: Int) throws -> [String] {
            Array(try wall(from: 0, steps: seconds, step: 1).frame.dropFirst().dropLast())
        }
        let first = try shown(after: 1)
        #expect(try shown(after: 12) == first)
        #expect(try shown(after: 18) != first)
    }

    @Test func atMidnightTheWallGoesOnWithTheNextDay() throws {
        var asked = 0
        let frame = try wall(
            from: 0, steps: 6, step: 1,
            day: {
                asked += 1
                return asked > 3 ? Day(2025, 11, 21)! : Day(2025, 11, 20)!
            }
        ).frame
        #expect(frame[0].contains("11月21日"))
    }

    @Test func atNightADarkThemeIsDarkerAndALightOneGivesWayToIt() throws {
        let (dark, light) = (try Themes.named("dark"), try Themes.named("light"))
        // Nine in the evening in Japan.
        let evening = Double((21 - 9) * 3600)
        let hours = Dimming.Hours("19:00-07:00")!
        for day in [dark, light] {
            let dimming = Dimming(hours: hours, theme: day, night: dark)
            #expect(
                try wall(from: evening, steps: 3, step: 1, dimming: dimming).theme == dark.dimmed(to: Dimming.light))
            // And in the morning it is as it was.
            #expect(try wall(from: evening, steps: 12, step: 3600, dimming: dimming).theme == day)
        }
    }

    @Test func nightRunsPastMidnight() {
        let night = Dimming.Hours("19:00-07:00")!
        func isNight(_ text: String) -> Bool { night.contains(ClockTime(reading: text)!) }
        #expect(isNight("19:00") && isNight("23:59") && isNight("0:00") && isNight("6:59"))
        #expect(!isNight("7:00") && !isNight("12:00") && !isNight("18:59"))
        let noon = Dimming.Hours("12:00-13:00")!
        #expect(noon.contains(ClockTime(reading: "12:30")!) && !noon.contains(ClockTime(reading: "13:00")!))
        #expect(Dimming.Hours("19:00") == nil && Dimming.Hours("a-b") == nil && Dimming.Hours("25:00-07:00") == nil)
    }

    @Test func noNameIsOnTheDeadlines() throws {
        let desk = try Desk(companies: 60)
        let names = try desk.store.search(SearchQuery("", kinds: [.organisation, .talent], limit: 200)).map(\.name)
        let frame = try Wallboard.frame(
            desk: desk.store, page: .deadlines, context: desk.context(.ja, size: Size(width: 120, height: 40)), now: 0,
            size: Size(width: 120, height: 40))
        let text = frame.lines.joined(separator: "\n")
        #expect(text.contains("期限切れの対応") && text.contains("月次報告") && text.contains("事業期間の終わり"))
        for name in names + ["田中"] { #expect(!text.contains(name)) }
    }

    @Test(arguments: [(Int?.none, 7), (1, 0), (2, 2)]) func aDotStandsForEachPageThatIsShown(
        _ chosen: Int?, _ dots: Int
    ) throws {
        let desk = try Desk(companies: 0)
        let context = desk.context(.ja, size: Size(width: 80, height: 24))
        let frame = try Wallboard.frame(
            desk: desk.store, page: Self.pages[0], of: chosen.map { Array(Self.pages.prefix($0)) }, context: context,
            now: 0, size: context.size)
        #expect(frame.lines[0].count { $0 == "●" || $0 == "○" } == dots)
    }

    @Test func theFirstRoundBeginsWithWhatHurtsToo() throws {
        let desk = try Desk(companies: 0)
        var state = WallState(pages: Self.pages, now: 0)
        try state.load(from: desk.store, desk.context(.ja, size: Size(width: 80, height: 24)))
        let hurting = state.pages.dropFirst().map { state.hurts($0, Desk.catalogue) > 0 }
        #expect(hurting.contains(true) && hurting == hurting.sorted { $0 && !$1 })
        // A wall that has turned keeps its round
        var other = WallState(pages: Self.pages, now: 0)
        other.turn(by: 1, Desk.catalogue)
        try other.load(from: desk.store, desk.context(.ja, size: Size(width: 80, height: 24)))
        #expect(other.pages == Self.pages)
    }
}
