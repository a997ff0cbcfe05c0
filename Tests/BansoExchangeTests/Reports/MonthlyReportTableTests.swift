import BansoDomain
import Foundation
import Testing

@testable import BansoExchange

@Suite struct MonthlyReportTableTests {
    private func rows(_ report: MonthlyReport, pending: [Correction] = []) throws -> [[TableCell]] {
        var rows: [[TableCell]] = []
        let month = ReportedMonth(report: report, frozen: nil, document: report.document, pending: pending)
        try MonthlyReportTable([month], .ja).eachRow { rows.append($0) }
        return rows
    }

    private var report: MonthlyReport {
        let programme = Programme(id: "A", label: LocalizedText(ja: "人材戦略", en: "Strategy"), cap: 1)
        let pair = CompanyFigures.Pair(visited: 0, informed: 0)
        return MonthlyReport(
            catalogue: "r7", programme: programme, month: FiscalMonth(year: 2025, month: 10)!,
            companies: CompanyFigures(month: pair, soFar: pair),
            events: [
                EventFigures(
                    event: RecordKey(.event, 12), date: Day(2025, 10, 8)!, activity: "A1-1", theme: "人材",
                    scores: [0, 1, 2, 3, 4])
            ])
    }

    @Test func gradesAreNumbersOfTheirOwn() throws {
        let grades = try rows(report).filter {
            if case .text(let key) = $0[3] { key.contains(".score-") } else { false }
        }
        #expect(grades.map { $0[5] } == [.number(0), .number(1), .number(2), .number(3), .number(4)])
    }

    @Test func aTargetIsANumberWhereItIsOne() throws {
        var report = report
        report.indicators = try ["240", "約8"].enumerated().map { place, target in
            try JSONDecoder().decode(
                IndicatorFigures.self,
                from: Data(
                    """
                    {"indicator":"A1.x\(place)","label":{"ja":"","en":""},"unit":{"ja":"","en":""},
                    "target":{"ja":"\(target)","en":""},"month":{"count":1},"soFar":{"count":2},"isMet":false}
                    """.utf8))
        }
        #expect(try rows(report).suffix(2).map { $0[7] } == [.number(240), .text("約8")])
    }

    @Test func whatWasChangedStandsBesideTheNumbers() throws {
        let cause = CorrectionCause(
            at: 0, by: "森", action: ChangeAction.edit.label, record: RecordKey(.event, 12), title: "人材")
        let correction = Correction(month: FiscalMonth(year: 2025, month: 9)!, figures: [], causes: [cause])
        let last = try #require(try rows(report, pending: [correction]).last)
        #expect(last[2] == .text("訂正 2025-09") && last[3] == .text("event:12"))
        #expect(last[8] == .text("1970-01-01 09:00 森 イベント #12 人材 編集。理由：未記入"))
    }
}
