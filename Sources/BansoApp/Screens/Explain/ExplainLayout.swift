import BansoDomain
import TerminalUI

/// How the rows of the screen are shared: title and figure always, then as many facts as leave the list its half, then
/// the list. What doesn't fit is left out whole; `i` shows all of it.
struct ExplainLayout {
    let title: Rect
    let figure: Rect
    let facts: Rect
    let heading: Rect
    let body: Rect
    /// The selected row in full, where the table has no room for all of it.
    let detail: Rect
    let hasTableHeading: Bool
    let shownFacts: [[ExplainFacts.Piece]]
    let allFacts: [[ExplainFacts.Piece]]

    init(screen: ExplainScreen, in area: Rect, _ context: Context) {
        let isTall = area.height >= 20 && area.width >= 60 && context.glyphs != .ascii
        var rest: Rect
        (title, rest) = area.split(top: 1)
        (figure, rest) = rest.split(top: isTall ? BigDigits.height : 1)
        let blocks =
            screen.reading.map { ExplainFacts(reading: $0, context: context, width: area.width - 2).blocks } ?? []
        allFacts = blocks.flatMap(\.lines)
        let hasDetail = screen.view == .rows && area.width < ContributionTable.fullWidth && area.height >= 8
        hasTableHeading = area.height >= 14
        let least = screen.view == .matrix ? 10 : max(3, area.height * 3 / 8)
        let room = screen.view == .facts ? 0 : rest.height - 1 - (hasDetail ? 1 : 0) - least
        let kept = ExplainLayout.fitting(blocks, in: room)
        shownFacts = kept.flatMap { blocks[$0].lines }
        (facts, rest) = rest.split(top: shownFacts.count)
        if area.height >= 30 { (_, rest) = rest.split(top: 1) }
        (heading, rest) = rest.split(top: 1)
        (body, detail) = rest.split(bottom: hasDetail ? 1 : 0)
    }

    var listRows: Int { max(1, body.height - (hasTableHeading ? 1 : 0)) }

    /// Which blocks have room, the most needed first: none is shown before one that is needed more.
    private static func fitting(_ blocks: [ExplainFacts.Block], in room: Int) -> [Int] {
        var left = room
        var kept: [Int] = []
        for index in blocks.indices.sorted(by: { (blocks[$0].rank, $0) < (blocks[$1].rank, $1) }) {
            left -= blocks[index].lines.count
            guard left >= 0 else { break }
            kept.append(index)
        }
        return kept.sorted()
    }
}
