import BansoDomain
import TerminalUI

/// Where things stand on the overview.
struct OverviewParts {
    /// That the programme is over.
    var note: Rect?
    var gauges: Rect
    /// More about the selected gauge; nil where the gauges need the room.
    var detail: Rect?

    /// Rows of a detail that shows the months as columns.
    private static let leastWidth = 100
    private static let chartRows = 8...14

    init(_ readings: [Reading], in area: Rect, _ context: Context) {
        gauges = area
        if context.isOver { (note, gauges) = area.split(top: 1) }
        guard area.height >= 16 else { return }
        var (rest, last) = gauges.split(bottom: 2)
        // What the gauges leave empty the months fill.
        let needed = OverviewLayout(readings: readings, in: rest, context).columns.map(\.count).max() ?? 0
        let rows = min(gauges.height - needed - 1, OverviewParts.chartRows.upperBound)
        if rows >= OverviewParts.chartRows.lowerBound, area.width >= OverviewParts.leastWidth {
            (rest, last) = gauges.split(bottom: rows)
        }
        (gauges, detail) = (rest, last)
    }
}
