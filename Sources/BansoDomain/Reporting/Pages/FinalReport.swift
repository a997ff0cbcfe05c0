/// What the year came to, programme by programme: the figures of the results report (seed: 成果物の納入：事業報告書, 実績報告書).
public struct FinalReport {
    private let programmes: [Programme]
    private let readings: [Reading]
    private let months: [MonthlyReport]
    private let reported: [ReportedMonth]
    private let cases: CasePages
    private let day: Day
    private let catalogue: Catalogue

    /// - Parameters:
    ///   - readings: as of `day`.
    ///   - months: these programmes' months up to the day's as they count now, offers up to the day.
    ///   - reported: the same as they were reported.
    public init(
        of programmes: [ProgrammeID], readings: [Reading], months: [MonthlyReport], reported: [ReportedMonth],
        cases: CasePages, on day: Day, catalogue: Catalogue
    ) {
        self.programmes = catalogue.programmes.filter { programmes.contains($0.id) }
        self.readings = readings
        self.months = months
        self.reported = reported
        self.cases = cases
        self.day = day
        self.catalogue = catalogue
    }

    public func page(_ language: Language) -> ReportPage {
        .joined(
            programmes.map { page(of: $0, language) } + [ReportPage(casesHeading(language) + cases.quotas(language))])
    }

    private func casesHeading(_ language: Language) -> [ReportPage.Block] {
        [.heading(language("事例", "Case studies"), level: 1)]
    }

    private func page(of programme: Programme, _ language: Language) -> ReportPage {
        let own = months.filter { $0.programme == programme.id }
        let reported = reported.filter { $0.report.programme == programme.id }
        let title = language(
            "実績報告　\(programme.id) \(programme.label.ja)",
            "Final report: programme \(programme.id) \(programme.label.en)")
        return ReportPage(
            [
                .heading(title, level: 1),
                .facts([
                    ReportPage.Fact(
                        language("期間", "Period"),
                        "\(catalogue.period.lowerBound.spelled(language)) – \(catalogue.period.upperBound.spelled(language))"
                    ),
                    ReportPage.Fact(language("基準日", "As of"), day.spelled(language)),
                    ReportPage.Fact(language("確定した月", "Frozen months"), frozen(reported, language)),
                ]),
            ] + indicators(of: programme.id, language) + wholeMonth(language)
                + corrected(reported, language) + byMonth(own, language) + events(own, language)
                + meetings(own, language) + corrections(reported, language))
    }

    /// What no monthly report has told.
    private func corrections(_ months: [ReportedMonth], _ language: Language) -> [ReportPage.Block] {
        months.flatMap(\.pending).pending(language("5. 報告後の訂正", "5. Corrections since the reports"), language)
    }

    private func frozen(_ months: [ReportedMonth], _ language: Language) -> String {
        let frozen = months.filter { $0.frozen != nil }.map(\.report.month.iso)
        return frozen.isEmpty ? language("なし", "none") : frozen.joined(separator: language("、", ", "))
    }

    /// What counts on the day, corrections and all.
    private func indicators(of programme: ProgrammeID, _ language: Language) -> [ReportPage.Block] {
        let columns: [ReportPage.Table.Column] = [
            .init(language("指標", "Indicator")), .init(language("内容", "What is counted")),
            .init(language("実績", "Result"), isNumber: true), .init(language("目標", "Target"), isNumber: true),
            .init(language("単位", "Unit")), .init(language("達成", "Met")), .init(language("条件", "What must hold")),
        ]
        let month = FiscalMonth(day)
        let rows = readings.compactMap { reading -> [String]? in
            guard
                let own = IndicatorFigures(
                    reading, month: Tally(), month: month, programme: programme, catalogue: catalogue)
            else { return nil }
            let missing = reading.constraints.filter { !$0.isMet }.map { $0.detail(language) }
            return [
                own.indicator.text, own.label(language), own.sum(language), own.target(language), own.unit(language),
                own.isMet ? language("達成", "met") : language("未達", "not met"),
                missing.joined(separator: language("、", ", ")),
            ]
        }
        return [.heading(language("1. 目標と実績", "1. Targets and results"), level: 2), .table(.init(columns, rows))]
    }

