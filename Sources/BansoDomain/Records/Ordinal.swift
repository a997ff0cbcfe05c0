/// Which consultation of a company this is: the 1st, 2nd or 3rd (seed 【Ａ２】: 最大３回).
public struct Ordinal: Hashable, Comparable, Sendable {
    public let value: Int

    /// - Returns: nil outside 1...`limit`, the catalogue's number.
    public init?(_ value: Int, limit: Int = 3) {
        guard value >= 1, value <= limit else { return nil }
        self.value = value
    }

    public static func < (left: Ordinal, right: Ordinal) -> Bool { left.value < right.value }
}
