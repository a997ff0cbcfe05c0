import BansoDomain
import GRDB

/// A connection that only reads, wherever the file may be read.
///
/// Beside a database in WAL mode SQLite keeps an index (-shm). Where it may not make one and nobody has left one, it can take
/// the file only as one that never changes (`immutable`), without locks. Somebody else may write all the same: so what was
/// read then counts only where the file is the same afterwards; else it is opened anew and read again.
final class ReadingConnection {
    private let place: DatabasePath
    private let identity: FileIdentity?
    /// Nil where it is to be opened anew.
    private var queue: DatabaseQueue?
    /// What the file is like that is taken as one that never changes; nil where SQLite's locks hold.
    private(set) var still: FileState?
    /// Whether the index can't be written, by any connection of this program as long as this one is open.
    private var isLocked = false
    private var openings = 0

    private static let mostAttempts = 5

    /// - Parameter withoutLocks: as if the index could not be made.
    /// - Throws: `DeskError.unreadableLog` where there is a log, which can't be read without its index.
    init(_ place: DatabasePath, withoutLocks: Bool = false) throws {
        self.place = place
        identity = FileIdentity(path: place.text)
        _ = try opened(withoutLocks: withoutLocks)
    }

    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try repeated { try $0.read(body) }
    }

    func inDatabase<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try repeated { try $0.inDatabase(body) }
    }

    /// A number that differs after any other connection's commit.
    func changeToken() throws -> Int {
        if let still, FileState(place) != still { leave() }
        let queue: DatabaseQueue
        do {
            queue = try opened()
        } catch DeskError.failed, DeskError.unreadableLog {
            // Whoever writes may just be making the log and its index.
            throw DeskError.busy(path: place.text)
        }
        // Outside a transaction: within one the number stands still.
        let version = try queue.inDatabase { db in
            try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
        }
        return openings << 32 + version
    }

    /// Makes way for a connection that writes, where that may be by now.
    func unlock() {
        if isLocked, place.canHaveIndex { leave() }
    }

    func close() throws { try queue?.close() }

    private func repeated<Result>(_ body: (DatabaseQueue) throws -> Result) throws -> Result {
        for _ in 0..<Self.mostAttempts {
            let queue = try opened()
            guard let still else { return try body(queue) }
            let result = Swift.Result { try body(queue) }
            if FileState(place) == still { return try result.get() }
            leave()
        }
        throw DeskError.busy(path: place.text)
    }

    private func leave() {
        try? queue?.close()
        queue = nil
    }

    private func opened(withoutLocks: Bool = false) throws -> DatabaseQueue {
        if let queue { return queue }
        guard let found = FileIdentity(path: place.text) else { throw DeskError.gone(path: place.text) }
        guard found == identity else { throw DeskError.replaced(path: place.text) }
        isLocked = !place.canHaveIndex
        let (fresh, state) = try Self.open(place, withoutLocks: withoutLocks)
        (queue, still) = (fresh, state)
        openings += 1
        return fresh
    }

    private static func open(
        _ place: DatabasePath, withoutLocks: Bool
    ) throws -> (DatabaseQueue, FileState?) {
        let state = FileState(place)
        do {
            if !withoutLocks { return (try Connection.open(place, as: .reader), nil) }
        } catch let error as DeskError {
            guard !place.canHaveIndex, error.isAboutAccess else { throw error }
            if state.logSize > 0 { throw DeskError.unreadableLog(path: place.text) }
        }
        return (try Connection.open(place, as: .stillReader), state)
    }
}

extension DeskError {
    /// Whether SQLite could not open something or was not let write.
    fileprivate var isAboutAccess: Bool {
        switch self {
        case .readOnly, .failed: true
        default: false
        }
    }
}
