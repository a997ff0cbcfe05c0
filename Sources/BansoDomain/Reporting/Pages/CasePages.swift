/// The sheets of case studies: first where their quotas stand, then one sheet each.
public struct CasePages {
    private let sheets: [CaseSheet]
    private let readings: [Reading]
    private let day: Day
    private let catalogue: Catalogue

    /// - Parameter readings: as of `day`; only those that count case studies are shown.
    public init(_ sheets: [CaseSheet], readings: [Reading], on day: Day, catalogue: Catalogue) {
        self.sheets = sheets
        self.day = day
        self.readings = readings.filter {
            $0.indicator.count.source == .cases || $0.indicator.count.source == .caseCompanies
        }
        self.catalogue = catalogue
    }

    public func page(_ language: Language) -> ReportPage {
        let cover = ReportPage(
            [.heading(language("事例", "Case studies"), level: 1)] + quotas(language) + contents(language))
        return .joined([cover] + sheets.map { sheet($0, language) })
    }

    /// How many there are of how many, and what else must hold: 6 and 2, three regions, every prefecture.
    func quotas(_ language: Language) -> [ReportPage.Block] {
        let rows = readings.map { reading in
            let own = reading.indicator
            let status = reading.isMet ? language("達成", "met") : language("不足", "missing")
            let rules = reading.constraints.map { ($0.isMet ? "✓ " : "✗ ") + $0.detail(language) }
            return [
                own.id.text, own.label(language), String(reading.tally.counted), own.target.spelled(language),
                own.unit(language), status, rules.joined(separator: language("、", ", ")),
            ]
        }
        let columns: [ReportPage.Table.Column] = [
            .init(language("指標", "Indicator")), .init(language("内容", "What is counted")),
            .init(language("件数", "Count"), isNumber: true), .init(language("目標", "Target"), isNumber: true),
            .init(language("単位", "Unit")), .init(language("状況", "Status")), .init(language("条件", "What must hold")),
        ]
        return [
            .heading(language("件数と条件", "Quotas"), level: 2), .table(ReportPage.Table(columns, rows)),
        ]
    }

    private func contents(_ language: Language) -> [ReportPage.Block] {
        let heading = ReportPage.Block.heading(language("一覧", "Contents"), level: 2)
        guard !sheets.isEmpty else {
            return [heading, .text(language("事例はまだありません（n で追加）", "There is none yet (n adds one)."))]
        }
        let columns: [ReportPage.Table.Column] = [
            .init(language("事業", "Activity")), .init(language("題名", "Title")), .init(language("企業・地域", "About")),
            .init(language("都道府県", "Prefecture")), .init(language("状況", "Status")),
        ]
        let rows = sheets.map { sheet in
            [
                sheet.record["activity"].text ?? "", sheet.record["title"].text ?? "", sheet.subject,
                sheet.prefecture?.name(language) ?? "", status(sheet, language),
            ]
        }
        return [heading, .table(ReportPage.Table(columns, rows))]
    }

    private func sheet(_ sheet: CaseSheet, _ language: Language) -> ReportPage {
        let activity = ActivityID(sheet.record["activity"].text ?? "")
        let label = catalogue.activity(activity)?.label(language) ?? ""
        let kind = sheet.record["kind"].text.flatMap(EmploymentKind.init)?.label(language) ?? ""
        let facts = [
            ReportPage.Fact(language("事業", "Activity"), "\(activity) \(label)"),
            ReportPage.Fact(language("企業・地域", "About"), sheet.subject),
            ReportPage.Fact(language("都道府県", "Prefecture"), sheet.prefecture?.name(language) ?? ""),
            ReportPage.Fact(language("雇用形態", "Kind"), kind),
            ReportPage.Fact(language("日付", "Date"), sheet.record["date"].day?.spelled(language) ?? ""),
            ReportPage.Fact(language("状況", "Status"), status(sheet, language)),
        ]
        let summary = sheet.record["summary"].text ?? ""
        return ReportPage([
            .heading(sheet.record["title"].text ?? "", level: 1), .facts(facts.filter { !$0.value.isEmpty }),
            .heading(language("要旨", "Summary"), level: 2),
            .text(summary.isEmpty ? language("（未記入）", "(not written yet)") : summary),
        ])
    }

    private func status(_ sheet: CaseSheet, _ language: Language) -> String {
        guard sheet.isDone else { return language("作成中（件数に含まない）", "draft, not counted") }
        let isLater = sheet.record["date"].day.map { $0 > day } ?? false
        return CaseStatus.done.label(language)
            + (isLater ? language("（基準日より後、件数に含まない）", " (after the day, not counted)") : "")
    }
}
