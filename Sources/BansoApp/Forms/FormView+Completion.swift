import BansoDomain
import TerminalUI

/// What completes the focused field.
extension FormView {
    private static let mostOptions = 7

    /// What was found, over the fields below; above where there is no room.
    func drawCompletion(on canvas: inout Canvas, under box: Rect, in area: Rect) {
        let completion = form.completion
        guard completion.field == form.focus, !completion.options.isEmpty,
            completion.selected != nil || !completion.text.isEmpty
        else { return }
        let wanted = min(FormView.mostOptions, completion.options.count)
        let below = area.bottom - box.bottom
        let above = box.y - area.y
        let rows = min(wanted, max(below, above))
        guard rows > 0 else { return }
        let y = below >= min(wanted, rows) ? box.bottom : box.y - rows
        let list = Rect(x: box.x, y: y, width: min(area.right - box.x, max(box.width, 40)), height: rows)
        let top = max(0, (completion.selected ?? 0) - rows + 1)
        for (row, option) in completion.options.dropFirst(top).prefix(rows).enumerated() {
            let isSelected = completion.selected == top + row
            let line = Rect(x: list.x, y: list.y + row, width: list.width, height: 1)
            let surface: Surface = isSelected ? .selection : .popup
            canvas.fill(line, style: Style(.text, on: surface))
            canvas.touch(line, down: top + row - (completion.selected ?? -1))
            let (title, detail) = words(option, isSelected: isSelected)
            let share = RowShare(
                of: line.width - 2, name: title, detail: detail, mostDetail: line.width / 2, context.glyphs)
            canvas.put(
                clipped(title, to: share.name, ellipsis: context.glyphs.ellipsis), x: line.x + 1, y: line.y,
                style: Style(.text, on: surface, isBold: isSelected))
            canvas.put(share.detail, endingAt: line.right - 1, y: line.y, style: Style(.muted, on: surface))
        }
    }

    private func words(_ option: Form.Option, isSelected: Bool) -> (String, String) {
        switch option {
        case .choice(let choice): (choice.label(context.language), "")
        case .found(let hit): (hit.name, HitWords.detail(hit, context))
        case .new(let kind, let name):
            (
                context.language("＋ 新しい\(kind.label.ja)「\(name)」", "+ new \(kind.label.en) '\(name)'"),
                isSelected ? "Enter" : "↓ Enter"
            )
        }
    }
}
