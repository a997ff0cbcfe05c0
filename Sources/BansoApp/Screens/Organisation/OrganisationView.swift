import BansoDomain
import TerminalUI

extension OrganisationScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        guard let file else {
            if hasLoaded {
                EmptyNote(
                    title: context.language("この組織は削除されました", "this organisation is gone"),
                    hint: context.language("Esc で戻ります", "Esc goes back")
                ).draw(on: &canvas, in: area, context)
            }
            return Point(x: area.x, y: area.y)
        }
        let (head, rest) = area.split(top: 1)
        drawHead(file, on: &canvas, in: head, context)
        let body = rest.height >= 16 ? rest.inset(y: 1) : rest
        let facts = OrganisationPanel(
            file: file, rows: rows, selected: panel == .facts ? selected : nil, place: selected,
            isCompact: area.width < 90 && area.height < 30, context: context)
        let past = TimelinePanel(
            title: context.language("経過", "Timeline") + (kind.map { "：" + $0.label(context.language) } ?? ""),
            items: timeline, selected: panel == .timeline ? place : nil, place: place, context: context)
        if area.width >= 90 {
            // As wide as what it says, up to half.
            let least = min(60, area.width * 9 / 20)
            let (left, right) = body.split(left: max(least, min(facts.width + 2, area.width / 2)))
            let cursor = facts.draw(on: &canvas, in: left.inset(x: 1))
            let second = past.draw(on: &canvas, in: right.inset(x: 2))
            return panel == .facts ? cursor : second
        }
        // Stacked: what is in focus gets the room that the other can spare.
        let least = min(6, body.height / 2)
        let top = panel == .facts ? min(facts.height + 1, body.height - least) : max(least, body.height / 2)
        let (upper, lower) = body.split(top: min(top, facts.height + 1))
        let cursor = facts.draw(on: &canvas, in: upper.inset(x: 1))
        let second = past.draw(on: &canvas, in: lower.inset(x: 1))
        return panel == .facts ? cursor : second
    }

    private func drawHead(_ file: OrganisationFile, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let limit = context.catalogue.consultation.limit
        let count = file.consultations.count
        let right =
            isCompany
            ? context.language("相談 ", "consultations ") + Figures.dots(count, of: limit, context.glyphs)
                + " \(count)/\(limit)"
            : file.organisation.record.kind.label(context.language)
        canvas.put(
            right, endingAt: area.right - 1, y: area.y, style: Style(isCompany ? .accent : .muted, isBold: isCompany))
        canvas.put(
            clipped(
                file.organisation.record.name, to: area.width - cellWidth(right) - 4, ellipsis: context.glyphs.ellipsis),
            x: area.x + 1, y: area.y, style: Style(.heading, isBold: true))
    }
}

/// A section's name with a line to the right edge.
enum SectionHeading {
    static func draw(_ title: String, on canvas: inout Canvas, x: Int, y: Int, width: Int, _ context: Context) {
        let used = canvas.put(title, x: x, y: y, limit: width, style: Style(.heading, isBold: true))
        canvas.put(
            String(repeating: context.glyphs.horizontal, count: max(0, width - used - 1)), x: x + used + 1, y: y,
            limit: width - used - 1, style: Style(.border))
    }
}
