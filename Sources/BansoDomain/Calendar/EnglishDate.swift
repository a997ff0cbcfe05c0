/// A date with its month in English, as the program itself writes it or the other way round: `20 Nov`, `Nov 20`,
/// `Thu 20 Nov 2025`, `November 20th, 2025`.
struct EnglishDate {
    let day: Day
    /// As it was written; nil where it was not.
    private let weekday: Weekday?

    /// Whether it falls on the day of the week that stands with it, if any does.
    var isOfItsWeekday: Bool { weekday == nil || weekday == day.weekday }

    /// - Parameters:
    ///   - typed: as `Folding.typed` leaves it.
    ///   - year: a day of the fiscal year that dates without a year lie in.
    init?(_ typed: String, year: Day) {
        var words = typed.split { " ,.-/()".contains($0) }[...]
        weekday = words.first.flatMap { EnglishDate.place(of: $0, in: EnglishDate.weekdays) }.flatMap(Weekday.init)
        if weekday != nil { words = words.dropFirst() }
        guard (2...3).contains(words.count) else { return nil }
        let (first, second) = (words[words.startIndex], words[words.startIndex + 1])
        let isMonthFirst = EnglishDate.place(of: first, in: EnglishDate.months) != nil
        let (name, number) = isMonthFirst ? (first, second) : (second, first)
        guard let month = EnglishDate.place(of: name, in: EnglishDate.months).map({ $0 + 1 }),
            let dayOfMonth = EnglishDate.ordinal(number)
        else { return nil }
        var found: Day?
        if words.count == 2 {
            found = DayReader.day(month, dayOfMonth, of: year)
        } else if let last = words.last, last.count == 4, let year = Int(last), year >= DayReader.firstYear {
            found = Day(year, month, dayOfMonth)
        }
        guard let found else { return nil }
        day = found
    }

    /// `20` and `20th`.
    static func ordinal(_ text: Substring) -> Int? {
        let digits = ["st", "nd", "rd", "th"].contains { text.hasSuffix($0) } ? text.dropLast(2) : text
        guard (1...2).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        return Int(digits)
    }

    /// Which of the names the word is or is short for, by three letters or more.
    static func place(of word: Substring, in names: [String]) -> Int? {
        word.count < 3 ? nil : names.firstIndex { $0.hasPrefix(word) }
    }

    static let weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
