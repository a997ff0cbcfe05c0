/// An indicator on a day: what the gauge, `banso kpi` and the wallboard all show.
public struct Reading: Hashable, Sendable {
    public var indicator: Indicator
    public var tally: Tally
    public var constraints: [ConstraintCheck]
    public var pace: Pace
    /// The figure: a count, or per cent for a ratio; nil while a ratio's denominator is 0.
    public var actual: Double?
    /// Nil where the indicator is a count.
    public var rate: Rate?
    /// Target and constraints hold.
    public var isMet: Bool
    /// Those that it is counted from, for its forecast; nil where it isn't counted from events.
    private let events: Schedule.Events?

    public init(
        _ indicator: Indicator, tally: Tally, schedule: Schedule = Schedule(), asOf day: Day, catalogue: Catalogue
    ) {
        self.init(indicator, tally: tally, events: schedule.events(of: indicator), asOf: day, catalogue: catalogue)
    }

    /// One indicator's readings in several databases as one: what was counted and what is planned added up.
    ///
    /// - Parameter readings: at least one.
    init(joining readings: [Reading], asOf day: Day, catalogue: Catalogue) {
        var tally = Tally()
        for reading in readings { tally.add(reading.tally) }
        let events = readings.compactMap(\.events)
        let planned = Schedule.Events(
            held: events.reduce(0) { $0 + $1.held }, planned: events.reduce(0) { $0 + $1.planned })
        self.init(
            readings[0].indicator, tally: tally, events: events.isEmpty ? nil : planned, asOf: day,
            catalogue: catalogue)
    }

    private init(_ indicator: Indicator, tally: Tally, events: Schedule.Events?, asOf day: Day, catalogue: Catalogue) {
        self.indicator = indicator
        self.tally = tally
        self.events = events
        constraints = indicator.constraints.map {
            ConstraintCheck($0, tally: tally, prefectures: catalogue.prefectures)
        }
        rate = Rate(indicator, tally: tally, terms: catalogue.terms(on: day), catalogue: catalogue)
        actual = indicator.kind == .ratio ? rate?.pooled.percent : Double(tally.counted)
        isMet = (actual ?? 0) >= Double(indicator.target.floor) && constraints.allSatisfy(\.isMet)
        pace = Pace(
            actual: actual, byMonth: tally.byMonth, events: events, indicator: indicator,
            isMet: isMet, asOf: day, periodEnd: catalogue.period.upperBound)
    }
}

/// How many events there were and are to come, for forecasts.
public struct Schedule: Hashable, Sendable {
    public struct Events: Hashable, Sendable {
        /// Held up to the day.
        public var held = 0
        /// Planned after the day, within the period.
        public var planned = 0

        public init(held: Int = 0, planned: Int = 0) {
            self.held = held
            self.planned = planned
        }
    }

    private var byActivity: [Tally.Part: Events] = [:]

    public init() {}

    public mutating func add(_ events: Events, activity: ActivityID, track: String) {
        let place = Tally.Part(activity, track)
        byActivity[place, default: Events()].held += events.held
        byActivity[place, default: Events()].planned += events.planned
    }

    /// The events that an indicator is counted from; nil where it isn't counted from events.
    func events(of indicator: Indicator) -> Events? {
        let track: String?
        switch indicator.count.source {
        case .events: track = indicator.count.role?.text
        case .eventCompanies, .eventInstitutions, .eventTalent, .presentersAndPostings, .eventTalentAndApplicants:
            track = nil
        default: return nil
        }
        return byActivity.reduce(into: Events()) { sum, entry in
            guard indicator.count.activities.contains(entry.key.activity), track == nil || track == entry.key.part
            else { return }
            sum.held += entry.value.held
            sum.planned += entry.value.planned
        }
    }
}
