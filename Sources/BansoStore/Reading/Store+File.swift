import BansoDomain
import GRDB

extension Store {
    public func file(of organisation: OrganisationID) throws -> OrganisationFile? {
        try read { db in
            let id = organisation.value
            let found = try Store.rows(.organisation, db, where: "t.id = ?", id).first
            guard let found else { return nil }
            let entries = try Store.rows(.pipelineEntry, db, where: "t.organisation = ?", id)
                .map {
                    Listed(id: PipelineEntryID($0.id), version: $0.version, record: PipelineEntryRow.entry($0.values))
                }
                .sorted { (place($0), $0.id) < (place($1), $1.id) }
            let consultations = try booked(db, id)
            let record = OrganisationRow.organisation(found.values)
            return OrganisationFile(
                organisation: Listed(
                    id: organisation, version: found.version, record: record),
                entries: entries, consultations: consultations,
                timeline: try Timeline(db, of: id).items(Set(Timeline.kinds), limit: Timeline.most),
                contacts: try Store.stored(.contact, of: id, order: "id", db),
                eligibilityCheck: try Store.stored(
                    .eligibilityCheck, of: id, order: "date DESC, id DESC", limit: 1, db
                ).first, snooze: try Store.stored(.snooze, of: id, order: "until DESC, id DESC", limit: 1, db).first,
                twins: try Store.namesakes(record.matchKey, .organisation, db).filter { $0.key.id != id })
        }
    }

    public func namesakes(_ key: MatchKey, _ kind: RecordKind) throws -> [SearchHit] {
        try read { try Store.namesakes(key, kind, $0) }
    }

    public func timeline(of organisation: OrganisationID, kinds: Set<RecordKind>, limit: Int) throws -> [TimelineItem] {
        try read { try Timeline($0, of: organisation.value).items(kinds, limit: limit) }
    }

    private static let mostNamesakes = 20

    private static func namesakes(_ key: MatchKey, _ kind: RecordKind, _ db: Database) throws -> [SearchHit] {
        let search = try Search(db, nil)
        return try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT id FROM \(kind.table) WHERE match_key = ? ORDER BY id LIMIT ?"),
            arguments: [key.text, mostNamesakes]
        ).compactMap { try search.hit(RecordKey(kind, $0)) }
    }

    private func place(_ entry: Listed<PipelineEntry>) -> Int {
        catalogue.pipelines.firstIndex { $0.id == entry.record.pipeline } ?? catalogue.pipelines.count
    }

    private func booked(_ db: Database, _ organisation: Int64) throws -> [BookedConsultation] {
        let names = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT c.ordinal, k.name FROM consultation AS c JOIN coordinator AS k ON k.id = c.coordinator
                    WHERE c.organisation = ?
                    """), arguments: [organisation])
        let nameOf = Dictionary(uniqueKeysWithValues: names.map { ($0[0] as Int, $0[1] as String) })
        return try Store.rows(.consultation, db, where: "t.organisation = ?", organisation)
            .compactMap { row -> BookedConsultation? in
                let number = Int.fromDatabaseValue(row.values[1]) ?? 0
                guard let ordinal = Ordinal(number, limit: .max) else { return nil }
                return BookedConsultation(
                    listed: Listed(
                        id: ConsultationID(row.id), version: row.version,
                        record: ConsultationRow.consultation(row.values)),
                    ordinal: ordinal, coordinatorName: nameOf[number] ?? "")
            }
            .sorted { $0.ordinal < $1.ordinal }
    }

    private static func rows(
        _ table: RecordKind, _ db: Database, where condition: String, _ id: Int64
    ) throws -> [(id: Int64, version: Int, values: [DatabaseValue])] {
        let columns = table.columns.map { "t." + $0 }.joined(separator: ", ")
        let statement = try db.cachedStatement(
            sql: "SELECT \(columns), t.version, t.id FROM \(table.rawValue) AS t WHERE \(condition)")
        return try Row.fetchAll(statement, arguments: [id]).map { row in
            (row[row.count - 1], row[row.count - 2], row.databaseValues.dropLast(2))
        }
    }
}
