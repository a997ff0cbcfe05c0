import ArgumentParser
import BansoDomain

/// Case studies, a sheet each.
struct CaseReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: told(
            "事例を一件一枚で出力します。必要数に対する状況も付きます。", "Print the case studies, a sheet each, with where their quotas stand."))

    @OptionGroup var pages: PageOptions

    func run() throws {
        let store = try pages.database.open(.readOnly)
        let programmes = try ReportFile.programmes(pages.programme, in: store.catalogue)
        let day = try pages.asOf.day
        let file = try ReportFile(pages.out, format: pages.format.format)
        do {
            let cases = CasePages(
                try CaseSheet.all(from: store, of: programmes),
                readings: try store.readings(asOf: day).of(programmes), on: day, catalogue: store.catalogue)
            try file.write(cases.page(pages.language.language), pages.language.language)
        } catch {
            file.discard()
            throw error
        }
        try file.publish(pages.language.language)
    }
}
