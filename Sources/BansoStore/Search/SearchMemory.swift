import BansoDomain
import GRDB

/// The keys in memory as one connection sees them: with what was changed since they were read.
final class SearchMemory {
    private let keys: SearchKeys
    /// The snapshot that `changed` belongs to, by its place in the audit trail, and how far the trail was followed.
    private var base: Int64?
    private var seen: Int64 = 0
    private var changed: [RecordKind: Set<Int64>] = [:]

    /// So many changed records are looked up one by one; more are worth another reading.
    private static let most = 1000

    init(_ keys: SearchKeys) { self.keys = keys }

    func close() { keys.close() }

    /// The keys as `db` sees them now; nil where the database has to be asked: they aren't read yet, or too much has changed.
    /// Then they are read, for the searches that follow.
    func view(_ db: Database) throws -> View? {
        guard let snapshot = keys.snapshot else {
            keys.read()
            return nil
        }
        if base != snapshot.seq {
            base = snapshot.seq
            seen = snapshot.seq
            changed = [:]
        }
        // By number, not through the index of entities: all but the last few are known.
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT seq, entity, row, action = 'erase' FROM audit
                    WHERE seq > ? AND +entity IN ('organisation', 'contact', 'talent', 'posting')
                    ORDER BY seq LIMIT ?
                    """), arguments: [seen, SearchMemory.most + 1])
        for row in rows {
            guard let kind = RecordKind(rawValue: row[1]) else { continue }
            changed[kind, default: []].insert(row[2])
            seen = row[0]
        }
        // What was erased leaves this program's memory too.
        if rows.contains(where: { $0[3] }) { keys.read() }
        if rows.count <= SearchMemory.most {
            seen = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM audit")) ?? seen
        }
        guard changed.values.reduce(0, { $0 + $1.count }) <= SearchMemory.most else {
            keys.read()
            return nil
        }
        return View(snapshot: snapshot, changed: changed, db: db)
    }

    /// Whether the keys are read.
    var isReady: Bool { keys.snapshot != nil }

    struct View {
        let snapshot: SearchKeys.Snapshot
        let changed: [RecordKind: Set<Int64>]
        let db: Database

        /// In the order in which hits come.
        struct Found: Comparable {
            var place: KeyPlace
            var id: Int64
            var owner: Int64?
            var key: String

            static func < (left: Self, right: Self) -> Bool {
                if left.place != right.place { return left.place < right.place }
                if left.key != right.key { return left.key.utf8.lexicographicallyPrecedes(right.key.utf8) }
                return left.id < right.id
            }
        }

        /// Records of a kind that hold the text, at most `limit` of each place.
        func found(_ kind: RecordKind, _ text: String, organisations wanted: Organisation.Kind?, limit: Int) throws
            -> [Found]
        {
            try found(kind, text, limit: limit, apart: changed[kind] ?? []) { traits in
                kind != .organisation || wanted == nil
                    || traits.contains(.isInstitution) == (wanted == .institution)
            }
        }

        /// Organisations that hold the text and may have postings, at most `limit` of each place.
        func foundWithPostings(_ text: String, limit: Int) throws -> [Found] {
            let statement = try db.cachedStatement(sql: "SELECT organisation FROM posting WHERE id = ?")
            let moved = try (changed[.posting] ?? []).compactMap { try Int64.fetchOne(statement, arguments: [$0]) }
            let apart = (changed[.organisation] ?? []).union(moved)
            return try found(.organisation, text, limit: limit, apart: apart) { $0.contains(.hasPostings) }
        }

        /// - Parameters:
        ///   - apart: what is looked up one by one, as it is now.
        ///   - isWanted: by what a record is.
        private func found(
            _ kind: RecordKind, _ text: String, limit: Int, apart: Set<Int64>, where isWanted: (KeyList.Traits) -> Bool
        ) throws -> [Found] {
            func hits(_ list: KeyList, _ isHere: (Int) -> Bool) -> [Found] {
                list.hits(text, limit: limit) { isWanted(list.traits[$0]) && isHere($0) }.map {
                    Found(
                        place: $0.place, id: list.ids[$0.index], owner: list.owner(at: $0.index),
                        key: list.key(at: $0.index))
                }
            }
            var all = snapshot.lists[kind].map { list in hits(list) { !apart.contains(list.ids[$0]) } } ?? []
            for id in apart { all += hits(try SearchKeys.list(of: id, kind, db)) { _ in true } }
            return all
        }
    }
}
