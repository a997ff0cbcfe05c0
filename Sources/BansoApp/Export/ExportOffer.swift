import BansoDomain

/// What a screen shows, as something that can be written to a file.
public struct ExportOffer: Hashable, Sendable {
    public enum List: Hashable, Sendable {
        /// With the table's columns.
        case cards(CardQuery, [CardColumn])
        case contributions(ContributionQuery)
        case history(HistoryQuery.Scope)
        /// Who came to an event.
        case attendances(event: Int64)
        /// The page of the day.
        case agenda(AttentionQuery, [AgendaPart])
        /// With those who applied; only those open on a day, or all.
        case postings(openOn: Day?)
        /// What happened to an organisation: of one kind, or all.
        case timeline(OrganisationID, RecordKind?)
        case readings(asOf: Day)
        /// What a text finds.
        case hits(of: String)
        case report(FiscalMonth, ProgrammeID)
        /// What was exported so far.
        case ledger

        /// What it can be written as.
        var styles: [ExportStyle] {
            if case .report = self { ExportStyle.allCases } else { ExportStyle.allCases.filter(\.isTable) }
        }
    }

    public var list: List
    public var title: String
    /// What it is narrowed to, in words; empty where it is not.
    public var filter: String

    public init(_ list: List, title: String, filter: String = "") {
        self.list = list
        self.title = title
        self.filter = filter
    }

    /// Who came to an event; nil of another record.
    init?(rosterOf event: StoredRecord, _ context: Context) {
        guard event.key.kind == .event else { return nil }
        let words = [event.record["date"].day?.iso ?? "", event.record["theme"].text ?? ""]
        self.init(
            .attendances(event: event.key.id), title: RecordKind.attendance.label(context.language),
            filter: words.joined(separator: " "))
    }

    /// A month's report of a programme.
    init(reportOf month: FiscalMonth, _ programme: ProgrammeID, _ context: Context) {
        self.init(
            .report(month, programme), title: context.language("月次報告", "Monthly report"),
            filter: month.iso + " " + programme.text)
    }
}
