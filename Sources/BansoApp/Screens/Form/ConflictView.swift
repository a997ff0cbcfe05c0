import BansoDomain
import TerminalUI

/// Mine, theirs and what both began with, field by field.
struct ConflictView {
    var conflict: Conflict
    var context: Context

    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        let language = context.language
        let ellipsis = context.glyphs.ellipsis
        let who = conflict.by.isEmpty ? language("他の人", "somebody else") : conflict.by
        let isNarrow = ConflictView.isNarrow(area)
        let title =
            isNarrow
            ? language("\(who)が先に保存：残す値を選びます", "\(who) saved first: choose")
            : language(
                "\(who)がこの記録を先に保存しました。項目ごとに残す値を選び、Ctrl-S で保存します",
                "\(who) saved this record first: choose what to keep for each field, then Ctrl-S")
        var y = area.y
        for line in wrapped(context.glyphs.warning + " " + title, to: area.width) where y < area.bottom - 3 {
            canvas.put(line, x: area.x, y: y, style: Style(.warning, isBold: true))
            y += 1
        }
        let (detail, list) = parts(of: Rect(x: area.x, y: y, width: area.width, height: area.bottom - y))
        let widest = conflict.rows.map { cellWidth(label(of: $0)) }.max() ?? 0
        let labelWidth = min(20, max(area.width / 5, min(area.width / 4, widest + 1)))
        let column = (area.width - labelWidth) / 3
        let heads = [language("元の値", "before"), language("自分", "mine"), who]
        for (index, head) in heads.enumerated() where !isNarrow {
            canvas.put(
                clipped(head, to: column - 1, ellipsis: ellipsis), x: area.x + labelWidth + index * column,
                y: list.y,
                style: Style(.heading, isBold: true))
        }
        let first = list.y + (isNarrow ? 0 : 1)
        var cursor = Point(x: area.x, y: first)
        let rows = max(1, list.bottom - first)
        let top = max(0, conflict.selected - rows + 1)
        for (offset, row) in conflict.rows.dropFirst(top).prefix(rows).enumerated() {
            let y = first + offset
            let isHere = top + offset == conflict.selected
            let surface: Surface = isHere ? .selection : .base
            canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style: Style(.text, on: surface))
            if isHere { cursor = Point(x: area.x, y: y) }
            guard !isNarrow else {
                draw(row, heads, on: &canvas, in: Rect(x: area.x, y: y, width: area.width, height: 1), surface: surface)
                continue
            }
            let field = conflict.base.kind.fields[row.field]
            canvas.put(
                clipped(label(of: row), to: labelWidth - 1, ellipsis: ellipsis), x: area.x, y: y,
                style: Style(row.side == nil ? .warning : .muted, on: surface))
            let values = [conflict.base, conflict.mine, conflict.theirs.record].map { $0.values[row.field] }
            for (index, value) in values.enumerated() {
                let isChosen = (index == 1 && row.side == .mine) || (index == 2 && row.side == .theirs)
                let mark = index == 0 ? "" : (isChosen ? context.glyphs.done : context.glyphs.open) + " "
                let text = FieldWords.text(of: value, in: field, conflict.titles, context).replacing("\n", with: " ")
                canvas.put(
                    clipped(mark + text, to: column - 1, ellipsis: ellipsis),
                    x: area.x + labelWidth + index * column, y: y,
                    style: Style(isChosen ? .accent : index == 0 ? .muted : .text, on: surface, isBold: isChosen))
            }
        }
        drawWhole(on: &canvas, in: detail, heads, isLabelCut: !isNarrow && widest >= labelWidth)
        return cursor
    }

    /// Where three values have no room beside each other: rows say whose value is kept, the chosen one's are below in full.
    private static func isNarrow(_ area: Rect) -> Bool { area.width < 60 }

    private func draw(
        _ row: Conflict.Row, _ heads: [String], on canvas: inout Canvas, in line: Rect, surface: Surface
    ) {
        let ellipsis = context.glyphs.ellipsis
        let kept = row.side.map { context.glyphs.done + " " + ($0 == .mine ? heads[1] : heads[2]) }
        let text = clipped(
            kept ?? context.glyphs.open + " " + context.language("未選択", "undecided"), to: line.width / 2,
            ellipsis: ellipsis)
        canvas.put(
            clipped(label(of: row), to: line.width - cellWidth(text) - 2, ellipsis: ellipsis), x: line.x, y: line.y,
            style: Style(kept == nil ? .warning : .text, on: surface))
        canvas.put(
            text, endingAt: line.right - 1, y: line.y,
            style: Style(kept == nil ? .warning : .accent, on: surface, isBold: kept != nil))
    }

    private func label(of row: Conflict.Row) -> String {
        conflict.base.kind.fields[row.field].label(context.language)
    }

    /// Below the list, where there is room, the chosen field's values in full.
    private func parts(of area: Rect) -> (detail: Rect, list: Rect) {
        if ConflictView.isNarrow(area) {
            let (list, detail) = area.split(top: min(conflict.rows.count, max(1, area.height - 4)))
            return (detail, list)
        }
        let (_, rest) = area.split(top: area.height >= 8 ? 1 : 0)
        let (list, detail) = rest.split(top: min(conflict.rows.count + 1, max(2, rest.height / 2)))
        return (detail, list)
    }

    /// - Parameter isLabelCut: there was no room for whole labels in the list; the field has its own here.
    private func drawWhole(on canvas: inout Canvas, in detail: Rect, _ heads: [String], isLabelCut: Bool) {
        guard conflict.rows.indices.contains(conflict.selected) else { return }
        let (line, area) = detail.split(top: 1)
        if isLabelCut {
            canvas.put(
                label(of: conflict.rows[conflict.selected]), x: line.x, y: line.y, limit: line.width,
                style: Style(.heading))
        }
        let index = conflict.rows[conflict.selected].field
        let field = conflict.base.kind.fields[index]
        let values = [conflict.base, conflict.mine, conflict.theirs.record].map { $0.values[index] }
        var y = area.y
        for (head, value) in zip(heads, values) {
            let text = FieldWords.text(of: value, in: field, conflict.titles, context)
            let label = clipped(head, to: 10, ellipsis: context.glyphs.ellipsis)
            for (row, line) in wrapped(text, to: area.width - 12).enumerated() where y < area.bottom {
                if row == 0 { canvas.put(label, x: area.x, y: y, style: Style(.muted)) }
                canvas.put(line, x: area.x + 12, y: y, style: .plain)
                y += 1
            }
        }
    }
}
