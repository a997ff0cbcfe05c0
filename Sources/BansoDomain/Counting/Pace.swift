/// Where an indicator stands beside where it should be by a day.
public struct Pace: Hashable, Sendable {
    public enum Status: String, Sendable, CaseIterable {
        case met, ahead
        case onTrack = "on_track"
        case behind
        case endedShort = "ended_short"
        case notStarted = "not_started"

        public var label: LocalizedText {
            switch self {
            case .met: LocalizedText(ja: "達成", en: "met")
            case .ahead: LocalizedText(ja: "先行", en: "ahead")
            case .onTrack: LocalizedText(ja: "順調", en: "on track")
            case .behind: LocalizedText(ja: "遅れ", en: "behind")
            case .endedShort: LocalizedText(ja: "未達", en: "not met")
            case .notStarted: LocalizedText(ja: "開始前", en: "to come")
            }
        }
    }

    /// What a straight line over the window asks for by the day, in the indicator's unit.
    public var expected: Double
    /// What it comes to at the window's end: with the events that are planned, else if it goes on as in the last three
    /// months.
    public var forecast: Double
    /// What each week that is left must bring, in tenths, rounded up so that it suffices; nil for a rate, when nothing is
    /// missing, and after the window.
    public var requiredPerWeek: Double?
    public var status: Status

    /// - Parameters:
    ///   - actual: nil while a ratio has nothing to divide by.
    ///   - events: those that the indicator is counted from; nil where it isn't counted from events.
    ///   - isMet: figure and constraints both hold.
    public init(
        actual: Double?, byMonth: [FiscalMonth: Int], events: Schedule.Events? = nil, indicator: Indicator, isMet: Bool,
        asOf day: Day, periodEnd: Day
    ) {
        let window = indicator.window
        let target = Double(indicator.target.value)
        if indicator.kind == .ratio {
            // A rate does not accumulate: it should hold on any day.
            expected = target
            forecast = actual ?? 0
        } else {
            let actual = actual ?? 0
            expected = target * Pace.share(of: window, by: day)
            let trend = Pace.forecast(actual: actual, byMonth: byMonth, window: window, asOf: day)
            let planned = events.flatMap { Pace.planned(actual: actual, events: $0, indicator: indicator) }
            forecast = max(planned ?? trend, actual)
            let missing = Double(indicator.target.floor) - actual
            let left = periodEnd - max(day, window.lowerBound + -1)
            if missing > 0, left > 0 { requiredPerWeek = (missing * 70 / Double(left)).rounded(.up) / 10 }
        }
        if isMet {
            status = .met
        } else if day > periodEnd || day > window.upperBound && events?.planned ?? 0 == 0 {
            // The window of a seminar is over when it has been, unless another one is planned.
            status = .endedShort
        } else if day < window.lowerBound, actual ?? 0 == 0 {
            status = .notStarted
        } else if let actual {
            status = Pace.status(actual: actual, expected: expected)
        } else {
            status = .notStarted
        }
    }

    /// Ahead from a tenth over what is expected, behind from a tenth under it.
    private static func status(actual: Double, expected: Double) -> Status {
        if actual >= expected * 1.1, actual > 0 { return .ahead }
        return actual >= expected * 0.9 ? .onTrack : .behind
    }

    /// How much of the window has passed by the end of `day`, 0...1.
    static func share(of window: ClosedRange<Day>, by day: Day) -> Double {
        guard day > window.lowerBound else { return 0 }
        guard day < window.upperBound else { return 1 }
        return Double(day - window.lowerBound) / Double(window.upperBound - window.lowerBound)
    }

    /// The rate of this month and the two before it, or since the window began, goes on for the days that are left.
    static func forecast(actual: Double, byMonth: [FiscalMonth: Int], window: ClosedRange<Day>, asOf day: Day) -> Double
    {
        guard day < window.upperBound, day > window.lowerBound else { return actual }
        let twoMonthsBack = FiscalMonth(FiscalMonth(day.firstOfMonth + -1).firstDay + -1).firstDay
        let from = max(twoMonthsBack, window.lowerBound.firstOfMonth)
        let recent = byMonth.reduce(0) { $1.key.firstDay >= from && $1.key.firstDay <= day ? $0 + $1.value : $0 }
        let days = Double(max(1, day - max(from, window.lowerBound) + 1))
        return actual + Double(recent) / days * Double(window.upperBound - day)
    }

    /// Each event that is planned counts as one, or brings as many as those that were held did. Nil where none is planned,
    /// or none was held to judge by; and for distinct subjects, who come again.
    static func planned(actual: Double, events: Schedule.Events, indicator: Indicator) -> Double? {
        guard events.planned > 0 else { return nil }
        switch indicator.kind {
        case .sessions: return actual + Double(events.planned)
        case .cumulative where events.held > 0:
            return actual + actual / Double(events.held) * Double(events.planned)
        default: return nil
        }
    }
}
