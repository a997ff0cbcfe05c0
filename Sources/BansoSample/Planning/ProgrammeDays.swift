import BansoDomain

/// The days of the programme's year, as plans name them: a month and a day, moved to a working day of the period.
struct ProgrammeDays {
    let period: ClosedRange<Day>
    /// Nothing has happened after it.
    let today: Day
    private let calendar: WorkingCalendar
    private let year: Int

    /// A date of the fiscal year.
    struct Date {
        let month: Int
        let dayOfMonth: Int

        init(_ month: Int, _ dayOfMonth: Int) {
            self.month = month
            self.dayOfMonth = dayOfMonth
        }
    }

    /// Nil before the period.
    init?(through day: Day, in period: ClosedRange<Day>, calendar: WorkingCalendar) {
        guard day >= period.lowerBound else { return nil }
        self.period = period
        today = min(day, period.upperBound)
        self.calendar = calendar
        year = FiscalMonth(period.lowerBound).fiscalYear
    }

    func hasCome(_ day: Day) -> Bool { day <= today }

    /// The date's day, or the first working one after it.
    subscript(date: Date) -> Day { working(plain(date)) }

    /// The day of the nth of so many things that go on evenly from one date to another.
    func spread(_ index: Int, of count: Int, from: Date, to: Date) -> Day {
        let (first, last) = (plain(from), plain(to))
        return working(first + (last - first) * (2 * index + 1) / (2 * max(1, count)))
    }

    /// The day or the first working one after it; at the end of the period the last one before.
    func working(_ day: Day) -> Day {
        var next = max(day, period.lowerBound)
        while next <= period.upperBound {
            if calendar.isWorking(next) { return next }
            next = next + 1
        }
        var previous = period.upperBound
        while previous > period.lowerBound, !calendar.isWorking(previous) { previous = previous + -1 }
        return previous
    }

    private func plain(_ date: Date) -> Day {
        Day(date.month >= 4 ? year : year + 1, date.month, date.dayOfMonth) ?? period.lowerBound
    }
}
