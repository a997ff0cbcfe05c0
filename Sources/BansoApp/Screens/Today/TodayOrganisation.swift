import BansoDomain

/// An organisation as the page shows it beside its row: read in pieces that cost the same however much it has done.
struct TodayOrganisation: Hashable {
    /// Why it is on the page.
    var item: AttentionItem
    var record: Record
    /// How many consultations it has had, at most the catalogue's limit.
    var consultations: Int
    /// What last happened, newest first.
    var past: [TimelineItem]

    private static let mostPast = 12
    /// What happened with the organisation itself: a posting may have thousands of applications.
    private static let pastKinds = Set(RecordKind.allCases).subtracting([.application])

    /// Nil where the organisation is gone.
    init?(of item: AttentionItem, _ desk: any DeskReader, _ context: Context) throws {
        guard let stored = try desk.record(item.record) else { return nil }
        self.item = item
        record = stored.record
        let organisation = OrganisationID(item.record.id)
        let limit = context.catalogue.consultation.limit
        consultations = try desk.timeline(of: organisation, kinds: [.consultation], limit: limit).count
        past = try desk.timeline(
            of: organisation, kinds: TodayOrganisation.pastKinds, limit: TodayOrganisation.mostPast)
    }

    var isCompany: Bool { record["kind"] == .token(Organisation.Kind.company) }
}
