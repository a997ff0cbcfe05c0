import BansoDomain

/// What goes on beside an import.
public struct ImportHooks {
    /// A row that ends it, so that the transaction is taken back.
    public enum LastRow: Hashable, Sendable {
        /// One that isn't what the rest of the file is: what is wrong with it may be wrong with rows that look sound.
        case brokenRow
        case badRow
    }

    /// Nil where every row is tried.
    public var endsAt: LastRow?
    /// Takes the bytes of a file of the rows that were not taken; nil where none is wanted.
    public var rejects: ((ArraySlice<UInt8>) throws -> Void)?
    /// Which the reasons in it are in.
    public var language = Language.ja
    /// Told about each row, in the order of the file.
    public var row: ((ImportedRow) -> Void)?
    /// Told about each row with its cells as text, in the order of the file.
    public var preview: ((ImportedRow, _ cells: [String]) -> Void)?
    public var progress: ImportProgress = { _, _ in }
    /// Asked after each block read; where it answers yes the import ends and nothing of it stays.
    public var isCancelled: () -> Bool = { false }

    public init() {}
}
