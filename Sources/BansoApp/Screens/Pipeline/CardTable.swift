import BansoDomain
import TerminalUI

/// A pipeline as rows below the headings of their columns, in groups where that is asked for.
struct CardTable {
    var list: CardList
    var layout: TableLayout
    /// The column that the keys for columns are about.
    var focus: CardColumn
    /// How many cards each group has.
    var groupCounts: [FieldValue: Int]
    var selection: CardSelection
    var pipeline: Pipeline
    var context: Context

    /// - Returns: where the selected row stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        let focused = layout.focus(focus).column
        place(
            layout.columns.map { column in
                let isFocused = column.column == focused
                return (heading(column.column), Style(isFocused ? .accent : .muted, isBold: isFocused))
            }, on: &canvas, in: area, y: area.y)
        var cursor = Point(x: area.x, y: area.y)
        for (offset, line) in list.lines(in: area.height - 1).enumerated() {
            let y = area.y + 1 + offset
            switch line {
            case .group(let card): drawGroup(of: card, on: &canvas, in: area, y: y)
            case .card(let index):
                let isSelected = index == list.selected
                if isSelected { cursor = Point(x: area.x, y: y) }
                canvas.touch(Rect(x: area.x, y: y, width: area.width, height: 1), down: index - list.selected)
                draw(list.rows[index], on: &canvas, in: area, y: y, isSelected: isSelected)
            }
        }
        return cursor
    }

    private func heading(_ column: CardColumn) -> String {
        let text = column.heading(pipeline, context.language)
        guard column == list.order.column else { return text }
        return text + (list.order.isDescending ? context.glyphs.descending : context.glyphs.ascending)
    }

    private func drawGroup(of card: Card, on canvas: inout Canvas, in area: Rect, y: Int) {
        guard let column = list.order.group else { return }
        let name = CardText(card, pipeline, context).group(column)
        let count = groupCounts[card.value(grouping: column)].map(Figures.grouped) ?? ""
        var x = area.x + 1
        let end = min(x + layout.width, area.right - 1)
        let label = clipped(name, to: end - x - cellWidth(count) - 2, ellipsis: context.glyphs.ellipsis)
        x += canvas.put(label, x: x, y: y, style: Style(.heading, isBold: true)) + 2
        x += canvas.put(count, x: x, y: y, style: Style(.muted)) + 2
        canvas.put(
            String(repeating: context.glyphs.horizontal, count: max(0, end - x)), x: x, y: y, style: Style(.border))
    }

    private func draw(_ card: Card, on canvas: inout Canvas, in area: Rect, y: Int, isSelected: Bool) {
        let surface: Surface = isSelected ? .selection : .base
        if isSelected {
            canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style: Style(.text, on: surface))
        }
        let text = CardText(card, pipeline, context)
        let mark = selection.contains(card.entry) ? context.glyphs.done + " " : ""
        place(
            layout.columns.map { column in
                column.column == .name
                    ? (mark + card.name, Style(.text, on: surface, isBold: isSelected))
                    : (text.cell(column.column), Style(text.role(column.column), on: surface))
            }, on: &canvas, in: area, y: y)
    }

    private func place(_ cells: [(String, Style)], on canvas: inout Canvas, in area: Rect, y: Int) {
        var x = area.x + 1
        for (cell, column) in zip(cells, layout.columns) {
            let text = clipped(cell.0, to: column.width, ellipsis: context.glyphs.ellipsis)
            let indent = column.column.isRightAligned ? column.width - cellWidth(text) : 0
            canvas.put(text, x: x + indent, y: y, limit: area.right - x - indent, style: cell.1)
            x += column.width + TableLayout.gap
        }
    }
}
