import BansoDomain
import TerminalUI

/// How many stages and cards fit. A board shows whole columns only, scrolled sideways so that the focused one is in sight.
struct PipelineLayout {
    let gauges: Rect
    let title: Rect
    let body: Rect
    let visibleColumns: Range<Int>
    let columnRects: [Rect]

    /// Of a board with two sides: whether a line below its heading says how many stand in each stage.
    let hasStageLine: Bool

    static let minimumColumn = 18
    static let minimumSide = 36
    static let rowsPerCard = 2

    init(screen: PipelineScreen, in area: Rect) {
        let (title, rest) = area.split(top: 1)
        self.title = title
        let gaugeRows = area.height >= 20 ? min(Self.headline(screen).count, 3) : 0
        let (gauges, body) = rest.split(top: gaugeRows)
        self.gauges = gauges
        self.body = body
        hasStageLine = screen.isTwoSidedBoard && body.height >= 8
        let least = screen.isTwoSidedBoard ? Self.minimumSide : Self.minimumColumn
        let fitting = max(1, (area.width + 1) / (least + 1))
        let count = min(fitting, screen.columns.count)
        var first = min(screen.firstColumn, screen.columns.count - count)
        if screen.column < first { first = screen.column }
        if screen.column >= first + count { first = screen.column - count + 1 }
        visibleColumns = first..<(first + count)
        columnRects = body.columns(count, gap: 1)
    }

    var firstColumn: Int { visibleColumns.lowerBound }
    /// Without the column's heading.
    var cardsPerColumn: Int { max(1, (body.height - (hasStageLine ? 2 : 1)) / Self.rowsPerCard) }
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
