import BansoDomain
import CSQLite
import Foundation
import GRDB
import Synchronization

/// The keys that search reads, in memory: of organisations, their contacts, people and postings. Read beside the desk
/// once somebody searches, and again when much has changed; what has changed since is known from the audit trail.
final class SearchKeys: Sendable {
    /// As they were after one entry of the audit trail.
    struct Snapshot: Sendable {
        var seq: Int64
        var lists: [RecordKind: KeyList]
    }

    /// As nice(1) counts.
    private static let niceness: Int32 = 10

    /// Kinds whose keys are kept.
    static let kinds: [RecordKind] = [.organisation, .contact, .talent, .posting]

    private struct State {
        var snapshot: Snapshot?
        var isReading = false
        var isClosed = false
    }

    private let path: DatabasePath
    private let state = Mutex(State())

    init(_ path: DatabasePath) { self.path = path }

    /// Nil until they are read, and where they can't be.
    var snapshot: Snapshot? { state.withLock { $0.snapshot } }

    func close() { state.withLock { $0.isClosed = true } }

    /// Reads them anew beside the desk; nothing waits for it.
    func read() {
        let begins = state.withLock { state in
            defer { state.isReading = true }
            return !state.isReading && !state.isClosed
        }
        guard begins else { return }
        let thread = Thread { [self] in
            // The person at the keys comes first. Not only the time that nobody else wants (SCHED_IDLE): on a
            // busy machine this thread would stand still for seconds, and with it whoever waits for the heap's lock.
            setpriority(Int32(PRIO_PROCESS.rawValue), 0, SearchKeys.niceness)
            // Where reading fails, search goes on in the database, which says what is wrong with it. So it does where the
            // log's index can't be written: a connection of such a time would keep the desk from writing once it may.
            let fresh = path.canHaveIndex ? try? SearchKeys.snapshot(of: path) : nil
            state.withLock { state in
                state.isReading = false
                if let fresh { state.snapshot = fresh }
            }
        }
        thread.start()
    }

    private static func snapshot(of path: DatabasePath) throws -> Snapshot {
        let queue = try ReadingConnection(path)
        defer { try? queue.close() }
        // Every page is read once: there is nothing to remember.
        try queue.inDatabase { try $0.execute(sql: "PRAGMA cache_size = -64") }
        return try queue.read { db in
            let seq = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM audit") ?? 0
            var lists: [RecordKind: KeyList] = [:]
            for kind in kinds { lists[kind] = try list(kind, db) }
            return Snapshot(seq: seq, lists: lists)
        }
    }

    private static func list(_ kind: RecordKind, _ db: Database) throws -> KeyList {
        let sizes = try Row.fetchOne(
            db, sql: "SELECT count(*), sum(length(CAST(search_key AS BLOB))) FROM \(kind.table)")
        var list = KeyList(count: sizes?[0] ?? 0, bytes: sizes?[1] ?? 0)
        let rows = try Row.fetchCursor(db, sql: columns(kind) + " ORDER BY search_key, id")
        while let row = try rows.next() { list.append(row) }
        return list
    }

    /// Number, owner, traits, key and other key.
    private static func columns(_ kind: RecordKind) -> String {
        switch kind {
        case .contact, .posting: "SELECT id, organisation, 0, search_key, '' FROM \(kind.table)"
        case .organisation:
            """
            SELECT id, NULL, (kind = 'institution') + 2 * EXISTS (
                SELECT 1 FROM posting WHERE organisation = organisation.id), search_key, match_key
            FROM organisation
            """
        default: "SELECT id, NULL, 0, search_key, match_key FROM \(kind.table)"
        }
    }

    /// One record's keys as they are now; empty where it is gone.
    static func list(of id: Int64, _ kind: RecordKind, _ db: Database) throws -> KeyList {
        var list = KeyList()
        let row = try Row.fetchOne(db.cachedStatement(sql: columns(kind) + " WHERE id = ?"), arguments: [id])
        if let row { list.append(row) }
        return list
    }
}

extension KeyList {
    /// - Parameter row: of `SearchKeys.columns`.
    fileprivate mutating func append(_ row: Row) {
        append(id: row[0], owner: row[1], traits: Traits(rawValue: row[2]), key: row[3], other: row[4])
    }
}
