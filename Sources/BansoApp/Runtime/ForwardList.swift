/// A window on a list that is read forwards only: some pages around the selection, fetched by key. Of the pages before
/// it only the key is kept, so that one can go back however far one went; the whole list is never held.
struct ForwardList<Row, Place: Equatable> {
    enum Move: Hashable {
        case by(Int)
        case first, last
    }

    /// Reads at most so many rows after a place, from the list's beginning where there is none.
    typealias Fetch = (_ after: Place?, _ limit: Int) throws -> [Row]

    /// Where a page begins.
    private struct Start {
        /// Nil at the list's beginning.
        var after: Place?
        /// How many rows come before it.
        var offset: Int
    }

    private(set) var rows: [Row] = []
    /// Into `rows`.
    private(set) var selected = 0
    /// The first row shown, into `rows`.
    private(set) var top = 0
    /// Whether `rows` reaches the list's end.
    private(set) var isAtEnd = false
    private let place: (Row) -> Place
    /// How many rows are fetched at once.
    private let page: Int
    /// Of every page up to the first one held.
    private var starts = [Start(after: nil, offset: 0)]
    private var pending: [Move] = []
    /// The data that `rows` were read from.
    private var version: Int?

    /// - Parameter place: a row's own place in the list.
    init(page: Int = 100, place: @escaping (Row) -> Place) {
        self.page = page
        self.place = place
    }

    /// The most rows that are held.
    var limit: Int { page * 5 }
    /// How far the way to the end goes at a time.
    private var reach: Int { page * 200 }

    var current: Row? { rows.indices.contains(selected) ? rows[selected] : nil }
    var hasLoaded: Bool { version != nil }
    /// The selection's place in the whole list.
    var position: Int { starts[starts.count - 1].offset + selected }

    mutating func move(_ move: Move) { pending.append(move) }

    /// Reads what the moves since the last call need, and everything anew where the data's `version` is another one.
    mutating func load(height: Int, version: Int, _ fetch: Fetch) throws {
        if version != self.version { try refresh(fetch) }
        self.version = version
        let height = max(1, height)
        for move in pending {
            switch move {
            case .by(let steps): try step(steps, height, fetch)
            case .first:
                if starts.count > 1 {
                    starts = [Start(after: nil, offset: 0)]
                    try refill(fetch, count: page)
                }
                (selected, top) = (0, 0)
            case .last: try step(reach, height, fetch)
            }
        }
        pending = []
        try extend(to: top + height, fetch)
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
        top = max(0, min(top, rows.count - height))
    }

    private mutating func step(_ steps: Int, _ height: Int, _ fetch: Fetch) throws {
        var left = steps
        while left > 0 {
            let stride = min(left, page)
            try extend(to: selected + stride + height, fetch)
            let taken = min(stride, rows.count - 1 - selected)
            guard taken > 0 else { break }
            selected += taken
            left -= taken
            trim()
        }
        while selected + left < 0, starts.count > 1 { try back(fetch) }
        if left < 0 { selected = max(0, selected + left) }
    }

    /// Reads on until there are `count` rows, or no more.
    private mutating func extend(to count: Int, _ fetch: Fetch) throws {
        while rows.count < count, !isAtEnd {
            let more = try fetch(rows.last.map(place) ?? starts[starts.count - 1].after, page)
            rows += more
            isAtEnd = more.count < page
        }
    }

    /// Lets go of pages far before the selection.
    private mutating func trim() {
        while rows.count > limit, selected >= page * 2 {
            starts.append(Start(after: place(rows[page - 1]), offset: starts[starts.count - 1].offset + page))
            rows.removeFirst(page)
            selected -= page
            top = max(0, top - page)
        }
    }

    private mutating func back(_ fetch: Fetch) throws {
        let kept = current.map(place)
        let before = starts.removeLast().offset - starts[starts.count - 1].offset
        try refill(fetch, count: limit)
        let index = kept.flatMap { kept in rows.firstIndex { place($0) == kept } } ?? selected + before
        top = max(0, top + index - selected)
        selected = min(index, max(0, rows.count - 1))
    }

    /// The selection stays on its row, or where that one was.
    private mutating func refresh(_ fetch: Fetch) throws {
        let kept = current.map(place)
        try refill(fetch, count: max(page, rows.count))
        while rows.isEmpty, starts.count > 1 {
            starts.removeLast()
            try refill(fetch, count: page)
            selected = rows.count
        }
        if let kept, let index = rows.firstIndex(where: { place($0) == kept }) {
            top = max(0, top + index - selected)
            selected = index
        }
        selected = min(selected, max(0, rows.count - 1))
    }

    private mutating func refill(_ fetch: Fetch, count: Int) throws {
        rows = try fetch(starts[starts.count - 1].after, count)
        isAtEnd = rows.count < count
    }
}
