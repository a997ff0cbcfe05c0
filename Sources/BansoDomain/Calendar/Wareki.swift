/// The Japanese eras a programme's records can name, and dates written in them.
public enum Era: String, CaseIterable, Sendable {
    case showa = "昭和"
    case heisei = "平成"
    case reiwa = "令和"

    /// What is added to a year of the era to make the Gregorian one: 令和 n = n + 2018.
    public var offset: Int {
        switch self {
        case .showa: 1925
        case .heisei: 1988
        case .reiwa: 2018
        }
    }

    public var firstDay: Day {
        switch self {
        case .showa: Day(1926, 12, 25)!
        case .heisei: Day(1989, 1, 8)!
        case .reiwa: Day(2019, 5, 1)!
        }
    }

    public var letter: Character {
        switch self {
        case .showa: "S"
        case .heisei: "H"
        case .reiwa: "R"
        }
    }

    /// The era in force on `day`; nil before 1926-12-25.
    public static func containing(_ day: Day) -> Era? { allCases.last { $0.firstDay <= day } }
}

extension Day {
    /// 令和7年8月5日(火); before the known eras the Gregorian form 1900年1月1日(月).
    public var wareki: String {
        let date = "\(month)月\(dayOfMonth)日(\(weekday.label.ja))"
        guard let era = Era.containing(self) else { return "\(year)年" + date }
        let yearOfEra = year - era.offset
        return era.rawValue + (yearOfEra == 1 ? "元" : String(yearOfEra)) + "年" + date
    }

    /// The date as a person reads it in `language`: 令和7年8月5日(火) or Tue 5 Aug 2025.
    public func spelled(_ language: Language) -> String {
        language(wareki, "\(weekday.label.en) \(dayOfMonth) \(Day.englishMonths[month - 1]) \(year)")
    }

    /// Short for lists: 8/5 in Japanese, 5 Aug in English.
    public func short(_ language: Language) -> String {
        language("\(month)/\(dayOfMonth)", "\(dayOfMonth) \(Day.englishMonths[month - 1])")
    }

    /// Short where one thinks in weeks: 8/5(火) in Japanese, Tue 5 Aug in English.
    public func shortWithWeekday(_ language: Language) -> String {
        language("\(short(.ja))(\(weekday.label.ja))", "\(weekday.label.en) \(short(.en))")
    }

    static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension FiscalMonth {
    /// 令和7年10月, Oct 2025.
    public func spelled(_ language: Language) -> String {
        let year = Era.containing(lastDay).map { "\($0.rawValue)\(self.year - $0.offset)年" } ?? "\(self.year)年"
        return language(year + "\(month)月", "\(short(.en)) \(self.year)")
    }

    /// 10月, Oct: a fiscal year has each once.
    public func short(_ language: Language) -> String { language("\(month)月", Day.englishMonths[month - 1]) }
}
