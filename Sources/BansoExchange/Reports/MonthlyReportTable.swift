import BansoDomain

/// Reports as one table, a number a row, for spreadsheets.
public struct MonthlyReportTable: TableSource {
    private let months: [ReportedMonth]
    private let language: Language

    public init(_ months: [ReportedMonth], _ language: Language) {
        self.months = months
        self.language = language
    }

    public var title: LocalizedText { LocalizedText(ja: "月次報告", en: "Monthly report") }

    public var columns: [TableColumn] {
        [
            TableColumn("month", LocalizedText(ja: "対象月", en: "Month")),
            TableColumn("programme", LocalizedText(ja: "事業区分", en: "Programme")),
            TableColumn("section", LocalizedText(ja: "区分", en: "Section")),
            TableColumn("key", LocalizedText(ja: "番号", en: "Key")),
            TableColumn("item", LocalizedText(ja: "項目", en: "Item")),
            TableColumn("value", LocalizedText(ja: "今月", en: "This month"), .number),
            TableColumn("so_far", LocalizedText(ja: "累計", en: "So far"), .number),
            TableColumn("target", LocalizedText(ja: "目標", en: "Target")),
            TableColumn(
                "note", LocalizedText(ja: "内容", en: "Note"),
                personal: months.contains(where: \.report.holdsPersonalData)),
            TableColumn("sha256", LocalizedText(ja: "SHA-256", en: "SHA-256")),
        ]
    }

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        for month in months {
            for row in rows(of: month.report) + rows(of: month.pending) {
                let head: [TableCell] = [.text(month.report.month.iso), .text(month.report.programme.text)]
                try body(head + row.cells(language) + [month.frozen.map { .text($0.sha256) } ?? .empty])
            }
        }
    }

    private struct Row {
        var section: LocalizedText
        var figure: ReportFigure?
        var key = ""
        var label = LocalizedText(ja: "", en: "")
        var soFar: Int?
        var target: LocalizedText?
        var note = ""

        func cells(_ language: Language) -> [TableCell] {
            [
                .text(section(language)), .text(figure?.key ?? key), .text((figure?.label ?? label)(language)),
                .optional(figure?.value), .optional(soFar),
                target.map { target in Int(target(language)).map { .number($0) } ?? .text(target(language)) } ?? .empty,
                note.isEmpty ? .empty : .text(note),
            ]
        }
    }

    private func rows(of report: MonthlyReport) -> [Row] {
        let soFar = report.figuresSoFar
        let targets = Dictionary(report.indicators.map { ($0.indicator.text, $0.target) }) { first, _ in first }
        let figures = report.figures.map { figure in
            Row(section: Self.numbers, figure: figure, soFar: soFar[figure.key], target: targets[figure.key])
        }
        let meetings = report.meetings.map { meeting in
            Row(
                section: Self.meetings, key: "\(meeting.meeting)",
                label: LocalizedText(ja: meeting.title, en: meeting.title),
                note: [meeting.date.iso, meeting.participants, meeting.minutes, meeting.materials].filter {
                    !$0.isEmpty
                }.joined(separator: "\n"))
        }
        let narrative = report.narrative.map {
            Row(section: Self.narrative, key: $0.field, label: $0.label, note: $0.text)
        }
        return figures + meetings + narrative + rows(of: report.corrections)
    }

    private func rows(of corrections: [Correction]) -> [Row] {
        corrections.flatMap { correction in
            let section = LocalizedText(ja: "訂正 \(correction.month.iso)", en: "correction \(correction.month.iso)")
            let figures = correction.figures.map { change in
                Row(
                    section: section, figure: ReportFigure(key: change.key, label: change.label, value: change.now),
                    note: language("報告済み \(change.was)", "reported \(change.was)"))
            }
            let causes = correction.causes.map { cause in
                Row(
                    section: section, key: cause.record?.description ?? "",
                    label: LocalizedText(ja: cause.title, en: cause.title),
                    note: cause.who(language) + " " + cause.what(language))
            }
            return figures + causes
        }
    }

    private static let numbers = LocalizedText(ja: "数値", en: "figure")
    private static let meetings = LocalizedText(ja: "連携会議", en: "meeting")
    private static let narrative = LocalizedText(ja: "実施状況", en: "narrative")
}
