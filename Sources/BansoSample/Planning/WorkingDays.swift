import BansoDomain

/// The working days of the sample, in order: those that have been, today, and those in which something is due.
struct WorkingDays {
    private let days: [Day]
    /// The place of today, or of the last working day before it.
    let today: Int
    /// The place of the first day on which a company was consulted.
    let firstConsultation: Int

    /// The desk opens in the fiscal year's second week, and consults from June.
    private static let opening = (month: 4, dayOfMonth: 7)
    private static let consulting = (month: 6, dayOfMonth: 2)
    /// How far ahead something is due: 30 working days and some holidays.
    private static let ahead = 60

    /// Nil where no working day of the period has been: then nothing has happened yet.
    init?(through day: Day, in period: ClosedRange<Day>, calendar: WorkingCalendar) {
        let end = min(day, period.upperBound)
        let year = FiscalMonth(end).fiscalYear
        guard let opening = Day(year, Self.opening.month, Self.opening.dayOfMonth),
            let consulting = Day(year, Self.consulting.month, Self.consulting.dayOfMonth)
        else { return nil }
        let start = max(opening, period.lowerBound)
        guard start <= end else { return nil }
        days = (start.ordinal...end.ordinal + Self.ahead).map(Day.init(ordinal:)).filter(calendar.isWorking)
        guard let today = days.lastIndex(where: { $0 <= end }) else { return nil }
        self.today = today
        firstConsultation = days.firstIndex { $0 >= consulting } ?? today + 1
    }

    subscript(place: Int) -> Day { days[min(max(place, 0), days.count - 1)] }
}