    /// Months are reported whole: what the day doesn't know yet may stand in its own.
    private func wholeMonth(_ language: Language) -> [ReportPage.Block] {
        let month = FiscalMonth(day)
        guard day < month.lastDay else { return [] }
        return [
            .text(
                language(
                    "以下の表の\(month.iso)は、基準日より後の日付の記録も含む月全体の分です。",
                    "In the tables below \(month.iso) is the whole month, with what is dated after the day."))
        ]
    }

    /// One set of figures: what was corrected after its month's report is in all of them.
    private func corrected(_ months: [ReportedMonth], _ language: Language) -> [ReportPage.Block] {
        guard months.contains(where: { $0.frozen != nil }) else { return [] }
        return [
            .text(
                language(
                    "以下の表は、確定した月も、その後の訂正を含む現在の記録によります。",
                    "The tables below are by the records as they are now, in frozen months too, with all corrections."))
        ]
    }

    private func byMonth(_ months: [MonthlyReport], _ language: Language) -> [ReportPage.Block] {
        let columns: [ReportPage.Table.Column] =
            [.init(language("月", "Month"))]
            + [
                language("訪問企業", "Visited"), language("情報取得", "Informed"), language("イベント", "Events"),
                language("参加企業（延べ）", "Companies"), language("参加者（延べ）", "People"), language("内定", "Offers"),
                language("連携会議", "Meetings"),
            ].map { .init($0, isNumber: true) }
        let figures = months.map { report -> [Int] in
            [
                report.companies.month.visited, report.companies.month.informed, report.events.count,
                report.events.reduce(0) { $0 + $1.companies }, report.events.reduce(0) { $0 + $1.people },
                report.matching.reduce(0) { $0 + $1.month.offers }, report.meetings.count,
            ]
        }
        let rows = zip(months, figures).map { month, row in [month.month.iso] + row.map { String($0) } }
        // A company that was met in two months is one company: the year's figure is no sum.
        let last = months.last?.companies.soFar
        let sums = (2..<7).map { place in figures.reduce(0) { $0 + $1[place] } }
        let year =
            [language("通年", "Year"), String(last?.visited ?? 0), String(last?.informed ?? 0)] + sums.map { String($0) }
        return [.heading(language("2. 月別の実績", "2. Month by month"), level: 2), .table(.init(columns, rows + [year]))]
    }

    private func events(_ months: [MonthlyReport], _ language: Language) -> [ReportPage.Block] {
        let all = months.flatMap(\.events)
        guard !all.isEmpty else { return [] }
        let columns: [ReportPage.Table.Column] = [
            .init(language("開催日", "Date")), .init(language("事業", "Activity")), .init(language("テーマ", "Theme")),
            .init(language("参加企業", "Companies"), isNumber: true), .init(language("参加者", "People"), isNumber: true),
            .init(language("満足", "Content"), isNumber: true), .init(language("内定", "Offers"), isNumber: true),
        ]
        let rows = all.map { event in
            [
                event.date.iso, event.activity.text, event.theme, String(event.companies), String(event.people),
                event.answers.companies == 0 ? "–" : "\(event.answers.content)/\(event.answers.companies)",
                String(event.offers),
            ]
        }
        return [.heading(language("3. イベント", "3. Events"), level: 2), .table(.init(columns, rows))]
    }

    private func meetings(_ months: [MonthlyReport], _ language: Language) -> [ReportPage.Block] {
        let all = months.flatMap(\.meetings)
        guard !all.isEmpty else { return [] }
        let rows = all.map {
            [$0.date.iso, $0.title, $0.minutes.isEmpty ? language("なし", "none") : language("あり", "yes")]
        }
        return [
            .heading(language("4. 連携会議", "4. Liaison meetings"), level: 2),
            .table(
                .init(
                    [
                        .init(language("開催日", "Date")), .init(language("会議名", "Title")),
                        .init(language("議事録", "Minutes")),
                    ], rows)),
        ]
    }
}
