import BansoDomain
import GRDB

/// What happened to an organisation: every record of it with a day, and its way through the pipelines as the audit trail
/// has it.
struct Timeline {
    static let most = 200

    /// The kinds it shows; stages are of the kind of cards.
    static let kinds: [RecordKind] = [
        .consultation, .pipelineEntry, .attendance, .surveyAnswer, .posting, .application, .interview, .hearing,
        .training, .processConsultation, .interCompanyContract, .caseStudy, .followUp, .eligibilityCheck,
    ]

    private let db: Database
    private let organisation: Int64

    init(_ db: Database, of organisation: Int64) {
        self.db = db
        self.organisation = organisation
    }

    /// Newest first. What was undone, and the undoing, are left out.
    func items(_ kinds: Set<RecordKind>, limit: Int) throws -> [TimelineItem] {
        let all = try Timeline.kinds.filter(kinds.contains).flatMap { kind in
            switch kind {
            case .consultation: try consultations()
            case .pipelineEntry: try moves(limit: limit)
            default: try records(kind, limit: limit)
            }
        }
        // Sorting is not stable: the place decides within a day.
        let newest = all.enumerated().sorted { ($1.element.date, $0.offset) < ($0.element.date, $1.offset) }
            .prefix(max(0, limit)).map(\.element)
        return try newest.map(titled)
    }

    /// Records have their titles looked up last: of those that are shown alone.
    private func titled(_ item: TimelineItem) throws -> TimelineItem {
        guard case .record(_, let presence) = item.what else { return item }
        let own = RecordKey(.organisation, organisation)
        let title = try Titles(db).title(of: item.key, omitting: (own, item.date)) ?? ""
        var item = item
        item.what = .record(title, presence: presence)
        return item
    }

    /// The last first.
    private func consultations() throws -> [TimelineItem] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT c.date, c.id, c.ordinal, c.minutes, c.mode, c.topics, k.name
                    FROM consultation AS c LEFT JOIN coordinator AS k ON k.id = c.coordinator
                    WHERE c.organisation = ? ORDER BY c.ordinal DESC
                    """), arguments: [organisation]
        ).compactMap { row in
            guard let date = Day(iso: row[0]), let ordinal = Ordinal(row[2], limit: .max) else { return nil }
            return TimelineItem(
                date: date, key: RecordKey(.consultation, row[1]),
                what: .consultation(
                    ordinal: ordinal, minutes: row[3], mode: Consultation.Mode(rawValue: row[4]) ?? .online,
                    topics: row[5]), by: row[6] ?? "")
        }
    }

    private func moves(limit: Int) throws -> [TimelineItem] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT after ->> 'since', after ->> 'pipeline', before ->> 'stage', after ->> 'stage', k.name, a.row
                    FROM audit AS a INDEXED BY audit_moves JOIN audit_detail AS d USING (seq)
                        JOIN coordinator AS k ON k.id = a.actor
                    WHERE a.organisation = ? AND a.entity = 'pipeline_entry' AND a.undoes IS NULL
                        AND after IS NOT NULL AND (before ->> 'stage') IS NOT (after ->> 'stage')
                        AND NOT \(UndoableStep.isUndone("a.change_set"))
                    ORDER BY a.seq DESC LIMIT ?
                    """), arguments: [organisation, max(0, limit)]
        ).compactMap { row in
            Day(iso: row[0]).map { since in
                TimelineItem(
                    date: since, key: RecordKey(.pipelineEntry, row[5]),
                    what: .stage(
                        PipelineID(row[1]), from: (row[2] as String?).map { StageID($0) }, to: StageID(row[3])),
                    by: row[4])
            }
        }
    }

    private func records(_ kind: RecordKind, limit: Int) throws -> [TimelineItem] {
        let source = Timeline.source(kind)
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(source.day), t.id, \(source.presence), \(source.coordinator) FROM \(source.rows)
                    ORDER BY 1 DESC, t.id DESC LIMIT ?2
                    """), arguments: [organisation, max(0, limit)]
        ).compactMap { row in
            guard let date = Day(iso: row[0]) else { return nil }
            let presence = (row[2] as String?).flatMap(Presence.init)
            let what = TimelineItem.What.record("", presence: presence)
            return TimelineItem(date: date, key: RecordKey(kind, row[1]), what: what, by: row[3] ?? "")
        }
    }

    private struct Source {
        var day = "t.date"
        var presence = "NULL"
        var coordinator = "NULL"
        var rows: String
    }

    /// A kind's rows `t` of the organisation `?1`.
    private static func source(_ kind: RecordKind) -> Source {
        let table = kind.table
        switch kind {
        case .attendance:
            return Source(
                day: "e.date", presence: "t.presence",
                rows: "attendance AS t CROSS JOIN event AS e ON e.id = t.event WHERE t.organisation = ?1")
        case .application:
            return Source(
                rows: "posting AS p CROSS JOIN application AS t ON t.posting = p.id WHERE p.organisation = ?1")
        case .interCompanyContract:
            return Source(rows: "inter_company_contract AS t WHERE t.sender = ?1 OR t.receiver = ?1")
        case .hearing, .processConsultation:
            return Source(
                coordinator: "(SELECT name FROM coordinator WHERE id = t.coordinator)",
                rows: "\(table) AS t WHERE t.organisation = ?1")
        default: return Source(rows: "\(table) AS t WHERE t.organisation = ?1")
        }
    }
}
