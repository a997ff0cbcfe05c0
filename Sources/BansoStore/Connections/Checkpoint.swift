import CSQLite
import GRDB

/// Moves the write-ahead log back into the database.
enum Checkpoint {
    /// How large the log may grow, in bytes, before whoever commits moves it back.
    static let threshold = 4 << 20

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
        sqlite3_busy_timeout(connection, 5000)
    }
}
