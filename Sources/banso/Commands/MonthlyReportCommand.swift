import ArgumentParser
import BansoDomain
import BansoExchange
import BansoStore

/// The month's report of each programme: due on the 10th of the next month.
struct MonthlyReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "monthly",
        abstract: told(
            "事業区分ごとの月次報告を出力します。--freeze で確定します。",
            "Print the month's report of each programme; --freeze keeps it for good."),
        discussion: told(
            """
            確定した月は、確定したときの内容を SHA-256 つきで出力します。その後の変更は翌月の報告に訂正として載ります：\
            どの数字か、どの記録か、だれがいつなぜ変えたか。理由は画面（R、Enter、c）か banso add correction-reason で書きます。
            """,
            """
            A frozen month always prints what was frozen, with its SHA-256. What is changed in it later appears as a \
            correction in the next month's report: which numbers, which record, who, when and why. The reason is written \
            on the screen (R, Enter, c) or by banso add correction-reason.
            """))

    @Option(help: told("月：2025-10（なければ終わった直近の月）。", "The month: 2025-10 (else the last one that is over)."))
    var month: String?

    @Option(
        help: told("この事業区分だけ：A、B、C、D。", "Only this programme: A, B, C or D."), completion: .list(["A", "B", "C", "D"]))
    var programme: String?

    @Option(help: told("md、csv、xlsx、json、pdf（LibreOffice を使います）。", "md, csv, xlsx, json or pdf (through LibreOffice)."))
    var format = ReportFormat.md

    @Option(help: told("作るファイル（なければ画面に出力）。", "The file to make (else it is printed)."), completion: .file())
    var out: String?

    @Flag(help: told("数字・文・ハッシュを今のまま確定します（戻せません）。", "Keep figures, texts and hash as they are now, for good."))
    var freeze = false

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var today: TodayOption
    @OptionGroup var actor: ActorOption

    @Option(
        help: told(
            "会議の出席者・議事録を含む月の目的（なければ「九州経済産業局への月次報告」）。書き出し台帳（banso exports）に残ります。",
            "What a month with a meeting's participants or minutes goes out for (else the report to the Bureau); kept in "
                + "the export ledger (banso exports)."))
    var purpose: String?

    func run() throws {
        let store = try database.open(freeze ? .readWrite : .readOnly)
        let language = language.language
        let day = try today.day
        let month = try month(before: day, in: store.catalogue.period)
        let programmes = try ReportFile.programmes(programme, in: store.catalogue)
        // Everything that can go wrong with the file is known before anything is frozen for good.
        let file = try ReportFile(out, format: format)
        let entry: ReportEntry?
        do {
            try MonthlyReportCommand.nameUnexplained(store.monthlyReports(of: month, programmes: programmes), language)
            if freeze { _ = try store.freeze(month, of: programmes, on: day, by: actor.actor) }
            let months = try store.monthlyReports(of: month, programmes: programmes)
            entry = try ReportEntry(
                of: months, purpose: Folding.stored(purpose ?? ""), format: format.rawValue, language,
                into: { freeze ? store : try database.open() }, by: actor.actor)
            switch format {
            case .md, .pdf: try file.write(ReportPage.joined(months.map { $0.page(language) }), language)
            case .json: try file.write(ReportJSON.text(of: months))
            case .csv: try file.write(MonthlyReportTable(months, language), as: .csv, language)
            case .xlsx: try file.write(MonthlyReportTable(months, language), as: .xlsx, language)
            }
        } catch {
            file.discard()
            throw error
        }
        try file.publish(language, noting: entry)
    }

    /// Says which corrections of reports that are still open nobody has explained: once frozen it is too late.
    private static func nameUnexplained(_ months: [ReportedMonth], _ language: Language) {
        for open in months where open.frozen == nil {
            let lacking = open.report.corrections.flatMap(\.causes).filter(\.lacksReason)
            guard let record = lacking.first?.record else { continue }
            let (month, programme) = (open.report.month.iso, open.report.programme)
            let add = "banso add correction-reason month=\(month) programme=\(programme) record=\(record) reason=…"
            Output.warn(
                language(
                    "\(month) \(programme)：理由の書かれていない訂正が\(lacking.count)件あります（\(add)）",
                    "\(month) \(programme): \(lacking.count) corrections have no reason (\(add))"))
        }
    }

    /// - Throws: `CommandFailure` where what was given is no month of the period.
    private func month(before today: Day, in period: ClosedRange<Day>) throws -> FiscalMonth {
        let (first, last) = (FiscalMonth(period.lowerBound), FiscalMonth(period.upperBound))
        guard let text = self.month else {
            return min(max(FiscalMonth(FiscalMonth(today).firstDay + -1), first), last)
        }
        let typed = Folding.typed(text)
        let found = FiscalMonth(iso: typed) ?? FiscalMonth(iso: typed.replacing("/", with: "-"))
        guard let found else {
            throw CommandFailure(
                "--month：「\(text)」は月ではありません（2025-10 など）", "--month: '\(text)' is no month (such as 2025-10)")
        }
        guard (first...last).contains(found) else {
            throw CommandFailure(
                "--month：\(found.iso) は事業期間の月ではありません（\(first.iso)～\(last.iso)）",
                "--month: \(found.iso) is no month of the period (\(first.iso) to \(last.iso))")
        }
        return found
    }
}
