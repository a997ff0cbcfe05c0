import BansoDomain
import GRDB

/// Finds records by what people type. Each kind's keys are read from end to end in a narrow index; only hits are looked up.
struct Search {
    let db: Database
    /// The keys in memory; nil where the database is read instead.
    private let view: SearchMemory.View?

    init(_ db: Database, _ memory: SearchMemory?) throws {
        self.db = db
        view = try memory?.view(db)
    }

    /// Of all kinds together, the best first; without a text the newest.
    func hits(_ query: SearchQuery) throws -> [SearchHit] {
        let key = Folding.searchKey(query.text)
        guard query.limit > 0, !query.text.unicodeScalars.contains("\u{0}") else { return [] }
        if let number = Search.number(query.text) { return try hits(numbered: number, query) }
        guard !key.isEmpty else { return query.text.isEmpty ? try newest(query) : [] }
        // Keys hold telephone and corporate numbers as digits alone, and days with marks.
        let texts = [key] + (Folding.digits(query.text).map { [$0] } ?? [])
        var found: [FoundKey] = []
        for (place, kind) in query.kinds.enumerated() {
            for source in SearchSource.all(kind) {
                for text in texts {
                    found += try keys(source, text, kind: query.organisationKind, limit: query.limit, place: place)
                }
            }
        }
        var seen: Set<RecordKey> = []
        return try found.sorted().filter { seen.insert($0.record).inserted }.prefix(query.limit).compactMap { found in
            try hit(found.record, contact: found.contact)
        }
    }

    /// As pages and messages name a record: `#52`.
    private static func number(_ text: String) -> Int64? {
        let typed = Folding.typed(text)
        return typed.first == "#" ? Int64(typed.dropFirst()).flatMap { $0 > 0 ? $0 : nil } : nil
    }

    private func hits(numbered number: Int64, _ query: SearchQuery) throws -> [SearchHit] {
        let found = try query.kinds.compactMap { try hit(RecordKey($0, number)) }
        return Array(
            found.filter { query.organisationKind == nil || $0.organisationKind == query.organisationKind }
                .prefix(query.limit))
    }

