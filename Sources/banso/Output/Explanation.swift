import BansoDomain
import TerminalUI

/// What stands behind one number, as text and as JSON.
struct Explanation {
    var catalogue: Catalogue
    var day: Day
    var reading: Reading
    var matrix: CountMatrix

    private var indicator: Indicator { reading.indicator }

    // MARK: Text

    func heading(_ language: Language) -> [String] {
        let pace = reading.pace
        var lines = [
            "\(indicator.id)  \(indicator.label(language))",
            "\(KPIReport.figure(reading, language)) / \(indicator.target.spelled(language)) \(indicator.unit(language))  "
                + pace.status.label(language) + language("（\(day.wareki)）", " (\(day.spelled(.en)))"),
            language(
                "本日の目安 \(KPIReport.rounded(pace.expected))  見込み \(KPIReport.rounded(pace.forecast))",
                "expected \(KPIReport.rounded(pace.expected))  forecast \(KPIReport.rounded(pace.forecast))")
                + (pace.requiredPerWeek.map {
                    language("  必要なペース 週\(KPIReport.rounded($0))", "  needs \(KPIReport.rounded($0)) a week")
                } ?? ""),
        ]
        if let rate = reading.rate {
            lines += rate.byProgramme.map { "  \($0.programme.text)  \(KPIReport.spelled($0.fraction))" }
            lines += rate.beside.map { "  \($0.label(language))  \(KPIReport.spelled($0.fraction))" }
        }
        lines.append("「\(indicator.source)」")
        lines += reading.constraints.map { "\($0.isMet ? "✓" : "✗") \($0.detail(language))" }
        return lines.map { visible($0) }
    }

    func title(of verdict: ContributionQuery.Verdict, _ language: Language) -> String {
        verdict == .counted
            ? language("計上", "Counted") + " \(reading.tally.counted)"
            : language("除外", "Not counted") + " \(reading.tally.excluded)"
    }

    func line(_ row: ExplainedContribution, _ language: Language) -> String {
        let contribution = row.contribution
        var words = [
            "  \(contribution.date.iso)",
            padded(contribution.prefecture?.shortName(language) ?? "–", to: language == .ja ? 6 : 10),
            padded("\(contribution.line.activity)", to: 5), subject(row, language),
        ]
        let source = contribution.source
        words.append("· \(source.kind.label(language))#\(source.id)")
        if !row.source.isEmpty { words.append(row.source) }
        if let part = part(of: contribution, language) { words.append("[\(part)]") }
        if let reason = row.reason { words.append("— " + reason.text(language)) }
        return visible(words.joined(separator: " "))
    }

    /// Without a name by its number.
    private func subject(_ row: ExplainedContribution, _ language: Language) -> String {
        let key = row.contribution.subject
        return row.subject.isEmpty ? "\(key.kind.label(language))#\(key.id)" : row.subject
    }

    /// Months down, prefectures across; only those in which something was counted.
    func matrixLines(_ language: Language) -> [String] {
        guard !matrix.counts.isEmpty else { return [] }
        let months = Set(matrix.counts.keys.map(\.month)).sorted()
        let places = Set(matrix.counts.keys.map(\.prefecture)).sorted { ($0?.code ?? 99) < ($1?.code ?? 99) }
        let width = language == .ja ? 7 : 10
        func row(_ head: String, _ cells: [String]) -> String {
            (padded(head, to: 9) + cells.map { padded($0, to: width, isRightAligned: true) }.joined())
        }
        let total = language("計", "all")
        var lines = [
            language("月別・県別", "By month and prefecture"),
            row("", places.map { $0?.shortName(language) ?? language("不明", "unknown") } + [total]),
        ]
        for month in months {
            let counts = places.map { matrix.counts[CountMatrix.Cell(month: month, prefecture: $0)] ?? 0 }
            lines.append(row("  " + month.iso, (counts + [counts.reduce(0, +)]).map(String.init)))
        }
        let sums = places.map { place in
            matrix.counts.reduce(0) { $1.key.prefecture == place ? $0 + $1.value : $0 }
        }
        lines.append(row("  " + total, (sums + [sums.reduce(0, +)]).map(String.init)))
        return lines
    }

    private func part(of contribution: Contribution, _ language: Language) -> String? {
        RatePart(rawValue: contribution.line.part)?.label(language)
            ?? EmploymentKind(rawValue: contribution.line.part)?.label(language)
    }

    // MARK: JSON

    /// Up to the first row.
    var jsonHead: String {
        let head = JSONText.object([
            ("catalogue", .string(catalogue.id)), ("as_of", .string(day.iso)),
            ("indicator", KPIReport.json(reading)), ("source", .string(indicator.source)),
        ]).text
        return String(head.dropLast()) + ",\"rows\":["
    }

    /// From the last row on.
    var jsonTail: String {
        let cells = matrix.counts.sorted {
            ($0.key.month, $0.key.prefecture?.code ?? 99) < ($1.key.month, $1.key.prefecture?.code ?? 99)
        }
        let items = cells.map { cell, count in
            JSONText.object([
                ("month", .string(cell.month.iso)), ("prefecture", prefecture(cell.prefecture)),
                ("count", .integer(count)),
            ])
        }
        return "],\"matrix\":" + JSONText.array(items).text + "}"
    }

    func json(_ row: ExplainedContribution) -> JSONText {
        let contribution = row.contribution
        return .object([
            ("date", .string(contribution.date.iso)), ("activity", .string(contribution.line.activity.text)),
            ("part", .string(contribution.line.part)), ("prefecture", prefecture(contribution.prefecture)),
            ("subject", record(contribution.subject, row.subject)),
            ("source", record(contribution.source, row.source)),
            ("counted", .bool(row.reason == nil)), ("reason", row.reason.map { .string($0.rawValue) } ?? .null),
            ("detail", row.reason.map { .string($0.text.ja) } ?? .null),
        ])
    }

    private func record(_ key: RecordKey, _ title: String) -> JSONText {
        .object([("kind", .string(key.kind.rawValue)), ("id", .integer(Int(key.id))), ("title", .string(title))])
    }

    private func prefecture(_ prefecture: Prefecture?) -> JSONText { prefecture.map { .integer($0.code) } ?? .null }
}
