import BansoDomain
import TerminalUI

/// A line of what an entry changed: a field's label on its first line, and what it said before and says now.
struct HistoryLine: Hashable {
    var label = ""
    var before = ""
    /// With an arrow where something stood there before.
    var after = ""

    /// How wide the labels are, in so many columns.
    static func labelWidth(_ width: Int) -> Int { width < 50 ? width / 4 : min(26, width * 2 / 5) }

    /// Nothing is cut: what does not fit beside each other stands below each other.
    static func all(
        of changes: [HistoryScreen.Change], _ titles: [RecordKey: String], width: Int, _ context: Context
    ) -> [HistoryLine] {
        let room = width - labelWidth(width)
        return changes.flatMap { change in
            var lines = lines(of: change, titles, room: room, context)
            lines[0].label = change.field.label(context.language)
            return lines
        }
    }

    private static func lines(
        of change: HistoryScreen.Change, _ titles: [RecordKey: String], room: Int, _ context: Context
    ) -> [HistoryLine] {
        func words(_ value: FieldValue) -> String {
            FieldWords.text(of: value, in: change.field, titles, context, record: change.record)
        }
        func folded(_ text: String, to room: Int) -> [String] {
            let lines = wrapped(text, to: room)
            return lines.isEmpty ? [""] : lines
        }
        guard let before = change.before.map(words), let after = change.after.map(words) else {
            let only = words(change.after ?? change.before ?? FieldValue.none)
            return folded(only, to: room).map { HistoryLine(after: $0) }
        }
        let isShort = cellWidth(before) + cellWidth(after) + 3 <= room
        if isShort, !before.contains("\n"), !after.contains("\n") {
            return [HistoryLine(before: before, after: "→ " + after)]
        }
        let now = folded(after, to: room - 2).enumerated()
        return folded(before, to: room).map { HistoryLine(before: $0) }
            + now.map { HistoryLine(after: ($0.offset == 0 ? "→ " : "  ") + $0.element) }
    }

    static func draw(_ lines: some Collection<HistoryLine>, on canvas: inout Canvas, in area: Rect, _ context: Context)
    {
        let labelWidth = labelWidth(area.width)
        for (row, line) in lines.prefix(area.height).enumerated() {
            let y = area.y + row
            canvas.put(
                clipped(line.label, to: labelWidth - 1, ellipsis: context.glyphs.ellipsis), x: area.x, y: y,
                style: Style(.muted))
            let x = area.x + labelWidth
            let used = canvas.put(line.before, x: x, y: y, limit: area.right - x, style: Style(.muted))
            let gap = used > 0 ? 1 : 0
            canvas.put(line.after, x: x + used + gap, y: y, limit: area.right - x - used - gap, style: .plain)
        }
    }
}
