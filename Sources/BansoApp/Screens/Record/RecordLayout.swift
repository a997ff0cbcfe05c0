import BansoDomain
import TerminalUI

/// A record's fields as lines: where each begins, and what it says.
struct RecordLayout {
    let area: Rect
    let labelWidth: Int
    let room: Int
    /// The lines of each field, at least one.
    let blocks: [[String]]
    /// The first line of each field, and after them how many lines there are.
    let starts: [Int]

    init(screen: RecordScreen, in body: Rect, _ context: Context) {
        let rest = RecordPanels(screen: screen, in: body).fields
        area = (rest.height >= 16 ? rest.inset(y: 1) : rest).inset(x: 1)
        let fields = screen.fields
        let widest = fields.map { cellWidth($0.label(context.language)) }.max() ?? 0
        labelWidth = min(widest, area.width / 3) + 2
        let room = max(1, min(100, area.width - labelWidth - 2))
        self.room = room
        let record = screen.stored?.record
        blocks = fields.compactMap { field in
            record.map { wrapped(screen.words(of: field, in: $0, context), to: room) }
        }
        starts = blocks.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    }

    var lastTop: Int { max(0, starts[blocks.count] - area.height) }

    /// The scroll position nearest to `top` at which a field is in sight: whole, or where it is too long, filling it.
    func scroll(from top: Int, to field: Int) -> Int {
        guard blocks.indices.contains(field) else { return 0 }
        let (first, last) = (starts[field], starts[field + 1] - area.height)
        return min(max(top, min(first, last)), max(first, last), lastTop)
    }
}
