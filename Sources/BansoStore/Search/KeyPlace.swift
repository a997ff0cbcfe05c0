/// How a text stands in a record's keys, the best first; the numbers are those of `banso_match`.
enum KeyPlace: Int, Comparable, CaseIterable {
    /// It is a line of the key, or the name without its legal form.
    case whole = 1
    /// One of them begins with it.
    case begins = 2
    case within = 3

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
