import BansoDomain
import TerminalUI

/// How many stages and cards fit. A board shows whole columns only, scrolled sideways so that the focused one is in sight.
struct PipelineLayout {
    let gauges: Rect
    let title: Rect
    let body: Rect
    let visibleColumns: Range<Int>
    let columnRects: [Rect]

    /// Of a board with two sides: the lines below its headings that say how many stand in each stage.
    let stageRows: Int
    /// Two, or three where there is room for what is next.
    let rowsPerCard: Int

    static let minimumColumn = 18
    static let minimumSide = 36
    /// From this height on a card says what is next in a third row; where its second one is not as wide as this.
    private static let heightForNext = 30
    static let widthForNext = 44

    /// Rows that the cards of a side keep beside those lines.
    private static let leastCards = 6

    init(screen: PipelineScreen, in area: Rect, _ language: Language) {
        let (title, rest) = area.split(top: 1)
        self.title = title
        let gaugeRows = area.height >= 20 ? min(Self.headline(screen).count, 3) : 0
        let (gauges, body) = rest.split(top: gaugeRows)
        self.gauges = gauges
        self.body = body
        let least = screen.isTwoSidedBoard ? Self.minimumSide : Self.minimumColumn
        let fitting = max(1, (area.width + 1) / (least + 1))
        let count = min(fitting, screen.columns.count)
        var first = min(screen.firstColumn, screen.columns.count - count)
        if screen.column < first { first = screen.column }
        if screen.column >= first + count { first = screen.column - count + 1 }
        visibleColumns = first..<(first + count)
        columnRects = body.columns(count, gap: 1)
        let isNarrow = columnRects.contains { $0.width < Self.widthForNext }
        rowsPerCard = isNarrow && body.height >= Self.heightForNext ? 3 : 2
        guard screen.isTwoSidedBoard else {
            stageRows = 0
            return
        }
        let lines = zip(visibleColumns, columnRects).map { screen.stageLines(ofSide: $0, in: $1.width - 2, language) }
        let rows = lines.map(\.count).max() ?? 0
        stageRows = body.height - 1 - rows >= Self.leastCards ? rows : 0
    }

    var firstColumn: Int { visibleColumns.lowerBound }
    /// Without the column's heading.
    var cardsPerColumn: Int { max(1, (body.height - 1 - stageRows) / rowsPerCard) }
    /// Without the table's heading.
    var tableRows: Int { max(1, body.height - 1) }

    /// The pipeline's indicators: those of the stage in focus first, then what hurts, then the rest.
    static func headline(_ screen: PipelineScreen) -> [Reading] {
        let focused = screen.focusedStage?.activities ?? []
        func rank(_ reading: Reading) -> Int {
            if reading.indicator.count.activities.contains(where: focused.contains) { return 0 }
            return [.behind, .endedShort].contains(reading.pace.status) ? 1 : 2
        }
        return (0...2).flatMap { wanted in screen.readings.filter { rank($0) == wanted } }
    }
}
