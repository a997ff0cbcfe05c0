import BansoDomain
import GRDB

extension Store {
    public func attention(_ query: AttentionQuery) throws -> [AttentionItem] {
        try read { try Store.attention(query, $0) }
    }

    public func described(_ items: [AttentionItem]) throws -> [AttentionItem] {
        try read { db in try items.map { try Store.described($0, db) } }
    }

    static func attention(_ query: AttentionQuery, _ db: Database) throws -> [AttentionItem] {
        var items: [AttentionItem] = []
        for what in AttentionItem.What.allCases {
            let statement = AttentionStatement(what, query)
            let rows = try Row.fetchCursor(db.cachedStatement(sql: statement.sql), arguments: statement.arguments)
            while let row = try rows.next() {
                guard let day = Day(iso: row[0]) else { continue }
                let entry = (row[2] as Int64?).map { PipelineEntryID($0) }
                items.append(AttentionItem(what: what, day: day, record: RecordKey(what.kind, row[1]), entry: entry))
            }
        }
        return items
    }

    static func described(_ item: AttentionItem, _ db: Database) throws -> AttentionItem {
        let statement = try db.cachedStatement(sql: AttentionStatement.description(of: item.what))
        guard let row = try Row.fetchOne(statement, arguments: [item.entry?.value ?? item.record.id]) else {
            return item
        }
        var described = item
        (described.title, described.detail, described.coordinator) = (row[0], row[1] ?? "", row[2] ?? "")
        return described
    }
}

extension AttentionItem.What {
    /// What is opened from it.
    fileprivate var kind: RecordKind {
        switch self {
        case .unsettledEvent, .noRoster, .noSurvey: .event
        case .nextAction, .silent, .followUp: .organisation
        }
    }
}

/// The statement behind one kind of what needs a hand: day, record and card.
struct AttentionStatement {
    let sql: String
    let arguments: StatementArguments

    /// Title, detail and coordinator of one item, by its card's number or its record's.
    static func description(of what: AttentionItem.What) -> String {
        switch what {
        case .nextAction:
            """
            SELECT o.name, e.next_action, k.name
            FROM pipeline_entry AS e CROSS JOIN organisation AS o ON o.id = e.organisation
                LEFT JOIN coordinator AS k ON k.id = e.coordinator
            WHERE e.id = ?
            """
        case .silent:
            // The coordinator is that of the card that stands furthest.
            """
            SELECT o.name, '', (
                SELECT k.name FROM pipeline_entry AS e JOIN coordinator AS k ON k.id = e.coordinator
                WHERE e.organisation = o.id ORDER BY e.stage_order DESC, e.id LIMIT 1)
            FROM organisation AS o WHERE o.id = ?
            """
        case .followUp: "SELECT name, '', '' FROM organisation WHERE id = ?"
        case .unsettledEvent, .noRoster, .noSurvey: "SELECT theme, activity, '' FROM event WHERE id = ?"
        }
    }

    init(_ what: AttentionItem.What, _ query: AttentionQuery) {
        let limit = max(0, query.limit)
        switch what {
        case .nextAction:
            sql = """
                SELECT e.next_due, e.organisation, e.id FROM pipeline_entry AS e INDEXED BY pipeline_entry_due
                WHERE e.next_due IS NOT NULL AND e.next_due <= ? ORDER BY e.next_due, e.id LIMIT ?
                """
            arguments = [query.dueUntil.iso, limit]
        case .silent:
            sql = """
                SELECT d.last_on, d.organisation, NULL FROM organisation_day AS d INDEXED BY organisation_day_last
                WHERE d.under_way AND d.last_on <= ?1 AND ifnull(d.planned_on, '') < ?2
                    AND NOT EXISTS (SELECT 1 FROM snooze AS s WHERE s.organisation = d.organisation AND s.until > ?2)
                ORDER BY d.last_on, d.organisation LIMIT ?3
                """
            arguments = [query.silentSince.iso, query.today.iso, limit]
        case .followUp:
            sql = """
                SELECT ifnull(d.followed_on, d.took_part_on) AS asked, d.organisation, NULL
                FROM organisation_day AS d INDEXED BY organisation_day_asked
                WHERE d.took_part_on IS NOT NULL AND ifnull(d.followed_on, d.took_part_on) <= ?
                    AND NOT EXISTS (
                        SELECT 1 FROM organisation AS o INDEXED BY organisation_institution
                        WHERE o.id = d.organisation AND o.kind = 'institution')
                ORDER BY asked, d.organisation LIMIT ?
                """
            arguments = [query.followedUpSince.iso, limit]
        case .unsettledEvent:
            sql = AttentionStatement.events("e.status = 'planned' AND e.date < ?")
            arguments = [query.today.iso, limit]
        case .noRoster:
            sql = AttentionStatement.events(
                "e.status = 'held' AND e.date <= ? AND e.id NOT IN (SELECT event FROM event_roster)")
            arguments = [(query.today + -1).iso, limit]
        case .noSurvey:
            sql = AttentionStatement.events(
                """
                e.status = 'held' AND e.date <= ?
                    AND EXISTS (SELECT 1 FROM event_roster AS r WHERE r.event = e.id AND r.organisations > 0)
                    AND NOT EXISTS (SELECT 1 FROM survey_answer AS s WHERE s.event = e.id)
                """)
            arguments = [(query.today + -3).iso, limit]
        }
    }

    private static func events(_ condition: String) -> String {
        """
        SELECT e.date, e.id, NULL FROM event AS e
        WHERE \(condition) ORDER BY e.date, e.id LIMIT ?
        """
    }
}
