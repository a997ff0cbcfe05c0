/// What an export reads: from end to end, one row after another, all as it stood at one moment. BansoStore answers it;
/// memory does not grow with the rows. All of them throw `DeskError`, and what `body` throws.
public protocol ExportReader: AnyObject {
    func count(of selection: RecordSelection) throws -> Int

    /// Calls `body` for each record, by number.
    /// - Parameter isTitled: whether what a record refers to is wanted by its title too.
    func eachRecord(of selection: RecordSelection, isTitled: Bool, _ body: (TitledRecord) throws -> Void) throws

    /// Calls `body` for each card that the query is about, in its order; its limit doesn't matter.
    func eachCard(_ query: CardQuery, _ body: (Card) throws -> Void) throws

    /// Calls `body` for each row behind an indicator, in their order.
    func eachContribution(_ query: ContributionQuery, _ body: (ExplainedContribution) throws -> Void) throws

    /// Calls `body` for each entry of the audit trail, newest first.
    func eachEntry(of scope: HistoryQuery.Scope, _ body: (HistoryEntry) throws -> Void) throws

    /// Calls `body` for each thing that needs a hand, with what it says about itself; the query's limit doesn't matter.
    func eachAttention(_ query: AttentionQuery, _ body: (AttentionItem) throws -> Void) throws

    /// Calls `body` for each posting with its applicants, newest first.
    /// - Parameter day: only postings that are open on it; nil for all.
    func eachPosting(openOn day: Day?, _ body: (PostingLine, [Applicant]) throws -> Void) throws

    /// Calls `body` for each item of an organisation's timeline, newest first.
    /// - Parameter kind: only records of this kind; nil for all.
    func eachHappening(
        to organisation: OrganisationID, of kind: RecordKind?, _ body: (TimelineItem) throws -> Void) throws

    /// Calls `body` for each record that a text finds, the best first.
    func eachHit(of text: String, _ body: (SearchHit) throws -> Void) throws
}

/// Records of one kind: all, or those that have a value in one field.
public struct RecordSelection: Hashable, Sendable {
    public var kind: RecordKind
    /// One of the kind's; nil for all records.
    public var field: String?
    public var value: FieldValue

    public init(_ kind: RecordKind, where field: String? = nil, is value: FieldValue = .none) {
        self.kind = kind
        self.field = field
        self.value = value
    }
}

/// A record, with what those that it refers to are known by.
public struct TitledRecord: Hashable, Sendable {
    public var id: Int64
    /// In the order of the kind's fields.
    public var values: [FieldValue]
    /// One for each of the kind's references, in their order; empty where it refers to none, or none was asked for.
    public var titles: [String]

    public init(id: Int64, values: [FieldValue], titles: [String]) {
        self.id = id
        self.values = values
        self.titles = titles
    }
}
