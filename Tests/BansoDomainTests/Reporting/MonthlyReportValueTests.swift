import BansoDomain
import Testing

struct MonthlyReportValueTests {
    private static let october = FiscalMonth(year: 2025, month: 10)!
    private static let november = FiscalMonth(year: 2025, month: 11)!
    private static let december = FiscalMonth(year: 2025, month: 12)!
    private static let period = Day(2025, 4, 1)!...Day(2026, 3, 31)!

    private func report(_ month: FiscalMonth = october, visited: Int = 1, companies: Int = 5) -> MonthlyReport {
        let programme = Programme(id: "A", label: LocalizedText(ja: "人材戦略", en: "Strategy"), cap: 1)
        return MonthlyReport(
            catalogue: "r7", programme: programme, month: month,
            companies: CompanyFigures(
                month: CompanyFigures.Pair(visited: visited, informed: 2),
                soFar: CompanyFigures.Pair(visited: 9, informed: 10)),
            events: [
                EventFigures(
                    event: RecordKey(.event, 12), date: Day(2025, 10, 8)!, activity: "A1-1", theme: "人|材\nA",
                    companies: companies, people: 8)
            ],
            narrative: [
                NarrativeItem(field: "overview", label: LocalizedText(ja: "概要", en: "What"), text: "=1+1\n\"引用\" <b>")
            ])
    }

    @Test func theDocumentIsCanonicalAndReadsBack() throws {
        let value = report()
        #expect(try MonthlyReport(document: value.document) == value)
        #expect(value.document == report().document)
        #expect(value.document != report(visited: 2).document)
        #expect(value.document.contains("\"month\":\"2025-10\"") && value.document.contains("event:12"))
        #expect(throws: (any Error).self) { try MonthlyReport(document: "{\"month\":\"2025-13\"}") }
    }

    @Test func changesAreTheNumbersThatDiffer() {
        let changes = Correction.changes(from: report().figures, to: report(visited: 3, companies: 4).figures)
        #expect(changes.map(\.key) == ["companies.visited", "event:12.companies"])
        #expect(changes.map(\.was) == [1, 5] && changes.map(\.now) == [3, 4])
        var without = report()
        without.events = []
        let gone = Correction.changes(from: report().figures, to: without.figures)
        #expect(gone.map(\.key) == ["event:12.companies", "event:12.people"] && gone.allSatisfy { $0.now == 0 })
        let came = Correction.changes(from: without.figures, to: report().figures)
        #expect(came.map(\.was) == [0, 0] && came.map(\.now) == [5, 8])
    }

    @Test func whatLaterReportsHaveListedIsReported() {
        let changes = Correction.changes(from: report().figures, to: report(companies: 7).figures)
        var later = report(Self.november)
        later.corrections = [Correction(month: Self.october, figures: changes)]
        let reported = report().reportedFigures(correctedBy: [later])
        #expect(reported.first { $0.key == "event:12.companies" }?.value == 7)
        #expect(Correction.changes(from: reported, to: report(companies: 7).figures).isEmpty)
        // The last word counts, and other months' corrections don't.
        var last = report(Self.december)
        last.corrections = [
            Correction(
                month: Self.october,
                figures: Correction.changes(from: reported, to: report(companies: 6).figures)),
            Correction(month: Self.november, figures: changes),
        ]
        let again = report().reportedFigures(correctedBy: [later, last])
        #expect(again.first { $0.key == "event:12.companies" }?.value == 6)
    }

    @Test func aMonthIsFrozenOnceItIsOverAndTheLastOneEarlier() {
        func refusal(_ month: FiscalMonth, _ day: Day) -> Bool {
            FrozenReport.refusal(of: month, on: day, period: Self.period) != nil
        }
        #expect(refusal(Self.october, Day(2025, 10, 31)!))
        #expect(!refusal(Self.october, Day(2025, 11, 1)!))
        let march = FiscalMonth(year: 2026, month: 3)!
        #expect(refusal(march, Day(2026, 2, 28)!))
        #expect(!refusal(march, Day(2026, 3, 1)!))
        #expect(refusal(march.next, Day(2026, 6, 1)!))
        #expect(refusal(FiscalMonth(year: 2025, month: 3)!, Day(2026, 6, 1)!))
    }

    @Test func ratesAreShownWithWhatTheyDivide() {
        #expect(IndicatorFigures.Figure(12).text == "12")
        #expect(IndicatorFigures.Figure(18, of: 20).text == "18/20 (90.0%)")
        #expect(IndicatorFigures.Figure(2, of: 3).text == "2/3 (66.7%)")
        #expect(IndicatorFigures.Figure(0, of: 0).text == "–")
    }

    @Test(arguments: Language.allCases) func aPageSaysEverything(_ language: Language) {
        var value = report()
        value.corrections = [
            Correction(
                month: FiscalMonth(year: 2025, month: 9)!,
                figures: [
                    FigureChange(key: "x", label: LocalizedText(ja: "参加企業", en: "companies"), was: 5, now: 3)
                ],
                causes: [
                    CorrectionCause(
                        at: 1_762_225_200, by: "森", action: ChangeAction.edit.label, record: RecordKey(.attendance, 7),
                        title: "有明食品",
                        changes: [
                            CorrectionCause.Change(
                                field: LocalizedText(ja: "出欠", en: "presence"), before: Presence.attended.label,
                                after: Presence.noShow.label)
                        ])
                ], further: 4)
        ]
        let open = ReportedMonth(report: value, frozen: nil, document: value.document).page(language)
        let frozen = FrozenReport(month: Self.october, programme: "A", at: 1_762_225_200, by: "森", sha256: "abc")
        let page = ReportedMonth(report: value, frozen: frozen, document: value.document).page(language)
        #expect(open.blocks != page.blocks)
        let facts = page.blocks.flatMap { block -> [ReportPage.Fact] in
            if case .facts(let facts) = block { facts } else { [] }
        }
        #expect(facts.contains(ReportPage.Fact("SHA-256", "abc")))
        #expect(facts.contains { $0.value.contains("2025-11-04 12:00") }, "on the clock of Japan: \(facts)")
        let cause = facts.last?.value ?? ""
        #expect(cause.contains("#7") && cause.contains("有明食品"))
        #expect(cause.contains(language("参加 → 欠席", "attended → no-show")))
        let tables = page.blocks.compactMap { block -> ReportPage.Table? in
            if case .table(let table) = block { table } else { nil }
        }
        #expect(tables.allSatisfy { table in table.rows.allSatisfy { $0.count == table.columns.count } })
        #expect(tables.last?.rows.first?.suffix(3) == ["5", "3", "−2"])
    }
}
