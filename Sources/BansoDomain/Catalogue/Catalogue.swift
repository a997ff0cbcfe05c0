/// One year's call as data: what is run, what is counted, and what it should come to.
///
/// Read from a TOML file (BansoCatalogue) and copied into each database when it is made, so that next year's numbers,
/// activities and rules need no new build.
public struct Catalogue: Sendable, Equatable {
    public var id: String
    public var version: Int
    public var title: LocalizedText
    /// From the day the contract is taken to run from, to the period's last day (seed Ⅲ: 令和8年3月31日).
    public var period: ClosedRange<Day>
    /// The prefectures of the district (seed Ⅱ).
    public var prefectures: [Prefecture]
    public var programmes: [Programme]
    public var activities: [Activity]
    public var pipelines: [Pipeline]
    public var consultation: ConsultationTerms
    public var indicators: [Indicator]
    /// Wordings the Bureau may still fix, each with a version and a date.
    public var definitions: [Definition]

    public init(
        id: String, version: Int, title: LocalizedText, period: ClosedRange<Day>, prefectures: [Prefecture],
        programmes: [Programme], activities: [Activity], pipelines: [Pipeline], consultation: ConsultationTerms,
        indicators: [Indicator], definitions: [Definition]
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.period = period
        self.prefectures = prefectures
        self.programmes = programmes
        self.activities = activities
        self.pipelines = pipelines
        self.consultation = consultation
        self.indicators = indicators
        self.definitions = definitions
    }

    public func pipeline(_ id: PipelineID) -> Pipeline? { pipelines.first { $0.id == id } }
    public func indicator(_ id: IndicatorID) -> Indicator? { indicators.first { $0.id == id } }
    public func activity(_ id: ActivityID) -> Activity? { activities.first { $0.id == id } }

    /// The activities whose records an indicator looks at; for the offer rate also those that some version of a
    /// definition takes for matching.
    public func activities(of indicator: Indicator) -> [ActivityID] {
        guard indicator.count.source == .offers else { return indicator.count.activities }
        return definitions.reduce(into: indicator.count.activities) { activities, definition in
            guard case .matching(let more)? = definition.setting else { return }
            activities += more.filter { !activities.contains($0) }
        }
    }

    /// The activities whose records of any of these sources are counted; all where none is named.
    public func activities(countedFrom sources: [CountSource]) -> [ActivityID] {
        guard !sources.isEmpty else { return activities.map(\.id) }
        let counted = indicators.filter { sources.contains($0.count.source) }.flatMap(\.count.activities)
        return activities.map(\.id).filter(counted.contains)
    }

    /// The tracks by which an activity's events are told apart: the roles of the indicators that count them.
    public func tracks(of activity: ActivityID) -> [CountRole] {
        indicators.compactMap { indicator in
            guard indicator.count.source == .events, indicator.count.activities.contains(activity) else { return nil }
            return indicator.count.role
        }
    }

    /// Who comes to an activity's events: companies (or institutions), people, or both where no indicator tells.
    public func guests(of activity: ActivityID) -> Set<RecordKind> {
        let sources = Set(indicators.filter { $0.count.activities.contains(activity) }.map(\.count.source))
        var guests: Set<RecordKind> = []
        if !sources.isDisjoint(with: [.eventCompanies, .eventInstitutions, .presentersAndPostings]) {
            guests.insert(.organisation)
        }
        if !sources.isDisjoint(with: [.eventTalent, .eventTalentAndApplicants]) { guests.insert(.talent) }
        return guests.isEmpty ? [.organisation, .talent] : guests
    }

    /// What a track is called: as the indicator that counts its events.
    public func label(of track: CountRole) -> LocalizedText {
        indicators.first { $0.count.source == .events && $0.count.role == track }?.label
            ?? LocalizedText(ja: track.text, en: track.text)
    }

