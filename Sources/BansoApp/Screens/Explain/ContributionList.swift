import BansoDomain

/// A window on the rows behind an indicator: some pages around the selection, fetched forward by key. Of the pages before
/// it only the key is kept, so that one can go back however far one went; the whole list is never held.
struct ContributionList {
    enum Move: Hashable {
        case by(Int)
        case first, last
    }

    /// Where a page begins.
    private struct Start {
        /// Nil at the list's beginning.
        var after: ContributionPlace?
        /// How many rows come before it.
        var offset: Int
    }

    let indicator: IndicatorID
    let verdict: ContributionQuery.Verdict
    private(set) var rows: [ExplainedContribution] = []
    /// Into `rows`.
    private(set) var selected = 0
    /// The first row shown, into `rows`.
    private(set) var top = 0
    /// Whether `rows` reaches the list's end.
    private(set) var isAtEnd = false
    /// Of every page up to the first one held.
    private var starts = [Start(after: nil, offset: 0)]
    private var pending: [Move] = []
    /// The data that `rows` were read from.
    private var version: Int?

    static let page = 100
    /// The most rows that are held.
    static let limit = page * 5
    /// How far the way to the end goes at a time.
    static let reach = page * 200

    init(indicator: IndicatorID, verdict: ContributionQuery.Verdict = .all) {
        self.indicator = indicator
        self.verdict = verdict
    }

    var current: ExplainedContribution? { rows.indices.contains(selected) ? rows[selected] : nil }
    var hasLoaded: Bool { version != nil }
    /// The selection's place in the whole list.
    var position: Int { starts[starts.count - 1].offset + selected }

    mutating func move(_ move: Move) { pending.append(move) }

    /// Reads what the moves since the last call need, and everything anew where the data's `version` is another one.
    mutating func load(from desk: any DeskReader, asOf day: Day, height: Int, version: Int) throws {
        if version != self.version { try refresh(from: desk, day) }
        self.version = version
        let height = max(1, height)
        for move in pending {
            switch move {
            case .by(let steps): try step(steps, height, desk, day)
            case .first:
                if starts.count > 1 {
                    starts = [Start(after: nil, offset: 0)]
                    try refill(desk, day, count: ContributionList.page)
                }
                (selected, top) = (0, 0)
            case .last: try step(ContributionList.reach, height, desk, day)
            }
        }
        pending = []
        try extend(to: top + height, desk, day)
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
        top = max(0, min(top, rows.count - height))
    }

    private mutating func step(_ steps: Int, _ height: Int, _ desk: any DeskReader, _ day: Day) throws {
        var left = steps
        while left > 0 {
            let stride = min(left, ContributionList.page)
            try extend(to: selected + stride + height, desk, day)
            let taken = min(stride, rows.count - 1 - selected)
            guard taken > 0 else { break }
            selected += taken
            left -= taken
            trim()
        }
        while selected + left < 0, starts.count > 1 { try back(desk, day) }
        if left < 0 { selected = max(0, selected + left) }
    }

    /// Reads on until there are `count` rows, or no more.
    private mutating func extend(to count: Int, _ desk: any DeskReader, _ day: Day) throws {
        while rows.count < count, !isAtEnd {
            let more = try fetch(after: rows.last?.place ?? starts[starts.count - 1].after, desk, day)
            rows += more
            isAtEnd = more.count < ContributionList.page
        }
    }

    /// Lets go of pages far before the selection.
    private mutating func trim() {
        let page = ContributionList.page
        while rows.count > ContributionList.limit, selected >= page * 2 {
            starts.append(Start(after: rows[page - 1].place, offset: starts[starts.count - 1].offset + page))
            rows.removeFirst(page)
            selected -= page
            top = max(0, top - page)
        }
    }

    private mutating func back(_ desk: any DeskReader, _ day: Day) throws {
        let kept = current?.place
        let before = starts.removeLast().offset - starts[starts.count - 1].offset
        try refill(desk, day, count: ContributionList.limit)
        let index = kept.flatMap { place in rows.firstIndex { $0.place == place } } ?? selected + before
        top = max(0, top + index - selected)
        selected = min(index, max(0, rows.count - 1))
    }

    /// The selection stays on its row, or where that one was.
    private mutating func refresh(from desk: any DeskReader, _ day: Day) throws {
        let kept = current?.place
        try refill(desk, day, count: max(ContributionList.page, rows.count))
        while rows.isEmpty, starts.count > 1 {
            starts.removeLast()
            try refill(desk, day, count: ContributionList.page)
            selected = rows.count
        }
        if let kept, let index = rows.firstIndex(where: { $0.place == kept }) {
            top = max(0, top + index - selected)
            selected = index
        }
        selected = min(selected, max(0, rows.count - 1))
    }

    private mutating func refill(_ desk: any DeskReader, _ day: Day, count: Int) throws {
        rows = try fetch(after: starts[starts.count - 1].after, desk, day, limit: count)
        isAtEnd = rows.count < count
    }

    private func fetch(
        after place: ContributionPlace?, _ desk: any DeskReader, _ day: Day, limit: Int = ContributionList.page
    ) throws -> [ExplainedContribution] {
        try desk.contributions(
            ContributionQuery(indicator: indicator, asOf: day, verdict: verdict, after: place, limit: limit))
    }
}
