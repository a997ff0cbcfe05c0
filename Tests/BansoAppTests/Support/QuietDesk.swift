import BansoDomain

@testable import BansoApp

/// A desk of values that answers what its test asks, and nothing to everything else.
protocol QuietDesk: DeskReader {}

extension QuietDesk {
    func changeToken() -> Int { 0 }
    func readings(asOf day: Day) -> [Reading] { [] }
    func stageCounts(of pipeline: PipelineID, filter: CardFilter?) -> [StageID: Int] { [:] }
    func cards(_ query: CardQuery) -> [Card] { [] }
    func cardCount(_ query: CardQuery) -> Int { 0 }
    func groupCounts(
        of pipeline: PipelineID, by column: CardColumn, filter: CardFilter?
    ) -> [FieldValue: Int] { [:] }
    func file(of organisation: OrganisationID) -> OrganisationFile? { nil }
    func timeline(of organisation: OrganisationID, kinds: Set<RecordKind>, limit: Int) -> [TimelineItem] { [] }
    func related(to key: RecordKey, limit: Int) -> [TimelineItem] { [] }
    func search(_ query: SearchQuery) -> [SearchHit] { [] }
    func namesakes(_ key: MatchKey, _ kind: RecordKind) -> [SearchHit] { [] }
    func attention(_ query: AttentionQuery) -> [AttentionItem] { [] }
    func described(_ items: [AttentionItem]) -> [AttentionItem] { items }
    func roster(of event: Int64, lines: Int) -> Roster? { nil }
    func arrivals(at event: Int64, matching text: String, limit: Int) -> [RosterHit] { [] }
    func wasAttended(_ event: Int64) -> Bool { false }
    func postings(_ query: PostingQuery) -> [PostingLine] { [] }
    func applicants(of posting: Int64) -> [Applicant] { [] }
    func history(_ query: HistoryQuery) -> [HistoryEntry] { [] }
    func exports(before number: Int64?, limit: Int) -> [ListedExport] { [] }
    func tags() -> [String] { [] }
    func coordinators() -> [Listed<Coordinator>] { [] }
    func record(_ key: RecordKey) -> StoredRecord? { nil }
    func records(_ kind: RecordKind, after number: Int64, limit: Int) -> [StoredRecord] { [] }
    func titles(of keys: Set<RecordKey>) -> [RecordKey: String] { [:] }
    func contributions(_ query: ContributionQuery) -> [ExplainedContribution] { [] }
    func monthlyReports(of month: FiscalMonth, programmes: [ProgrammeID]) -> [ReportedMonth] { [] }
    /// All of them are done: none is late, none is due.
    func frozenReports() -> [FrozenReport] { reports(besides: []) }

    /// The reports of every month of the period, without those that are open.
    func reports(besides open: Set<String>) -> [FrozenReport] {
        ReportDeadline.all(period: catalogue.period, calendar: WorkingCalendar()).map(\.month)
            .filter { !open.contains($0.iso) }
            .flatMap { month in
                catalogue.programmes.map {
                    FrozenReport(
                        month: month, programme: $0.id, at: 0, by: "", sha256: String(repeating: "0", count: 64))
                }
            }
    }

    func matrix(of indicator: IndicatorID, asOf day: Day) -> CountMatrix { CountMatrix() }
    func lastWrite() -> Double? { nil }
}
