import BansoDomain
import GRDB

/// What happened to an organisation: its consultations, and its way through the pipelines as the audit trail has it.
enum Timeline {
    static let most = 200

    /// Newest first. What was undone, and the undoing, are left out.
    static func items(
        of organisation: Int64, consultations: [BookedConsultation], _ db: Database
    ) throws -> [TimelineItem] {
        let booked = consultations.map { booked in
            let record = booked.listed.record
            return TimelineItem(
                date: record.date,
                what: .consultation(
                    ordinal: booked.ordinal, minutes: record.minutes, mode: record.mode, topics: record.topics),
                by: booked.coordinatorName)
        }
        // Sorting is not stable: the place decides within a day.
        let all = (booked.reversed() + (try moves(of: organisation, db))).enumerated()
        return all.sorted { ($1.element.date, $0.offset) < ($0.element.date, $1.offset) }.prefix(most).map(\.element)
    }

    private static func moves(of organisation: Int64, _ db: Database) throws -> [TimelineItem] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT after ->> 'since', after ->> 'pipeline', before ->> 'stage', after ->> 'stage', k.name
                FROM audit AS a JOIN audit_detail AS d USING (seq) JOIN coordinator AS k ON k.id = a.actor
                WHERE a.organisation = ? AND a.entity = 'pipeline_entry' AND a.undoes IS NULL
                    AND after IS NOT NULL AND (before ->> 'stage') IS NOT (after ->> 'stage')
                    AND NOT EXISTS (
                        SELECT 1 FROM audit AS u WHERE u.undoes = a.change_set AND u.seq = u.change_set
                            AND u.undoes IS NOT NULL)
                ORDER BY a.seq DESC LIMIT \(most)
                """, arguments: [organisation]
        ).compactMap { row in
            Day(iso: row[0]).map { since in
                TimelineItem(
                    date: since,
                    what: .stage(
                        PipelineID(row[1]), from: (row[2] as String?).map { StageID($0) }, to: StageID(row[3])),
                    by: row[4])
            }
        }
    }
}
