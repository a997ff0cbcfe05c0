import ArgumentParser
import BansoDomain
import BansoStore

/// Every indicator on a day.
struct KPICommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

    static let configuration = CommandConfiguration(commandName: "kpi", abstract: "Print every indicator.")

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption

    @Option(help: "table, json or csv.")
    var format = Format.table

    @Option(name: .customLong("as-of"), help: "What was true on this day, YYYY-MM-DD (else today).")
    var asOf: Day?

    @Option(help: "Only this programme: A, B, C or D.")
    var programme: String?

    func run() throws {
        let store = try database.open(.readOnly)
        let day = asOf ?? TodayOption.system
        if let programme, !store.catalogue.programmes.contains(where: { $0.id.text == programme }) {
            let known = store.catalogue.programmes.map(\.id.text).joined(separator: ", ")
            throw CommandFailure("事業区分 \(programme) はありません（\(known)）", "no programme \(programme); there are \(known)")
        }
        let readings = try store.readings(asOf: day).filter {
            programme == nil || $0.indicator.programme?.text == programme
        }
        let report = KPIReport(catalogue: store.catalogue, day: day, readings: readings)
        switch format {
        case .table: print(report.table(language.language))
        case .json: print(report.json)
        case .csv: print(report.csv)
        }
    }
}
