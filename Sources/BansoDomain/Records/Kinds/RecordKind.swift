/// A kind of record. What tables, files, forms and the audit trail of it have in common is data: its `fields`.
///
/// The raw value is the table's name, and stands in the audit trail.
public enum RecordKind: String, Sendable, CaseIterable {
    case organisation
    case pipelineEntry = "pipeline_entry"
    case consultation
    case coordinator
    case region
    case talent
    case event
    case attendance
    case surveyAnswer = "survey_answer"
    case posting
    case application
    case interview
    case assessment
    case hearing
    case training
    case processConsultation = "process_consultation"
    case interCompanyContract = "inter_company_contract"
    case caseStudy = "case_study"
    case followUp = "follow_up"
    case contact
    case eligibilityCheck = "eligibility_check"
    case snooze
    case savedFilter = "saved_filter"
    case meeting
    case monthlyReport = "monthly_report"
    case correctionReason = "correction_reason"
    case importMapping = "import_mapping"

    public var label: LocalizedText { description.label }

    /// What the record calls its own: column by column, in the table's order.
    public var fields: [RecordField] { description.fields }

    public func index(of field: String) -> Int? { fields.firstIndex { $0.id == field } }

    /// The organisation that such a record belongs to, as a place in `fields`; nil where it belongs to none.
    public var organisationIndex: Int? { index(of: self == .interCompanyContract ? "sender" : "organisation") }

    /// The fields by which people know a record, in the order in which they are read: title and date, name …
    public var titleFields: [String] { description.title }

    /// What stays as it was when a record was made: a company never becomes an institution, and what a card or a
    /// consultation is about stays too.
    public var fixedFields: Set<String> {
        switch self {
        case .organisation: ["kind"]
        case .pipelineEntry: ["organisation", "pipeline", "stage", "since"]
        case .consultation: ["organisation"]
        case .monthlyReport: ["month", "programme"]
        case .correctionReason: ["month", "programme", "record"]
        default: []
        }
    }

    /// What tells one record of the kind from another: where all of it differs, it is another record, whatever its number.
    public var tellingFields: [String] {
        if self == .talent { return ["name", "kana"] }
        let owner = organisationIndex.map { [fields[$0].id] } ?? []
        return titleFields + owner.filter { !titleFields.contains($0) }
    }

    /// What nobody enters, because it follows from other records: eligibility from a check, with its evidence.
    public var derivedFields: Set<String> { self == .organisation ? ["eligibility"] : [] }

    /// The only organisations that such a record can be of; nil where it can be of any. Consultations are companies' (A2).
    public var organisationKind: Organisation.Kind? { self == .consultation ? .company : nil }

    private var description: RecordDescription {
        switch self {
        case .organisation: .organisation
        case .pipelineEntry: .pipelineEntry
        case .consultation: .consultation
        case .coordinator: .coordinator
        case .region: .region
        case .talent: .talent
        case .event: .event
        case .attendance: .attendance
        case .surveyAnswer: .surveyAnswer
        case .posting: .posting
        case .application: .application
        case .interview: .interview
        case .assessment: .assessment
        case .hearing: .hearing
        case .training: .training
        case .processConsultation: .processConsultation
        case .interCompanyContract: .interCompanyContract
        case .caseStudy: .caseStudy
        case .followUp: .followUp
        case .contact: .contact
        case .eligibilityCheck: .eligibilityCheck
        case .snooze: .snooze
        case .savedFilter: .savedFilter
        case .meeting: .meeting
        case .monthlyReport: .monthlyReport
        case .correctionReason: .correctionReason
        case .importMapping: .importMapping
        }
    }
}

/// One kind of record, described.
struct RecordDescription: Sendable {
    var label: LocalizedText
    var title: [String]
    var fields: [RecordField]

    init(ja: String, en: String, title: [String], _ fields: [RecordField]) {
        label = LocalizedText(ja: ja, en: en)
        self.title = title
        self.fields = fields
    }
}

/// A record by its kind and number: `event:12`.
public struct RecordKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    public var kind: RecordKind
    public var id: Int64

    public init(_ kind: RecordKind, _ id: Int64) {
        self.kind = kind
        self.id = id
    }

    public var description: String { "\(kind.rawValue):\(id)" }

    /// What `description` says; nil where it is none.
    public init?(_ description: String) {
        let parts = description.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = RecordKind(rawValue: String(parts[0])), let id = Int64(parts[1]), id > 0
        else {
            return nil
        }
        self.init(kind, id)
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.kind == right.kind ? left.id < right.id : left.kind.rawValue < right.kind.rawValue
    }
}

/// The values of one record, in the order of its kind's fields.
public struct Record: Hashable, Sendable {
    public var kind: RecordKind
    public var values: [FieldValue]

    /// - Precondition: one value for each of the kind's fields.
    public init(_ kind: RecordKind, values: [FieldValue]) {
        precondition(values.count == kind.fields.count, "a value for each field")
        self.kind = kind
        self.values = values
    }

    /// With the initial value of each field that is not named.
    public init(_ kind: RecordKind, _ named: KeyValuePairs<String, FieldValue> = [:]) {
        self.init(kind, values: kind.fields.map(\.initial))
        for (field, value) in named { self[field] = value }
    }

    /// What it is called: a company and an institution are called so.
    public var label: LocalizedText {
        let organisation = kind == .organisation ? self["kind"].text.flatMap(Organisation.Kind.init) : nil
        return organisation?.label ?? kind.label
    }

    public subscript(field: String) -> FieldValue {
        get { kind.index(of: field).map { values[$0] } ?? .none }
        set {
            guard let index = kind.index(of: field) else { preconditionFailure("\(kind) has no field \(field)") }
            values[index] = newValue
        }
    }
}
