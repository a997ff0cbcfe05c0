import BansoDomain
import TerminalUI

/// Where the large figures of a sheet stand: the same for all its tiles, so that they stand in columns.
struct WallFigures {
    let scale: Int
    /// Up to the target, and the target's own; 0 where it isn't large.
    let figureWidth: Int
    let targetWidth: Int
    private let context: Context

    /// What gauges beside them need.
    private static let leastWords = 24

    init(of readings: [Reading], _ form: WallForm, _ context: Context) {
        scale = form.scale
        self.context = context
        func widest(_ texts: [String]) -> Int {
            texts.map { BigDigits.width(of: $0, scale: form.scale) }.max() ?? 0
        }
        figureWidth = widest(readings.map(Figures.actual))
        targetWidth = form.hasTarget ? widest(readings.map(WallTile.target)) : 0
    }

    /// What is left for words in a tile of so many cells.
    func words(in width: Int) -> Int { width - figureWidth - targetWidth - 1 }

    /// Whether no word would be cut in tiles of so many cells.
    func fit(_ readings: [Reading], in width: Int) -> Bool {
        let room = words(in: width)
        return room >= WallFigures.leastWords
            && readings.allSatisfy { reading in
                let tile = WallTile(reading: reading, figures: self, context: context)
                return max(cellWidth(tile.label), cellWidth(tile.goal)) <= room
            }
    }
}
