import BansoDomain
import TerminalUI

/// One stage or side of the board: its name and count, and its cards, longest waiting first.
struct BoardColumn {
    var title: String
    /// Lines below the heading, and how many of them the columns beside have too.
    var notes: [String]
    var noteRows: Int
    var list: CardList
    var selection: CardSelection
    var count: Int
    var isFocused: Bool
    /// How many columns it stands to the right of the one in focus.
    var distance: Int
    /// The third says what is next.
    var rowsPerCard: Int
    var pipeline: Pipeline
    var context: Context

    private static let leastNext = 12

    /// - Returns: where the selected card stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        let glyphs = context.glyphs
        let first = area.y + 1 + noteRows
        let rows = max(0, area.bottom - first) / rowsPerCard
        let above = list.offset + list.top
        let marks =
            (above > 0 ? glyphs.moreAbove : "") + (above + rows < count ? glyphs.moreBelow : "")
        let figure = Figures.grouped(count) + (marks.isEmpty ? "" : " " + marks)
        let headStyle = isFocused ? Style(.accent, isBold: true) : Style(.heading)
        let label = clipped(title, to: area.width - cellWidth(figure) - 3, ellipsis: glyphs.ellipsis)
        let used = canvas.put(label, x: area.x + 1, y: area.y, style: headStyle)
        canvas.put(
            String(repeating: glyphs.horizontal, count: max(0, area.width - used - cellWidth(figure) - 4)),
            x: area.x + used + 2, y: area.y, style: Style(.border))
        canvas.put(figure, endingAt: area.right - 1, y: area.y, style: Style(.muted))
        var cursor = Point(x: area.x, y: area.y)
        for (row, note) in notes.enumerated() {
            canvas.put(
                clipped(note, to: area.width - 2, ellipsis: glyphs.ellipsis), x: area.x + 1, y: area.y + 1 + row,
                style: Style(.muted))
        }
        for (offset, card) in list.rows.dropFirst(list.top).prefix(rows).enumerated() {
            let place = Rect(
                x: area.x, y: first + offset * rowsPerCard, width: area.width, height: rowsPerCard)
            let isSelected = isFocused && list.top + offset == list.selected
            if isSelected { cursor = Point(x: place.x, y: place.y) }
            canvas.touch(place, right: distance, down: list.top + offset - list.selected)
            draw(card, on: &canvas, in: place, isSelected: isSelected)
        }
        return cursor
    }

    private func draw(_ card: Card, on canvas: inout Canvas, in area: Rect, isSelected: Bool) {
        let surface: Surface = isSelected ? .selection : .base
        if isSelected { canvas.fill(area, style: Style(.text, on: surface)) }
        var left = area.x + 1
        if selection.contains(card.entry) {
            let style = Style(.accent, on: surface, isBold: true)
            left += canvas.put(context.glyphs.done, x: left, y: area.y, style: style) + 1
        }
        let facts = CardFacts(card, context)
        // What is overdue stands at one place whatever the second line has.
        let mark = facts.isOverdue ? context.glyphs.warning : ""
        canvas.put(mark, endingAt: area.right - 1, y: area.y, style: Style(.behind, on: surface, isBold: true))
        let room = area.right - 1 - left - (mark.isEmpty ? 0 : cellWidth(mark) + 1)
        canvas.put(
            clipped(card.name, to: room, ellipsis: context.glyphs.ellipsis), x: left, y: area.y,
            style: Style(.text, on: surface, isBold: isSelected))
        var x = area.x + 1
        let y = area.y + 1
        if list.stage == nil {
            let stage = pipeline.stages.first { $0.id == card.stage }?.label(context.language) ?? card.stage.text
            let width = max(8, area.width / 3)
            canvas.put(
                clipped(stage, to: width, ellipsis: context.glyphs.ellipsis), x: x, y: y,
                style: Style(.accent, on: surface))
            x += width + 1
        }
        let hasDots = pipeline.id == context.catalogue.consultation.pipeline
        // The place is cut before the age and the consultations are.
        var right = area.right - 1
        let least = x + 5 + 1 + cellWidth(facts.age)
        if hasDots, least + 1 + cellWidth(facts.dots) <= right {
            canvas.put(facts.dots, endingAt: right, y: y, style: Style(facts.isFull ? .good : .muted, on: surface))
            right -= cellWidth(facts.dots) + 1
        }
        let role: Role = facts.isWaitingLong ? .warning : .muted
        canvas.put(facts.age, endingAt: max(right, x + cellWidth(facts.age)), y: y, style: Style(role, on: surface))
        right -= cellWidth(facts.age) + 1
        if list.filter?.side == .receiver {
            // Receivers are SMEs (seed, 【Ａ３】); a sender may be of any size.
            let look = EligibilityLook(card.eligibility, context.glyphs)
            let whole = card.eligibility == .eligible ? look.glyph : look.text(context.language)
            let mark = x + cellWidth(whole) <= right ? whole : look.glyph
            x += canvas.put(mark, x: x, y: y, limit: max(0, right - x), style: Style(look.role, on: surface)) + 1
        }
        let partners = facts.partners
        // Whom it is joined with says more than where it is.
        if partners.isEmpty || x + cellWidth(facts.place + partners) + 1 <= right {
            let place = clipped(facts.place, to: max(0, right - x), ellipsis: context.glyphs.ellipsis)
            x += canvas.put(place, x: x, y: y, limit: max(0, right - x), style: Style(.muted, on: surface)) + 1
        }
        let joined = clipped(partners, to: max(0, right - x), ellipsis: context.glyphs.ellipsis)
        x += canvas.put(joined, x: x, y: y, limit: max(0, right - x), style: Style(.text, on: surface))
        if list.filter?.side == nil, let side = card.side, x + cellWidth(side.label(context.language)) <= right {
            x += canvas.put(side.label(context.language), x: x, y: y, style: Style(.accent, on: surface)) + 1
        }
        if area.height > 2 {
            let room = Rect(x: area.x + 1, y: y + 1, width: area.width - 2, height: 1)
            drawNext(of: card, facts, on: &canvas, in: room, surface)
        } else if area.width >= PipelineLayout.widthForNext {
            drawNext(of: card, facts, on: &canvas, in: Rect(x: x, y: y, width: right - x, height: 1), surface)
        }
    }

    /// What is to be done next, and until when: nothing where it could hardly be read.
    private func drawNext(
        of card: Card, _ facts: CardFacts, on canvas: inout Canvas, in room: Rect, _ surface: Surface
    ) {
        guard let next = card.nextAction, room.width >= BoardColumn.leastNext else { return }
        var x = room.x
        if let due = next.due {
            let role: Role = facts.isOverdue ? .behind : .accent
            x += canvas.put(due.short(context.language), x: x, y: room.y, style: Style(role, on: surface)) + 1
        }
        let text = clipped(next.text, to: room.right - x, ellipsis: context.glyphs.ellipsis)
        canvas.put(text, x: x, y: room.y, style: Style(.muted, on: surface))
    }
}
