import ArgumentParser
import BansoDomain

/// The year's figures of each programme.
struct FinalReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "final", abstract: "Print the year's figures of each programme.")

    @Option(help: "Only this programme: A, B, C or D.")
    var programme: String?

    @Option(help: "md or pdf (through LibreOffice).")
    var format = PageFormat.md

    @Option(help: "The file to make (else it is printed).")
    var out: String?

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var asOf: AsOfOption

    func run() throws {
        let store = try database.open(.readOnly)
        let period = store.catalogue.period
        let day = min(max(try asOf.day, period.lowerBound), period.upperBound)
        let programmes = try ReportFile.programmes(programme, in: store.catalogue)
        let file = try ReportFile(out, format: format.format)
        do {
            var months: [ReportedMonth] = []
            var month = FiscalMonth(period.lowerBound)
            while month <= FiscalMonth(day) {
                months += try store.monthlyReports(of: month, programmes: programmes)
                month = month.next
            }
            let readings = try store.readings(asOf: day)
            let cases = CasePages(
                try CaseSheet.all(from: store, of: programmes), readings: readings.of(programmes),
                catalogue: store.catalogue)
            let report = FinalReport(
                of: programmes, readings: readings, months: months, cases: cases, on: day, catalogue: store.catalogue)
            try file.write(report.page(language.language), language.language)
        } catch {
            file.discard()
            throw error
        }
        try file.publish(language.language)
    }
}

/// What a report that is only read is written as.
enum PageFormat: String, ExpressibleByArgument, CaseIterable {
    case md, pdf

    var format: ReportFormat { self == .md ? .md : .pdf }
}

extension [Reading] {
    /// Those of the programmes' own indicators.
    func of(_ programmes: [ProgrammeID]) -> [Reading] {
        filter { $0.indicator.programme.map(programmes.contains) ?? false }
    }
}
