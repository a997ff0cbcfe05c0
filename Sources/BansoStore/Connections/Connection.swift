import BansoDomain
import CSQLite
import GRDB

/// How connections are opened: the settings that every one has, and those of the one that writes.
enum Connection {
    enum Role: Sendable {
        /// Never changes a byte of the database or its log.
        case reader
        /// The same, of a file that is taken as one that never changes: without locks, log and index.
        case stillReader
        case writer
    }

    static func open(_ path: DatabasePath, as role: Role) throws -> DatabaseQueue {
        try StoreErrors.mapped(path.text) {
            let identity = FileIdentity(path: path.text)
            let name = role == .stillReader ? path.still : path.text
            let queue = try DatabaseQueue(path: name, configuration: configuration(role))
            if role == .writer { try queue.inDatabase { try prepareForWriting($0, path: path) } }
            guard let identity, identity == FileIdentity(path: path.text) else {
                throw DeskError.replaced(path: path.text)
            }
            return queue
        }
    }

    /// - Throws: `DeskError.failed` where a commit would not be on disk before it is reported.
    static func assertDurable(_ db: Database, path: DatabasePath) throws {
        let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
        let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode")
        guard level == 2, journal == "wal" else {
            throw DeskError.failed(
                path: path.text, detail: "synchronous \(level ?? -1), journal \(journal ?? "-"): not durable")
        }
    }

    /// In KiB.
    static let cache = 2000

    private static func configuration(_ role: Role) -> Configuration {
        var configuration = Configuration()
        let reads = role != .writer
        configuration.readonly = reads
        // Readers wait for nobody in WAL mode, but for a program that has the file to itself: the wall says so soon.
        configuration.busyMode = .timeout(reads ? 1 : 5)
        configuration.label = reads ? "banso.reader" : "banso.writer"
        configuration.prepareDatabase { db in
            try harden(db)
            if reads {
                try db.execute(sql: "PRAGMA query_only = ON")
                _ = banso_no_checkpoint_on_close(db.sqliteConnection)
                // GRDB asks of each column that a statement names, for observers: nobody observes what only reads.
                sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
            }
        }
        return configuration
    }

    private static func harden(_ db: Database) throws {
        guard banso_set_defensive(db.sqliteConnection) == 0 else {
            throw DatabaseError(resultCode: .SQLITE_ERROR, message: "defensive mode is not available")
        }
        guard banso_add_functions(db.sqliteConnection) == 0 else {
            throw DatabaseError(resultCode: .SQLITE_ERROR, message: "functions can't be added")
        }
        try db.execute(
            sql: """
                PRAGMA foreign_keys = ON;
                PRAGMA trusted_schema = OFF;
                PRAGMA cell_size_check = ON;
                PRAGMA mmap_size = 0;
                PRAGMA secure_delete = ON;
                PRAGMA cache_size = -\(cache);
                """)
    }

    private static func prepareForWriting(_ db: Database, path: DatabasePath) throws {
        // A restored backup is not in WAL mode yet.
        if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        }
        try db.execute(sql: "PRAGMA synchronous = FULL")
        if Engine.linked.hasWALResetBug {
            _ = try Int.fetchOne(db, sql: "PRAGMA wal_autocheckpoint = 0")
        }
        // A store moves its log back itself, unless the file was replaced or is damaged.
        _ = banso_no_checkpoint_on_close(db.sqliteConnection)
        try assertDurable(db, path: path)
    }
}
