import BansoDomain
import Testing

@Suite struct WorkingCalendarTests {
    @Test func agreesWithCountingDayByDay() {
        var generator = SeededGenerator(seed: 7)
        let base = Day(2025, 1, 1)!
        for _ in 0..<2000 {
            let holidays = Set((0..<12).map { _ in base + Int.random(in: -20...140, using: &generator) })
            let calendar = WorkingCalendar(holidays: holidays)
            let start = base + Int.random(in: 0...60, using: &generator)
            let end = base + Int.random(in: -5...120, using: &generator)
            var naive = 0
            var day = start + 1
            while day <= end {
                let isWeekend = day.weekday == .saturday || day.weekday == .sunday
                if !isWeekend, !holidays.contains(day) { naive += 1 }
                day = day + 1
            }
            #expect(calendar.workingDays(from: start, to: end) == naive)
        }
    }

    @Test func goldenWeek() {
        let days = ["2025-04-29", "2025-05-03", "2025-05-04", "2025-05-05", "2025-05-06"].map(Sample.day)
        let calendar = WorkingCalendar(holidays: Set(days))
        // 30, 1, 2, 7: Tuesday the 29th, the weekend of the 3rd, and the 5th and 6th are free.
        #expect(calendar.workingDays(from: Sample.day("2025-04-28"), to: Sample.day("2025-05-07")) == 4)
        #expect(!calendar.isWorking(Sample.day("2025-05-06")))
        #expect(calendar.isWorking(Sample.day("2025-05-07")))
        #expect(!calendar.isWorking(Sample.day("2025-05-10")))
    }

    @Test func noneWhereTheEndIsNotLater() {
        let calendar = WorkingCalendar()
        #expect(calendar.workingDays(from: Sample.day("2025-11-20"), to: Sample.day("2025-11-20")) == 0)
        #expect(calendar.workingDays(from: Sample.day("2025-11-20"), to: Sample.day("2025-11-10")) == 0)
    }

    @Test func theDayBeforeSoManyWorkingDaysIsTheInverseOfCountingThem() {
        let calendar = WorkingCalendar(holidays: [Day(2025, 11, 3)!, Day(2025, 11, 24)!])
        for offset in 0..<40 {
            let today = Day(2025, 11, 1)! + offset
            for count in 0...14 {
                let start = calendar.day(count, workingDaysBefore: today)
                #expect(calendar.workingDays(from: start, to: today) == count)
            }
        }
    }

    @Test func aHolidayGivesWayToTheWorkingDayBefore() {
        let calendar = WorkingCalendar(holidays: [Day(2025, 11, 3)!])
        #expect(calendar.workingDay(onOrBefore: Day(2025, 11, 3)!) == Day(2025, 10, 31)!)
        #expect(calendar.workingDay(onOrBefore: Day(2025, 11, 4)!) == Day(2025, 11, 4)!)
    }
}
