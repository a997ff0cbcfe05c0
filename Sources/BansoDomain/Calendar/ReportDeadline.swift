/// When a month's results are to be reported (seed 報告（４）: by the 10th of the next month).
public struct ReportDeadline: Hashable, Sendable {
    /// The month that is reported.
    public var month: FiscalMonth
    /// The 10th of the next month; for the period's last month its end, because the contract is over by then.
    public var day: Day
    /// The last working day on which it can still be sent.
    public var lastWorkingDay: Day
    /// Whether it is the period's last month: its results and the contract's end fall together.
    public var isLast: Bool

    /// Those of every month of the period, in order.
    public static func all(period: ClosedRange<Day>, calendar: WorkingCalendar) -> [ReportDeadline] {
        var month = FiscalMonth(period.lowerBound)
        var all: [ReportDeadline] = []
        while month <= FiscalMonth(period.upperBound) {
            all.append(ReportDeadline(month, period: period, calendar: calendar))
            month = month.next
        }
        return all
    }

    /// Whether `today` is one of the last working days on which it can be sent: seven, and ten for the last month, when
    /// everything else ends too.
    public func isNear(on today: Day, calendar: WorkingCalendar) -> Bool {
        calendar.workingDays(from: today + -1, to: lastWorkingDay) <= (isLast ? 10 : 7)
    }

    public init(_ month: FiscalMonth, period: ClosedRange<Day>, calendar: WorkingCalendar) {
        self.month = month
        let tenth = month.next.firstDay + 9
        isLast = month == FiscalMonth(period.upperBound)
        day = tenth > period.upperBound && isLast ? period.upperBound : tenth
        lastWorkingDay = calendar.workingDay(onOrBefore: day)
    }
}
