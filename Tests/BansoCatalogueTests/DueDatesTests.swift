import BansoCatalogue
import BansoDomain
import Testing

/// When the call's months are to be reported (seed Ⅱ 報告等: 翌月10日までに; Ⅲ: 〜令和８年３月３１日), with the real holidays.
@Suite struct DueDatesTests {
    @Test func eachMonthIsDueByTheTenthAndMarchBeforeTheContractEnds() throws {
        let catalogue = try CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
        let holidays = try HolidayFile.holidays(HolidayFile.embedded, file: HolidayFile.embeddedName)
        let calendar = WorkingCalendar(holidays: Set(holidays.map(\.date)))
        let due = ReportDeadline.all(period: catalogue.period, calendar: calendar).map {
            [$0.month.iso, $0.day.iso, $0.lastWorkingDay.iso]
        }
        #expect(
            due == [
                // A Saturday.
                ["2025-04", "2025-05-10", "2025-05-09"], ["2025-05", "2025-06-10", "2025-06-10"],
                ["2025-06", "2025-07-10", "2025-07-10"],
                // A Sunday, then 山の日 on the Monday.
                ["2025-07", "2025-08-10", "2025-08-08"], ["2025-08", "2025-09-10", "2025-09-10"],
                ["2025-09", "2025-10-10", "2025-10-10"], ["2025-10", "2025-11-10", "2025-11-10"],
                ["2025-11", "2025-12-10", "2025-12-10"],
                // A Saturday before 成人の日.
                ["2025-12", "2026-01-10", "2026-01-09"], ["2026-01", "2026-02-10", "2026-02-10"],
                ["2026-02", "2026-03-10", "2026-03-10"], ["2026-03", "2026-03-31", "2026-03-31"],
            ])
    }
}
