import BansoDomain
import TerminalUI

/// What happened, newest first.
struct TimelinePanel {
    var title: String
    var items: [TimelineItem]
    /// Nil while the focus is elsewhere.
    var selected: Int?
    /// The item that stays in sight; nil where none can be chosen.
    var place: Int?
    var context: Context

    private static let dateWidth = 7

    /// - Returns: where the selected item stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        guard area.height >= 2 else { return Point(x: area.x, y: area.y) }
        let language = context.language
        SectionHeading.draw(title, on: &canvas, x: area.x, y: area.y, width: area.width, context)
        if items.isEmpty {
            canvas.put(language("まだありません", "nothing yet"), x: area.x, y: area.y + 1, style: Style(.muted))
        }
        let rows = area.height - 1
        let top = max(0, min((place ?? 0) - rows + 1, items.count - rows))
        var cursor = Point(x: area.x, y: area.y)
        for (row, item) in items.dropFirst(top).prefix(rows).enumerated() {
            let line = Rect(x: area.x, y: area.y + 1 + row, width: area.width, height: 1)
            let isSelected = selected == top + row
            if let place { canvas.touch(line, right: selected == nil ? 1 : 0, down: top + row - place) }
            if isSelected { cursor = Point(x: line.x, y: line.y) }
            draw(item, on: &canvas, in: line, surface: isSelected ? .selection : .base)
        }
        return cursor
    }

    private func draw(_ item: TimelineItem, on canvas: inout Canvas, in line: Rect, surface: Surface) {
        if surface == .selection { canvas.fill(line, style: Style(.text, on: surface)) }
        canvas.put(
            item.date.short(context.language), endingAt: line.x + TimelinePanel.dateWidth - 1, y: line.y,
            style: Style(.muted, on: surface))
        let (glyph, role, text) = TimelinePanel.describe(item, context)
        let x = line.x + TimelinePanel.dateWidth
        canvas.put(glyph, x: x, y: line.y, style: Style(role, on: surface))
        let by = item.by.isEmpty || line.width < 50 ? "" : item.by
        let room = line.right - x - 2 - (by.isEmpty ? 0 : cellWidth(by) + 2)
        canvas.put(
            clipped(text, to: room, ellipsis: context.glyphs.ellipsis), x: x + 2, y: line.y,
            style: Style(.text, on: surface))
        if !by.isEmpty { canvas.put(by, endingAt: line.right, y: line.y, style: Style(.muted, on: surface)) }
    }

    /// A sign, how bad it is, and what happened in words.
    static func describe(_ item: TimelineItem, _ context: Context) -> (String, Role, String) {
        let language = context.language
        switch item.what {
        case .consultation(let ordinal, let minutes, let mode, let topics):
            let head = language(
                "相談 \(ordinal.value)回目 \(minutes)分 \(mode.label.ja)",
                "consultation \(ordinal.value), \(minutes) min \(mode.label.en)")
            return (context.glyphs.done, .accent, topics.isEmpty ? head : head + "  " + topics)
        case .stage(let pipeline, let from, let to):
            let stages = context.catalogue.pipeline(pipeline)?.stages ?? []
            func label(_ id: StageID) -> String { stages.first { $0.id == id }?.label(language) ?? id.text }
            let move =
                from.map { label($0) + " → " + label(to) } ?? language("\(label(to))に登録", "entered at \(label(to))")
            return (context.glyphs.pointer, .muted, pipeline.text + " " + move)
        case .record(let title, let presence):
            // Somebody who came is the rule; who didn't is said.
            let kind = presence.flatMap { $0 == .attended ? nil : $0.label(language) } ?? item.key.kind.label(language)
            let glyph = presence == .noShow ? context.glyphs.short : context.glyphs.done
            return (glyph, presence == .noShow ? .warning : .muted, title.isEmpty ? kind : kind + "  " + title)
        }
    }
}
