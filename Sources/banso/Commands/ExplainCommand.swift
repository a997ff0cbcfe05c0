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

    @OptionGroup var actor: ActorOption

    @Option(
        help: told(
            "個人の名前も出力する目的。書き出し台帳（banso exports）に残ります。なければ名前は番号だけです。",
            "What names of people are printed for; entered in the export ledger (banso exports). Without it: their numbers."
        ))
    var purpose: String?

    func run() throws {
        let purpose = Folding.stored(self.purpose ?? "")
        guard self.purpose == nil || !purpose.isEmpty else {
            throw CommandFailure("--purpose：目的を入力してください", "--purpose: say what for")
        }
        let store = try database.open(purpose.isEmpty ? .readOnly : .readWrite)
        let day = try asOf.day
        let id = IndicatorID(indicator)
        guard let reading = try store.readings(asOf: day).first(where: { $0.indicator.id == id }) else {
            let own = store.catalogue.indicators.map(\.id.text).filter { $0.hasPrefix(indicator + ".") }
            let known = own.isEmpty ? "banso kpi" : own.joined(separator: ", ")
            throw CommandFailure(
                "指標 \(indicator) はありません（\(own.isEmpty ? "一覧は" : "")\(known)）",
                "no indicator \(indicator); \(own.isEmpty ? "'banso kpi' lists them" : "there are \(known)")")
        }
        let report = Explanation(
            catalogue: store.catalogue, day: day, reading: reading, matrix: try store.matrix(of: id, asOf: day))
        let query = ContributionQuery(indicator: id, asOf: day, limit: 500, namesPeople: !purpose.isEmpty)
        guard !purpose.isEmpty else {
            if try write(report, query, from: store, to: { print($0, terminator: "") }).people > 0 {
                Output.warn(
                    language.language(
                        "個人の名前は --purpose 目的 をつけると出力します（台帳に残ります）",
                        "names of people are printed with --purpose TEXT, which is kept in the export ledger"))
            }
            return
        }
        let file = try PrintedFile()
        let outgoing = LedgeredFile(file)
        let rows = try write(report, query, from: store, to: outgoing.write).rows
        try file.seal()
        let entry = ExportEntry(
            subject: "explain-\(id)", filter: day.iso, rows: rows, hash: [], purpose: purpose, format: format.rawValue,
            name: "")
        try outgoing.publish(entry, into: store, by: actor.actor)
    }

    /// - Returns: how many rows there are, and how many of them are about a person.
    private func write(
        _ report: Explanation, _ query: ContributionQuery, from store: Store, to emit: (String) throws -> Void
    ) throws -> (rows: Int, people: Int) {
        var (count, people) = (0, 0)
        func rows(_ verdict: ContributionQuery.Verdict, _ body: (ExplainedContribution) throws -> Void) throws {
            var query = query
            query.verdict = verdict
            try ExplainCommand.each(query, in: store) { row in
                count += 1
                if row.contribution.subject.kind == .talent { people += 1 }
                try body(row)
            }
        }
        switch format {
        case .table:
            for line in report.heading(language.language) { try emit(line + "\n") }
            for verdict in [ContributionQuery.Verdict.counted, .excluded] {
                try emit(report.title(of: verdict, language.language) + "\n")
                try rows(verdict) { try emit(report.line($0, language.language) + "\n") }
            }
            for line in report.matrixLines(language.language) { try emit(line + "\n") }
        case .json:
            try emit(report.jsonHead)
            var isFirst = true
            try rows(.all) { row in
                try emit((isFirst ? "" : ",") + report.json(row).text)
                isFirst = false
            }
            try emit(report.jsonTail + "\n")
        }
        return (count, people)
    }

    /// All of them, a page at a time: memory does not grow with their number.
    private static func each(
        _ query: ContributionQuery, in store: Store, _ body: (ExplainedContribution) throws -> Void
    ) throws {
        var query = query
        while true {
            let page = try store.contributions(query)
            try page.forEach(body)
            guard page.count == query.limit, let last = page.last else { return }
            query.after = last.place
        }
    }
}
