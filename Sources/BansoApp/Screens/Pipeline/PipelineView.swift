import BansoDomain
import TerminalUI

extension PipelineScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let layout = PipelineLayout(screen: self, in: area)
        drawTitle(on: &canvas, in: layout.title, layout, context)
        let headline = PipelineLayout.headline(self).prefix(layout.gauges.height)
        for (row, reading) in headline.enumerated() {
            let line = Rect(x: layout.gauges.x, y: layout.gauges.y + row, width: layout.gauges.width, height: 1)
            GaugeRow(reading: reading, context: context).draw(on: &canvas, in: line, isSelected: false)
        }
        guard version != nil else { return Point(x: area.x, y: area.y) }
        guard total > 0 else { return drawEmpty(on: &canvas, in: layout.body, context) }
        return view == .board
            ? drawBoard(on: &canvas, layout, context)
            : CardTable(list: table, pipeline: pipeline, context: context).draw(on: &canvas, in: layout.body)
    }

    private func drawTitle(on canvas: inout Canvas, in area: Rect, _ layout: PipelineLayout, _ context: Context) {
        let language = context.language
        let unit = pipeline.subject == .institutions ? language("機関", "") : language("社", "")
        var right = Figures.grouped(total) + unit
        if view == .board, layout.visibleColumns.count < pipeline.stages.count {
            let shown = layout.visibleColumns
            right =
                language(
                    "段階 \(shown.lowerBound + 1)–\(shown.upperBound)/\(pipeline.stages.count) · ",
                    "stages \(shown.lowerBound + 1)–\(shown.upperBound) of \(pipeline.stages.count) · ")
                + right
        } else if view == .table, let place = table.current.map({ _ in table.position + 1 }) {
            right = Figures.grouped(place) + " / " + right
        }
        canvas.put(right, endingAt: area.right - 1, y: area.y, style: Style(.muted))
        let title = pipeline.id.text + " " + pipeline.label(language)
        canvas.put(
            clipped(title, to: area.width - cellWidth(right) - 4, ellipsis: context.glyphs.ellipsis), x: area.x + 1,
            y: area.y, style: Style(.heading, isBold: true))
    }

    private func drawBoard(on canvas: inout Canvas, _ layout: PipelineLayout, _ context: Context) -> Point {
        var cursor = Point(x: layout.body.x, y: layout.body.y)
        for (index, rect) in zip(layout.visibleColumns, layout.columnRects) {
            let stage = pipeline.stages[index]
            let isFocused = index == column
            let column = BoardColumn(
                stage: stage, list: columns[index], count: counts[stage.id] ?? 0, isFocused: isFocused,
                pipeline: pipeline, context: context)
            let place = column.draw(on: &canvas, in: rect)
            if isFocused { cursor = place }
        }
        return cursor
    }

    private func drawEmpty(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        EmptyNote(
            title: language("まだ登録がありません", "nobody is in this pipeline yet"),
            hint: language(
                "banso import companies FILE で企業を取り込み、/ で探して開き、n で登録します",
                "import with 'banso import companies FILE', find one with /, enter it here with n")
        ).draw(on: &canvas, in: area, context)
        return Point(x: area.x, y: area.y)
    }
}

/// What a screen says when there is nothing to show: what it is, and what to press first.
struct EmptyNote {
    var title: String
    var hint: String

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let lines = wrapped(hint, to: min(area.width - 4, 70))
        let y = area.y + max(0, (area.height - lines.count - 1) / 3)
        guard y < area.bottom else { return }
        let shown = clipped(title, to: area.width - 2, ellipsis: context.glyphs.ellipsis)
        canvas.put(shown, x: area.x + (area.width - cellWidth(shown)) / 2, y: y, style: Style(.heading, isBold: true))
        for (row, line) in lines.enumerated() where y + 1 + row < area.bottom {
            canvas.put(line, x: area.x + (area.width - cellWidth(line)) / 2, y: y + 1 + row, style: Style(.muted))
        }
    }
}
