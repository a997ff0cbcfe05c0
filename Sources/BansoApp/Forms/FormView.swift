import BansoDomain
import TerminalUI

/// Draws a form: label, field, and under each field what was understood, a hint or the error. Where it doesn't fit,
/// notes get fewer rows; then only the focused field keeps the line below it, and the form scrolls.
struct FormView {
    private struct Room {
        var notesRows: Int
        var hasNotes: Bool
    }

    var form: Form
    var context: Context

    static func labelWidth(_ form: Form, _ language: Language) -> Int {
        (form.fields.map { cellWidth($0.label(language)) }.max() ?? 0) + 2
    }

    static func fieldWidth(_ form: Form, in area: Rect, _ language: Language) -> Int {
        max(8, min(64, area.width - labelWidth(form, language) - 2))
    }

    /// - Returns: where the cursor stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        let language = context.language
        let labelWidth = FormView.labelWidth(form, language)
        let fieldWidth = FormView.fieldWidth(form, in: area, language)
        let room = self.room(in: area.height)
        let heights = form.fields.indices.map { height($0, room) }
        let top = scroll(heights, room: area.height)
        var cursor = Point(x: area.x, y: area.y)
        var y = area.y - top
        for (index, field) in form.fields.enumerated() {
            let rows = rows(of: field, room)
            if y >= area.y, y + rows <= area.bottom {
                let isFocused = index == form.focus
                canvas.put(
                    padded(field.label(language), to: labelWidth - 2, isRightAligned: true), x: area.x, y: y,
                    style: isFocused ? Style(.accent, isBold: true) : Style(.muted))
                let box = Rect(x: area.x + labelWidth, y: y, width: fieldWidth, height: rows)
                let place = draw(field, on: &canvas, in: box, isFocused: isFocused)
                if isFocused { cursor = place }
                if heights[index] > rows, y + rows < area.bottom {
                    note(
                        for: field, isFocused: isFocused, on: &canvas,
                        in: Rect(x: box.x, y: y + rows, width: area.right - box.x, height: 1))
                }
            }
            y += heights[index]
        }
        return cursor
    }

    private func draw(_ field: FormField, on canvas: inout Canvas, in box: Rect, isFocused: Bool) -> Point {
        let style = Style(.text, on: isFocused ? .focus : .field)
        guard case .choice(let options) = field.kind else {
            let cursor = field.editor.draw(on: &canvas, in: box, style: style)
            if isFocused, let ghost = field.suggestions.first, field.editor.text.isEmpty {
                canvas.put(
                    clipped(ghost, to: box.width - 1, ellipsis: context.glyphs.ellipsis), x: box.x, y: box.y,
                    style: Style(.muted, on: .focus))
            }
            return cursor
        }
        var x = box.x
        var cursor = Point(x: x, y: box.y)
        for (index, option) in options.enumerated() {
            let isChosen = index == field.choice
            if isChosen { cursor = Point(x: x, y: box.y) }
            let mark = isChosen ? context.glyphs.done : context.glyphs.open
            let look =
                isChosen ? Style(.text, on: isFocused ? .focus : .field, isBold: true) : Style(.muted)
            x +=
                canvas.put(" \(mark) \(option(context.language)) ", x: x, y: box.y, limit: box.right - x, style: look)
                + 1
        }
        return cursor
    }

    private func note(for field: FormField, isFocused: Bool, on canvas: inout Canvas, in line: Rect) {
        let language = context.language
        var text = isFocused ? field.hint(language) : ""
        var style = Style(.muted)
        let understanding = field.kind.understand(field.editor.text, today: context.today, language: language)
        switch (field.error, understanding) {
        case (let error?, _):
            text = context.glyphs.warning + " " + error(language)
            style = Style(.error)
        case (nil, .fine(let understood, let isUnusual)) where !understood.isEmpty:
            text = understood
            style = Style(isUnusual ? .warning : .good)
        case (nil, .wrong(let reason)) where !isFocused && !field.text.isEmpty:
            text = context.glyphs.warning + " " + reason(language)
            style = Style(.warning)
        default: break
        }
        canvas.put(
            clipped(text, to: line.width, ellipsis: context.glyphs.ellipsis), x: line.x, y: line.y, style: style)
    }

    private func room(in rows: Int) -> Room {
        let ways = [Room(notesRows: 4, hasNotes: true), Room(notesRows: 2, hasNotes: true)]
        let fitting = ways.first { way in form.fields.indices.reduce(0) { $0 + height($1, way) } <= rows }
        return fitting ?? Room(notesRows: 2, hasNotes: false)
    }

    private func rows(of field: FormField, _ room: Room) -> Int { field.isMultiline ? room.notesRows : 1 }

    private func height(_ index: Int, _ room: Room) -> Int {
        let field = form.fields[index]
        let hasNote = room.hasNotes || index == form.focus || field.error != nil
        return rows(of: field, room) + (hasNote ? 1 : 0)
    }

    private func scroll(_ heights: [Int], room: Int) -> Int {
        let bottom = heights[...form.focus].reduce(0, +)
        return max(0, min(bottom - room, heights.reduce(0, +) - room))
    }
}
