import BansoDomain
import GRDB

extension Store {
    public func attention(_ query: AttentionQuery) throws -> [AttentionItem] {
        try read { db in
            try AttentionItem.What.allCases.flatMap { what in
                let statement = AttentionStatement(what, query)
                return try Row.fetchAll(db.cachedStatement(sql: statement.sql), arguments: statement.arguments)
                    .compactMap {
                        Store.attention(what, $0)
                    }
            }
        }
    }

    private static func attention(_ what: AttentionItem.What, _ row: Row) -> AttentionItem? {
        guard let day = Day(iso: row[0]) else { return nil }
        let kind: RecordKind =
            switch what {
            case .unsettledEvent, .noRoster, .noSurvey: .event
            case .nextAction, .silent, .followUp: .organisation
            }
        return AttentionItem(
            what: what, day: day, record: RecordKey(kind, row[1]),
            entry: (row[2] as Int64?).map { PipelineEntryID($0) }, title: row[3], detail: row[4] ?? "",
            coordinator: row[5] ?? "")
    }
}

/// The statement behind one kind of what needs a hand: day, record, card, title, detail and coordinator.
struct AttentionStatement {
    let sql: String
    let arguments: StatementArguments

    init(_ what: AttentionItem.What, _ query: AttentionQuery) {
        let limit = max(0, query.limit)
        switch what {
        case .nextAction:
            sql = """
                SELECT e.next_due, e.organisation, e.id, o.name, e.next_action, k.name
                FROM pipeline_entry AS e INDEXED BY pipeline_entry_due
                    CROSS JOIN organisation AS o ON o.id = e.organisation
                    LEFT JOIN coordinator AS k ON k.id = e.coordinator
                WHERE e.next_due IS NOT NULL AND e.next_due <= ? ORDER BY e.next_due, e.id LIMIT ?
                """
            arguments = [query.dueUntil.iso, limit]
        case .silent:
            // The coordinator is that of the card that stands furthest.
            sql = """
                SELECT d.last_on, d.organisation, NULL, o.name, '', (
                    SELECT k.name FROM pipeline_entry AS e JOIN coordinator AS k ON k.id = e.coordinator
                    WHERE e.organisation = d.organisation ORDER BY e.stage_order DESC, e.id LIMIT 1)
                FROM organisation_day AS d INDEXED BY organisation_day_last
                    CROSS JOIN organisation AS o ON o.id = d.organisation
                WHERE d.under_way AND d.last_on <= ?1
                    AND NOT EXISTS (
                        SELECT 1 FROM pipeline_entry AS e
                        WHERE e.organisation = d.organisation AND e.next_due >= ?2)
                    AND NOT EXISTS (SELECT 1 FROM snooze AS s WHERE s.organisation = d.organisation AND s.until > ?2)
                ORDER BY d.last_on, d.organisation LIMIT ?3
                """
            arguments = [query.silentSince.iso, query.today.iso, limit]
        case .followUp:
            sql = """
                SELECT ifnull(d.followed_on, d.took_part_on) AS asked, d.organisation, NULL, o.name, '', NULL
                FROM organisation_day AS d INDEXED BY organisation_day_asked
                    CROSS JOIN organisation AS o ON o.id = d.organisation
                WHERE d.took_part_on IS NOT NULL AND ifnull(d.followed_on, d.took_part_on) <= ?
                    AND o.kind = 'company'
                ORDER BY asked, d.organisation LIMIT ?
                """
            arguments = [query.followedUpSince.iso, limit]
        case .unsettledEvent:
            sql = AttentionStatement.events("e.status = 'planned' AND e.date < ?")
            arguments = [query.today.iso, limit]
        case .noRoster:
            sql = AttentionStatement.events(
                "e.status = 'held' AND e.date <= ? AND NOT EXISTS (SELECT 1 FROM attendance AS a WHERE a.event = e.id)")
            arguments = [(query.today + -1).iso, limit]
        case .noSurvey:
            sql = AttentionStatement.events(
                """
                e.status = 'held' AND e.date <= ?
                    AND EXISTS (SELECT 1 FROM attendance AS a WHERE a.event = e.id AND a.organisation > 0)
                    AND NOT EXISTS (SELECT 1 FROM survey_answer AS s WHERE s.event = e.id)
                """)
            arguments = [(query.today + -3).iso, limit]
        }
    }

    private static func events(_ condition: String) -> String {
        """
        SELECT e.date, e.id, NULL, e.theme, e.activity, NULL FROM event AS e
        WHERE \(condition) ORDER BY e.date, e.id LIMIT ?
        """
    }
}
