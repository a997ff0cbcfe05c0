import Testing

@testable import BansoDomain

/// Which monthly reports are late, and which is next.
struct OpenReportsTests {
    private func open(_ day: Day, frozen: [String: [ProgrammeID]] = [:]) -> OpenReports {
        var catalogue = Sample.catalogue()
        catalogue.programmes = ["A", "B"].map { Programme(id: $0, label: LocalizedText(ja: "", en: ""), cap: 0) }
        let reports = frozen.flatMap { month, programmes in
            programmes.map { FrozenReport(month: FiscalMonth(iso: month)!, programme: $0, at: 0, by: "", sha256: "") }
        }
        return OpenReports(on: day, catalogue: catalogue, frozen: reports, calendar: WorkingCalendar())
    }

    private func late(_ reports: OpenReports) -> [String] { reports.late.map(\.deadline.month.iso) }

    @Test func everyMonthWhoseDayHasPassedIsLateUntilAllProgrammesHaveIt() {
        let reports = open(
            Day(2025, 8, 20)!, frozen: ["2025-04": ["A", "B"], "2025-05": ["A"], "2025-06": ["A", "B"]])
        #expect(late(reports) == ["2025-05", "2025-07"])
        #expect(reports.late.map(\.programmes) == [["B"], ["A", "B"]])
        #expect(reports.next?.deadline.month.iso == "2025-08")
    }

    @Test func onItsDayItIsNotLate() {
        #expect(late(open(Day(2025, 5, 10)!)).isEmpty)
        #expect(open(Day(2025, 5, 10)!).next?.deadline.month.iso == "2025-04")
        #expect(late(open(Day(2025, 5, 11)!)) == ["2025-04"])
    }

    @Test func whatIsDoneEarlyIsNotNext() {
        #expect(open(Day(2025, 5, 3)!, frozen: ["2025-04": ["A", "B"]]).next?.deadline.month.iso == "2025-05")
    }

    @Test func afterTheEndWhatIsLateStays() {
        let reports = open(Day(2026, 11, 22)!, frozen: ["2025-12": ["A", "B"]])
        #expect(late(reports).count == 11 && reports.next == nil)
        #expect(reports.late.last?.deadline.day == Day(2026, 3, 31)!)
    }

    @Test func beforeThePeriodNothingIsOpen() { #expect(open(Day(2025, 3, 31)!) == .none) }
}
