import ArgumentParser
import BansoDomain
import BansoStore
import TerminalUI

/// The rows behind one number: those that count, and those that don't with the reason.
struct ExplainCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: told(
            "指標の内訳を出力します：計上した行と、理由つきで除外した行。",
            "Print the rows behind an indicator: counted, and excluded with the reason."))

    @Argument(
        help: told("指標。B2.workshops など（banso kpi で一覧）。", "The indicator, such as B2.workshops (banso kpi lists them)."))
    var indicator: String

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var asOf: AsOfOption

    @Option(help: told("table、json。", "table or json."))
    var format = Format.table

    func run() throws {
        let store = try database.open(.readOnly)
        let day = try asOf.day
        let id = IndicatorID(indicator)
        guard let reading = try store.readings(asOf: day).first(where: { $0.indicator.id == id }) else {
            throw CommandFailure(
                "指標 \(indicator) はありません（一覧は banso kpi）", "no indicator \(indicator); 'banso kpi' lists them")
        }
        let report = Explanation(
            catalogue: store.catalogue, day: day, reading: reading, matrix: try store.matrix(of: id, asOf: day))
        switch format {
        case .table:
            for line in report.heading(language.language) { print(line) }
            for verdict in [ContributionQuery.Verdict.counted, .excluded] {
                print(report.title(of: verdict, language.language))
                try rows(verdict, of: id, on: day, in: store) { print(report.line($0, language.language)) }
            }
            for line in report.matrixLines(language.language) { print(line) }
        case .json:
            print(report.jsonHead, terminator: "")
            var isFirst = true
            try rows(.all, of: id, on: day, in: store) { row in
                print(isFirst ? "" : ",", terminator: "")
                print(report.json(row).text, terminator: "")
                isFirst = false
            }
            print(report.jsonTail)
        }
    }

    /// All of them, a page at a time: memory does not grow with their number.
    private func rows(
        _ verdict: ContributionQuery.Verdict, of id: IndicatorID, on day: Day, in store: Store,
        _ body: (ExplainedContribution) -> Void
    ) throws {
        var query = ContributionQuery(indicator: id, asOf: day, verdict: verdict, limit: 500)
        while true {
            let page = try store.contributions(query)
            page.forEach(body)
            guard page.count == query.limit, let last = page.last else { return }
            query.after = last.place
        }
    }
}
