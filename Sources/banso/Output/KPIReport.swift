import BansoDomain
import TerminalUI

/// Every indicator on a day, as a table for people and as JSON and CSV for scripts.
struct KPIReport {
    var catalogue: Catalogue
    var day: Day
    var readings: [Reading]

    var json: String {
        JSONText.object([
            ("catalogue", .string(catalogue.id)), ("as_of", .string(day.iso)),
            ("indicators", .array(readings.map(KPIReport.json))),
        ]).text
    }

    var csv: String {
        let header = "id,programme,activity,label_ja,label_en,kind,target,unit,actual,met,expected,forecast,status"
        let rows = readings.map { reading in
            let indicator = reading.indicator
            return [
                indicator.id.text, indicator.programme?.text ?? "", indicator.activity?.text ?? "", indicator.label.ja,
                indicator.label.en, indicator.kind.rawValue, String(indicator.target.value), indicator.unit.ja,
                KPIReport.actual(reading).text == "null" ? "" : KPIReport.actual(reading).text,
                reading.isMet ? "true" : "false",
                JSONText.decimal(reading.pace.expected).text, JSONText.decimal(reading.pace.forecast).text,
                reading.pace.status.rawValue,
            ].map(KPIReport.field).joined(separator: ",")
        }
        return ([header] + rows).joined(separator: "\n")
    }

    func table(_ language: Language) -> String {
        var lines: [String] = []
        let unitWidth = readings.map { cellWidth($0.indicator.unit(language)) }.max() ?? 0
        for reading in readings {
            let indicator = reading.indicator
            lines.append(
                [
                    padded(indicator.id.text, to: 24), padded(indicator.label(language), to: 40),
                    padded(KPIReport.figure(reading, language), to: 7, isRightAligned: true) + " / "
                        + padded(indicator.target.spelled(language), to: 5),
                    padded(indicator.unit(language), to: unitWidth),
                    reading.pace.status.label(language),
                ].joined(separator: " ").trimmingSpacesAtEnd)
        }
        return lines.joined(separator: "\n")
    }

    static func json(_ reading: Reading) -> JSONText {
        let indicator = reading.indicator
        var members: [(String, JSONText)] = [
            ("id", .string(indicator.id.text)), ("programme", name(indicator.programme?.text)),
            ("activity", name(indicator.activity?.text)),
            ("label", .object([("ja", .string(indicator.label.ja)), ("en", .string(indicator.label.en))])),
            ("kind", .string(indicator.kind.rawValue)), ("target", .integer(indicator.target.value)),
        ]
        if let band = indicator.target.band {
            members.append(("band", .array([.integer(band.lowerBound), .integer(band.upperBound)])))
        }
        members += [("unit", .string(indicator.unit.ja)), ("actual", actual(reading))]
        if let rate = reading.rate {
            members += KPIReport.members(rate.pooled)
            members.append(
                (
                    "programmes",
                    .array(
                        rate.byProgramme.map {
                            .object([("programme", .string($0.programme.text))] + KPIReport.members($0.fraction))
                        })
                ))
            members.append(
                (
                    "beside",
                    .array(
                        rate.beside.map { .object([("label", .string($0.label.ja))] + KPIReport.members($0.fraction)) })
                ))
        }
        members += [
            ("met", .bool(reading.isMet)),
            (
                "constraints",
                .array(
                    reading.constraints.map {
                        .object([
                            ("rule", .string($0.rule.rawValue)), ("met", .bool($0.isMet)),
                            ("detail", .string($0.detail.ja)),
                        ])
                    })
            ),
            (
                "pace",
                .object([
                    ("expected", .decimal(reading.pace.expected)), ("forecast", .decimal(reading.pace.forecast)),
                    ("status", .string(reading.pace.status.rawValue)),
                    ("required_per_week", reading.pace.requiredPerWeek.map { .decimal($0) } ?? .null),
                ])
            ),
        ]
        return .object(members)
    }

    private static func actual(_ reading: Reading) -> JSONText {
        guard let actual = reading.actual else { return .null }
        return reading.indicator.kind == .ratio ? .decimal(actual) : .integer(Int(actual))
    }

    private static func name(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

    private static func members(_ fraction: Fraction) -> [(String, JSONText)] {
        [
            ("numerator", .integer(fraction.numerator)), ("denominator", .integer(fraction.denominator)),
            ("percent", fraction.percent.map { .decimal($0) } ?? .null),
        ]
    }

    /// The figure: a count, or per cent in whole numbers, never rounded up to a target.
    static func figure(_ reading: Reading, _ language: Language) -> String {
        guard let actual = reading.actual else { return "–" }
        return String(Int(actual.rounded(.down)))
    }

    /// 12/40 (30.0 %); 0/0 (–).
    static func spelled(_ fraction: Fraction) -> String {
        "\(fraction.numerator)/\(fraction.denominator) (\(fraction.percent.map { rounded($0) + " %" } ?? "–"))"
    }

    static func rounded(_ value: Double) -> String { JSONText.decimal(value).text }

    /// Every indicator by month or by prefecture.
    func table(_ matrices: [CountMatrix], by side: Side, _ language: Language) -> String {
        let columns: [(title: String, holds: (CountMatrix.Cell) -> Bool)]
        switch side {
        case .month:
            var months = [FiscalMonth(catalogue.period.lowerBound)]
            while let last = months.last, last < FiscalMonth(catalogue.period.upperBound) { months.append(last.next) }
            columns = months.map { month in
                (language("\(month.month)月", String(month.iso.suffix(2))), { $0.month == month })
            }
        case .prefecture:
            let district = catalogue.prefectures
            columns =
                district.map { place in
                    (language == .ja ? place.shortName.ja : place.name.en, { $0.prefecture == place })
                } + [
                    (language("他県", "other"), { $0.prefecture.map { !district.contains($0) } ?? false }),
                    (language("不明", "none"), { $0.prefecture == nil }),
                ]
        }
        let width = side == .prefecture && language == .en ? 10 : 7
        func line(_ head: String, _ cells: [String]) -> String {
            padded(head, to: 24) + cells.map { padded($0, to: width, isRightAligned: true) }.joined()
        }
        var lines = [line("", columns.map(\.title) + [language("計", "all")])]
        for (reading, matrix) in zip(readings, matrices) {
            let counts = columns.map { column in
                matrix.counts.reduce(0) { column.holds($1.key) ? $0 + $1.value : $0 }
            }
            lines.append(
                line(reading.indicator.id.text, (counts + [counts.reduce(0, +)]).map { $0 == 0 ? "·" : "\($0)" }))
        }
        return lines.joined(separator: "\n")
    }

    enum Side: String, CaseIterable { case month, prefecture }

    /// A field of CSV (RFC 4180).
    private static func field(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension String {
    var trimmingSpacesAtEnd: String {
        var text = Substring(self)
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
