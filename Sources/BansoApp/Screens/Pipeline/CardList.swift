import BansoDomain

/// A window on a list of cards of any length: holds a few screens' worth, fetches by key at its ends, remembers where
/// it stands. Never loads the whole list.
struct CardList {
    enum Move: Hashable {
        case by(Int)
        case first, last
    }

    let pipeline: PipelineID
    /// Nil for all stages.
    let stage: StageID?
    /// Nil for all cards.
    let filter: CardFilter?
    /// How many cards the whole list has.
    private(set) var total = 0
    private(set) var rows: [Card] = []
    /// The place of `rows[0]` in the whole list.
    private(set) var offset = 0
    /// Into `rows`.
    private(set) var selected = 0
    /// The first row shown, into `rows`.
    private(set) var top = 0
    private var pending: [Move] = []
    /// The data that `rows` were read from.
    private var version: Int?

    init(pipeline: PipelineID, stage: StageID? = nil, filter: CardFilter? = nil) {
        self.pipeline = pipeline
        self.stage = stage
        self.filter = filter
    }

    var current: Card? { rows.indices.contains(selected) ? rows[selected] : nil }
    var position: Int { offset + selected }

    mutating func move(_ move: Move) { pending.append(move) }

    /// Reads what the moves since the last call need, and everything anew where the data's `version` is another one.
    mutating func load(from desk: any DeskReader, total: Int, height: Int, version: Int) throws {
        self.total = total
        let page = max(height, 1)
        if version != self.version { try refresh(from: desk, page: page) }
        self.version = version
        for move in pending {
            switch move {
            case .by(let steps): try step(steps, from: desk, page: page)
            case .first:
                rows = try fetch(desk, limit: page)
                (offset, selected, top) = (0, 0, 0)
            case .last:
                rows = try fetch(desk, direction: .backward, limit: page)
                offset = max(0, total - rows.count)
                selected = max(0, rows.count - 1)
            }
        }
        pending = []
        if rows.count < page, offset + rows.count < total, let last = rows.last {
            rows += try fetch(desk, from: last.key, limit: page - rows.count)
        }
        show(height: max(height, 1))
    }

    private mutating func refresh(from desk: any DeskReader, page: Int) throws {
        trim(to: page * 3)
        let kept = current
        let size = max(page, rows.count)
        if offset > 0, let first = rows.first {
            rows = try fetch(desk, from: first.key, isInclusive: true, limit: size)
            if rows.count < size { rows = try before(rows.first?.key, desk, count: size - rows.count) + rows }
            offset = min(offset, max(0, total - rows.count))
        } else {
            rows = try fetch(desk, limit: size)
            offset = 0
        }
        if let kept, let index = rows.firstIndex(where: { $0.entry == kept.entry }) { selected = index }
        selected = min(selected, max(0, rows.count - 1))
    }

    private mutating func step(_ steps: Int, from desk: any DeskReader, page: Int) throws {
        while selected + steps >= rows.count, let last = rows.last {
            let more = try fetch(desk, from: last.key, limit: page)
            if more.isEmpty { break }
            rows += more
        }
        while selected + steps < 0, offset > 0 {
            let more = try before(rows.first?.key, desk, count: page)
            if more.isEmpty { break }
            rows = more + rows
            offset = max(0, offset - more.count)
            selected += more.count
            top += more.count
        }
        selected = min(max(0, selected + steps), max(0, rows.count - 1))
        trim(to: page * 6)
    }

    /// Drops what is far from the selection, so that memory stays the same however far one scrolls.
    private mutating func trim(to limit: Int) {
        guard rows.count > limit else { return }
        let start = min(max(0, selected - limit / 2), rows.count - limit)
        rows = Array(rows[start..<(start + limit)])
        offset += start
        selected -= start
        top = max(0, top - start)
    }

    private mutating func show(height: Int) {
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
        top = max(0, min(top, rows.count - height))
    }

    private func before(_ key: CardKey?, _ desk: any DeskReader, count: Int) throws -> [Card] {
        try fetch(desk, from: key, direction: .backward, limit: count)
    }

    private func fetch(
        _ desk: any DeskReader, from key: CardKey? = nil, isInclusive: Bool = false,
        direction: CardQuery.Direction = .forward, limit: Int
    ) throws -> [Card] {
        try desk.cards(
            CardQuery(
                pipeline: pipeline, stage: stage, from: key, isInclusive: isInclusive, direction: direction,
                filter: filter, limit: limit))
    }
}
