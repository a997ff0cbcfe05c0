/// Reads dates the way people type them.
///
/// Understood: `2025-10-01`, `2025/10/1`, `10/1`, `10月1日`, `R7.10.1`, `令和7年10月1日`, `令和元年5月1日`, `20251001`,
/// `今日`/`today`, `明日`/`tomorrow`, `昨日`/`yesterday`, `+3d`, `-1w`, all in full width too. A month and day without a
/// year is the one in the fiscal year of `today` (April to March), because that is the year the work is counted in.
public enum DayReader {
    /// - Returns: the date, or nil where the text is no date.
    public static func read(_ text: String, today: Day) -> Day? {
        let folded = Folding.typed(text)
        switch folded {
        case "今日", "きょう", "本日", "today", "t": return today
        case "明日", "あした", "あす", "tomorrow": return today + 1
        case "昨日", "きのう", "yesterday": return today + -1
        case "明後日", "あさって": return today + 2
        default: break
        }
        return relative(folded, today: today) ?? era(folded) ?? plain(folded, today: today)
    }

    private static func relative(_ text: String, today: Day) -> Day? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        var rest = text.dropFirst()
        var unit = 1
        if rest.hasSuffix("w") || rest.hasSuffix("週") { unit = 7 }
        if let last = rest.last, "dw日週".contains(last) { rest = rest.dropLast() }
        guard let count = Int(rest), rest.allSatisfy(\.isASCII), (0...3660).contains(count) else { return nil }
        return today + (sign == "-" ? -count * unit : count * unit)
    }

    private static func era(_ text: String) -> Day? {
        for era in Era.allCases {
            var rest: Substring
            if text.hasPrefix(era.rawValue) {
                rest = text.dropFirst(era.rawValue.count)
            } else if let first = text.first, first.uppercased() == String(era.letter) {
                rest = text.dropFirst()
            } else {
                continue
            }
            if rest.hasPrefix("元") { rest = "1" + rest.dropFirst() }
            guard let numbers = numbers(in: String(rest)), numbers.count == 3, numbers[0] >= 1,
                let day = Day(numbers[0] + era.offset, numbers[1], numbers[2]),
                day >= era.firstDay
            else { return nil }
            if let next = Era.allCases.first(where: { $0.offset > era.offset }), day >= next.firstDay { return nil }
            return day
        }
        return nil
    }

    private static func plain(_ text: String, today: Day) -> Day? {
        if text.count == 8, text.allSatisfy({ $0.isASCII && $0.isNumber }), let digits = Int(text) {
            return Day(digits / 10000, digits / 100 % 100, digits % 100)
        }
        guard let numbers = numbers(in: text) else { return nil }
        switch numbers.count {
        case 3: return numbers[0] >= 1900 ? Day(numbers[0], numbers[1], numbers[2]) : nil
        case 2:
            guard (1...12).contains(numbers[0]) else { return nil }
            let fiscalYear = FiscalMonth(today).fiscalYear
            return Day(numbers[0] >= 4 ? fiscalYear : fiscalYear + 1, numbers[0], numbers[1])
        default: return nil
        }
    }

    /// The numbers between one kind of separator each; nil where anything else stands between them.
    private static func numbers(in text: String) -> [Int]? {
        var numbers: [Int] = []
        var digits = ""
        var body = Substring(text)
        if body.last == "日" { body = body.dropLast() }
        for character in body {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if "-/.年月".contains(character), let number = Int(digits) {
                numbers.append(number)
                digits = ""
            } else {
                return nil
            }
        }
        guard let last = Int(digits) else { return nil }
        return numbers + [last]
    }
}
