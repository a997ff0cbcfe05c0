import BansoDomain

/// Somewhere to go.
enum Destination: Hashable {
    // Pages: at the bottom of the stack, kept while another one is shown.
    case today
    case overview
    case pipeline(PipelineID)
    case matching

    // Screens on top of a page.
    case organisation(OrganisationID)
    case explain(IndicatorID)
    case record(RecordKey)
    /// A record's form; of several records, or a pipeline's filter, the layer.
    case form(FormRequest)
    case roster(event: Int64)
    case history(HistoryQuery.Scope)
    case exports
    /// A file before it is imported.
    case importPreview(ImportRequest)
    /// Every month's reports, beginning at one.
    case reports(FiscalMonth?)
    case report(FiscalMonth, ProgrammeID)
    /// What that report says of reported months, and why.
    case corrections(FiscalMonth, ProgrammeID)

    // Layers, through which the screen below stays visible.
    case entryLayer(OrganisationID)
    /// What can be added, where an organisation is given: about it.
    case additions(about: OrganisationID?)
    /// What can be added that names this record.
    case additionsNaming(RecordKey)
    case merge(OrganisationID)
    /// Narrows a pipeline's page; with what it is narrowed to.
    case filter(PipelineID, Record?)
    /// Chooses a table's columns; with how it is now.
    case columns(PipelineID, TableArrangement)
    /// How a list is written to a file.
    case export(ExportOffer, ExportTerms)
    /// Which file is imported, and what a person says about it.
    case importFile(ImportOffer)
    /// Where the rows of a file that are not taken go, with what was decided about the others.
    case rejects(of: ImportRequest, [Int: ImportDecision])
    case search
    case palette
    case help

    /// Whether it lies at the bottom, in the place of another page.
    var isPage: Bool {
        switch self {
        case .today, .overview, .pipeline, .matching: true
        default: false
        }
    }

    /// Whether one goes there only to change something.
    var isForWriting: Bool {
        switch self {
        case .form, .entryLayer, .additions, .additionsNaming, .merge, .importFile, .importPreview: true
        default: false
        }
    }

    /// Where a record is looked at: an organisation has a screen of its own.
    static func showing(_ key: RecordKey) -> Destination {
        key.kind == .organisation ? .organisation(OrganisationID(key.id)) : .record(key)
    }
}
