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
        let (_, rest) = body.split(top: 1)
        area = (rest.height >= 16 ? rest.inset(y: 1) : rest).inset(x: 1)
        let fields = screen.key.kind.fields
        let widest = fields.map { cellWidth($0.label(context.language)) }.max() ?? 0
        labelWidth = min(widest, area.width / 3) + 2
        let room = max(1, min(100, area.width - labelWidth - 2))
        self.room = room
        let values = screen.stored?.record.values ?? []
        blocks = zip(fields, values).map { field, value in
            let lines = wrapped(RecordLayout.text(of: value, in: field, screen.titles, context), to: room)
            return lines.isEmpty ? [""] : lines
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

    /// A value in words: – where there is none, the name of what is referred to.
    private static func text(
        of value: FieldValue, in field: RecordField, _ titles: [RecordKey: String], _ context: Context
    ) -> String {
        let language = context.language
        if let target = RecordLinks.target(of: value, in: field) {
            return titles[target] ?? target.kind.label(language) + " #\(target.id)"
        }
        switch (field.kind, value) {
        case (_, .day(let day)): return day.spelled(language)
        case (.number, .number(let number)): return Figures.grouped(Int(number))
        case (.activity, .text(let id)) where !id.isEmpty:
            guard let activity = context.catalogue.activity(ActivityID(id)) else { return id }
            return id + " " + activity.label(language)
        default:
            let text = field.text(of: value, language)
            return text.isEmpty ? "–" : text
        }
    }
}
