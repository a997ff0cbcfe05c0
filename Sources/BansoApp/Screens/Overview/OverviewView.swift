import BansoDomain
import TerminalUI

extension Overview {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let parts = OverviewParts(readings, in: area, context)
        if let note = parts.note { EndedNote.draw(on: &canvas, in: note, context) }
        if let detail = parts.detail, let current {
            OverviewDetail(progress: Progress(reading: current, before: before[current.indicator.id], context: context))
                .draw(on: &canvas, in: detail)
        }
        return OverviewBody(readings: readings, selected: selected).draw(on: &canvas, in: parts.gauges, context)
    }
}

/// The gauges in columns.
struct OverviewBody {
    var readings: [Reading]
    var selected: Int

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let layout = OverviewLayout(readings: readings, in: area, context)
        var cursor = Point(x: area.x, y: area.y)
        let rects = area.columns(max(1, layout.columns.count), gap: 2)
        let nameWidth = GaugeRow.nameWidth(of: readings, in: rects.map(\.width).min() ?? 0, context)
        for (rows, rect) in zip(layout.columns, rects) {
            let top = layout.scroll(column: rows, selected: selected)
            for place in layout.visible(rows, selected: selected) {
                let line = Rect(x: rect.x, y: rect.y + place - top, width: rect.width, height: 1)
                switch rows[place] {
                case .gap: break
                case .heading(let programme):
                    ProgrammeHeading(
                        programme: programme, readings: readings.filter { $0.indicator.programme == programme },
                        context: context
                    ).draw(on: &canvas, in: line)
                case .name(let index, let text, let isFirst):
                    canvas.touch(line, down: index - selected)
                    if index == selected { canvas.fill(line, style: Style(.text, on: .selection)) }
                    GaugeRow(reading: readings[index], nameWidth: nameWidth, context: context)
                        .drawName(text, hasCode: isFirst, on: &canvas, in: line, isSelected: index == selected)
                case .gauge(let index):
                    canvas.touch(line, down: index - selected)
                    if index == selected {
                        canvas.fill(line, style: Style(.text, on: .selection))
                        cursor = Point(x: line.x, y: line.y)
                    }
                    let isAlone = !rows.contains { if case .name(index, _, _) = $0 { true } else { false } }
                    GaugeRow(reading: readings[index], nameWidth: nameWidth, context: context)
                        .drawFigures(on: &canvas, in: line, hasName: isAlone, isSelected: index == selected)
                }
            }
        }
        return cursor
    }
}

/// The programme is over: said once, calmly, above everything else.
enum EndedNote {
    static func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let end = context.catalogue.period.upperBound.spelled(context.language)
        canvas.put(
            clipped(
                context.language(
                    "事業期間は \(end) で終了しました。最終の達成状況です。", "The programme ended on \(end). These are the final figures."),
                to: area.width - 2, ellipsis: context.glyphs.ellipsis),
            x: area.x + 1, y: area.y, style: Style(.warning))
    }
}
