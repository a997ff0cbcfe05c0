/// Which days people work: not Saturdays, Sundays or holidays.
public struct WorkingCalendar: Sendable, Equatable {
    public var holidays: Set<Day>

    public init(holidays: Set<Day> = []) { self.holidays = holidays }

    public func isWorking(_ day: Day) -> Bool { !day.weekday.isWeekend && !holidays.contains(day) }

    /// The day that lies `count` working days before `day`.
    public func day(_ count: Int, workingDaysBefore day: Day) -> Day {
        var (day, left) = (day, count)
        while left > 0 {
            if isWorking(day) { left -= 1 }
            day = day + -1
        }
        return day
    }

    /// The day itself, or the last working day before it.
    public func workingDay(onOrBefore day: Day) -> Day {
        var day = day
        while !isWorking(day) { day = day + -1 }
        return day
    }

    /// Working days after `start` up to and including `end`; 0 where `end` is not later.
    public func workingDays(from start: Day, to end: Day) -> Int {
        guard start < end else { return 0 }
        // Whole weeks have five weekdays each; only the rest and the holidays are looked at one by one.
        let span = end - start
        var count = span / 7 * 5
        for offset in 0..<(span % 7) where !(end + -offset).weekday.isWeekend { count += 1 }
        for holiday in holidays where holiday > start && holiday <= end && !holiday.weekday.isWeekend { count -= 1 }
        return count
    }
}
