import ArgumentParser
import BansoDomain
import BansoStore

extension KPIReport.Side: ExpressibleByArgument {}

/// Every indicator on a day.
struct KPICommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

    static let configuration = CommandConfiguration(
        commandName: "kpi", abstract: told("すべての指標を出力します。", "Print every indicator."))

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var asOf: AsOfOption

    @Option(help: told("table、json、csv。", "table, json or csv."))
    var format = Format.table

    @Option(
        help: told("この事業区分だけ：A、B、C、D。", "Only this programme: A, B, C or D."), completion: .list(["A", "B", "C", "D"]))
    var programme: String?

    @Option(help: told("代わりに表で：month（月別）か prefecture（県別）。", "A matrix instead: month or prefecture."))
    var by: KPIReport.Side?

    func validate() throws {
        guard by == nil || format == .table else {
            throw ValidationError(told("--by は --format table と使います", "--by goes with --format table"))
        }
    }

    func run() throws {
        let store = try database.open(.readOnly)
        let day = try asOf.day
        if let programme, !store.catalogue.programmes.contains(where: { $0.id.text == programme }) {
            let known = store.catalogue.programmes.map(\.id.text).joined(separator: ", ")
            throw CommandFailure("事業区分 \(programme) はありません（\(known)）", "no programme \(programme); there are \(known)")
        }
        let readings = try store.readings(asOf: day).filter {
            programme == nil || $0.indicator.programme?.text == programme
        }
        let report = KPIReport(catalogue: store.catalogue, day: day, readings: readings)
        if let by {
            // What a rate divides are rows of several parts: they stand in its explanation.
            let counts = readings.filter { $0.rate == nil }
            let matrices = try counts.map { try store.matrix(of: $0.indicator.id, asOf: day) }
            let report = KPIReport(catalogue: store.catalogue, day: day, readings: counts)
            print(report.table(matrices, by: by, language.language))
            return
        }
        switch format {
        case .table: print(report.table(language.language))
        case .json: print(report.json)
        case .csv: print(report.csv)
        }
    }
}
