import BansoDomain
import GRDB

extension Store {
    public func related(to key: RecordKey, limit: Int) throws -> [TimelineItem] {
        guard Store.hasRelated.contains(key.kind) else { return [] }
        return try read { db in
            let titles = Titles(db)
            var items: [TimelineItem] = []
            for (kind, column) in Store.references(to: key.kind) {
                let day = kind == .attendance ? "(SELECT date FROM event WHERE event.id = t.event)" : "t.date"
                let presence = kind == .attendance ? "t.presence" : "NULL"
                let rows = try Row.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT t.id, \(day) AS day, \(presence) FROM \(kind.table) AS t WHERE t.\(column) = ?
                            ORDER BY day DESC, t.id DESC LIMIT ?
                            """), arguments: [key.id, max(0, limit)])
                for row in rows {
                    guard let date = Day(iso: row[1] ?? "") else { continue }
                    let found = RecordKey(kind, row[0])
                    let title = try titles.title(of: found, omitting: (key, date)) ?? ""
                    let presence = (row[2] as String?).flatMap(Presence.init)
                    items.append(TimelineItem(date: date, key: found, what: .record(title, presence: presence), by: ""))
                }
            }
            return Array(items.sorted { ($1.date, $1.key) < ($0.date, $0.key) }.prefix(limit))
        }
    }

    private static let hasRelated: Set<RecordKind> = [.talent, .event, .posting, .region]

    /// Every column that names a record of the kind, of records that have a day.
    private static func references(to kind: RecordKind) -> [(RecordKind, String)] {
        RecordKind.allCases.flatMap { other in
            other.fields.filter { $0.kind == .reference(kind) }.map { (other, $0.id) }
        }.filter { $0.0 == .attendance || $0.0.index(of: "date") != nil }
    }
}
