import ArgumentParser
import BansoDomain

/// The year's figures of each programme.
struct FinalReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "final", abstract: told("事業区分ごとの年間の実績を出力します。", "Print the year's figures of each programme."))

    @OptionGroup var pages: PageOptions

    func run() throws {
        let store = try pages.database.open(.readOnly)
        let period = store.catalogue.period
        let day = min(max(try pages.asOf.day, period.lowerBound), period.upperBound)
        let programmes = try ReportFile.programmes(pages.programme, in: store.catalogue)
        let file = try ReportFile(pages.out, format: pages.format.format)
        do {
            var reported: [ReportedMonth] = []
            var month = FiscalMonth(period.lowerBound)
            while month <= FiscalMonth(day) {
                reported += try store.monthlyReports(of: month, programmes: programmes)
                month = month.next
            }
            let readings = try store.readings(asOf: day)
            let cases = CasePages(
                try CaseSheet.all(from: store, of: programmes), readings: readings.of(programmes), on: day,
                catalogue: store.catalogue)
            let report = FinalReport(
                of: programmes, readings: readings,
                months: try store.countedReports(until: day, programmes: programmes), reported: reported, cases: cases,
                on: day, catalogue: store.catalogue)
            try file.write(report.page(pages.language.language), pages.language.language)
        } catch {
            file.discard()
            throw error
        }
        try file.publish(pages.language.language)
    }
}

extension [Reading] {
    /// Those of the programmes' own indicators.
    func of(_ programmes: [ProgrammeID]) -> [Reading] {
        filter { $0.indicator.programme.map(programmes.contains) ?? false }
    }
}
