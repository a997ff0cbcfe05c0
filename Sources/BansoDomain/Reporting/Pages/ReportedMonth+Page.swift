extension ReportedMonth {
    /// The report in the order of the seed (報告（４）), with what has been corrected at its end.
    public func page(_ language: Language) -> ReportPage {
        let sections = [
            companies(language), events(language), surveys(language), matching(language), meetings(language),
            indicators(language), narrative(language), corrections(language),
            pending.pending(language("8. 確定後の訂正", "8. Corrections since"), language),
        ]
        return ReportPage([.heading(title(language), level: 1), .facts(facts(language))] + sections.flatMap { $0 })
    }

    private func title(_ language: Language) -> String {
        language("月次報告　", "Monthly report: ") + report.name(language)
    }

    private func facts(_ language: Language) -> [ReportPage.Fact] {
        guard let frozen else {
            return [
                ReportPage.Fact(
                    language("状態", "State"), language("未確定（数値は現在の記録によるもの）", "open: figures as the records are now"))
            ]
        }
        return [
            ReportPage.Fact(
                language("状態", "State"),
                language(
                    "確定（\(ReportWords.moment(frozen.at)) \(frozen.by)）",
                    "frozen on \(ReportWords.moment(frozen.at)) (JST) by \(frozen.by)")),
            ReportPage.Fact("SHA-256", frozen.sha256),
        ]
    }

    // MARK: Sections

    private func companies(_ language: Language) -> [ReportPage.Block] {
        let figures = report.companies
        return [
            .heading(language("1. 企業の訪問・情報取得", "1. Companies visited, information obtained"), level: 2),
            .table(
                ReportPage.Table(
                    [
                        .init(language("項目", "Item")), .init(language("今月", "This month"), isNumber: true),
                        .init(language("累計", "So far"), isNumber: true),
                    ],
                    [
                        [
                            CompanyFigures.visitedLabel(language), String(figures.month.visited),
                            String(figures.soFar.visited),
                        ],
                        [
                            CompanyFigures.informedLabel(language), String(figures.month.informed),
                            String(figures.soFar.informed),
                        ],
                    ])),
        ]
    }

    private func events(_ language: Language) -> [ReportPage.Block] {
        let heading = ReportPage.Block.heading(language("2. イベント等", "2. Events"), level: 2)
        guard !report.events.isEmpty else { return [heading, .text(language("開催なし", "None was held."))] }
        let columns: [ReportPage.Table.Column] = [
            .init(language("開催日", "Date")), .init(language("事業", "Activity")), .init(language("テーマ", "Theme")),
            .init(language("参加企業", "Companies"), isNumber: true),
            .init(language("参加機関", "Institutions"), isNumber: true),
            .init(language("参加者", "People"), isNumber: true),
            .init(language("内定（月末まで）", "Offers by month's end"), isNumber: true),
        ]
        let rows = report.events.map { event in
            [
                event.date.short(language), event.activity.text, event.theme, String(event.companies),
                String(event.institutions), String(event.people), String(event.offers),
            ]
        }
        let materials = report.events.filter { !$0.materials.isEmpty }.map {
            ReportPage.Fact("\($0.date.short(language)) \($0.theme)", $0.materials)
        }
        return [heading, .table(ReportPage.Table(columns, rows))]
            + (materials.isEmpty ? [] : [.heading(language("配付資料", "Handed out"), level: 3), .facts(materials)])
    }

    private func surveys(_ language: Language) -> [ReportPage.Block] {
        let answered = report.events.filter { $0.answered > 0 }
        guard !answered.isEmpty else { return [] }
        let columns: [ReportPage.Table.Column] =
            [.init(language("開催日", "Date")), .init(language("テーマ", "Theme"))]
            + (1...5).map { .init(String($0), isNumber: true) }
            + [
                .init(language("企業の回答", "Companies"), isNumber: true),
                .init(language("うち満足", "Content"), isNumber: true),
                .init(language("気づき", "Insight"), isNumber: true),
                .init(language("行動変容", "Change"), isNumber: true),
            ]
        let rows = answered.map { event in
            [event.date.short(language), event.theme] + event.scores.map { String($0) }
                + [event.answers.companies, event.answers.content, event.answers.insight, event.answers.change].map {
                    String($0)
                }
        }
        return [
            .heading(language("アンケート結果（5段階の回答数）", "Survey results: answers by grade"), level: 3),
            .table(ReportPage.Table(columns, rows)),
            .text(
                language(
                    "イベントごとの回答すべてです（翌月以降の回答も含みます）。5の指標は回答日の月で数えます。",
                    "All answers about each event, later months' too; the indicators in 5 count an answer in its own month."
                )),
        ]
    }

    private func matching(_ language: Language) -> [ReportPage.Block] {
        let heading = ReportPage.Block.heading(language("3. 内定の状況", "3. Offers"), level: 2)
        guard !report.matching.isEmpty else {
            return [heading, .text(language("対象の事業はありません", "No activity of the programme has any."))]
        }
        let columns: [ReportPage.Table.Column] = [
            .init(language("事業", "Activity")), .init(language("参加人材（今月）", "People this month"), isNumber: true),
            .init(language("同（累計）", "So far"), isNumber: true),
            .init(language("内定（今月）", "Offers this month"), isNumber: true),
            .init(language("同（累計）", "So far"), isNumber: true),
        ]
        let rows = report.matching.map { own in
            [
                "\(own.activity) \(own.label(language))", String(own.month.participations),
                String(own.soFar.participations), String(own.month.offers), String(own.soFar.offers),
            ]
        }
        return [
            heading, .table(ReportPage.Table(columns, rows)),
        ]
    }

    private func meetings(_ language: Language) -> [ReportPage.Block] {
        let heading = ReportPage.Block.heading(language("4. 連携会議", "4. Liaison meetings"), level: 2)
        guard !report.meetings.isEmpty else { return [heading, .text(language("開催なし", "None was held."))] }
        return [heading]
            + report.meetings.flatMap { meeting -> [ReportPage.Block] in
                let facts = [
                    ReportPage.Fact(language("出席者", "Participants"), meeting.participants),
                    ReportPage.Fact(
                        language("議事録", "Minutes"),
                        meeting.minutes.isEmpty ? language("（未作成）", "(none yet)") : meeting.minutes),
                    ReportPage.Fact(language("配付資料", "Handed out"), meeting.materials),
                ]
                return [
                    .heading("\(meeting.date.spelled(language)) \(meeting.title)", level: 3),
                    .facts(facts.filter { !$0.value.isEmpty }),
                ]
            }
    }

    private func indicators(_ language: Language) -> [ReportPage.Block] {
        let columns: [ReportPage.Table.Column] = [
            .init(language("指標", "Indicator")), .init(language("内容", "What is counted")),
            .init(language("今月", "This month"), isNumber: true), .init(language("累計", "So far"), isNumber: true),
            .init(language("目標", "Target"), isNumber: true), .init(language("単位", "Unit")),
            .init(language("達成", "Met")),
        ]
        let rows = report.indicators.map { own in
            [
                own.indicator.text, own.label(language), own.month.text, own.sum(language), own.target(language),
                own.unit(language), own.isMet ? language("達成", "met") : "",
            ]
        }
        return [.heading(language("5. 指標", "5. Indicators"), level: 2), .table(ReportPage.Table(columns, rows))]
    }

    private func narrative(_ language: Language) -> [ReportPage.Block] {
        [.heading(language("6. 実施状況", "6. What was done"), level: 2)]
            + report.narrative.flatMap { item -> [ReportPage.Block] in
                let text = item.text.isEmpty ? language("（未記入）", "(not written yet)") : item.text
                return [.heading(item.label(language), level: 3), .text(text)]
            }
    }
}
