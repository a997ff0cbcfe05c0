/// Something that happened, as counting looks at it: a record reduced to who, what, where and when.
///
/// One record may give several: an application, the offer it led to, and the contract.
public struct Occurrence: Hashable, Sendable {
    public var matter: Matter
    public var source: RecordKey
    public var subject: Subject
    public var activity: ActivityID
    public var date: Day
    public var prefecture: Prefecture?
    /// What the record itself says against counting it: not held, did not come.
    public var void: ExclusionReason?

    public init(
        _ matter: Matter, source: RecordKey, subject: Subject, activity: ActivityID, date: Day, prefecture: Prefecture?,
        void: ExclusionReason? = nil
    ) {
        self.matter = matter
        self.source = source
        self.subject = subject
        self.activity = activity
        self.date = date
        self.prefecture = prefecture
        self.void = void
    }

    /// What happened.
    public enum Matter: Hashable, Sendable {
        case event(track: CountRole?, municipality: String, isOnline: Bool, region: Int64?)
        case attendance(event: Int64, role: AttendanceRole)
        case posting(EmploymentKind)
        /// `metOn` is the first day on which the person was at an event where the posting's company presented.
        case application(posting: Int64, company: Int64, hasDocuments: Bool, metOn: Day?)
        case offer
        /// A contract with a person (nil) or between companies, seen from one side.
        case contract(PipelineEntry.Side?)
        case consultation, training, processConsultation, assessment
        case interview(InterviewKind)
        case hearing(employs: Bool)
        case caseStudy(EmploymentKind?, region: Int64?)
        case answer(event: Int64, score: Int)
    }

    /// Who or what it happened to.
    public struct Subject: Hashable, Sendable {
        public enum Party: Hashable, Sendable {
            case company(Eligibility, hasDistrictOffice: Bool)
            case institution
            case person
            /// Events and case studies stand for themselves.
            case itself
        }

        public var key: RecordKey
        public var party: Party

        public init(_ key: RecordKey, _ party: Party) {
            self.key = key
            self.party = party
        }
    }
}

/// The records of which the contributions are derived together. Deriving group by group, or all at once, comes to the
/// same: nothing in one group depends on another.
public enum CountingGroup: Hashable, Sendable {
    /// Everything that one company or institution did.
    case organisation(Int64)
    /// Everything that one person did.
    case talent(Int64)
    /// The events and case studies of one activity.
    case activity(ActivityID)
}
