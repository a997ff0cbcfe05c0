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
    /// What was said at a consultation, with its topics: it stands below it.
    var notes: [RecordKey: String] = [:]
    var context: Context

    private static let dateWidth = 7
    private static let indent = dateWidth + 2
    private static let mostNoteRows = 4

    /// So many rows show all of it.
    func height(in width: Int) -> Int { 1 + max(1, items.reduce(0) { $0 + 1 + noteRows(of: $1, in: width).count }) }

    /// Whether an item is seen without scrolling, with all that stands below it.
    func isInSight(_ index: Int, in area: Rect) -> Bool {
        1 + items.prefix(index + 1).reduce(0) { $0 + 1 + noteRows(of: $1, in: area.width).count } <= area.height
    }

    private func noteRows(of item: TimelineItem, in width: Int) -> [String] {
        guard !notes.isEmpty, case .consultation = item.what, let note = notes[item.key] else { return [] }
        return ProsePanel.rows(
            of: note, in: width - TimelinePanel.indent, most: TimelinePanel.mostNoteRows, context.glyphs)
    }

    /// - Returns: where the selected item stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        guard area.height >= 2 else { return Point(x: area.x, y: area.y) }
        let language = context.language
        SectionHeading.draw(title, on: &canvas, x: area.x, y: area.y, width: area.width, context)
        if items.isEmpty {
            canvas.put(language("まだありません", "nothing yet"), x: area.x, y: area.y + 1, style: Style(.muted))
        }
        let blocks = items.map { noteRows(of: $0, in: area.width) }
        let starts = blocks.reduce(into: [0]) { $0.append($0[$0.count - 1] + 1 + $1.count) }
        let list = area.split(top: 1).1
        let top = scroll(starts, room: list.height)
        var cursor = Point(x: area.x, y: area.y)
        for (index, item) in items.enumerated() where starts[index] < top + list.height && starts[index + 1] > top {
            let isSelected = selected == index
            let surface: Surface = isSelected ? .selection : .base
            let block = Rect(
                x: area.x, y: list.y + starts[index] - top, width: area.width, height: 1 + blocks[index].count
            ).intersection(list)
            if let place { canvas.touch(block, right: selected == nil ? 1 : 0, down: index - place) }
            if isSelected {
                cursor = Point(x: block.x, y: block.y)
                canvas.fill(block, style: Style(.text, on: surface))
            }
            if starts[index] >= top { draw(item, on: &canvas, in: block.split(top: 1).0, surface: surface) }
            for (offset, row) in blocks[index].enumerated() {
                let y = list.y + starts[index] + 1 + offset - top
                guard y >= list.y, y < list.bottom else { continue }
                canvas.put(row, x: area.x + TimelinePanel.indent, y: y, style: Style(.muted, on: surface))
            }
        }
        return cursor
    }

    /// The first row in sight: the chosen item is, with all of its note where there is room.
    private func scroll(_ starts: [Int], room: Int) -> Int {
        guard let place, items.indices.contains(place) else { return 0 }
        let wanted = min(starts[place + 1] - room, starts[items.count] - room)
        return max(0, min(wanted, starts[place]))
    }

    private func draw(_ item: TimelineItem, on canvas: inout Canvas, in line: Rect, surface: Surface) {
        canvas.put(
            item.date.short(context.language), endingAt: line.x + TimelinePanel.dateWidth - 1, y: line.y,
            style: Style(.muted, on: surface))
        let (glyph, role, text) = TimelinePanel.describe(item, context, hasTopics: notes[item.key] == nil)
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
    /// - Parameter hasTopics: with what a consultation was about.
    static func describe(
        _ item: TimelineItem, _ context: Context, hasTopics: Bool = true
    ) -> (String, Role, String) {
        let language = context.language
        switch item.what {
        case .consultation(let ordinal, let minutes, let mode, let topics):
            let head = language(
                "相談 \(ordinal.value)回目 \(minutes)分 \(mode.label.ja)",
                "consultation \(ordinal.value), \(minutes) min \(mode.label.en)")
            return (context.glyphs.done, .accent, topics.isEmpty || !hasTopics ? head : head + "  " + topics)
        case .stage(let pipeline, let from, let to):
            let stages = context.catalogue.pipeline(pipeline)?.stages ?? []
            func label(_ id: StageID) -> String { stages.first { $0.id == id }?.label(language) ?? id.text }
            let move =
                from.map { label($0) + " → " + label(to) } ?? language("\(label(to))に登録", "entered at \(label(to))")
            return (context.glyphs.pointer, .muted, pipeline.text + " " + move)
        case .record(let title, let presence):
            // Somebody who came is the rule; who didn't is said.
            let kind = presence.flatMap { $0 == .attended ? nil : $0.label(language) } ?? item.key.kind.label(language)
            let glyph =
                switch presence {
                case .noShow: context.glyphs.short
                case .registered: context.glyphs.open
                case .attended, nil: context.glyphs.done
                }
            let name = DatedTitle.read(title, language)
            return (glyph, presence == .noShow ? .warning : .muted, name.isEmpty ? kind : kind + "  " + name)
        }
    }
}
