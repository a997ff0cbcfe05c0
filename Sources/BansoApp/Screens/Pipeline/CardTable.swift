import BansoDomain
import TerminalUI

/// A pipeline as rows. Columns that don't fit are left out whole: due date and action first, then age.
struct CardTable {
    var list: CardList
    var selection: CardSelection
    var pipeline: Pipeline
    var context: Context

    private struct Column {
        var title: String
        var width: Int
        var isRightAligned = false
        var text: (Card, CardFacts) -> String
        var role: (Card, CardFacts) -> Role = { _, _ in .muted }
    }

    /// - Returns: where the selected row stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        let columns = columns(for: area.width)
        let nameWidth = max(8, area.width - 2 - columns.reduce(0) { $0 + $1.width + 2 })
        let ellipsis = context.glyphs.ellipsis
        func place(_ cells: [(String, Style)], y: Int) {
            var x = area.x + 1
            for (index, cell) in cells.enumerated() {
                let width = index == 0 ? nameWidth : columns[index - 1].width
                let isRight = index > 0 && columns[index - 1].isRightAligned
                canvas.put(
                    padded(cell.0, to: width, isRightAligned: isRight, ellipsis: ellipsis), x: x, y: y,
                    limit: area.right - x, style: cell.1)
                x += width + 2
            }
        }
        let head = Style(.muted)
        let subject = pipeline.subject == .institutions ? Organisation.Kind.institution : .company
        let title = context.language(subject.label.ja, "Name")
        place([(title, head)] + columns.map { ($0.title, head) }, y: area.y)
        var cursor = Point(x: area.x, y: area.y)
        for (offset, card) in list.rows.dropFirst(list.top).prefix(max(0, area.height - 1)).enumerated() {
            let y = area.y + 1 + offset
            let isSelected = list.top + offset == list.selected
            let surface: Surface = isSelected ? .selection : .base
            canvas.touch(
                Rect(x: area.x, y: y, width: area.width, height: 1), down: list.top + offset - list.selected)
            if isSelected {
                canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style: Style(.text, on: surface))
                cursor = Point(x: area.x, y: y)
            }
            let facts = CardFacts(card, context)
            let mark = selection.contains(card.entry) ? context.glyphs.done + " " : ""
            place(
                [(mark + card.name, Style(.text, on: surface, isBold: isSelected))]
                    + columns.map { ($0.text(card, facts), Style($0.role(card, facts), on: surface)) }, y: y)
        }
        return cursor
    }

    private func columns(for width: Int) -> [Column] {
        let language = context.language
        let pipeline = pipeline
        let today = context.today
        var columns = [
            Column(title: language("県", "Pref."), width: language == .ja ? 6 : 9, text: { $1.place }),
            Column(
                title: language("段階", "Stage"), width: language == .ja ? 12 : 14,
                text: { card, _ in pipeline.stages.first { $0.id == card.stage }?.label(language) ?? card.stage.text },
                role: { _, _ in .text }),
        ]
        if pipeline.subject == .twoSided, width >= 50 {
            columns.append(
                Column(
                    title: language("側", "Side"), width: 8, text: { card, _ in card.side?.label(language) ?? "" },
                    role: { _, _ in .accent }))
        }
        if pipeline.id == context.catalogue.consultation.pipeline {
            columns.append(
                Column(
                    title: language("相談", "Cons."), width: 5, text: { $1.dots },
                    role: { $1.isFull ? .good : .text }))
        }
        if width >= 56 {
            columns.append(
                Column(
                    title: language("滞在", "Age"), width: 6, isRightAligned: true, text: { $1.age },
                    role: { $1.isWaitingLong ? .warning : .muted }))
        }
        if width >= 100 {
            columns.append(
                Column(
                    title: language("次の対応", "Next action"), width: 26, text: { card, _ in card.nextAction?.text ?? "" })
            )
        }
        if width >= 72 {
            columns.append(
                Column(
                    title: language("期限", "Due"), width: 8,
                    text: { card, facts in
                        guard let due = card.nextAction?.due else { return "" }
                        return due.short(language) + (facts.isOverdue ? " !" : due == today ? " *" : "")
                    },
                    role: { $1.isOverdue ? .behind : .muted }))
        }
        return columns
    }
}
