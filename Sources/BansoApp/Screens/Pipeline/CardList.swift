import BansoDomain

/// A window on a list of cards of any length: holds a few screens' worth, fetches by key at its ends, remembers where
/// it stands. Never loads the whole list.
struct CardList {
    enum Move: Hashable {
        case by(Int)
        case first, last
        /// To this one's card, where the list has it.
        case to(PipelineEntryID)
    }

    /// What a line of a table shows.
    enum Line: Hashable {
        /// The heading of the group that this card is in.
        case group(Card)
        /// Into `rows`.
        case card(Int)
    }

    let pipeline: PipelineID
    /// Nil for all stages.
    let stage: StageID?
    /// Nil for all cards.
    let filter: CardFilter?
    let order: CardOrder
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

    init(pipeline: PipelineID, stage: StageID? = nil, filter: CardFilter? = nil, order: CardOrder = .usual) {
        self.pipeline = pipeline
        self.stage = stage
        self.filter = filter
        self.order = order
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
            case .to(let entry): _ = try select(entry, from: desk, page: page)
            }
        }
        pending = []
        if rows.count < page, offset + rows.count < total, let last = rows.last {
            rows += try fetch(desk, from: last.place, limit: page - rows.count)
        }
        show(height: max(height, 1))
    }

    private mutating func refresh(from desk: any DeskReader, page: Int) throws {
        trim(to: page * 3)
        let kept = current
        let size = max(page, rows.count)
        if offset > 0, let first = rows.first {
            rows = try fetch(desk, from: first.place, isInclusive: true, limit: size)
            if rows.count < size { rows = try before(rows.first?.place, desk, count: size - rows.count) + rows }
            offset = min(offset, max(0, total - rows.count))
        } else {
            rows = try fetch(desk, limit: size)
            offset = 0
        }
        if let kept, try !select(kept.entry, from: desk, page: page) {
            selected = min(selected, max(0, rows.count - 1))
        }
    }

    /// The highlight belongs to its card: it goes where that one stands now.
    /// - Returns: false where the list has no such card; then nothing changes.
    private mutating func select(_ entry: PipelineEntryID, from desk: any DeskReader, page: Int) throws -> Bool {
        if let index = rows.firstIndex(where: { $0.entry == entry }) {
            selected = index
            return true
        }
        guard let card = try desk.cards(query(entry: entry, limit: 1)).first else { return false }
        offset = try desk.cardCount(query(from: card.place, direction: .backward, limit: 1))
        let above = try before(card.place, desk, count: page / 2)
        rows = try above + fetch(desk, from: card.place, isInclusive: true, limit: page)
        if rows.count < page { rows = try before(rows.first?.place, desk, count: page - rows.count) + rows }
        selected = rows.firstIndex { $0.entry == entry } ?? 0
        offset -= selected
        top = 0
        return true
    }

    private mutating func step(_ steps: Int, from desk: any DeskReader, page: Int) throws {
        while selected + steps >= rows.count, let last = rows.last {
            let more = try fetch(desk, from: last.place, limit: page)
            if more.isEmpty { break }
            rows += more
        }
        while selected + steps < 0, offset > 0 {
            let more = try before(rows.first?.place, desk, count: page)
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
        top = max(0, min(top, selected))
        while top < selected, lastShown(from: top, in: height) < selected { top += 1 }
        while top > 0, lastShown(from: top - 1, in: height) == rows.count - 1 { top -= 1 }
    }

    /// The lines of a table of this height: its cards, and above each group its heading; the first line is one too.
    func lines(in height: Int) -> [Line] { lines(from: top, in: height) }

    /// How many cards are in sight.
    func shownCount(in height: Int) -> Int { lastShown(from: top, in: height) - top + 1 }

    private func lines(from top: Int, in height: Int) -> [Line] {
        // With less room the selected card would not be seen below a heading.
        let group = height > 2 ? order.group : nil
        var lines: [Line] = []
        var index = top
        while lines.count < height, index < rows.count {
            if let group, index == top || rows[index].value(grouping: group) != rows[index - 1].value(grouping: group) {
                lines.append(.group(rows[index]))
            }
            if lines.count < height { lines.append(.card(index)) }
            index += 1
        }
        return lines
    }

    private func lastShown(from top: Int, in height: Int) -> Int {
        guard order.group != nil else { return min(top + height, rows.count) - 1 }
        for case .card(let index) in lines(from: top, in: height).reversed() { return index }
        return top
    }

    private func before(_ key: CardPlace?, _ desk: any DeskReader, count: Int) throws -> [Card] {
        try fetch(desk, from: key, direction: .backward, limit: count)
    }

    private func fetch(
        _ desk: any DeskReader, from key: CardPlace? = nil, isInclusive: Bool = false,
        direction: CardQuery.Direction = .forward, limit: Int
    ) throws -> [Card] {
        try desk.cards(query(from: key, isInclusive: isInclusive, direction: direction, limit: limit))
    }

    private func query(
        entry: PipelineEntryID? = nil, from key: CardPlace? = nil, isInclusive: Bool = false,
        direction: CardQuery.Direction = .forward, limit: Int
    ) -> CardQuery {
        CardQuery(
            pipeline: pipeline, stage: stage, entry: entry, from: key, isInclusive: isInclusive, direction: direction,
            filter: filter, order: order, limit: limit)
    }
}