    /// The pipeline an indicator belongs to: of its programme's, the one whose name its activity's begins with (A3 for
    /// A3-1, A for the rest of A). Nil for the KPIs of the whole.
    public func pipeline(of indicator: Indicator) -> Pipeline? {
        let own = pipelines.filter { $0.programme == indicator.programme }
        let activity = indicator.activity?.text ?? ""
        let named = own.filter { activity.hasPrefix($0.id.text) }
        return named.max { $0.id.text.count < $1.id.text.count } ?? own.first
    }
}

/// A name with a type of its own, so that an activity can't stand where an indicator is meant.
public struct Name<Tag>: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let text: String
    public init(_ text: String) { self.text = text }
    public init(stringLiteral text: String) { self.text = text }
    public var description: String { text }
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

public typealias ProgrammeID = Name<Programme>
public typealias ActivityID = Name<Activity>
public typealias PipelineID = Name<Pipeline>
public typealias StageID = Name<Stage>
public typealias IndicatorID = Name<Indicator>

/// 事業区分: a separately awarded contract (seed Ⅴ(2)).
public struct Programme: Hashable, Sendable {
    public var id: ProgrammeID
    public var label: LocalizedText
    /// The upper limit of the contract in yen, tax included (seed Ⅴ(3)).
    public var cap: Int

    public init(id: ProgrammeID, label: LocalizedText, cap: Int) {
        self.id = id
        self.label = label
        self.cap = cap
    }
}

/// A numbered piece of work within a programme: A1-1, A2, D4-3.
public struct Activity: Hashable, Sendable {
    public var id: ActivityID
    public var programme: ProgrammeID
    public var label: LocalizedText
    /// When it is expected to run: pace is measured over this, and it starts later than the period where the seed says so.
    public var window: ClosedRange<Day>
    /// The seed's own words.
    public var source: String

    public init(
        id: ActivityID, programme: ProgrammeID, label: LocalizedText, window: ClosedRange<Day>, source: String
    ) {
        self.id = id
        self.programme = programme
        self.label = label
        self.window = window
        self.source = source
    }
}

/// The ordered stages that an organisation goes through. A stage informs; it never gates another.
public struct Pipeline: Hashable, Sendable {
    public enum Subject: String, Sendable, CaseIterable {
        case companies, institutions
        /// Senders (人材派遣側企業) and receivers (人材受入側企業), as in A3.
        case twoSided = "two-sided"
    }

    public var id: PipelineID
    public var programme: ProgrammeID
    public var label: LocalizedText
    public var subject: Subject
    public var stages: [Stage]

    public init(id: PipelineID, programme: ProgrammeID, label: LocalizedText, subject: Subject, stages: [Stage]) {
        self.id = id
        self.programme = programme
        self.label = label
        self.subject = subject
        self.stages = stages
    }

    public func order(of stage: StageID) -> Int? { stages.firstIndex { $0.id == stage } }

    /// The stage `steps` further on (negative: back); nil past either end.
    public func stage(after stage: StageID, by steps: Int) -> Stage? {
        guard let order = order(of: stage), (-order..<stages.count - order).contains(steps) else { return nil }
        return stages[order + steps]
    }
}

public struct Stage: Hashable, Sendable {
    public var id: StageID
    public var label: LocalizedText
    /// The activities whose records belong to this stage: the stage a company is moved on to when one is logged.
    public var activities: [ActivityID]

    public init(id: StageID, label: LocalizedText, activities: [ActivityID] = []) {
        self.id = id
        self.label = label
        self.activities = activities
    }
}

/// The terms of a consultation (seed 【Ａ２】: １社につき１回１～２時間程度、最大３回).
public struct ConsultationTerms: Hashable, Sendable {
    public var activity: ActivityID
    public var pipeline: PipelineID
    /// The most consultations a company can have.
    public var limit: Int
    /// How long one usually takes, in minutes. The seed says 程度, so outside it is pointed out, not refused.
    public var usualMinutes: ClosedRange<Int>

    public init(activity: ActivityID, pipeline: PipelineID, limit: Int, usualMinutes: ClosedRange<Int>) {
        self.activity = activity
        self.pipeline = pipeline
        self.limit = limit
        self.usualMinutes = usualMinutes
    }
}
