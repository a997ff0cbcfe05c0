import BansoDomain
import TerminalUI

/// Numbers as people read them.
enum Figures {
    /// 12,345.
    static func grouped(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return value < 0 ? "-" + result : result
    }

    /// 1億5,000万円, 300万円, 1,234円.
    static func yen(_ amount: Int) -> String {
        guard amount >= 10000, amount % 10000 == 0 else { return grouped(amount) + "円" }
        let (large, small) = (amount / 100_000_000, amount % 100_000_000 / 10000)
        return (large > 0 ? grouped(large) + "億" : "") + (small > 0 ? grouped(small) + "万" : "") + "円"
    }

    /// What has been reached: a count, per cent without decimals for a ratio, – while there is nothing to divide by.
    static func actual(_ reading: Reading) -> String {
        guard let actual = reading.actual else { return "–" }
        return grouped(Int(actual.rounded(.down)))
    }

    /// 60; of a ratio with its sign: 90%.
    static func target(of indicator: Indicator, _ language: Language) -> String {
        indicator.target.spelled(language) + (indicator.kind == .ratio ? "%" : "")
    }

    /// With what is counted: 60社, 60 companies, 90%.
    static func wholeTarget(of indicator: Indicator, _ language: Language) -> String {
        guard indicator.kind != .ratio else { return target(of: indicator, language) }
        return indicator.target.spelled(language) + language("", " ") + indicator.unit(language)
    }

    /// What has been reached over the target: 37/60, 88/90%.
    static func ofTarget(_ reading: Reading, _ language: Language) -> String {
        actual(reading) + "/" + target(of: reading.indicator, language)
    }

    /// 28/40.
    static func fraction(_ fraction: Fraction) -> String {
        grouped(fraction.numerator) + "/" + grouped(fraction.denominator)
    }

    /// 70%, – while there is nothing to divide by.
    static func percent(_ fraction: Fraction) -> String {
        fraction.percent.map { String(Int($0.rounded(.down))) + "%" } ?? "–"
    }

    /// With one decimal where the number is not whole: 1.2, 45.
    static func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let rest = abs(tenths % 10)
        return grouped(tenths / 10) + (rest == 0 ? "" : ".\(rest)")
    }

    static func dots(_ count: Int, of limit: Int, _ glyphs: Glyphs) -> String {
        String(repeating: glyphs.done, count: min(count, limit))
            + String(repeating: glyphs.open, count: max(0, limit - count))
    }
}
