import BansoDomain

/// A column of a file, as messages name it.
public struct ImportColumn: Hashable, Sendable {
    /// 1 for the first.
    public var number: Int
    public var name: LocalizedText

    public init(number: Int, name: LocalizedText) {
        self.number = number
        self.name = name
    }
}
