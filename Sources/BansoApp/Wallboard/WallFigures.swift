import BansoDomain
import TerminalUI

/// How large the figures of a page are: the same for all its tiles, so that they stand in columns.
struct WallFigures {
    /// 1: three rows; 2: six.
    let scale: Int
    /// Up to the target, and the target's own.
    let figureWidth: Int
    let targetWidth: Int
    /// Without room or glyphs for large ones.
    let isPlain: Bool

    var height: Int { BigDigits.height * scale }

    /// Rows between tiles at least where figures are twice as large.
    private static let gap = 3
    /// What the words beside such figures need.
    private static let leastWords = 40

    /// Nil where a tile has no room for any.
    /// - Parameters:
    ///   - height: the rows that each tile may take.
    ///   - width: a column's.
    init?(of readings: [Reading], height: Int, width: Int, _ context: Context) {
        guard height >= BigDigits.height else { return nil }
        isPlain = width < 60 || context.glyphs != .unicode
        func widest(_ texts: [String]) -> Int { texts.map { BigDigits.width(of: $0, scale: 2) }.max() ?? 0 }
        let figure = widest(readings.map(Figures.actual)) + 4
        let target = widest(readings.map(WallTile.target)) + 2
        if !isPlain, height >= BigDigits.height * 2 + WallFigures.gap, width - figure - target >= WallFigures.leastWords
        {
            (scale, figureWidth, targetWidth) = (2, figure, target)
        } else {
            (scale, figureWidth, targetWidth) = (1, isPlain ? 8 : 16, isPlain ? 0 : BigDigits.width(of: "/240") + 1)
        }
    }
}
