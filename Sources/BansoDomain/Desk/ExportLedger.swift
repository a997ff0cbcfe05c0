/// The book of what left the desk as a file. Entries are added and never changed or taken out.
public protocol ExportLedger: AnyObject {
    /// Called when the file is whole and before it is put in its place: so no file goes out without an entry.
    /// - Returns: its number.
    /// - Throws: `DeskError`; then the file must not go out.
    func enter(_ entry: ExportEntry, by actor: Actor) throws -> Int64

    /// Notes that the file of an entry could not be put in its place.
    func withdraw(export number: Int64) throws
}

/// What is written down about a file.
public struct ExportEntry: Hashable, Sendable {
    /// What was exported: `talent`, `cards A`, `explain A2.companies`.
    public var subject: String
    /// What it was narrowed to, in words; empty where it was not.
    public var filter: String
    /// Without the heading.
    public var rows: Int
    /// SHA-256 of the file's bytes, 32 of them.
    public var hash: [UInt8]
    public var purpose: String
    /// `csv`, `json`, `xlsx`.
    public var format: String
    /// The last part of the file's path; empty for standard output.
    public var name: String

    public init(
        subject: String, filter: String, rows: Int, hash: [UInt8], purpose: String, format: String, name: String
    ) {
        self.subject = subject
        self.filter = filter
        self.rows = rows
        self.hash = hash
        self.purpose = purpose
        self.format = format
        self.name = name
    }

    /// The hash in hexadecimal digits.
    public var sha256: String { hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}

/// An entry as it is read.
public struct ListedExport: Hashable, Sendable {
    public var number: Int64
    /// Seconds since 1970.
    public var at: Double
    public var actor: String
    public var entry: ExportEntry
    /// Whether the file could not be put in its place.
    public var isWithdrawn: Bool

    public init(number: Int64, at: Double, actor: String, entry: ExportEntry, isWithdrawn: Bool) {
        self.number = number
        self.at = at
        self.actor = actor
        self.entry = entry
        self.isWithdrawn = isWithdrawn
    }
}
