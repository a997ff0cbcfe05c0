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
            ("indicators", .array(readings.map(json))),
        ]).text
    }

    var csv: String {
        let header = "id,programme,activity,label_ja,label_en,kind,target,unit,actual,met,expected,forecast,status"
        let rows = readings.map { reading in
            let indicator = reading.indicator
            return [
                indicator.id.text, indicator.programme?.text ?? "", indicator.activity?.text ?? "", indicator.label.ja,
                indicator.label.en, indicator.kind.rawValue, String(indicator.target.value), indicator.unit.ja,
                actual(reading).text == "null" ? "" : actual(reading).text, reading.isMet ? "true" : "false",
                JSONText.decimal(reading.pace.expected).text, JSONText.decimal(reading.pace.forecast).text,
                reading.pace.status.rawValue,
            ].map(KPIReport.field).joined(separator: ",")
        }
        return ([header] + rows).joined(separator: "\n")
    }

    func table(_ language: Language) -> String {
        var lines: [String] = []
        for reading in readings {
            let indicator = reading.indicator
            lines.append(
                [
                    padded(indicator.id.text, to: 24), padded(indicator.label(language), to: 40),
                    padded(KPIReport.figure(reading), to: 7, isRightAligned: true) + " / "
                        + padded(indicator.target.spelled(language), to: 5), padded(indicator.unit(language), to: 8),
                    reading.pace.status.label(language),
                ].joined(separator: " ").trimmingSpacesAtEnd)
        }
        return lines.joined(separator: "\n")
    }

    private func json(_ reading: Reading) -> JSONText {
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
        if indicator.kind == .ratio {
            members += [
                ("numerator", .integer(reading.tally.numerator)), ("denominator", .integer(reading.tally.denominator)),
            ]
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
                ])
            ),
        ]
        return .object(members)
    }

    private func actual(_ reading: Reading) -> JSONText {
        guard let actual = reading.actual else { return .null }
        return reading.indicator.kind == .ratio ? .decimal(actual) : .integer(Int(actual))
    }

    private func name(_ text: String?) -> JSONText { text.map { .string($0) } ?? .null }

    private static func figure(_ reading: Reading) -> String {
        guard let actual = reading.actual else { return "–" }
        return String(Int(actual.rounded(.down)))
    }

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
