import BansoDomain

/// Reads the records of a `FakeDesk`; nothing else is asked by an export.
final class FakeReader: DeskReader {
    let desk: FakeDesk
    var pages = 0
    var titleCalls = 0

    init(_ desk: FakeDesk) { self.desk = desk }

    var catalogue: Catalogue { TestCatalogue.catalogue }

    func record(_ key: RecordKey) throws -> StoredRecord? {
        desk.records[key.kind]?[key.id].map { StoredRecord(key: key, version: 1, record: $0) }
    }

    func records(_ kind: RecordKind, after number: Int64, limit: Int) throws -> [StoredRecord] {
        pages += 1
        return desk.all(kind).filter { $0.id > number }.prefix(limit).map {
            StoredRecord(key: RecordKey(kind, $0.id), version: 1, record: $0.record)
        }
    }

    func titles(of keys: Set<RecordKey>) throws -> [RecordKey: String] {
        titleCalls += 1
        var titles: [RecordKey: String] = [:]
        for key in keys {
            guard let record = desk.records[key.kind]?[key.id] else { continue }
            titles[key] = key.kind.titleFields.compactMap { field in
                key.kind.fields.first { $0.id == field }?.text(of: record[field], .ja)
            }.joined(separator: " ")
        }
        return titles
    }

    func changeToken() throws -> Int { 0 }
    func readings(asOf day: Day) throws -> [Reading] { [] }
    func stageCounts(of pipeline: PipelineID, filter: CardFilter?) throws -> [StageID: Int] { [:] }
    func related(to key: RecordKey, limit: Int) -> [TimelineItem] { [] }
    func timeline(of organisation: OrganisationID, kinds: Set<RecordKind>, limit: Int) throws -> [TimelineItem] { [] }
    func search(_ query: SearchQuery) throws -> [SearchHit] { [] }
    func attention(_ query: AttentionQuery) throws -> [AttentionItem] { [] }
    func roster(of event: Int64, lines: Int) throws -> Roster? { nil }
    func arrivals(at event: Int64, matching text: String, limit: Int) throws -> [RosterHit] { [] }
    func postings(_ query: PostingQuery) throws -> [PostingLine] { [] }
    func applicants(of posting: Int64) throws -> [Applicant] { [] }
    func history(_ query: HistoryQuery) throws -> [HistoryEntry] { [] }
    func tags() throws -> [String] { [] }
    func cards(_ query: CardQuery) throws -> [Card] { [] }
    func groupCounts(
        of pipeline: PipelineID, by column: CardColumn, filter: CardFilter?
    ) throws -> [FieldValue: Int] { [:] }
    func file(of organisation: OrganisationID) throws -> OrganisationFile? { nil }
    func coordinators() throws -> [Listed<Coordinator>] { [] }
    func contributions(_ query: ContributionQuery) throws -> [ExplainedContribution] { [] }
    func matrix(of indicator: IndicatorID, asOf day: Day) throws -> CountMatrix { CountMatrix() }
    func lastWrite() throws -> Double? { nil }
}
