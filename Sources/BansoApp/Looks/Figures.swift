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

    /// What has been reached: a count, per cent without decimals for a ratio, – while there is nothing to divide by.
    static func actual(_ reading: Reading) -> String {
        guard let actual = reading.actual else { return "–" }
        return grouped(Int(actual.rounded(.down)))
    }

    static func dots(_ count: Int, of limit: Int, _ glyphs: Glyphs) -> String {
        String(repeating: glyphs.done, count: min(count, limit))
            + String(repeating: glyphs.open, count: max(0, limit - count))
    }
}
