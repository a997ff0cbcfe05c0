import BansoDomain
import Testing

@Suite struct DayTests {
    @Test func everyDayOfTwoCenturiesRoundTripsAndFollowsTheOneBefore() {
        let first = Day(1900, 1, 1)!
        let last = Day(2100, 12, 31)!
        // Counted by hand beside it: no arithmetic is shared with Day.
        var (year, month, dayOfMonth, weekday) = (1900, 1, 1, Weekday.monday.rawValue)
        var wrong: [String] = []
        for ordinal in first.ordinal...last.ordinal {
            let day = Day(ordinal: ordinal)
            if (day.year, day.month, day.dayOfMonth) != (year, month, dayOfMonth) { wrong.append("parts \(ordinal)") }
            if Day(year, month, dayOfMonth) != day { wrong.append("from parts \(ordinal)") }
            if Day(iso: day.iso) != day || day.iso.utf8.count != 10 { wrong.append("iso \(ordinal)") }
            if day.weekday.rawValue != weekday { wrong.append("weekday \(ordinal)") }
            if day.firstOfMonth != Day(year, month, 1) { wrong.append("first of month \(ordinal)") }
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            weekday = (weekday + 1) % 7
            dayOfMonth += 1
            if dayOfMonth > lengths[month - 1] { (month, dayOfMonth) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
        #expect((year, month, dayOfMonth) == (2101, 1, 1))
    }

    @Test func theEpochIsDayZero() {
        #expect(Day(1970, 1, 1)!.ordinal == 0)
        #expect(Day(ordinal: -1).iso == "1969-12-31")
    }

    @Test(arguments: [
        (1970, 1, 1, Weekday.thursday), (2000, 2, 29, .tuesday), (2025, 8, 5, .tuesday), (2019, 5, 1, .wednesday),
        (1989, 1, 8, .sunday), (2026, 3, 31, .tuesday), (1900, 1, 1, .monday), (2025, 11, 20, .thursday),
    ])
    func weekdays(_ year: Int, _ month: Int, _ day: Int, _ weekday: Weekday) {
        #expect(Day(year, month, day)?.weekday == weekday)
    }

    @Test(arguments: [
        (2025, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2025, 4, 31), (2025, 13, 1), (2025, 0, 1),
        (2025, 1, 0), (2025, 1, -1), (0, 1, 1), (10_000, 1, 1), (Int.max, 1, 1), (2025, Int.max, Int.max),
        (Int.min, Int.min, Int.min),
    ])
    func noSuchDate(_ year: Int, _ month: Int, _ day: Int) {
        #expect(Day(year, month, day) == nil)
    }

    @Test(arguments: [(2024, 29), (2025, 28), (2000, 29), (1900, 28), (2100, 28)])
    func februaries(_ year: Int, _ length: Int) {
        #expect(Day.length(ofMonth: 2, year: year) == length)
        #expect((Day(year, 2, 29) != nil) == (length == 29))
    }

    @Test func otherMonths() {
        #expect(
            (1...12).map { Day.length(ofMonth: $0, year: 2025) } == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    }

    @Test(arguments: [
        "", "2025-1-01", "2025-01-1", "2025/01/01", "20250101", " 2025-01-01", "2025-01-01 ", "2025-02-30",
        "2025-01-0a",
        "-025-01-01", "+025-01-01", "２０２５-01-01", "2025–01–01", "2025-01-01T", "0000-01-01", "ab",
    ])
    func isoReadsNothingElse(_ text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func theFirstAndLastYearsAreWrittenInFourDigits() {
        #expect(Day(1, 1, 1)?.iso == "0001-01-01")
        #expect(Day(9999, 12, 31)?.iso == "9999-12-31")
    }

    @Test func arithmeticAndOrder() {
        let day = Day(2024, 2, 28)!
        #expect((day + 2).iso == "2024-03-01")
        #expect((day + -59).iso == "2023-12-31")
        #expect(Day(2026, 3, 31)! - Day(2025, 4, 1)! == 364)
        #expect(day < day + 1)
        #expect(!(day < day))
    }

    @Test func onlySaturdayAndSundayAreTheWeekend() {
        #expect(Weekday.allCases.filter(\.isWeekend) == [.sunday, .saturday])
        #expect(Weekday.allCases.map(\.label.ja).joined() == "日月火水木金土")
    }
}
