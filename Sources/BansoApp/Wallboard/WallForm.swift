import BansoDomain
import TerminalUI

/// How a sheet is drawn: its figures in large digits or as rows of gauges, and what stands how far from what.
struct WallForm: Hashable {
    /// 0: rows of gauges; 1: digits three rows high; 2: six.
    var scale: Int
    /// Whether the targets stand in large digits too.
    var hasTarget = false
    var columns: Int
    /// Rows between two things.
    var gap: Int
    /// Rows between two blocks.
    var blockGap = 1
    /// Rows between a heading and what stands below it: large digits would touch it.
    var headingGap = 0
    /// Of days and counts: cells that the widest one takes in large digits.
    var lead = 0
    /// Whether each block begins a column, while there are any.
    var hasBlockColumns = false

    static let columnGap = 2
    private static let mostColumns = 4
    /// From so many cells on days and counts in large digits stand in two columns.
    private static let twoColumns = 110
    /// Of a column of gauges where there is another one beside it.
    private static let leastColumn = 58

    /// From what is read from farthest to what takes the least room.
    static func all(in area: Rect) -> [WallForm] {
        let large = [(2, true), (2, false), (1, true), (1, false)].flatMap { scale, hasTarget in
            [4, 3, 2, 1].flatMap { gap in
                (1...mostColumns).flatMap { columns in
                    [1, 0].map {
                        WallForm(
                            scale: scale, hasTarget: hasTarget, columns: columns, gap: gap, blockGap: gap,
                            headingGap: $0)
                    }
                }
            }
        }
        let most = max(1, (area.width + columnGap) / (leastColumn + columnGap))
        let rows = [(1, 1), (0, 1), (0, 0)].flatMap { gap, blockGap in
            (1...most).map { WallForm(scale: 0, columns: $0, gap: gap, blockGap: blockGap) }
        }
        return large + rows
    }

    /// Of days and counts.
    static func ofLines(_ lines: [WallLine], in area: Rect) -> [WallForm] {
        let ways = [(2, 4, 4), (2, 3, 3), (2, 2, 2), (2, 1, 1), (1, 2, 2), (1, 1, 1), (0, 1, 1), (0, 0, 1), (0, 0, 0)]
        return ways.filter { $0.0 <= area.width / WallLine.leastWidth }
            .flatMap { scale, gap, blockGap in
                (scale > 0 && area.width >= twoColumns ? [2, 1] : [1]).flatMap { columns in
                    (scale > 0 ? [1, 0] : [0]).map {
                        WallForm(
                            scale: scale, columns: columns, gap: gap, blockGap: blockGap, headingGap: $0,
                            lead: lines.map { BigDigits.width(of: $0.count, scale: scale) }.max() ?? 0,
                            hasBlockColumns: columns > 1)
                    }
                }
            }
    }

    /// The form that takes the least room, on as many sheets as are needed.
    static let smallest = WallForm(scale: 0, columns: 1, gap: 0, blockGap: 0)

    /// Large figures keep off the edges; rows do so themselves.
    func columns(of area: Rect) -> [Rect] {
        area.inset(x: min(1, scale)).columns(columns, gap: WallForm.columnGap)
    }

    func column(of area: Rect) -> Int { columns(of: area).map(\.width).min() ?? 0 }

    /// Rows that a thing takes in a column of so many cells.
    func height(of item: WallItem, in width: Int, _ context: Context) -> Int {
        switch item {
        case .programme, .title, .others: 1
        case .figure(let reading):
            scale > 0
                ? BigDigits.height * scale
                : 1 + GaugeRow(reading: reading, nameWidth: 0, context: context).nameLines(in: width).count
        case .line(let line): line.height(in: width, self, context.language)
        }
    }
}
