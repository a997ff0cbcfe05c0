/// A value of a record's field, as it is stored.
public enum FieldValue: Hashable, Sendable, Codable {
    case none
    /// Text, and the tokens of choices, activities and tags.
    case text(String)
    /// Numbers, times in minutes, prefecture codes, yes (1) and no (0), and the numbers of other records.
    case number(Int64)
    case day(Day)

    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    public var number: Int64? {
        if case .number(let number) = self { number } else { nil }
    }

    public var day: Day? {
        if case .day(let day) = self { day } else { nil }
    }

    public static func number(_ number: Int) -> FieldValue { .number(Int64(number)) }
    public static func flag(_ isSet: Bool) -> FieldValue { .number(isSet ? 1 : 0) }
    public static func token(_ choice: some RawRepresentable<String>) -> FieldValue { .text(choice.rawValue) }

    public static func optional(_ number: Int?) -> FieldValue { number.map { .number($0) } ?? .none }
    public static func optional(_ day: Day?) -> FieldValue { day.map { .day($0) } ?? .none }
}
