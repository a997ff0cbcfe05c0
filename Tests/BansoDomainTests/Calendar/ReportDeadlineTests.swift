import Testing

@testable import BansoDomain

/// By the 10th of the next month, and March before the contract ends.
@Suite struct ReportDeadlineTests {
    private static let period = Day(2025, 4, 1)!...Day(2026, 3, 31)!
    private static let calendar = WorkingCalendar(holidays: [Day(2025, 11, 3)!])

    private func next(on day: Day) -> ReportDeadline? {
        ReportDeadline.all(period: Self.period, calendar: Self.calendar).first { $0.day >= day }
    }

    @Test(arguments: [
        (Day(2025, 11, 20)!, "2025-11", Day(2025, 12, 10)!), (Day(2025, 12, 10)!, "2025-11", Day(2025, 12, 10)!),
        (Day(2025, 12, 11)!, "2025-12", Day(2026, 1, 10)!), (Day(2025, 4, 1)!, "2025-04", Day(2025, 5, 10)!),
        (Day(2026, 3, 10)!, "2026-02", Day(2026, 3, 10)!), (Day(2026, 3, 11)!, "2026-03", Day(2026, 3, 31)!),
        (Day(2026, 3, 31)!, "2026-03", Day(2026, 3, 31)!),
    ])
    func theNextOne(_ today: Day, _ month: String, _ due: Day) {
        #expect(next(on: today)?.month.iso == month)
        #expect(next(on: today)?.day == due)
    }

    @Test func aTenthThatIsNoWorkingDayHasToBeMetBefore() {
        // 10 January 2026 is a Saturday, 10 May 2025 too.
        #expect(next(on: Day(2026, 1, 5)!)?.lastWorkingDay == Day(2026, 1, 9)!)
        #expect(next(on: Day(2025, 12, 1)!)?.lastWorkingDay == Day(2025, 12, 10)!)
    }

    @Test(arguments: [
        // Seven working days for a month: 2 December to 10 December 2025.
        (Day(2025, 12, 1)!, false), (Day(2025, 12, 2)!, true), (Day(2025, 12, 10)!, true),
        // The 10th of January is a Saturday: 1 January, a Thursday, is the seventh before it.
        (Day(2025, 12, 31)!, false), (Day(2026, 1, 1)!, true), (Day(2026, 1, 10)!, true),
        // Ten for the last: 18 March to 31 March 2026.
        (Day(2026, 3, 17)!, false), (Day(2026, 3, 18)!, true), (Day(2026, 3, 31)!, true),
    ])
    func itIsNearInItsLastWorkingDays(_ today: Day, _ isNear: Bool) throws {
        #expect(try #require(next(on: today)).isNear(on: today, calendar: Self.calendar) == isNear)
    }

    @Test func onlyTheLastMonthIsTheLast() {
        #expect(next(on: Day(2026, 3, 10)!)?.isLast == false)
        #expect(next(on: Day(2026, 3, 11)!)?.isLast == true)
    }

    @Test func thereIsOneForEachMonthOfThePeriod() {
        let all = ReportDeadline.all(period: Self.period, calendar: Self.calendar)
        #expect(all.map(\.month.iso).first == "2025-04" && all.map(\.month.iso).last == "2026-03" && all.count == 12)
    }
}
