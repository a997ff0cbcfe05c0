import BansoDomain

/// A cell of a table that is written out.
public enum TableCell: Hashable, Sendable {
    case empty
    case text(String)
    case number(Int64)
    /// Written with one digit after the point: rates in per cent.
    case decimal(Double)
    case day(Day)
    case time(ClockTime)
    case flag(Bool)
    /// Several texts: an array in JSON, joined with a space elsewhere.
    case list([String])

    public static func number(_ number: Int) -> TableCell { .number(Int64(number)) }

    public static func optional(_ number: Int64?) -> TableCell { number.map { .number($0) } ?? .empty }
    public static func optional(_ number: Int?) -> TableCell { number.map { .number($0) } ?? .empty }
    public static func optional(_ day: Day?) -> TableCell { day.map { .day($0) } ?? .empty }

    /// The day and the time of a moment, a cell each.
    /// - Parameters:
    ///   - at: seconds since 1970.
    ///   - utcOffset: seconds by which local time is ahead of UTC.
    static func moment(_ at: Double, utcOffset: Int) -> [TableCell] {
        let (day, second) = (Int(at) + utcOffset).quotientAndRemainder(dividingBy: 24 * 3600)
        return [.day(Day(ordinal: day)), ClockTime(minutes: second / 60).map { .time($0) } ?? .empty]
    }

    /// As a person reads it: dates as `YYYY-MM-DD`, yes and no in words.
    func text(_ language: Language) -> String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let number): String(number)
        case .decimal(let number): TableCell.oneDecimal(number)
        case .day(let day): day.iso
        case .time(let time): time.text
        case .flag(let isSet): isSet ? language("はい", "yes") : language("いいえ", "no")
        case .list(let texts): texts.joined(separator: " ")
        }
    }

    static func oneDecimal(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}
