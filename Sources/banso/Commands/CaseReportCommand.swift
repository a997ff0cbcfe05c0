import ArgumentParser
import BansoDomain

/// Case studies, a sheet each.
struct CaseReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases", abstract: "Print the case studies, a sheet each, with where their quotas stand.")

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
        let programmes = try ReportFile.programmes(programme, in: store.catalogue)
        let day = try asOf.day
        let file = try ReportFile(out, format: format.format)
        do {
            let cases = CasePages(
                try CaseSheet.all(from: store, of: programmes),
                readings: try store.readings(asOf: day).of(programmes), catalogue: store.catalogue)
            try file.write(cases.page(language.language), language.language)
        } catch {
            file.discard()
            throw error
        }
        try file.publish(language.language)
    }
}
