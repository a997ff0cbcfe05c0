import BansoDomain

/// Reads the records of a `FakeDesk`, and the cards, rows and entries it is given.
final class FakeReader: ExportReader {
    let desk: FakeDesk
    var cards: [Card] = []
    var contributions: [ExplainedContribution] = []
    var hits: [SearchHit] = []
    var entries: [HistoryEntry] = []
    var attention: [AttentionItem] = []
    var postings: [(PostingLine, [Applicant])] = []
    var happenings: [TimelineItem] = []

    init(_ desk: FakeDesk = FakeDesk()) { self.desk = desk }

    func count(of selection: RecordSelection) throws -> Int { selected(selection).count }

    func eachRecord(
        of selection: RecordSelection, isTitled: Bool, _ body: (TitledRecord) throws -> Void
    ) throws {
        for (id, record) in selected(selection) {
            let titles = zip(selection.kind.fields, record.values).compactMap { field, value -> String? in
                guard isTitled, case .reference(let kind) = field.kind else { return nil }
                return value.number.map { title(of: RecordKey(kind, $0)) } ?? ""
            }
            try body(TitledRecord(id: id, values: record.values, titles: titles))
        }
    }

    func eachCard(_ query: CardQuery, _ body: (Card) throws -> Void) throws { try cards.forEach(body) }
    func eachContribution(_ query: ContributionQuery, _ body: (ExplainedContribution) throws -> Void) throws {
        try contributions.forEach(body)
    }

    func eachEntry(of scope: HistoryQuery.Scope, _ body: (HistoryEntry) throws -> Void) throws {
        try entries.forEach(body)
    }

    func eachAttention(_ query: AttentionQuery, _ body: (AttentionItem) throws -> Void) throws {
        try attention.forEach(body)
    }

    func eachPosting(openOn day: Day?, _ body: (PostingLine, [Applicant]) throws -> Void) throws {
        try postings.forEach(body)
    }

    func eachHappening(
        to organisation: OrganisationID, of kind: RecordKind?, _ body: (TimelineItem) throws -> Void
    ) throws { try happenings.forEach(body) }

    func eachHit(of text: String, _ body: (SearchHit) throws -> Void) throws {
        try hits.filter { $0.name.contains(text) }.forEach(body)
    }

    private func selected(_ selection: RecordSelection) -> [(id: Int64, record: Record)] {
        desk.all(selection.kind).filter { record in
            selection.field.map { record.record[$0] == selection.value } ?? true
        }
    }

    private func title(of key: RecordKey) -> String {
        guard let record = desk.records[key.kind]?[key.id] else { return "" }
        return key.kind.titleFields.compactMap { field in
            key.kind.fields.first { $0.id == field }?.text(of: record[field], .ja)
        }.joined(separator: " ")
    }
}
