/// One contract target of the call, and how it is counted.
public struct Indicator: Hashable, Sendable {
    public var id: IndicatorID
    /// Nil for the KPIs of the whole.
    public var programme: ProgrammeID?
    public var activity: ActivityID?
    public var label: LocalizedText
    public var kind: IndicatorKind
    public var target: Target
    /// The counter of the seed: 社, 回, 件, 人, 機関, 地域, %.
    public var unit: LocalizedText
    public var count: CountRule
    public var constraints: [Constraint]
    /// When it is expected to be reached; pace is measured over this.
    public var window: ClosedRange<Day>
    /// The seed's own words.
    public var source: String

    public init(
        id: IndicatorID, programme: ProgrammeID?, activity: ActivityID?, label: LocalizedText, kind: IndicatorKind,
        target: Target, unit: LocalizedText, count: CountRule, constraints: [Constraint], window: ClosedRange<Day>,
        source: String
    ) {
        self.id = id
        self.programme = programme
        self.activity = activity
        self.label = label
        self.kind = kind
        self.target = target
        self.unit = unit
        self.count = count
        self.constraints = constraints
        self.window = window
        self.source = source
    }
}

extension Indicator {
    /// What stands before the point of its id: the activity, or KPI. For narrow columns.
    public var code: String { String(id.text.prefix { $0 != "." }) }
}

public enum IndicatorKind: String, Sendable, CaseIterable {
    /// 延べ: every participation counts, once for each subject and session.
    case cumulative
    /// Each subject once, at its first occurrence, so that a month already reported never changes.
    case distinct
    /// Events held.
    case sessions
    /// Postings, contracts, consultations, cases.
    case records
    /// Numerator over denominator, both always shown.
    case ratio
}

/// What an indicator should come to.
public struct Target: Hashable, Sendable {
    /// The figure pace is measured against. Per cent for a ratio.
    public var value: Int
    /// For a band (程度): what counts as near. Nil for a floor (以上).
    public var band: ClosedRange<Int>?

    public init(atLeast value: Int) { self.value = value }

    public init(about value: Int, near band: ClosedRange<Int>) {
        self.value = value
        self.band = band
    }

    /// The least with which the target is met.
    public var floor: Int { band?.lowerBound ?? value }

    /// 60, 約8 or 2～3.
    public func spelled(_ language: Language) -> String {
        guard let band else { return String(value) }
        if band.upperBound == value, band.lowerBound < value {
            return language("\(band.lowerBound)～\(value)", "\(band.lowerBound)–\(value)")
        }
        return language("約\(value)", "~\(value)")
    }
}

/// Which records an indicator counts: the kind of record, and what narrows it.
public struct CountRule: Hashable, Sendable {
    public var source: CountSource
    public var activities: [ActivityID]
    /// The role that a record must have, where the indicator counts only one.
    public var role: CountRole?

    public init(source: CountSource, activities: [ActivityID], role: CountRole? = nil) {
        self.source = source
        self.activities = activities
        self.role = role
    }
}

/// What tells the records of one source apart: a company's side, a posting's employment, an event's track, what an
/// interview was.
public typealias CountRole = Name<CountRule>

extension Name where Tag == CountRule {
    public static let sender: Self = "sender"
    public static let receiver: Self = "receiver"
    public static let presenter: Self = "presenter"
    public static let sideJob: Self = "side-job"
    public static let regular: Self = "regular"
    /// A company that did not employ highly skilled foreign talent.
    public static let nonUser: Self = "non-user"
}

extension AttendanceRole {
    var countRole: CountRole { CountRole(rawValue) }
}

extension EmploymentKind {
    var countRole: CountRole { CountRole(rawValue) }
}

extension InterviewKind {
    var countRole: CountRole { CountRole(rawValue) }
}

extension PipelineEntry.Side {
    var countRole: CountRole { CountRole(rawValue) }
}

/// The kinds of record that indicators are counted from.
public enum CountSource: String, Sendable, CaseIterable {
    case events
    case eventCompanies = "event-companies"
    case eventInstitutions = "event-institutions"
    case eventTalent = "event-talent"
    case presentersAndPostings = "presenters-and-postings"
    case eventTalentAndApplicants = "event-talent-and-applicants"
    case postings
    case postingCompanies = "posting-companies"
    case applicants
    case consultations
    case consultedCompanies = "consulted-companies"
    case interCompanySides = "inter-company-sides"
    case contracts
    case regions
    case cases
    case caseCompanies = "case-companies"
    case hearings
    case interviews
    case trainings
    case processConsultations = "process-consultations"
    case assessments
    case surveyAnswers = "survey-answers"
    case offers
}

/// Something that must hold besides the figure.
public struct Constraint: Hashable, Sendable {
    public enum Rule: String, Sendable, CaseIterable {
        /// Each of `activities` at least `minimum`.
        case eachActivity = "each-activity"
        /// No prefecture twice: a second one is shown, not counted.
        case noPrefectureTwice = "no-prefecture-twice"
        /// None in `municipalities`.
        case notInMunicipalities = "not-in-municipalities"
        /// Each of the district's prefectures at least `minimum`.
        case everyPrefecture = "every-prefecture"
        /// At most `limit` for one company.
        case atMostPerCompany = "at-most-per-company"
        /// Only eligible SMEs (seed Ⅸ).
        case eligibleCompany = "eligible-company"
        /// Only senders with an office in Kyushu.
        case officeInDistrict = "office-in-district"
        /// At least `minimum` of each of `parts`.
        case parts
        /// Records of at least `minimum` regions.
        case regions
        /// Held online.
        case online
        /// In person where possible.
        case inPersonPreferred = "in-person-preferred"
        /// Only people who handed in documents.
        case documentsSubmitted = "documents-submitted"
        /// Not counted twice where a record stands on both sides.
        case withoutDoubles = "without-doubles"
        /// As it was at the first hearing.
        case atFirstHearing = "at-first-hearing"
        /// Only participants of `activities`.
        case participantsOf = "participants-of"
        /// Never added to another indicator.
        case keptApart = "kept-apart"
        /// Teams or Webex only, where online.
        case onlineTools = "online-tools"
        /// One answer for each company and event.
        case oneAnswerPerCompanyAndEvent = "one-answer-per-company-and-event"
        /// Both denominators are shown.
        case bothDenominators = "both-denominators"
    }

    public var rule: Rule
    public var label: LocalizedText
    public var minimum: Int
    public var limit: Int?
    public var activities: [ActivityID]
    public var municipalities: [String]
    public var parts: [String]

    public init(
        rule: Rule, label: LocalizedText, minimum: Int = 1, limit: Int? = nil, activities: [ActivityID] = [],
        municipalities: [String] = [], parts: [String] = []
    ) {
        self.rule = rule
        self.label = label
        self.minimum = minimum
        self.limit = limit
        self.activities = activities
        self.municipalities = municipalities
        self.parts = parts
    }
}
