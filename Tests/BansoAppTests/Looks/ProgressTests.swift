import BansoDomain
import Testing

@testable import BansoApp

/// How an indicator has moved, in words and month by month.
@Suite struct ProgressTests {
    private static let today = Day(2025, 11, 20)!

    private func reading(_ id: IndicatorID, _ months: [String: Int], asOf day: Day = Self.today) -> Reading {
        var tally = Tally()
        for (month, count) in months {
            tally.add(counted: count, excluded: 0, month: FiscalMonth(iso: month)!, activity: "A2")
        }
        return Reading(Desk.catalogue.indicator(id)!, tally: tally, asOf: day, catalogue: Desk.catalogue)
    }

    private func progress(_ now: Reading, _ before: Reading?, _ language: Language = .ja, today: Day = Self.today)
        -> Progress
    {
        Progress(
            reading: now, before: before,
            context: Context(
                catalogue: Desk.catalogue, language: language, today: today, calendar: Desk.calendar,
                actor: Actor("田中")))
    }

    @Test func theChangeSinceLastWeekIsSaidInWords() {
        let before = reading("A2.companies", ["2025-10": 3])
        let more = reading("A2.companies", ["2025-10": 3, "2025-11": 2])
        #expect(progress(more, before).sinceLastWeek == "先週から +2")
        #expect(progress(more, before, .en).sinceLastWeek == "+2 since last week")
        #expect(progress(before, more).sinceLastWeek == "先週から -2")
        #expect(progress(before, before).sinceLastWeek == "先週と同じ")
        #expect(progress(before, nil).sinceLastWeek.isEmpty)
    }

    @Test func whatHasNotBegunHasNoChange() {
        let early = Day(2025, 1, 6)!
        let reading = reading("A2.companies", [:], asOf: early)
        #expect(progress(reading, reading, today: early).sinceLastWeek.isEmpty)
        #expect(progress(reading, reading, today: early).months.isEmpty)
    }

    @Test func theMonthsRunFromTheWindowsBeginningToToday() {
        let window = Desk.catalogue.indicator("A2.companies")!.window
        let months = progress(reading("A2.companies", ["2025-09": 4, "2025-11": 1]), nil).months
        let first = FiscalMonth(window.lowerBound)
        #expect(months.count == (2025 - first.year) * 12 + 11 - first.month + 1)
        #expect(months.suffix(3) == [4, 0, 1])
        // After the window nothing more is added
        let over = progress(reading("A2.companies", [:]), nil, today: window.upperBound + 90).months
        #expect(over.count == months.count + 4)
    }

    @Test func monthsOfAllIndicatorsStandBelowEachOther() {
        func line(_ id: IndicatorID, _ months: [String: Int], _ today: Day = Self.today) -> String {
            progress(reading(id, months), nil, today: today).sparkline(latest: 5)
        }
        let (open, ended) = (line("A2.companies", ["2025-10": 1]), line("D1.seminars", ["2025-07": 1]))
        #expect(open == "···▆·" && ended == "▆    ", "\(open)|\(ended)")
        #expect(line("A2.companies", ["2026-03": 1], Day(2026, 5, 1)!) == "····▆")
    }

    @Test func aRateAddsNothingUp() { #expect(progress(reading("KPI.offer-rate", [:]), nil).months.isEmpty) }

    @Test func everyMonthOfItsTimeIsAColumnAndThoseToComeHaveNoFigure() {
        let now = reading("A2.companies", ["2025-06": 3, "2025-11": 2])
        let columns = progress(now, nil).columns
        #expect(columns.map(\.name).suffix(4) == ["12月", "1月", "2月", "3月"])
        #expect(columns.first { $0.name == "6月" }?.value == 3 && columns.first { $0.name == "7月" }?.value == 0)
        #expect(columns.filter(\.isNow).map(\.value) == [2])
        #expect(columns.suffix(4).allSatisfy { $0.value == nil })
        #expect(progress(now, nil, .en).columns.last?.name == "Mar")
    }
}
