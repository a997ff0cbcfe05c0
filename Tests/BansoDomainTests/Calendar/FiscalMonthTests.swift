import BansoDomain
import Testing

@Suite struct FiscalMonthTests {
    @Test(arguments: [
        ("2025-03", 2024), ("2025-04", 2025), ("2025-12", 2025), ("2026-01", 2025), ("2026-03", 2025),
        ("2026-04", 2026),
    ])
    func fiscalYears(_ iso: String, _ year: Int) {
        #expect(FiscalMonth(iso: iso)?.fiscalYear == year)
    }

    @Test func partsAndNext() throws {
        let february = try #require(FiscalMonth(year: 2024, month: 2))
        #expect(february.iso == "2024-02")
        #expect(february.firstDay.iso == "2024-02-01")
        #expect(february.lastDay.iso == "2024-02-29")
        #expect(february.next.iso == "2024-03")
        #expect(FiscalMonth(iso: "2025-12")?.next.iso == "2026-01")
        #expect(FiscalMonth(Sample.day("2024-02-29")) == february)
    }

    @Test(arguments: ["", "2025", "2025-13", "2025-00", "2025-1", "2025-10-01", "2025/10", "0000-01", "２０２５-10"])
    func refused(_ text: String) {
        #expect(FiscalMonth(iso: text) == nil)
    }

    @Test func refusedParts() {
        #expect(FiscalMonth(year: 2025, month: 0) == nil)
        #expect(FiscalMonth(year: 2025, month: 13) == nil)
        #expect(FiscalMonth(year: 0, month: 1) == nil)
        #expect(FiscalMonth(year: 10_000, month: 1) == nil)
    }

    @Test func orderIsThatOfTheirDays() {
        var month = FiscalMonth(iso: "2024-01")!
        for _ in 0..<40 {
            #expect(month < month.next)
            #expect(month.lastDay + 1 == month.next.firstDay)
            month = month.next
        }
    }
}
