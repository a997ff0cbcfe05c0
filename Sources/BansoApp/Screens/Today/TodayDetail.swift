import BansoDomain

/// More about a row of the page: what is known of an organisation or an event and what last happened there, where an
/// indicator stands, what a draft says.
enum TodayDetail: Hashable {
    case organisation(TodayOrganisation)
    case event(StoredRecord, related: [TimelineItem])
    case pace(Reading)
    case draft(Draft)
    case late([ReportDeadline])
    case report(ReportDeadline)

    private static let mostRelated = 40

    /// Nil where there is nothing more to say, or the record is gone.
    init?(of row: TodayRow, _ desk: any DeskReader, _ context: Context) throws {
        switch row {
        case .item(let item, _) where item.record.kind == .organisation:
            guard let organisation = try TodayOrganisation(of: item, desk, context) else { return nil }
            self = .organisation(organisation)
        case .item(let item, _):
            guard let event = try desk.record(item.record) else { return nil }
            self = .event(event, related: try desk.related(to: item.record, limit: TodayDetail.mostRelated))
        case .pace(let reading): self = .pace(reading)
        case .draft(let draft): self = .draft(draft)
        case .late(let deadlines): self = .late(deadlines)
        case .report(let deadline): self = .report(deadline)
        case .more: return nil
        }
    }
}
