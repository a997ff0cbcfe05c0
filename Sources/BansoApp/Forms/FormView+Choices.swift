import BansoDomain
import TerminalUI

/// Fields that are picked from: all choices beside each other.
extension FormView {
    func texts(_ choices: [Choice], of field: FormField) -> [String] {
        choices.map { choice in
            let mark = field.picked.contains(choice.token) ? context.glyphs.done : context.glyphs.open
            return " \(mark) \(choice.label(context.language)) "
        }
    }

    /// Choices side by side, over several lines where that takes them; in fewer lines those around the one with the cursor,
    /// and that there are more.
    func draw(
        _ choices: [Choice], of field: FormField, on canvas: inout Canvas, in box: Rect, isFocused: Bool,
        behind approach: [Key]
    ) -> Point {
        let texts = texts(choices, of: field)
        let widths = texts.map { cellWidth($0) }
        var lines = ChoiceLines(widths, in: box.width)
        if lines.count > box.height {
            guard isFocused else { return drawPicked(choices, of: field, on: &canvas, in: box) }
            lines = ChoiceLines(widths, in: box.width, around: field.place)
        }
        var cursor = Point(x: box.x, y: box.y)
        let hasMore = lines.shown.upperBound < choices.count
        for (index, place) in zip(lines.shown, lines.places) {
            let isPicked = field.picked.contains(choices[index].token)
            let isHere = isFocused && index == field.place
            let (x, y) = (box.x + place.x, box.y + place.y)
            if index == field.place { cursor = Point(x: x, y: y) }
            let style =
                isHere
                ? Style(.text, on: .focus, isBold: isPicked)
                : isPicked ? Style(.text, on: .field, isBold: true) : Style(.muted)
            // One that fits has an empty cell at its end, for the mark.
            let room = box.right - x - (hasMore && place.x == 0 && cellWidth(texts[index]) > box.width ? 1 : 0)
            let text = clipped(texts[index], to: room, ellipsis: context.glyphs.ellipsis)
            canvas.put(text, x: x, y: y, limit: room, style: style)
            guard index < 9 else { continue }
            canvas.touch(
                Rect(x: x, y: y, width: min(widths[index], room), height: 1),
                .usual(approach + [.character(Character(String(index + 1)))]))
        }
        if lines.shown.lowerBound > 0 { canvas.put(context.glyphs.fewer, x: box.x, y: box.y, style: Style(.accent)) }
        if hasMore {
            canvas.put(context.glyphs.more, x: box.right - 1, y: box.y, style: Style(.accent))
        }
        return cursor
    }

    /// Where all choices don't fit, what is picked stands alone until the field has the focus, with the mark that there are more.
    private func drawPicked(
        _ choices: [Choice], of field: FormField, on canvas: inout Canvas, in box: Rect
    ) -> Point {
        let picked = choices.filter { field.picked.contains($0.token) }.map { $0.label(context.language) }
        let text =
            picked.isEmpty
            ? context.glyphs.open + " " + context.language("未選択", "none picked")
            : context.glyphs.done + " " + picked.joined(separator: context.language("・", ", "))
        let room = max(0, box.width - 3)
        canvas.put(
            clipped(text, to: room, ellipsis: context.glyphs.ellipsis), x: box.x + 1, y: box.y, limit: room,
            style: picked.isEmpty ? Style(.muted) : Style(.text, on: .field, isBold: true))
        canvas.put(context.glyphs.more, x: box.right - 1, y: box.y, style: Style(.accent))
        return Point(x: box.x, y: box.y)
    }
}
