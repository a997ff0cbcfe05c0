/// One row behind a number: what a record adds to an indicator, or why it adds nothing.
///
/// A number is never an aggregate somewhere in a view; it is these rows, and anybody can open them.
public struct Contribution: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable {
        case counted
        /// Kept and shown, with the reason.
        case excluded(ExclusionReason)
        /// Counted until the day before this one; from it on the same thing is counted elsewhere. What was reported for
        /// the months before stays.
        case countedUntil(Day, ExclusionReason)
    }

    public var line: LedgerLine
    /// Who or what is counted.
    public var subject: RecordKey
    public var date: Day
    public var prefecture: Prefecture?
    /// The record it comes from.
    public var source: RecordKey
    public var verdict: Verdict

    public init(
        line: LedgerLine, subject: RecordKey, date: Day, prefecture: Prefecture?, source: RecordKey, verdict: Verdict
    ) {
        self.line = line
        self.subject = subject
        self.date = date
        self.prefecture = prefecture
        self.source = source
        self.verdict = verdict
    }

    /// Why it does not count on a day; nil where it does.
    public func reason(on day: Day) -> ExclusionReason? {
        switch verdict {
        case .counted: nil
        case .excluded(let reason): reason
        case .countedUntil(let end, let reason): end <= day ? reason : nil
        }
    }
}

/// What is added up: an indicator in one activity, and one part of it (the answers that were content, a region's cases).
public struct LedgerLine: Hashable, Sendable {
    public var indicator: IndicatorID
    public var activity: ActivityID
    /// Empty where the indicator has no parts.
    public var part: String

    public init(_ indicator: IndicatorID, _ activity: ActivityID, part: String = "") {
        self.indicator = indicator
        self.activity = activity
        self.part = part
    }
}

/// The parts of the two rates.
public enum RatePart: String, Sendable, CaseIterable {
    // Satisfaction
    case content, other
    /// A company at an event, whether it answered or not.
    case attended
    case personContent = "person-content"
    case personOther = "person-other"
    case institutionContent = "institution-content"
    case institutionOther = "institution-other"
    // Offer rate
    case offer
    /// 延べ: a person at one event, posting or assessment.
    case participation
    /// 実人数: a person once in all.
    case person
    /// 実人数: a person once in each programme.
    case programmePerson = "programme-person"

    public var label: LocalizedText {
        switch self {
        case .content: LocalizedText(ja: "満足（企業）", en: "content (company)")
        case .other: LocalizedText(ja: "その他の回答（企業）", en: "other answer (company)")
        case .attended: LocalizedText(ja: "参加企業", en: "company at an event")
        case .personContent: LocalizedText(ja: "満足（人材）", en: "content (person)")
        case .personOther: LocalizedText(ja: "その他の回答（人材）", en: "other answer (person)")
        case .institutionContent: LocalizedText(ja: "満足（機関）", en: "content (institution)")
        case .institutionOther: LocalizedText(ja: "その他の回答（機関）", en: "other answer (institution)")
        case .offer: LocalizedText(ja: "内定", en: "offer")
        case .participation: LocalizedText(ja: "延べ人数", en: "participation")
        case .person: LocalizedText(ja: "実人数", en: "person")
        case .programmePerson: LocalizedText(ja: "実人数（事業別）", en: "person in the programme")
        }
    }
}
