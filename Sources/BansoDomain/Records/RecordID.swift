/// A record's number in the database, with a type of its own.
public struct RecordID<Record>: Hashable, Sendable, Comparable {
    public let value: Int64
    public init(_ value: Int64) { self.value = value }
    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
