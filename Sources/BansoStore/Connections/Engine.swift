import CSQLite

/// The SQLite that is linked, and how writers take turns with it.
public struct Engine: Hashable, Sendable {
    /// How writers of several processes are kept apart.
    public enum WritersTakeTurns: String, Sendable {
        /// By an exclusive lock on a file beside the database, held over each write and each checkpoint.
        case lockFile = "lock-file"
        /// By SQLite's own locks.
        case sqlite
    }

    /// As SQLite numbers itself: 3040001 is 3.40.1.
    public let number: Int

    public init(number: Int) { self.number = number }

    public static let linked = Engine(number: Int(sqlite3_libversion_number()))

    public var version: String { "\(number / 1_000_000).\(number / 1000 % 1000).\(number % 1000)" }

    /// Whether two connections that write and checkpoint at one instant can lose committed pages (the WAL-reset bug:
    /// 3.7.0 to 3.51.2, but for the repaired 3.50.7 and 3.44.6; sqlite.org/wal.html).
    public var hasWALResetBug: Bool {
        switch number {
        case 3_044_006..<3_045_000, 3_050_007..<3_051_000: false
        default: (3_007_000...3_051_002).contains(number)
        }
    }

    public var writersTakeTurns: WritersTakeTurns { hasWALResetBug ? .lockFile : .sqlite }
}
