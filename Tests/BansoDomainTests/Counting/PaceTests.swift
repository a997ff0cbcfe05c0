import BansoDomain
import Testing

@Suite struct PaceTests {
    private func reading(
        _ counted: Int, on day: String, indicator: Indicator = Sample.indicator(), month: String = "2025-11"
    ) -> Reading {
        Reading(
            indicator, tally: Sample.tally(counted, in: month), asOf: Sample.day(day), catalogue: Sample.catalogue())
    }

    @Test func theExampleOfTheInterface() {
        let reading = reading(37, on: "2025-11-20")
        #expect(abs(reading.pace.expected - 38.4) < 0.05)
        #expect(reading.pace.status == .onTrack)
        #expect(!reading.isMet)
        #expect(reading.actual == 37)
    }

    @Test(arguments: [
        (0, "2025-03-31", Pace.Status.notStarted), (0, "2025-04-01", .onTrack), (1, "2025-04-01", .ahead),
        (34, "2025-11-20", .behind), (35, "2025-11-20", .onTrack), (42, "2025-11-20", .onTrack),
        (43, "2025-11-20", .ahead),
        (60, "2025-11-20", .met), (60, "2025-03-01", .met), (53, "2026-03-31", .behind), (54, "2026-03-31", .onTrack),
        (59, "2026-03-31", .onTrack), (59, "2026-04-01", .endedShort), (60, "2026-04-01", .met),
        (0, "2025-04-30", .behind),
    ])
    func statuses(_ counted: Int, _ day: String, _ status: Pace.Status) {
        #expect(reading(counted, on: day).pace.status == status)
    }

    @Test(arguments: [
        ("0001-01-01", 0.0), ("2025-03-31", 0), ("2025-04-01", 0), ("2026-03-31", 60), ("2026-04-01", 60),
        ("9999-12-31", 60),
    ])
    func edgesOfTheWindow(_ day: String, _ expected: Double) {
        let reading = reading(0, on: day)
        #expect(reading.pace.expected == expected)
        #expect(reading.pace.forecast == 0)
    }

    @Test func theExpectedFigureNeverFalls() {
        var before = 0.0
        for offset in -5...370 {
            let day = Sample.period.lowerBound + offset
            let expected = reading(0, on: day.iso).pace.expected
            #expect(expected >= before && expected <= 60)
            before = expected
        }
    }

    @Test func aWindowOfOneDayDividesByNothing() {
        let day = Sample.day("2025-10-01")
        let indicator = Sample.indicator(target: Target(atLeast: 1), window: day...day)
        #expect(reading(0, on: "2025-09-30", indicator: indicator).pace.expected == 0)
        #expect(reading(0, on: "2025-10-02", indicator: indicator).pace.expected == 1)
        #expect(reading(0, on: "2025-10-01", indicator: indicator).pace.expected.isFinite)
    }

    @Test(arguments: ["2025-04-20", "2025-06-30", "2025-11-20", "2026-01-15", "2026-03-01"])
    func aSteadyRateGoesOnToTheEnd(_ iso: String) {
        let day = Sample.day(iso)
        var tally = Tally()
        var each = Sample.period.lowerBound
        while each <= day {
            tally.add(counted: 2, excluded: 0, month: FiscalMonth(each), activity: "A2")
            each = each + 1
        }
        let indicator = Sample.indicator(target: Target(atLeast: 5000))
        let pace = Reading(indicator, tally: tally, asOf: day, catalogue: Sample.catalogue()).pace
        #expect(abs(pace.forecast - 730) < 1)
    }

    @Test func aWindowThatIsOverHasEndedUnlessAnEventIsStillPlanned() {
        let july = Sample.day("2025-07-01")...Sample.day("2025-07-31")
        let indicator = Sample.indicator(
            kind: .cumulative, count: CountRule(source: .eventCompanies, activities: ["D1"]), window: july)
        func status(on day: String, planned: Int) -> Pace.Status {
            var schedule = Schedule()
            schedule.add(Schedule.Events(held: 1, planned: planned), activity: "D1", track: "")
            return Reading(
                indicator, tally: Sample.tally(50, in: "2025-07"), schedule: schedule, asOf: Sample.day(day),
                catalogue: Sample.catalogue()
            ).pace.status
        }
        #expect(status(on: "2025-07-31", planned: 0) == .behind)
        #expect(status(on: "2025-08-01", planned: 0) == .endedShort)
        #expect(status(on: "2025-08-01", planned: 1) == .behind)
        #expect(status(on: "2026-04-01", planned: 1) == .endedShort)
    }

    @Test func whatCountsBeforeItsWindowIsAhead() {
        let late = Sample.indicator(window: Sample.day("2026-01-01")...Sample.day("2026-03-31"))
        #expect(reading(0, on: "2025-11-20", indicator: late).pace.status == .notStarted)
        #expect(reading(1, on: "2025-11-20", indicator: late).pace.status == .ahead)
    }

    @Test func plannedEventsMakeTheForecast() {
        var schedule = Schedule()
        schedule.add(Schedule.Events(held: 3, planned: 2), activity: "A1-1", track: "")
        schedule.add(Schedule.Events(held: 0, planned: 9), activity: "B1", track: "guideline")
        let day = Sample.day("2025-11-20")
        func forecast(_ kind: IndicatorKind, _ count: CountRule, _ counted: Int) -> Double {
            let indicator = Sample.indicator(kind: kind, target: Target(atLeast: 500), count: count)
            return Reading(
                indicator, tally: Sample.tally(counted, activity: "A1-1"), schedule: schedule, asOf: day,
                catalogue: Sample.catalogue()
            ).pace.forecast
        }
        #expect(forecast(.sessions, CountRule(source: .events, activities: ["A1-1"]), 3) == 5)
        // 30 at each of three, and two more.
        #expect(forecast(.cumulative, CountRule(source: .eventCompanies, activities: ["A1-1"]), 90) == 150)
        // Who comes again is no new subject: the trend decides.
        #expect(forecast(.distinct, CountRule(source: .eventCompanies, activities: ["A1-1"]), 90) > 150)
        #expect(forecast(.sessions, CountRule(source: .events, activities: ["B1"], role: "productivity"), 0) == 0)
        #expect(forecast(.sessions, CountRule(source: .events, activities: ["B1"], role: "guideline"), 0) == 9)
    }

    @Test func whatEachWeekMustBring() {
        // 131 days are left on 2025-11-20: 1.603 a week, of which no rounding takes any away.
        #expect(reading(30, on: "2025-11-20").pace.requiredPerWeek == 1.7)
        #expect(reading(60, on: "2025-11-20").pace.requiredPerWeek == nil)
        #expect(reading(30, on: "2026-03-31").pace.requiredPerWeek == nil)
        let autumn = Sample.indicator(window: Sample.day("2025-10-01")...Sample.day("2026-03-31"))
        #expect(reading(0, on: "2025-04-20", indicator: autumn).pace.requiredPerWeek == 2.4)
    }

    @Test func theForecastLooksAtThreeMonthsOnly() {
        #expect(reading(30, on: "2025-11-20", month: "2025-08").pace.forecast == 30)
        // 81 days from 1 September, 131 to go.
        #expect(abs(reading(30, on: "2025-11-20", month: "2025-09").pace.forecast - (30 + 30.0 / 81 * 131)) < 1e-9)
        #expect(reading(30, on: "2026-01-10", month: "2025-11").pace.forecast > 30)
        #expect(reading(30, on: "2026-01-10", month: "2025-10").pace.forecast == 30)
    }
}
