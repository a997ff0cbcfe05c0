import BansoDomain
import TerminalUI

/// One indicator in large figures, with its label, gauge and status beside them.
struct WallTile {
    var reading: Reading
    var before: Reading?
    var figures: WallFigures
    var context: Context

    static func target(_ reading: Reading) -> String { "/" + Figures.grouped(reading.indicator.target.value) }

    var label: String { reading.indicator.code + " " + reading.indicator.label(context.language) }

    private var look: StatusLook { StatusLook(reading.pace.status, context) }

    /// What the figures count, and how that stands. A target in large digits is not said again, but that it is a band.
    var goal: String { goal(isShort: false) }

    /// - Parameter isShort: without the unit, which the label knows.
    private func goal(isShort: Bool) -> String {
        let language = context.language
        let indicator = reading.indicator
        let unit = isShort ? "" : indicator.unit(language)
        let whole = isShort ? Figures.target(of: indicator, language) : Figures.wholeTarget(of: indicator, language)
        let target = figures.targetWidth == 0 ? "/ " + whole : indicator.target.band == nil ? unit : whole
        let fraction = reading.rate.map { Figures.fraction($0.pooled) }
        return [target, fraction, look.glyph + " " + look.word].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: "  ")
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let scale = figures.scale
        let figure = Figures.actual(reading)
        let left = area.x + figures.figureWidth
        BigDigits.draw(
            figure, on: &canvas, x: left - BigDigits.width(of: figure, scale: scale), y: area.y,
            style: Style(look.role, isBold: true), scale: scale, glyphs: context.glyphs)
        if figures.targetWidth > 0 {
            BigDigits.draw(
                WallTile.target(reading), on: &canvas, x: left, y: area.y, style: Style(.muted), scale: scale,
                glyphs: context.glyphs)
        }
        let words = Rect(
            x: left + figures.targetWidth + 1, y: area.y, width: figures.words(in: area.width), height: area.height)
        let progress = Progress(reading: reading, before: before, context: context)
        let change = progress.sinceLastWeek
        canvas.put(label, x: words.x, y: words.y, limit: words.width, style: Style(.text, isBold: true))
        // How it has moved matters more than what it counts, which the label says too.
        func hasRoom(_ goal: String) -> Bool { scale > 1 || cellWidth(goal) + 2 + cellWidth(change) <= words.width }
        let short = goal(isShort: true)
        let used = canvas.put(
            hasRoom(goal) || !hasRoom(short) ? goal : short, x: words.x, y: words.y + 1, limit: words.width,
            style: Style(look.role))
        if scale > 1 {
            let told = [change, progress.forecast].filter { !$0.isEmpty }.joined(separator: " · ")
            canvas.put(
                cellWidth(told) <= words.width ? told : change, x: words.x, y: words.y + 2, limit: words.width,
                style: Style(.muted))
        } else if used + cellWidth(change) + 2 <= words.width {
            canvas.put(change, x: words.x + used + 2, y: words.y + 1, style: Style(.muted))
        }
        // As thick as the figures are large, and on their ground.
        for row in 0..<scale {
            GaugeRow.gauge(of: reading, on: .base).draw(
                on: &canvas, in: Rect(x: words.x, y: area.y + scale + 1 + row, width: words.width, height: 1),
                glyphs: context.glyphs)
        }
    }
}
