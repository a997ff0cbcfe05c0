/// What screens, the wallboard and the commands read. BansoStore answers it; tests may answer it from values.
///
/// Each call is one consistent snapshot. All of them throw `DeskError`.
public protocol DeskReader: WallReader {
    /// A page of cards.
    func cards(_ query: CardQuery) throws -> [Card]

    /// How many cards the query has, whatever its limit.
    func cardCount(_ query: CardQuery) throws -> Int

    /// How many cards of a pipeline have each value of a column that can group.
    func groupCounts(of pipeline: PipelineID, by column: CardColumn, filter: CardFilter?) throws -> [FieldValue: Int]

    /// The same items with title, detail and coordinator; one that is gone stays as it is.
    func described(_ items: [AttentionItem]) throws -> [AttentionItem]

    /// Everything about one organisation; nil where there is none.
    func file(of organisation: OrganisationID) throws -> OrganisationFile?

    /// A part of an organisation's timeline: the records of these kinds, newest first; stages are of the kind of cards.
    func timeline(of organisation: OrganisationID, kinds: Set<RecordKind>, limit: Int) throws -> [TimelineItem]

    /// The records that name a person, an event, a posting or a region, newest first; none for other kinds.
    func related(to key: RecordKey, limit: Int) throws -> [TimelineItem]

    /// Records whose name, kana, corporate number or contact contains the text; names that begin with it come first.
    func search(_ query: SearchQuery) throws -> [SearchHit]

    /// The organisations or people whose names have this match key, by number, at most 20.
    func namesakes(_ key: MatchKey, _ kind: RecordKind) throws -> [SearchHit]

    /// Who came to an event; nil where there is none.
    func roster(of event: Int64, lines: Int) throws -> Roster?

    /// Whether somebody is marked as having attended an event.
    func wasAttended(_ event: Int64) throws -> Bool

    /// Who may be arriving: those registered for the event first, then whoever is known.
    func arrivals(at event: Int64, matching text: String, limit: Int) throws -> [RosterHit]

    func postings(_ query: PostingQuery) throws -> [PostingLine]

    /// In the order in which they applied.
    func applicants(of posting: Int64) throws -> [Applicant]

    /// A page of the audit trail.
    func history(_ query: HistoryQuery) throws -> [HistoryEntry]

    /// A page of the export ledger, newest first: entries with a smaller number; nil for the newest.
    func exports(before number: Int64?, limit: Int) throws -> [ListedExport]

    /// The words that organisations are tagged with, most used first, at most 200.
    func tags() throws -> [String]

    func coordinators() throws -> [Listed<Coordinator>]

    /// Any record; nil where there is none.
    func record(_ key: RecordKey) throws -> StoredRecord?

    /// A page of all records of a kind, by number: those after `number`.
    func records(_ kind: RecordKind, after number: Int64, limit: Int) throws -> [StoredRecord]

    /// What people know records by: a name, a theme and its date. Records that are not there are left out.
    func titles(of keys: Set<RecordKey>) throws -> [RecordKey: String]

    /// A page of the rows behind an indicator, by date.
    func contributions(_ query: ContributionQuery) throws -> [ExplainedContribution]

    /// The month's report of each of these programmes: as it was frozen, else what the records say now.
    func monthlyReports(of month: FiscalMonth, programmes: [ProgrammeID]) throws -> [ReportedMonth]

    /// What was counted for an indicator up to and including `day`, by month and prefecture; for a rate its denominator.
    func matrix(of indicator: IndicatorID, asOf day: Day) throws -> CountMatrix
}

extension DeskReader {
    /// Organisations alone.
    public func search(_ text: String, limit: Int) throws -> [SearchHit] {
        text.isEmpty ? [] : try search(SearchQuery(text, kinds: [.organisation], limit: limit))
    }

    /// All records of a kind, by number; for kinds of which there are dozens: filters, mappings, reports.
    public func all(_ kind: RecordKind) throws -> [StoredRecord] {
        var found: [StoredRecord] = []
        let limit = 200
        while true {
            let page = try records(kind, after: found.last?.key.id ?? 0, limit: limit)
            found += page
            guard page.count == limit else { return found }
        }
    }
}

/// A record with its number and the version that a save must name.
public struct Listed<Record: Hashable & Sendable>: Hashable, Sendable {
    public var id: RecordID<Record>
    public var version: Int
    public var record: Record

    public init(id: RecordID<Record>, version: Int, record: Record) {
        self.id = id
        self.version = version
        self.record = record
    }
}
