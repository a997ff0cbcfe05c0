/// One row behind a number: what a record adds to an indicator, or why it adds nothing.
///
/// A number is never an aggregate somewhere in a view; it is these rows, and anybody can open them.
public struct Contribution: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable {
        case counted
        /// Kept and shown, with the reason.
        case excluded(ExclusionReason)
    }

    public var indicator: IndicatorID
    /// Who or what is counted: `organisation:12`.
    public var subject: SubjectKey
    public var date: Day
    public var prefecture: Prefecture?
    public var activity: ActivityID
    /// The record it comes from: `consultation:34`.
    public var source: SourceKey
    public var verdict: Verdict

    public init(
        indicator: IndicatorID, subject: SubjectKey, date: Day, prefecture: Prefecture?, activity: ActivityID,
        source: SourceKey, verdict: Verdict
    ) {
        self.indicator = indicator
        self.subject = subject
        self.date = date
        self.prefecture = prefecture
        self.activity = activity
        self.source = source
        self.verdict = verdict
    }
}

/// Who or what an indicator counts, as `kind:number`.
public struct SubjectKey: Hashable, Sendable, Comparable {
    public let text: String
    public init(text: String) { self.text = text }
    public init(_ organisation: OrganisationID) { text = "organisation:\(organisation.value)" }
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// The record a contribution comes from, as `kind:number`.
public struct SourceKey: Hashable, Sendable, Comparable {
    public let text: String
    public init(text: String) { self.text = text }
    public init(_ consultation: ConsultationID) { text = "consultation:\(consultation.value)" }
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// Why a record adds nothing to an indicator.
public enum ExclusionReason: String, Sendable, CaseIterable {
    case alreadyCounted = "already-counted"
    case outsidePeriod = "outside-period"

    public var text: LocalizedText {
        switch self {
        case .alreadyCounted: LocalizedText(ja: "同じ企業は初回で計上済み", en: "this company is counted at its first")
        case .outsidePeriod: LocalizedText(ja: "事業期間外", en: "outside the programme's period")
        }
    }
}
