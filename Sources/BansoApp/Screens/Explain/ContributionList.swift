import BansoDomain

/// A window on the rows behind an indicator.
struct ContributionList {
    typealias Move = ForwardList<ExplainedContribution, ContributionPlace>.Move

    let indicator: IndicatorID
    let verdict: ContributionQuery.Verdict
    private var list = ForwardList<ExplainedContribution, ContributionPlace>(page: page) { $0.place }

    static let page = 100
    /// The most rows that are held.
    static let limit = page * 5

    init(indicator: IndicatorID, verdict: ContributionQuery.Verdict = .all) {
        self.indicator = indicator
        self.verdict = verdict
    }

    var rows: [ExplainedContribution] { list.rows }
    var selected: Int { list.selected }
    var top: Int { list.top }
    var isAtEnd: Bool { list.isAtEnd }
    var current: ExplainedContribution? { list.current }
    var hasLoaded: Bool { list.hasLoaded }
    /// The selection's place in the whole list.
    var position: Int { list.position }

    mutating func move(_ move: Move) { list.move(move) }

    /// Reads what the moves since the last call need, and everything anew where the data's `version` is another one.
    mutating func load(from desk: any DeskReader, asOf day: Day, height: Int, version: Int) throws {
        try list.load(height: height, version: version) { place, limit in
            try desk.contributions(
                ContributionQuery(indicator: indicator, asOf: day, verdict: verdict, after: place, limit: limit))
        }
    }
}
