import BansoDomain
import TerminalUI

extension RecordScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        guard let stored else {
            if hasLoaded {
                EmptyNote(
                    title: context.language("この記録は削除されました", "this record is gone"),
                    hint: context.backHint
                ).draw(on: &canvas, in: area, context)
            }
            return Point(x: area.x, y: area.y)
        }
        drawHead(on: &canvas, in: area.split(top: 1).0, context)
        let cursor = drawFields(of: stored.record, on: &canvas, RecordLayout(screen: self, in: area, context), context)
        guard let side = RecordPanels(screen: self, in: area).related else { return cursor }
        let other = list(context).draw(on: &canvas, in: side)
        return panel == .related ? other : cursor
    }

    private func list(_ context: Context) -> TimelinePanel {
        TimelinePanel(
            title: context.language("関連する記録", "Related"), items: related,
            selected: panel == .related ? place : nil, place: place, context: context)
    }

    /// Which of two panels above each other is the larger one once the selection is where it is: the other one gives up room only
    /// where the selection would leave the sight, so that a click moves nothing.
    func isRelatedToBeLarge(_ context: Context) -> Bool {
        guard let side = RecordPanels(screen: self, in: context.body).related else { return false }
        if panel == .related { return isRelatedLarge || !list(context).isInSight(place, in: side) }
        let layout = RecordLayout(screen: self, in: context.body, context)
        guard isRelatedLarge, layout.blocks.indices.contains(selected) else { return false }
        return layout.starts[selected] >= top && layout.starts[selected + 1] <= top + layout.area.height
    }

    private func drawHead(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let number = "#\(key.id)"
        canvas.put(number, endingAt: area.right - 1, y: area.y, style: Style(.muted))
        let kind = key.kind.label(context.language)
        var title = titles[key].map { kind + "  " + DatedTitle.read($0, context.language) } ?? kind
        if context.drafts[.edit(key)] != nil {
            title += context.language("（下書きあり：e で続き）", " (a draft waits: e goes on)")
        }
        canvas.put(
            clipped(title, to: area.width - cellWidth(number) - 4, ellipsis: context.glyphs.ellipsis), x: area.x + 1,
            y: area.y, style: Style(.heading, isBold: true))
    }

    /// One field under the other.
    private func drawFields(
        of record: Record, on canvas: inout Canvas, _ layout: RecordLayout, _ context: Context
    ) -> Point {
        let area = layout.area
        let ellipsis = context.glyphs.ellipsis
        var cursor = Point(x: area.x, y: area.y)
        for (index, field) in fields.enumerated() {
            let isSelected = index == selected && panel == .fields
            let surface: Surface = isSelected ? .selection : .base
            let isLink = RecordLinks.target(of: record[field.id], in: field) != nil
            let value = area.x + layout.labelWidth
            for (row, line) in layout.blocks[index].enumerated() {
                let y = area.y + layout.starts[index] + row - top
                guard y >= area.y, y < area.bottom else { continue }
                canvas.touch(
                    Rect(x: area.x, y: y, width: area.width, height: 1), right: panel == .fields ? 0 : -1,
                    down: panel == .fields ? index - selected : 0)
                if isSelected {
                    canvas.fill(
                        Rect(x: area.x - 1, y: y, width: area.width + 2, height: 1), style: Style(.text, on: surface))
                }
                if row == 0 {
                    if isSelected { cursor = Point(x: area.x, y: y) }
                    canvas.put(
                        clipped(field.label(context.language), to: layout.labelWidth - 2, ellipsis: ellipsis),
                        x: area.x, y: y, style: Style(.muted, on: surface))
                }
                let used = canvas.put(
                    line, x: value, y: y, limit: layout.room, style: Style(isLink ? .accent : .text, on: surface))
                guard isLink, row == layout.blocks[index].count - 1 else { continue }
                canvas.put(context.glyphs.more, x: value + used + 1, y: y, style: Style(.muted, on: surface))
            }
        }
        return cursor
    }
}
