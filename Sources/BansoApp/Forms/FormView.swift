import BansoDomain
import TerminalUI

/// Draws a form: label, field, and under each field what was understood, a hint or the error. Where it doesn't fit,
/// notes get fewer rows; then only the focused field and what is wrong keep the line below, and the form scrolls.
struct FormView {
    let form: Form
    let context: Context
    /// Whether keys go to the form.
    let hasFocus: Bool
    /// The places of the fields that are shown.
    let shown: [Int]
    /// What each field that is shown is understood as: read once a frame.
    let understood: [Int: FormField.Understanding]

    /// A field is no wider.
    private static let widest = 64
    /// What stays empty at the right of the fields.
    static let margin = 2

    init(form: Form, context: Context, hasFocus: Bool = true) {
        (self.form, self.context, self.hasFocus) = (form, context, hasFocus)
        let shown = form.shown
        self.shown = shown
        understood = Dictionary(uniqueKeysWithValues: shown.map { ($0, form.fields[$0].understanding(context)) })
    }

    func isMisread(_ index: Int) -> Bool {
        if case .wrong? = understood[index] { true } else { false }
    }

    static func labelWidth(_ form: Form, in area: Rect, _ language: Language) -> Int {
        let widest = form.fields.map { cellWidth($0.field.label(language)) }.max() ?? 0
        return min(widest, max(8, area.width / 3)) + 3
    }

    static func fieldWidth(_ form: Form, in area: Rect, _ language: Language) -> Int {
        max(8, min(widest, area.width - labelWidth(form, in: area, language) - margin))
    }

    /// So many cells show labels and fields at their widest.
    static func width(_ form: Form, in area: Rect, _ language: Language) -> Int {
        labelWidth(form, in: area, language) + widest + margin
    }

    /// - Returns: where the cursor stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        let language = context.language
        let labelWidth = FormView.labelWidth(form, in: area, language)
        let fieldWidth = FormView.fieldWidth(form, in: area, language)
        let room = self.room(
            in: Size(width: fieldWidth, height: area.height), noteWidth: area.width - labelWidth)
        let heights = shown.map { height($0, room) }
        let top = scroll(shown, heights, room: area.height)
        var cursor = Point(x: area.x, y: area.y)
        var focusedBox: Rect?
        var y = area.y - top
        for (place, index) in shown.enumerated() {
            let field = form.fields[index]
            let rows = rows(of: index, room)
            if y >= area.y, y + rows <= area.bottom {
                let isFocused = hasFocus && index == form.focus
                let label = clipped(field.field.label(language), to: labelWidth - 3, ellipsis: context.glyphs.ellipsis)
                canvas.put(
                    padded(label, to: labelWidth - 3, isRightAligned: true), x: area.x, y: y,
                    style: isFocused
                        ? Style(.accent, isBold: true) : isWrong(index, isFocused) ? Style(.error) : Style(.muted))
                if field.isMissing {
                    canvas.put("*", x: area.x + labelWidth - 2, y: y, style: Style(.warning))
                }
                let box = Rect(x: area.x + labelWidth, y: y, width: fieldWidth, height: rows)
                let steps = place - (shown.firstIndex(of: form.focus) ?? place)
                let approach =
                    (hasFocus ? [] : [.tab]) + Array(repeating: steps > 0 ? Key.tab : .backTab, count: abs(steps))
                canvas.touch(Rect(x: area.x, y: y, width: labelWidth + fieldWidth, height: rows), .usual(approach))
                let isRuled = room.notes == .none
                let point = draw(
                    index, on: &canvas, in: box, isFocused: isFocused, isRuled: isRuled, behind: approach)
                if isFocused {
                    // What is wrong stays in sight above what completes the field.
                    let line = field.error == nil || y + rows + 1 >= area.bottom ? 0 : 1
                    (cursor, focusedBox) = (point, Rect(x: box.x, y: box.y, width: box.width, height: rows + line))
                }
                if heights[place] > rows, y + rows < area.bottom {
                    note(
                        for: index, isFocused: isFocused,
                        isLabelCut: cellWidth(field.field.label(language)) > labelWidth - 3,
                        help: isFocused ? room.help[index] : nil, on: &canvas,
                        in: Rect(
                            x: box.x, y: y + rows, width: area.right - box.x,
                            height: min(heights[place] - rows, area.bottom - y - rows)))
                }
            }
            y += heights[place]
        }
        drawMarks(above: top > 0, below: y > area.bottom, on: &canvas, beside: area)
        if let focusedBox { drawCompletion(on: &canvas, under: focusedBox, in: area) }
        return cursor
    }

    /// That there are fields above or below: beside the fields, where nothing else stands.
    private func drawMarks(
        above isMoreAbove: Bool, below isMoreBelow: Bool, on canvas: inout Canvas, beside area: Rect
    ) {
        let style = Style(.accent, isBold: true)
        if isMoreAbove { canvas.put(context.glyphs.moreAbove, x: area.right, y: area.y, style: style) }
        if isMoreBelow { canvas.put(context.glyphs.moreBelow, x: area.right, y: area.bottom - 1, style: style) }
    }

    /// - Parameter approach: the keys that lead to the field.
    private func draw(
        _ index: Int, on canvas: inout Canvas, in box: Rect, isFocused: Bool, isRuled: Bool, behind approach: [Key]
    ) -> Point {
        let field = form.fields[index]
        switch field.input {
        case .options(let choices), .several(let choices):
            return draw(choices, of: field, on: &canvas, in: box, isFocused: isFocused, behind: approach)
        default: break
        }
        let role: Role = isWrong(index, isFocused) ? .error : field.isReplaced ? .muted : .text
        guard !isFocused else {
            return field.editor.draw(on: &canvas, in: box, style: Style(role, on: .focus), glyphs: context.glyphs)
        }
        drawAtRest(field, role, on: &canvas, in: box, isRuled: isRuled)
        return Point(x: box.x, y: box.y)
    }

    /// A field from its beginning, and that it goes on where it does.
    /// - Parameter isRuled: fields touch each other: boxes would be one grey block, so each is a line, as on paper.
    private func drawAtRest(_ field: FormField, _ role: Role, on canvas: inout Canvas, in box: Rect, isRuled: Bool) {
        let surface: Surface = isRuled ? .base : .field
        if !isRuled { canvas.fill(box, style: Style(.text, on: surface)) }
        // No more of a long text is looked at than can be seen.
        let seen = field.editor.text.prefix((box.width + 1) * box.height)
        let rows = ProsePanel.rows(of: String(seen), in: box.width, most: box.height, context.glyphs)
        for (offset, row) in rows.enumerated() {
            canvas.put(row, x: box.x, y: box.y + offset, limit: box.width, style: Style(role, on: surface))
        }
        guard isRuled, rows.count < 2 else { return }
        let used = rows.first.map { cellWidth($0) + 1 } ?? 0
        canvas.put(
            String(repeating: context.glyphs.track, count: max(0, box.width - used)), x: box.x + used, y: box.y,
            style: Style(.track))
    }

    /// Known since saving, or since the field was left.
    private func isWrong(_ index: Int, _ isFocused: Bool) -> Bool {
        form.fields[index].error != nil || form.fields[index].isKeyRefused || !isFocused && isMisread(index)
    }
}
