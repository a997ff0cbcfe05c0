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

/// The gauges in columns: on the overview and on the wallboard.
struct OverviewBody {
    var readings: [Reading]
    /// Nil on the wallboard, where nothing is selected.
    var selected: Int?

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let layout = OverviewLayout(readings: readings, in: area)
        var cursor = Point(x: area.x, y: area.y)
        let rects = area.columns(max(1, layout.columns.count), gap: 2)
        let nameWidth = GaugeRow.nameWidth(of: readings, in: rects.first?.width ?? 0, context)
        for (rows, rect) in zip(layout.columns, rects) {
            let top = selected.map { layout.scroll(column: rows, selected: $0) } ?? 0
            for (offset, row) in rows.dropFirst(top).prefix(rect.height).enumerated() {
                let line = Rect(x: rect.x, y: rect.y + offset, width: rect.width, height: 1)
                switch row {
                case .gap: break
                case .heading(let programme): heading(of: programme, on: &canvas, in: line, context)
                case .gauge(let index):
                    GaugeRow(reading: readings[index], nameWidth: nameWidth, context: context)
                        .draw(on: &canvas, in: line, isSelected: index == selected)
                    if let selected { canvas.touch(line, down: index - selected) }
                    if index == selected { cursor = Point(x: line.x, y: line.y) }
                }
            }
        }
        return cursor
    }

    private func heading(of id: ProgrammeID?, on canvas: inout Canvas, in line: Rect, _ context: Context) {
        let language = context.language
        let own = readings.filter { $0.indicator.programme == id }
        let met = own.filter(\.isMet).count
        let behind = own.filter { [.behind, .endedShort].contains($0.pace.status) }.count
        let isOver = context.today > context.catalogue.period.upperBound
        let title =
            context.catalogue.programmes.first { $0.id == id }.map { $0.id.text + " " + $0.label(language) }
            ?? language("全体 KPI", "Overall KPIs")
        var summary = language("達成 \(met)/\(own.count)", "\(met)/\(own.count) met")
        if behind > 0 {
            summary +=
                isOver
                ? language(" · 未達 \(behind)", " · \(behind) short") : language(" · 遅れ \(behind)", " · \(behind) behind")
        }
        let room = line.width - cellWidth(summary) - 4
        let used = canvas.put(
            clipped(title, to: room, ellipsis: context.glyphs.ellipsis), x: line.x + 1, y: line.y,
            style: Style(.heading, isBold: true))
        canvas.put(
            String(repeating: context.glyphs.horizontal, count: max(0, room - used)), x: line.x + used + 2, y: line.y,
            style: Style(.border))
        canvas.put(summary, endingAt: line.right - 1, y: line.y, style: Style(behind > 0 ? .behind : .muted))
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
