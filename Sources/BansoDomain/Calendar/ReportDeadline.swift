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

    /// The one that presses: the last that has passed, where its month is not frozen, else the next one when it is near.
    ///
    /// - Parameter isFrozen: whether a month's reports are done.
    public static func pressing(
        on today: Day, period: ClosedRange<Day>, calendar: WorkingCalendar, isFrozen: (FiscalMonth) -> Bool
    ) -> ReportDeadline? {
        let all = all(period: period, calendar: calendar)
        if let late = all.last(where: { $0.day < today }), !isFrozen(late.month) { return late }
        guard let next = next(on: today, period: period, calendar: calendar), !isFrozen(next.month),
            next.isNear(on: today, calendar: calendar)
        else { return nil }
        return next
    }

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

    /// The one that is due next, on `today` or later; nil after the last one and before the period.
    public static func next(
        on today: Day, period: ClosedRange<Day>, calendar: WorkingCalendar
    ) -> ReportDeadline? {
        guard today >= period.lowerBound else { return nil }
        let last = FiscalMonth(period.upperBound)
        var month = FiscalMonth(FiscalMonth(today).firstDay + -1)
        if month < FiscalMonth(period.lowerBound) { month = FiscalMonth(period.lowerBound) }
        while month <= last {
            let deadline = ReportDeadline(month, period: period, calendar: calendar)
            if deadline.day >= today { return deadline }
            month = month.next
        }
        return nil
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
