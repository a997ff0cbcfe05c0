import CSQLite
import GRDB

/// Moves the write-ahead log back into the database.
enum Checkpoint {
    /// How large the log may grow, in bytes, before it is moved back where nobody waits for it.
    static let due = 4 << 20
    /// How large before whoever commits moves it back.
    static let threshold = 16 << 20

    /// Moves what can be moved without waiting for readers, and empties the log where nobody reads it. To be called by
    /// the holder of the write lock, outside a transaction.
    static func run(_ db: Database) {
        guard let connection = db.sqliteConnection else { return }
        var logged: Int32 = 0
        var moved: Int32 = 0
        let code = sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_PASSIVE, &logged, &moved)
        // The commit is durable already: a checkpoint that can't be done now is done after a later commit.
        guard code == SQLITE_OK, logged == moved else { return }
        sqlite3_busy_timeout(connection, 0)
        sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        sqlite3_busy_timeout(connection, usualPatience)
    }

    /// In milliseconds, as the writer's connection waits.
    private static let usualPatience: Int32 = 5000

    /// Moves all of it back and empties it, so that no page of before is left in either file. To be called by the holder
    /// of the write lock, outside a transaction.
    /// - Parameter patience: how many seconds readers are waited for.
    /// - Returns: false where somebody still reads what was there before.
    static func empty(_ db: Database, patience: Double) throws -> Bool {
        guard let connection = db.sqliteConnection else { return false }
        // Writes a page as it is: while the log is empty, whoever reads the file itself would not be noticed.
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        try db.execute(sql: "PRAGMA user_version = \(version)")
        sqlite3_busy_timeout(connection, Int32(patience * 1000))
        defer { sqlite3_busy_timeout(connection, usualPatience) }
        switch sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil) {
        case SQLITE_OK: return true
        case SQLITE_BUSY: return false
        case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
        }
    }
}