    /// - Parameter contact: the contact by whom an organisation was found.
    func hit(_ key: RecordKey, contact: Int64? = nil) throws -> SearchHit? {
        guard let sql = SearchSource.shown(key.kind) else { return nil }
        let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [key.id])
        guard let row else { return nil }
        let name = try contact.flatMap {
            try String.fetchOne(db.cachedStatement(sql: "SELECT name FROM contact WHERE id = ?"), arguments: [$0])
        }
        return SearchHit(
            key: key, organisationKind: (row[0] as String?).flatMap(Organisation.Kind.init), name: row[1], kana: row[2],
            corporateNumber: (row[3] as String?).flatMap { try? CorporateNumber($0) },
            prefecture: (row[4] as Int?).flatMap(Prefecture.init(code:)), place: row[5],
            day: (row[6] as String?).flatMap { Day(iso: $0) }, contact: name ?? "")
    }

    private func keys(
        _ source: SearchSource, _ key: String, kind: Organisation.Kind?, limit: Int, place: Int
    ) throws -> [FoundKey] {
        switch (source, view) {
        case (.names(let kind), _): return try names(of: kind, key, place: place)
        case (.organisations, let view?), (.talent, let view?), (.postings, let view?):
            return try view.found(source.kind, key, organisations: kind, limit: limit).map { found in
                FoundKey(
                    match: found.place, folded: found.key, place: place,
                    record: RecordKey(source.kind, found.id), contact: nil)
            }
        case (.contacts, let view?): return try contacts(view, key, kind: kind, limit: limit, place: place)
        case (.postingsOfOrganisations, let view?): return try postings(view, key, limit: limit, place: place)
        default: break
        }
        let statement = try db.cachedStatement(sql: source.sql(isFiltered: kind != nil))
        var arguments: StatementArguments = [key, limit]
        if let kind, source.isOfOrganisations { arguments += [kind.rawValue] }
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            FoundKey(
                match: KeyPlace(rawValue: row[2]) ?? .within, folded: row[1], place: place,
                record: RecordKey(source.kind, row[0]),
                contact: row[3])
        }
    }

    /// Each organisation once, by the best of its contacts, and only where it isn't found by itself.
    private func contacts(
        _ view: SearchMemory.View, _ key: String, kind: Organisation.Kind?, limit: Int, place: Int
    ) throws -> [FoundKey] {
        let own = try db.cachedStatement(
            sql: "SELECT banso_match(search_key, match_key, ?1), kind FROM organisation WHERE id = ?2")
        var seen: Set<Int64> = []
        var keys: [FoundKey] = []
        // Several contacts of one organisation take places of others: more are asked for than are wanted.
        var asked = limit * 4
        while true {
            let found = try view.found(.contact, key, organisations: nil, limit: asked)
            for contact in found.sorted(by: <) {
                guard let owner = contact.owner, seen.insert(owner).inserted,
                    let row = try Row.fetchOne(own, arguments: [key, owner]), row[0] == 0,
                    kind == nil || kind?.rawValue == row[1]
                else { continue }
                keys.append(
                    FoundKey(
                        match: contact.place, folded: contact.key, place: place,
                        record: RecordKey(.organisation, owner), contact: contact.id))
                if keys.count == limit { return keys }
            }
            if found.count < asked { return keys }
            asked *= 4
            (seen, keys) = ([], [])
        }
    }

    /// Postings found by their organisation.
    private func postings(_ view: SearchMemory.View, _ key: String, limit: Int, place: Int) throws -> [FoundKey] {
        let own = try db.cachedStatement(sql: "SELECT id FROM posting WHERE organisation = ? ORDER BY id LIMIT ?")
        var keys: [FoundKey] = []
        // An organisation whose postings are gone gives none: more are asked for then.
        var asked = limit
        while true {
            let found = try view.foundWithPostings(key, limit: asked)
            for organisation in found.sorted() {
                keys += try Int64.fetchAll(own, arguments: [organisation.id, limit - keys.count]).map { posting in
                    FoundKey(
                        match: organisation.place, folded: organisation.key, place: place,
                        record: RecordKey(.posting, posting), contact: nil)
                }
                if keys.count == limit { return keys }
            }
            if found.count < asked { return keys }
            asked *= 4
            keys = []
        }
    }

    /// There are few of these, and no keys are kept of them.
    private func names(of kind: RecordKind, _ key: String, place: Int) throws -> [FoundKey] {
        try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name FROM \(kind.table)")).compactMap { row in
            let folded = Folding.searchKey(row[1])
            guard folded.contains(key) else { return nil }
            let match: KeyPlace = folded == key ? .whole : folded.hasPrefix(key) ? .begins : .within
            return FoundKey(
                match: match, folded: folded, place: place, record: RecordKey(kind, row[0]),
                contact: nil)
        }
    }

    /// The newest of each kind by turns; coordinators by name.
    private func newest(_ query: SearchQuery) throws -> [SearchHit] {
        let columns = try query.kinds.map { kind -> [RecordKey] in
            guard SearchSource.shown(kind) != nil else { return [] }
            let isFiltered = kind == .organisation && query.organisationKind != nil
            let order = kind == .coordinator ? "name, id" : "id DESC"
            let condition = isFiltered ? "WHERE kind = ?2" : ""
            var arguments: StatementArguments = [query.limit]
            if isFiltered { arguments += [query.organisationKind?.rawValue] }
            return try Int64.fetchAll(
                db.cachedStatement(sql: "SELECT id FROM \(kind.table) \(condition) ORDER BY \(order) LIMIT ?1"),
                arguments: arguments
            ).map { RecordKey(kind, $0) }
        }
        let turns = columns.map(\.count).max() ?? 0
        let keys = (0..<turns).flatMap { turn in columns.compactMap { turn < $0.count ? $0[turn] : nil } }
        return try keys.prefix(query.limit).compactMap { try hit($0) }
    }
}

/// A record that was found, in the order in which hits come.
private struct FoundKey: Comparable {
    var match: KeyPlace
    var folded: String
    /// Of its kind in the query.
    var place: Int
    var record: RecordKey
    var contact: Int64?

    static func < (left: Self, right: Self) -> Bool {
        if (left.match == .within) != (right.match == .within) { return right.match == .within }
        // Its own name before that of somebody who is there.
        if (left.contact == nil) != (right.contact == nil) { return left.contact == nil }
        if left.match != right.match { return left.match < right.match }
        if left.place != right.place { return left.place < right.place }
        if left.folded != right.folded { return left.folded.utf8.lexicographicallyPrecedes(right.folded.utf8) }
        return left.record.id < right.record.id
    }
}
