/// Reads dates the way people type them.
///
/// Understood: `2025-10-01`, `2025/10/1`, `10/1`, `10月1日`, `R7.10.1`, `令和7年10月1日`, `令和元年5月1日`, `20251001`,
/// what `EnglishDate` and `RelativeDay` know (`20 Nov`, `今日`, `来週月曜`, `+3d`), all in full width too, with or without the day
/// of the week that `Day.wareki` puts behind. A month and day without a year is the one in a fiscal year (April to March),
/// because that is the year the work is counted in.
public enum DayReader {
    /// - Parameter year: a day of the fiscal year that dates without a year lie in; nil: today's.
    /// - Returns: the date, or nil where the text is no date.
    public static func read(_ text: String, today: Day, year: Day? = nil) -> Day? {
        let year = year ?? today
        let folded = withoutMidnight(Folding.typed(text))
        if let (day, weekday) = dated(folded, year: year) { return day.weekday.label.ja == weekday ? day : nil }
        if let english = EnglishDate(folded, year: year) { return english.isOfItsWeekday ? english.day : nil }
        return RelativeDay.read(folded, today: today) ?? era(folded) ?? plain(folded, year: year)
    }

    /// A spreadsheet's date is the beginning of the day: `2025-07-20 0:00:00`.
    private static func withoutMidnight(_ text: String) -> String {
        guard let mark = text.firstIndex(where: { " Tt".contains($0) }) else { return text }
        let time = text[text.index(after: mark)...]
        return ["0:00", "00:00", "0:00:00", "00:00:00"].contains(time) ? String(text[..<mark]) : text
    }

    /// The day that a text means which names another day of the week than the day's: `8/5(水)` in a year in which it is a Tuesday.
    /// - Returns: nil where the text is wrong in another way, or right.
    public static func readWithAnotherWeekday(_ text: String, year: Day) -> Day? {
        let folded = Folding.typed(text)
        if let english = EnglishDate(folded, year: year) { return english.isOfItsWeekday ? nil : english.day }
        guard let (day, weekday) = dated(folded, year: year),
            Weekday.allCases.contains(where: { $0.label.ja == weekday })
        else { return nil }
        return day.weekday.label.ja == weekday ? nil : day
    }

    /// A date and what stands in brackets behind it.
    private static func dated(_ text: String, year: Day) -> (Day, Substring)? {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
        let date = String(text[..<open])
        return (era(date) ?? plain(date, year: year)).map { ($0, text[text.index(after: open)...].dropLast()) }
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
            if rest.hasPrefix("元") {
                rest = rest.dropFirst()
                // 元 is a whole year: 令和元7年 is not 令和17年.
                guard let mark = rest.first, separators.contains(mark) else { return nil }
                rest = "1" + rest
            }
            guard let numbers = numbers(in: String(rest)), numbers.count == 3, numbers[0] >= 1,
                let day = Day(numbers[0] + era.offset, numbers[1], numbers[2]),
                day >= era.firstDay
            else { return nil }
            if let next = Era.allCases.first(where: { $0.offset > era.offset }), day >= next.firstDay { return nil }
            return day
        }
        return nil
    }

    private static func plain(_ text: String, year: Day) -> Day? {
        if text.count == 8, text.allSatisfy({ $0.isASCII && $0.isNumber }), let digits = Int(text) {
            return digits >= firstYear * 10000 ? Day(digits / 10000, digits / 100 % 100, digits % 100) : nil
        }
        guard let numbers = numbers(in: text) else { return nil }
        switch numbers.count {
        case 3: return numbers[0] >= firstYear ? Day(numbers[0], numbers[1], numbers[2]) : nil
        case 2: return day(numbers[0], numbers[1], of: year)
        default: return nil
        }
    }

    /// In the fiscal year of the day `year`.
    static func day(_ month: Int, _ dayOfMonth: Int, of year: Day) -> Day? {
        let fiscalYear = FiscalMonth(year).fiscalYear
        return Day(month >= 4 ? fiscalYear : fiscalYear + 1, month, dayOfMonth)
    }

    private static let separators = "-/.年月"
    /// An earlier year is a slip of the finger.
    static let firstYear = 1900

    /// The numbers between single separators, 年 only after the first of three and 月 only before the last;
    /// nil where anything else stands between them.
    private static func numbers(in text: String) -> [Int]? {
        var body = Substring(text)
        if body.last == "日" { body = body.dropLast() }
        let parts = body.split(omittingEmptySubsequences: false) { separators.contains($0) }
        let marks = body.filter { separators.contains($0) }
        for (index, mark) in marks.enumerated() {
            if mark == "年", index != 0 || parts.count != 3 { return nil }
            if mark == "月", index != parts.count - 2 { return nil }
        }
        var numbers: [Int] = []
        for part in parts {
            // No part of a date is longer than a year; a longer number would overflow when an era is added to it.
            guard part.count <= 4, part.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(part) else {
                return nil
            }
            numbers.append(number)
        }
        return numbers
    }
}
