import BansoDomain
import TerminalUI

/// One indicator in large figures, with its label, gauge and status beside them.
struct WallTile {
    var reading: Reading
    var before: Reading?
    var figures: WallFigures
    var context: Context

    static func target(_ reading: Reading) -> String { "/" + Figures.grouped(reading.indicator.target.value) }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let language = context.language
        let ellipsis = context.glyphs.ellipsis
        let look = StatusLook(reading.pace.status, context)
        let figure = Figures.actual(reading)
        let left = area.x + figures.figureWidth
        let style = Style(look.role, isBold: true)
        if figures.isPlain {
            canvas.put(figure, endingAt: left - 1, y: area.y + 1, style: style)
        } else {
            let scale = figures.scale
            BigDigits.draw(
                figure, on: &canvas, x: left - BigDigits.width(of: figure, scale: scale), y: area.y, style: style,
                scale: scale)
            BigDigits.draw(
                WallTile.target(reading), on: &canvas, x: left, y: area.y, style: Style(.muted), scale: scale)
        }
        let x = left + figures.targetWidth + 1
        let words = Rect(x: x, y: area.y, width: area.right - x - 1, height: area.height)
        let fraction = reading.rate.map { "   " + Figures.fraction($0.pooled) } ?? ""
        let goal =
            "/ " + reading.indicator.target.spelled(language) + " " + reading.indicator.unit(language) + fraction
            + "   " + look.glyph + " " + look.word
        let change = Progress(reading: reading, before: before, context: context).sinceLastWeek
        let label = reading.indicator.code + " " + reading.indicator.label(language)
        canvas.put(
            clipped(label, to: words.width, ellipsis: ellipsis), x: x, y: words.y, style: Style(.text, isBold: true))
        canvas.put(clipped(goal, to: words.width, ellipsis: ellipsis), x: x, y: words.y + 1, style: Style(look.role))
        if figures.scale > 1 {
            canvas.put(clipped(change, to: words.width, ellipsis: ellipsis), x: x, y: words.y + 2, style: Style(.muted))
        } else if cellWidth(goal) + cellWidth(change) + 3 <= words.width {
            canvas.put(change, x: x + cellWidth(goal) + 3, y: words.y + 1, style: Style(.muted))
        }
        // As thick as the figures are large, and on their ground.
        for row in 0..<figures.scale {
            GaugeRow.gauge(of: reading, on: .base).draw(
                on: &canvas, in: Rect(x: x, y: area.y + figures.scale + 1 + row, width: words.width, height: 1),
                glyphs: context.glyphs)
        }
    }
}
