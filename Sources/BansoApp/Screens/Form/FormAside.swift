import BansoDomain

/// What stands beside a form's fields where there is room, and is at hand while somebody is on the phone: the company that
/// the form is about, or what names the record that is edited.
struct FormAside {
    private(set) var file: OrganisationFile?
    /// Who it is, what was said, and whom to call.
    private(set) var brief: [ProsePanel.Line] = []
    /// What else happened with the company, else what names the record.
    private(set) var items: [TimelineItem] = []
    private var shown: Shown?

    /// What was read, and when.
    private struct Shown: Hashable {
        var organisation: OrganisationID?
        var key: RecordKey?
        var version: Int
    }

    private static let mostRelated = 60

    var isEmpty: Bool { file == nil && items.isEmpty }

    /// Reads what isn't known yet.
    mutating func load(
        about organisation: OrganisationID?, editing key: RecordKey?, from desk: any DeskReader, _ context: Context
    ) throws {
        let wanted = Shown(organisation: organisation, key: key, version: context.dataVersion)
        guard wanted != shown else { return }
        file = try organisation.flatMap { try desk.file(of: $0) }
        // Consultations stand in the brief with their notes.
        brief = file.map { OrganisationBrief(file: $0, context: context).lines } ?? []
        items =
            try file?.timeline.filter { $0.key.kind != .consultation }
            ?? (organisation == nil ? key.map { try desk.related(to: $0, limit: FormAside.mostRelated) } : nil) ?? []
        shown = wanted
    }
}
