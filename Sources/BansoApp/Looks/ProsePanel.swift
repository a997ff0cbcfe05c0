import TerminalUI

/// What is only read, line by line: headings, facts beside their labels, sentences. What is too long goes on below.
struct ProsePanel {
    enum Line: Hashable {
        case heading(String)
        case fact(label: String, String, Role = .text)
        case text(String, Role, indent: Int = 0)
        /// Something in a line, and at its right end, where there is room, who did it.
        case line(String, Role, by: String)
        case gap
    }

    var lines: [Line]
    var context: Context
    /// A text goes on over at most so many rows.
    var mostRows = 4

    /// - Returns: what is left below.
    @discardableResult
    func draw(on canvas: inout Canvas, in area: Rect) -> Rect {
        let labels = lines.map { if case .fact(let label, _, _) = $0 { cellWidth(label) } else { 0 } }
        let labelWidth = min(area.width / 2, (labels.max() ?? 0) + 2)
        var rest = area
        for line in lines where !rest.isEmpty {
            switch line {
            case .gap: rest = rest.split(top: 1).1
            case .heading(let title):
                // Alone on the last line it would be the heading of nothing.
                guard rest.height > 1 else { return rest.split(top: rest.height).1 }
                SectionHeading.draw(
                    clipped(title, to: rest.width, ellipsis: context.glyphs.ellipsis), on: &canvas, x: rest.x,
                    y: rest.y,
                    width: rest.width, context)
                rest = rest.split(top: 1).1
            case .fact(let label, let value, let role):
                canvas.put(
                    clipped(label, to: labelWidth - 1, ellipsis: context.glyphs.ellipsis), x: rest.x, y: rest.y,
                    style: Style(.muted))
                rest = put(value, Style(role), on: &canvas, in: rest, indent: labelWidth)
            case .line(let text, let role, let name):
                let used = canvas.put(
                    clipped(text, to: rest.width, ellipsis: context.glyphs.ellipsis), x: rest.x, y: rest.y,
                    style: Style(role))
                if used + 1 + cellWidth(name) <= rest.width {
                    canvas.put(name, endingAt: rest.right, y: rest.y, style: Style(.muted))
                }
                rest = rest.split(top: 1).1
            case .text(let text, let role, let indent):
                rest = put(text, Style(role), on: &canvas, in: rest, indent: indent)
            }
        }
        return rest
    }

    private func put(_ text: String, _ style: Style, on canvas: inout Canvas, in area: Rect, indent: Int) -> Rect {
        let room = area.width - indent
        let rows = ProsePanel.rows(of: text, in: room, most: min(mostRows, area.height), context.glyphs)
        for (offset, row) in rows.enumerated() {
            canvas.put(row, x: area.x + indent, y: area.y + offset, limit: room, style: style)
        }
        return area.split(top: max(1, rows.count)).1
    }

    /// A text as rows; where it takes more of them than there may be, the last one says that it goes on.
    static func rows(of text: String, in room: Int, most: Int, _ glyphs: Glyphs) -> [String] {
        guard most > 0 else { return [] }
        let all = wrapped(text, to: room).filter { !$0.isEmpty }
        guard all.count > most else { return all }
        let last = clipped(all[most - 1] + " ", to: room - cellWidth(glyphs.ellipsis), ellipsis: "")
        return all.prefix(most - 1) + [last + glyphs.ellipsis]
    }
}
