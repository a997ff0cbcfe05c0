import BansoDomain
import TerminalUI

extension OrganisationScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        guard let file else {
            if hasLoaded {
                EmptyNote(
                    title: context.language("この組織は削除されました", "this organisation is gone"),
                    hint: context.backHint
                ).draw(on: &canvas, in: area, context)
            }
            return Point(x: area.x, y: area.y)
        }
        drawHead(file, on: &canvas, in: area.split(top: 1).0, context)
        let (facts, past, parts) = panels(of: file, in: area, context)
        let cursor = facts.draw(on: &canvas, in: parts.facts)
        let second = past.draw(on: &canvas, in: parts.timeline)
        if let rect = parts.preview { preview.draw(on: &canvas, in: rect, context) }
        return panel == .facts ? cursor : second
    }

    private func panels(
        of file: OrganisationFile, in area: Rect, _ context: Context
    ) -> (OrganisationPanel, TimelinePanel, OrganisationParts) {
        let rest = area.split(top: 1).1
        let body = rest.height >= 16 ? rest.inset(y: 1) : rest
        let facts = OrganisationPanel(
            file: file, rows: rows, selected: panel == .facts ? selected : nil, place: selected,
            isCompact: area.width < 90 && area.height < 30, context: context)
        let past = TimelinePanel(
            title: context.language("経過", "Timeline")
                + (kind.map { context.language("：", ": ") + $0.label(context.language) } ?? ""),
            items: timeline, selected: panel == .timeline ? place : nil, place: place,
            notes: facts.isCompact ? [:] : notes(of: file), context: context)
        let parts = OrganisationParts(
            facts, past, isPastLarge: isPastLarge,
            hasPreview: !preview.isEmpty && OrganisationParts.hasPreview(in: context.body), in: body)
        return (facts, past, parts)
    }

    /// Which of two panels above each other is the larger one once the selection is where it is: the other one gives up room only
    /// where the selection would leave the sight, so that a click moves nothing.
    func isPastToBeLarge(_ context: Context) -> Bool {
        guard let file else { return false }
        let (facts, past, parts) = panels(of: file, in: context.body, context)
        return switch panel {
        case .facts: isPastLarge && facts.isInSight(selected, in: parts.facts)
        case .timeline: isPastLarge || !past.isInSight(place, in: parts.timeline)
        }
    }

    /// What consultations were about, and what was written down.
    private func notes(of file: OrganisationFile) -> [RecordKey: String] {
        let told = file.consultations.map { booked -> (RecordKey, String) in
            let said = [booked.listed.record.topics, booked.listed.record.notes].filter { !$0.isEmpty }
            return (RecordKey(.consultation, booked.listed.id.value), said.joined(separator: "\n"))
        }
        return Dictionary(told.filter { !$0.1.isEmpty }) { first, _ in first }
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
