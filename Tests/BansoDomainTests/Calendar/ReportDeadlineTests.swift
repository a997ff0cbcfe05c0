import Testing

@testable import BansoDomain

/// By the 10th of the next month, and March before the contract ends.
@Suite struct ReportDeadlineTests {
    private static let period = Day(2025, 4, 1)!...Day(2026, 3, 31)!
    private static let calendar = WorkingCalendar(holidays: [Day(2025, 11, 3)!])

    private func next(on day: Day) -> ReportDeadline? {
        ReportDeadline.next(on: day, period: Self.period, calendar: Self.calendar)
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

    @Test func thereIsNoneBeforeThePeriodAndAfterIt() {
        #expect(next(on: Day(2025, 3, 31)!) == nil)
        #expect(next(on: Day(2026, 4, 1)!) == nil)
    }
}
