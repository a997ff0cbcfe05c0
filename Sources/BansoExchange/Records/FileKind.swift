import BansoDomain

/// What a file holds, by the plural that commands name it with.
///
/// In this order each kind's references come before it, so that files imported one after another find theirs.
public enum FileKind: String, Sendable, CaseIterable {
    case companies, institutions, regions, talent, coordinators, events, attendances, surveys, postings, applications
    case interviews, assessments, hearings, trainings
    case processConsultations = "process-consultations"
    case contracts, cases
    case followUps = "follow-ups"
    case contacts
    case eligibilityChecks = "eligibility-checks"
    case snoozes, filters, entries, meetings, reports
    case correctionReasons = "correction-reasons"
    case mappings = "import-mappings"
    case consultations

    /// By the plural, the singular (`company`, `survey`) or what the record itself is called (`survey-answer`).
    public init?(named name: String) {
        let name = ["person", "people"].contains(name) ? FileKind.talent.rawValue : name.replacing("_", with: "-")
        let found = FileKind.allCases.first {
            [$0.rawValue, $0.singular, $0.recordKind.rawValue.replacing("_", with: "-")].contains(name)
        }
        guard let found, name != RecordKind.organisation.rawValue else { return nil }
        self = found
    }

    private var singular: String {
        if let organisationKind { return organisationKind.rawValue }
        if self == .entries { return "entry" }
        return rawValue.hasSuffix("s") ? String(rawValue.dropLast()) : rawValue
    }

    /// Whether all of a file's rows may be about one event, which a person names.
    public var mayBeOfOneEvent: Bool { [.attendances, .surveys].contains(self) }

    public var recordKind: RecordKind {
        switch self {
        case .companies, .institutions: .organisation
        case .regions: .region
        case .talent: .talent
        case .coordinators: .coordinator
        case .events: .event
        case .attendances: .attendance
        case .surveys: .surveyAnswer
        case .postings: .posting
        case .applications: .application
        case .interviews: .interview
        case .assessments: .assessment
        case .hearings: .hearing
        case .trainings: .training
        case .processConsultations: .processConsultation
        case .contracts: .interCompanyContract
        case .cases: .caseStudy
        case .followUps: .followUp
        case .contacts: .contact
        case .eligibilityChecks: .eligibilityCheck
        case .snoozes: .snooze
        case .filters: .savedFilter
        case .entries: .pipelineEntry
        case .meetings: .meeting
        case .reports: .monthlyReport
        case .correctionReasons: .correctionReason
        case .mappings: .importMapping
        case .consultations: .consultation
        }
    }

    public var label: LocalizedText {
        switch self {
        case .companies: Organisation.Kind.company.label(en: "companies")
        case .institutions: Organisation.Kind.institution.label(en: "institutions")
        case .processConsultations: LocalizedText(ja: recordKind.label.ja, en: "process consultations")
        case .surveys: LocalizedText(ja: recordKind.label.ja, en: "survey answers")
        case .contracts: LocalizedText(ja: recordKind.label.ja, en: "inter-company contracts")
        case .cases: LocalizedText(ja: recordKind.label.ja, en: "case studies")
        case .entries: LocalizedText(ja: recordKind.label.ja, en: "pipeline entries")
        case .meetings: LocalizedText(ja: recordKind.label.ja, en: "liaison meetings")
        case .reports: LocalizedText(ja: recordKind.label.ja, en: "monthly reports")
        case .correctionReasons: LocalizedText(ja: recordKind.label.ja, en: "reasons for corrections")
        case .eligibilityChecks: LocalizedText(ja: recordKind.label.ja, en: "eligibility checks")
        case .mappings: LocalizedText(ja: recordKind.label.ja, en: "import mappings")
        default: LocalizedText(ja: recordKind.label.ja, en: rawValue)
        }
    }

    /// What one of its records is.
    public var recordLabel: LocalizedText { organisationKind?.label ?? recordKind.label }

    /// The headings of a file, as an export and a template have them.
    public var headings: [LocalizedText] { columns.map(\.heading) }

    /// What the organisations of such a file are; nil for the other kinds. It is no column.
    public var organisationKind: Organisation.Kind? {
        switch self {
        case .companies: .company
        case .institutions: .institution
        default: nil
        }
    }

    /// The columns of an export: the record's own number, then its fields.
    var columns: [FileColumn] {
        [.own] + fields.flatMap { index, field in FileColumn.columns(of: field, in: recordKind, at: index) }
    }

    /// The columns that an import knows: those of an export, 法人番号 where it can mean only one organisation, and what is
    /// to be done after a consultation.
    var readColumns: [FileColumn] {
        let organisations = fields.filter { $0.field.kind == .reference(.organisation) }
        let number = organisations.count == 1 ? [FileColumn.corporateNumber(at: organisations[0].index)] : []
        return columns + number + (self == .consultations ? FileColumn.next : [])
    }

    /// The fields that a file has, with their places in a record. Which of a company's consultations one is is the desk's to
    /// give, but a database that is carried over by its files keeps it.
    var fields: [(index: Int, field: RecordField)] {
        recordKind.fields.enumerated().map { ($0.offset, $0.element) }.filter {
            (!$0.field.isAssigned || self == .consultations) && !leftOut.contains($0.field.id)
        }
    }

    private var leftOut: [String] {
        switch self {
        case .companies: ["kind", "institution_kind"]
        case .institutions: ["kind", "eligibility", "district_office"]
        default: []
        }
    }
}

extension Organisation.Kind {
    fileprivate func label(en: String) -> LocalizedText { LocalizedText(ja: label.ja, en: en) }
}
