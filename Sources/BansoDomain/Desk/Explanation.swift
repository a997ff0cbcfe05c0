/// A record with its number and the version that a save must name.
public struct StoredRecord: Hashable, Sendable {
    public var key: RecordKey
    public var version: Int
    public var record: Record

    public init(key: RecordKey, version: Int, record: Record) {
        self.key = key
        self.version = version
        self.record = record
    }
}

/// A page request for the rows behind an indicator.
public struct ContributionQuery: Hashable, Sendable {
    public enum Verdict: Hashable, Sendable { case all, counted, excluded }

    public var indicator: IndicatorID
    public var asOf: Day
    public var verdict: Verdict
    /// Where to start: after this row.
    public var after: ContributionPlace?
    public var limit: Int
    /// Whether people are told by their names; else what would be one is left out of the words.
    public var namesPeople: Bool

    public init(
        indicator: IndicatorID, asOf: Day, verdict: Verdict = .all, after: ContributionPlace? = nil, limit: Int,
        namesPeople: Bool = true
    ) {
        self.namesPeople = namesPeople
        self.indicator = indicator
        self.asOf = asOf
        self.verdict = verdict
        self.after = after
        self.limit = limit
    }
}

/// A row's place in the order of an explanation.
public struct ContributionPlace: Hashable, Sendable {
    public var date: Day
    public var subject: RecordKey
    /// The number of the ledger's line.
    public var line: Int64
    public var source: RecordKey

    public init(date: Day, subject: RecordKey, line: Int64, source: RecordKey) {
        self.date = date
        self.subject = subject
        self.line = line
        self.source = source
    }
}

/// One row behind a number, in words.
public struct ExplainedContribution: Hashable, Sendable {
    public var place: ContributionPlace
    public var contribution: Contribution
    /// Why it does not count on the day asked about; nil where it does.
    public var reason: ExclusionReason?
    /// Who or what is counted.
    public var subject: String
    /// What the record it comes from says besides the subject and the date; may be empty.
    public var source: String

    public init(
        place: ContributionPlace, contribution: Contribution, reason: ExclusionReason?, subject: String, source: String
    ) {
        self.place = place
        self.contribution = contribution
        self.reason = reason
        self.subject = subject
        self.source = source
    }
}

/// What was counted, by month and prefecture.
public struct CountMatrix: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
        public var month: FiscalMonth
        /// Nil where none is known: online events, people from elsewhere.
        public var prefecture: Prefecture?

        public init(month: FiscalMonth, prefecture: Prefecture?) {
            self.month = month
            self.prefecture = prefecture
        }
    }

    public var counts: [Cell: Int] = [:]

    public init() {}
}
