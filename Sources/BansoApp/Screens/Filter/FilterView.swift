import BansoDomain
import TerminalUI

extension FilterLayer {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let layout = FilterLayout(layer: self, in: area)
        let title =
            language("\(pipeline.id.text) の絞り込み", "Filter \(pipeline.id.text)")
            + (isFromDraft ? language("（下書きの続き）", " (from your draft)") : "")
        canvas.dialog(layout.box, title: title, context.glyphs)
        var cursor = Point(x: layout.form.x, y: layout.form.y)
        if let form {
            cursor = FormView(form: form, context: context, hasFocus: picked == nil).draw(
                on: &canvas, in: layout.form)
        }
        let rows = layout.saved.height
        let top = max(0, min((picked ?? 0) - rows + 1, saved.count - rows))
        for (offset, stored) in saved.dropFirst(top).prefix(rows).enumerated() {
            let index = top + offset
            let line = Rect(x: layout.saved.x, y: layout.saved.y + offset, width: layout.saved.width, height: 1)
            let surface: Surface = index == picked ? .selection : .base
            canvas.fill(line, style: Style(.text, on: surface))
            canvas.touch(line, approach(to: index))
            if index == picked { cursor = Point(x: line.x, y: line.y) }
            let key = index < 9 ? String(index + 1) : " "
            canvas.put(key, x: line.x, y: line.y, style: Style(.key, on: surface, isBold: true))
            let name = stored.record["name"].text ?? ""
            let used = canvas.put(
                clipped(name, to: line.width - 2, ellipsis: context.glyphs.ellipsis), x: line.x + 2, y: line.y,
                style: Style(.text, on: surface, isBold: index == picked))
            let words = Narrowing(stored.record, today: context.today)?.words(language) ?? ""
            canvas.put(
                clipped(words, to: line.width - used - 5, ellipsis: context.glyphs.ellipsis), x: line.x + used + 4,
                y: line.y, style: Style(.muted, on: surface))
        }
        return cursor
    }

    /// From the form the list is behind its first field, beginning at its end.
    private func approach(to index: Int) -> Touch {
        if let picked { return .move(right: 0, down: index - picked) }
        let above = form.flatMap { $0.shown.firstIndex(of: $0.focus) } ?? 0
        return .usual(
            Array(repeating: .backTab, count: above + 1) + Array(repeating: .up, count: saved.count - 1 - index))
    }
}
