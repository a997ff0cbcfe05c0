import BansoDomain
import GRDB

extension Store {
    public func roster(of event: Int64, lines most: Int) throws -> Roster? {
        try read { db in
            guard let stored = try Store.stored(RecordKey(.event, event), db) else { return nil }
            let counts = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT count(DISTINCT organisation) FILTER (WHERE presence = 'attended'),
                            count(*) FILTER (WHERE presence = 'attended'),
                            count(*) FILTER (WHERE presence = 'registered'),
                            count(*) FILTER (WHERE presence = 'no-show')
                        FROM attendance WHERE event = ?
                        """), arguments: [event])
            let expected = try Store.attendances(of: event, .registered, limit: .max, db).sorted {
                $0.reading < $1.reading
            }
            let others = try Store.attendances(of: event, .settled, limit: max(0, most - expected.count), db)
            return Roster(
                event: stored, title: try Titles(db).title(of: stored.key) ?? "", organisations: counts?[0] ?? 0,
                people: counts?[1] ?? 0, expected: counts?[2] ?? 0, noShows: counts?[3] ?? 0,
                lines: (expected + others).prefix(most).map {
                    RosterLine(attendance: $0.attendance, name: $0.name, number: $0.number)
                })
        }
    }

    public func wasAttended(_ event: Int64) throws -> Bool { try read { try Store.wasAttended(event, $0) } }

    static func wasAttended(_ event: Int64, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: "SELECT EXISTS (SELECT 1 FROM attendance WHERE event = ? AND presence = 'attended')"),
            arguments: [event]) ?? false
    }

    public func arrivals(at event: Int64, matching text: String, limit: Int) throws -> [RosterHit] {
        try read { db in
            let search = try Search(db, memory)
            let key = Folding.searchKey(text)
            guard limit > 0, !text.unicodeScalars.contains("\u{0}"), text.isEmpty || !key.isEmpty else { return [] }
            let registered = try Store.attendances(of: event, .registered, limit: .max, db)
                .compactMap { line -> (isInside: Bool, line: Attending)? in
                    let keys = line.keys + [Folding.searchKey(line.attendance.record["attendee"].text ?? "")]
                    guard key.isEmpty || keys.contains(where: { $0.contains(key) }) else { return nil }
                    return (!keys.contains { $0.hasPrefix(key) }, line)
                }
                .sorted { ($0.isInside ? 1 : 0, $0.line.reading) < ($1.isInside ? 1 : 0, $1.line.reading) }
                .map(\.line)
            // A number of the roster is one of it, whatever telephone numbers begin like it.
            let numbered = try Int(key).map { try Store.attendances(of: event, .number($0), limit: 1, db) } ?? []
            let named = registered.filter { line in !numbered.contains { $0.number == line.number } }
            var hits = try (numbered + named).prefix(limit).compactMap { line in
                try search.hit(line.guest).map {
                    RosterHit(hit: $0, attendance: line.attendance, number: line.number)
                }
            }
            let expected = Set((numbered + registered).map(\.guest))
            // Whom the event is for comes before others, and who is there already comes last.
            let guests = try Store.guests(of: event, catalogue, db)
            let kinds =
                guests.count == 1
                ? [Array(guests), Array(Store.allGuests.subtracting(guests))] : [[.organisation, .talent]]
            var here: [RosterHit] = []
            for kind in kinds {
                for hit in try search.hits(SearchQuery(text, kinds: kind, limit: limit + expected.count))
                where !expected.contains(hit.key) {
                    guard hits.count < limit else { break }
                    let there = try Store.newest(of: hit.key, at: event, db)
                    let found = RosterHit(hit: hit, attendance: there?.attendance, number: there?.number)
                    if there == nil { hits.append(found) } else { here.append(found) }
                }
            }
            return hits + here.prefix(limit - hits.count)
        }
    }

    private static let allGuests: Set<RecordKind> = [.organisation, .talent]

    private static func guests(of event: Int64, _ catalogue: Catalogue, _ db: Database) throws -> Set<RecordKind> {
        let activity = try String.fetchOne(
            db.cachedStatement(sql: "SELECT activity FROM event WHERE id = ?"), arguments: [event])
        return activity.map { catalogue.guests(of: ActivityID($0)) } ?? allGuests
    }

    /// An attendance with who it is of.
    private struct Attending {
        var guest: RecordKey
        var name: String
        /// What the guest is found by.
        var keys: [String]
        /// What their names are ordered by.
        var reading: String
        var number: Int
        var attendance: StoredRecord
    }

    /// Which attendances of an event.
    private enum Who {
        case registered, settled
        case guest(RecordKey)
        case number(Int)

        /// By the columns of `attendance` and the number on the roster; ?3 is `value`.
        var condition: String {
            switch self {
            case .registered: "presence = 'registered' AND ?3 IS NULL"
            case .settled: "presence <> 'registered' AND ?3 IS NULL"
            case .guest(let key): key.kind == .talent ? "talent = ?3" : "organisation = ?3"
            case .number: "number = ?3"
            }
        }

        var value: Int64? {
            switch self {
            case .registered, .settled: nil
            case .guest(let key): key.id
            case .number(let number): Int64(number)
            }
        }
    }

    /// The newest of somebody at an event.
    static func attendance(of guest: RecordKey, at event: Int64, _ db: Database) throws -> StoredRecord? {
        try newest(of: guest, at: event, db)?.attendance
    }

    private static func newest(of guest: RecordKey, at event: Int64, _ db: Database) throws -> Attending? {
        try attendances(of: event, .guest(guest), limit: 1, db).first
    }

    /// Those of an event, newest first.
    private static func attendances(of event: Int64, _ who: Who, limit: Int, _ db: Database) throws -> [Attending] {
        let columns = RecordKind.attendance.columns.map { "a." + $0 }.joined(separator: ", ")
        // The newest are picked before it is looked up who they are.
        let statement = try db.cachedStatement(
            sql: """
                SELECT ifnull(o.name, t.name), ifnull(o.match_key, t.match_key), ifnull(o.search_key, t.search_key),
                    ifnull(o.kana, t.kana) <> '', newest.number, \(columns), a.version, a.id
                FROM (
                    SELECT id, number FROM (
                        SELECT id, presence, organisation, talent, row_number() OVER (ORDER BY id) AS number
                        FROM attendance WHERE event = ?1)
                    WHERE \(who.condition) ORDER BY id DESC LIMIT ?2
                ) AS newest CROSS JOIN attendance AS a ON a.id = newest.id
                    LEFT JOIN organisation AS o ON o.id = a.organisation
                    LEFT JOIN talent AS t ON t.id = a.talent
                ORDER BY a.id DESC
                """)
        return try Row.fetchAll(statement, arguments: [event, limit, who.value]).compactMap { row in
            let attendance = record(.attendance, row, from: 5)
            let guest =
                attendance.record["organisation"].number.map { RecordKey(.organisation, $0) }
                ?? attendance.record["talent"].number.map { RecordKey(.talent, $0) }
            guard let guest else { return nil }
            let keys = (row[2] as String).split(separator: "\n").map(String.init)
            let reading = keys.dropFirst(row[3] ? 1 : 0).first ?? ""
            return Attending(
                guest: guest, name: row[0], keys: [row[1]] + keys, reading: reading, number: row[4],
                attendance: attendance)
        }
    }
}
