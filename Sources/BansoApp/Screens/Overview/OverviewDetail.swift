import BansoDomain
import TerminalUI

/// The selected indicator in full: its whole name and target, how it moved since last week, and month by month.
struct OverviewDetail {
    var progress: Progress

    func draw(on canvas: inout Canvas, in area: Rect) {
        let context = progress.context
        let language = context.language
        canvas.put(
            String(repeating: context.glyphs.horizontal, count: max(0, area.width - 2)), x: area.x + 1, y: area.y,
            style: Style(.border))
        let indicator = progress.reading.indicator
        let y = area.y + 1
        var x = area.x + 1
        let name = indicator.code + " " + indicator.label(language)
        x += canvas.put(
            clipped(name, to: area.width - 2, ellipsis: context.glyphs.ellipsis), x: x, y: y,
            style: Style(.text, isBold: true))
        for (text, role) in parts(hasColumns: area.height > 2) where x + 3 + cellWidth(text) < area.right {
            x += 3 + canvas.put(text, x: x + 3, y: y, style: Style(role))
        }
        if area.height > 2 {
            drawMonths(on: &canvas, in: Rect(x: area.x + 1, y: y + 2, width: area.width - 2, height: area.height - 3))
        }
    }

    /// Month by month as columns, and beside them what that comes to.
    private func drawMonths(on canvas: inout Canvas, in area: Rect) {
        let context = progress.context
        let columns = progress.columns
        let (left, right) = area.split(left: min(columns.count * 8, area.width * 2 / 3))
        ColumnChart(columns: columns).draw(on: &canvas, in: left, glyphs: context.glyphs)
        let facts = PaceFacts(progress.reading, context).facts.map { ProsePanel.Line.fact(label: $0.label, $0.value) }
        ProsePanel(lines: facts, context: context)
            .draw(on: &canvas, in: columns.isEmpty ? right : right.inset(x: 2))
    }

    private func parts(hasColumns: Bool) -> [(String, Role)] {
        let context = progress.context
        let language = context.language
        let reading = progress.reading
        var parts: [(String, Role)] = [
            (progress.sinceLastWeek, .text),
            (language("目標 ", "target ") + Figures.wholeTarget(of: reading.indicator, language), .muted),
        ]
        // Beside columns the forecast stands among the facts.
        if !hasColumns { parts.append((progress.forecast, .muted)) }
        let line = progress.sparkline
        if line.count > 1, !hasColumns {
            let first = FiscalMonth(reading.indicator.window.lowerBound)
            let from = language("\(first.short(.ja))から ", "since \(first.short(.en)) ")
            parts.append((from + line, .muted))
        }
        if let rate = reading.rate { parts.append((Figures.fraction(rate.pooled), .muted)) }
        return parts.filter { !$0.0.isEmpty }
    }
}
