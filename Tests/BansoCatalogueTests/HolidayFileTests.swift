import BansoDomain
import Testing

@testable import BansoCatalogue

@Suite("Holidays")
struct HolidayFileTests {
    private func embedded() throws -> [HolidayFile.Holiday] {
        try HolidayFile.holidays(HolidayFile.embedded, file: HolidayFile.embeddedName)
    }

    @Test("Read without what only a person's file is asked, they are the same")
    func areReadAlikeBothWays() throws {
        let usual = try HolidayFile.parse(HolidayFile.embedded, file: HolidayFile.embeddedName)
        #expect(try HolidayFile.parseEmbedded() == usual)
    }

    @Test(arguments: [
        ("2025-01-13", "成人の日"), ("2025-02-24", "休日（天皇誕生日の振替）"), ("2025-03-20", "春分の日"),
        ("2025-05-06", "休日（みどりの日の振替）"), ("2025-09-23", "秋分の日"), ("2025-11-24", "休日（勤労感謝の日の振替）"),
        ("2026-03-20", "春分の日"), ("2026-05-06", "休日（憲法記念日の振替）"), ("2026-09-21", "敬老の日"),
        ("2026-09-22", "国民の休日"), ("2026-09-23", "秋分の日"), ("2027-03-21", "春分の日"),
        ("2027-03-22", "休日（春分の日の振替）"), ("2027-07-19", "海の日"), ("2027-09-23", "秋分の日"),
        ("2025-12-29", "年末年始の休日"), ("2026-01-02", "年末年始の休日"), ("2026-01-03", "年末年始の休日"),
    ])
    func knows(date: String, name: String) throws {
        let day = try #require(Day(iso: date))
        #expect(try embedded().first { $0.date == day }?.name == name)
    }

    @Test(arguments: [(2025, 24), (2026, 23), (2027, 22)])
    func hasThisManyAYear(year: Int, count: Int) throws {
        #expect(try embedded().filter { $0.date.year == year }.count == count)
    }

    @Test func namesNoOtherYear() throws {
        #expect(try embedded().count == 69)
    }

    /// The law's own rules (Art. 3(2), 3(3)) applied to the named days give the substitutes, and no others.
    @Test func followsTheLawsRules() throws {
        let closed = "年末年始の休日"
        let holidays = try embedded().filter { $0.name != closed }
        #expect(
            try embedded().filter { $0.name == closed }.allSatisfy {
                ["01-02", "01-03", "12-29", "12-30", "12-31"].contains($0.date.iso.suffix(5))
            })
        let named = Set(holidays.filter { !$0.name.contains("休日") }.map(\.date))
        var expected = named
        for day in named where day.weekday == .sunday {
            var next = day + 1
            while named.contains(next) { next = next + 1 }
            expected.insert(next)
        }
        for day in named where !expected.contains(day + 1) && named.contains(day + 2) { expected.insert(day + 1) }
        #expect(Set(holidays.map(\.date)) == expected)
    }

    @Test func leavesWorkingDays() throws {
        let calendar = try HolidayFile.parse(HolidayFile.embedded, file: HolidayFile.embeddedName)
        #expect(calendar.holidays.count == 69)
        #expect(!calendar.isWorking(try #require(Day(2026, 9, 22))))
        #expect(calendar.isWorking(try #require(Day(2026, 9, 24))))
        #expect(calendar.workingDays(from: try #require(Day(2025, 12, 26)), to: try #require(Day(2026, 1, 5))) == 1)
        #expect(calendar.workingDays(from: try #require(Day(2026, 5, 1)), to: try #require(Day(2026, 5, 7))) == 1)
    }

    @Test(arguments: [
        ("[[holiday]]\ndate = 2025-02-29\nname = \"x\"", "h.toml: line 2, column", "not TOML"),
        ("[[holiday]]\ndate = \"2025-01-01\"\nname = \"x\"", "h.toml: holiday #1.date: ", "must be a date"),
        ("[[holiday]]\ndate = 0000-01-01\nname = \"x\"", "h.toml: holiday #1.date: ", "no such date"),
        ("[[holiday]]\ndate = 2025-01-01\nname = \"\"", "h.toml: holiday #1.name: ", "is empty"),
        ("[[holiday]]\ndate = 2025-01-01", "h.toml: holiday #1.name: ", "is missing"),
        ("[[holiday]]\ndate = 2025-01-01\nname = \"x\"\nday = 1", "h.toml: holiday #1.day: ", "unknown key"),
        ("[holiday]\ndate = 2025-01-01", "h.toml: holiday: ", "must be a list"),
        ("holidays = []", "h.toml: holidays: ", "unknown key"),
        (
            "[[holiday]]\ndate = 2025-01-01\nname = \"x\"\n[[holiday]]\ndate = 2025-01-01\nname = \"x\"",
            "h.toml: holiday #2.date: ", "is there already"
        ),
        (
            "[[holiday]]\ndate = 2025-01-02\nname = \"x\"\n[[holiday]]\ndate = 2025-01-01\nname = \"x\"",
            "h.toml: holiday #2.date: ", "is before 2025-01-02"
        ),
    ])
    func refuses(text: String, place: String, reason: String) throws {
        let error = try #require(throws: CatalogueError.self) { try HolidayFile.parse(text, file: "h.toml") }
        #expect(error.description.hasPrefix(place), "\(error)")
        #expect(error.description.contains(reason), "\(error)")
    }
}
