/// Days said by where they are from today.
///
/// Understood: `今日`, `明日`, `昨日`, `来週`; `+3d`, `-1w`, `+1m`, `3日後`, `2週間前`, `1か月後`, `in 3 days`, `3 days ago`; `来週月曜`,
/// `今週の金曜日`, `next mon` (weeks begin on Monday); `20日` and `20th`, always of today's month. A month after the 31st is its
/// last day where it is shorter.
enum RelativeDay {
    /// - Parameter text: as `Folding.typed` leaves it.
    static func read(_ text: String, today: Day) -> Day? {
        words[text].map { today + $0 } ?? distant(text, today) ?? ofWeek(text, today) ?? ofMonth(text, today)
    }

    private static let words = [
        "今日": 0, "きょう": 0, "本日": 0, "today": 0, "t": 0, "明日": 1, "あした": 1, "あす": 1, "tomorrow": 1, "昨日": -1,
        "きのう": -1, "yesterday": -1, "明後日": 2, "あさって": 2, "来週": 7, "らいしゅう": 7, "next week": 7, "先週": -7,
        "せんしゅう": -7, "last week": -7, "再来週": 14,
    ]

    private static let units: [(names: [String], days: Int?)] = [
        (["d", "日", "day", "days"], 1), (["w", "週", "週間", "week", "weeks"], 7),
        (["m", "か月", "カ月", "ヶ月", "ケ月", "ヵ月", "箇月", "month", "months"], nil),
    ]

    private static func distant(_ text: String, _ today: Day) -> Day? {
        var rest = text[...]
        var isBack = false
        let isSigned = rest.first.map { "+-".contains($0) } ?? false
        if isSigned {
            isBack = rest.removeFirst() == "-"
        } else if rest.hasSuffix("後") {
            rest = rest.dropLast()
        } else if rest.hasSuffix("前") {
            (rest, isBack) = (rest.dropLast(), true)
        } else if rest.hasPrefix("in ") {
            rest = rest.dropFirst(3)
        } else if rest.hasSuffix(" ago") {
            (rest, isBack) = (rest.dropLast(4), true)
        } else {
            return nil
        }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let name = rest.dropFirst(digits.count).drop { $0 == " " }
        guard let number = Int(digits), number <= 3660 else { return nil }
        let count = isBack ? -number : number
        if name.isEmpty { return isSigned ? today + count : nil }
        guard let unit = units.first(where: { $0.names.contains(String(name)) }) else { return nil }
        return unit.days.map { today + count * $0 } ?? months(count, from: today)
    }

    private static func months(_ count: Int, from day: Day) -> Day? {
        let month = day.year * 12 + day.month - 1 + count
        return (0...3).lazy.compactMap { Day(month / 12, month % 12 + 1, day.dayOfMonth - $0) }.first
    }

    private static func ofWeek(_ text: String, _ today: Day) -> Day? {
        let weeks = ["再来週": 2, "来週": 1, "今週": 0, "先週": -1, "next ": 1, "this ": 0, "last ": -1]
        guard let (week, count) = weeks.first(where: { text.hasPrefix($0.key) }) else { return nil }
        var rest = text.dropFirst(week.count)
        if rest.hasPrefix("の") { rest = rest.dropFirst() }
        for end in ["曜日", "曜"] where rest.hasSuffix(end) {
            rest = rest.dropLast(end.count)
            break
        }
        let named = Weekday.allCases.first { $0.label.ja == rest }
        guard let weekday = named ?? EnglishDate.place(of: rest, in: EnglishDate.weekdays).flatMap(Weekday.init) else {
            return nil
        }
        func place(_ weekday: Weekday) -> Int { (weekday.rawValue + 6) % 7 }
        return today + (count * 7 + place(weekday) - place(today.weekday))
    }

    private static func ofMonth(_ text: String, _ today: Day) -> Day? {
        guard text.hasSuffix("日") || !(text.last?.isNumber ?? true) else { return nil }
        let number = text.hasSuffix("日") ? text.dropLast() : text[...]
        guard let dayOfMonth = EnglishDate.ordinal(number) else { return nil }
        return Day(today.year, today.month, dayOfMonth)
    }
}
