import BansoDomain
import TerminalUI

/// The rows behind a number: verdict, date, who, record, prefecture, and the part or the reason. Where it is narrow the
/// record and the prefecture are left out whole.
struct ContributionTable {
    var list: ContributionList
    var hasHeading = true
    var context: Context

    /// From here on every column is there.
    static let fullWidth = 90
    /// In a wide window the eye finds its way from a name to what stands behind it.
    private static let widestName = 60

    private struct Column {
        var title: String
        var width: Int
        var isRightAligned = false
        var text: (ExplainedContribution) -> String
        var role: (ExplainedContribution) -> Role
    }

    /// - Returns: where the selected row stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        let columns = columns(for: area.width - 2)
        let (heading, body) = area.split(top: hasHeading ? 1 : 0)
        var x = heading.x + 1
        for column in columns where !heading.isEmpty {
            put(column.title, column, Style(.muted), on: &canvas, x: x, y: heading.y, in: heading)
            x += column.width + 1
        }
        var cursor = Point(x: area.x, y: area.y)
        for (offset, row) in list.rows.dropFirst(list.top).prefix(body.height).enumerated() {
            let y = body.y + offset
            let isSelected = list.top + offset == list.selected
            let surface: Surface = isSelected ? .selection : .base
            canvas.touch(
                Rect(x: area.x, y: y, width: area.width, height: 1), down: list.top + offset - list.selected)
            if isSelected {
                canvas.fill(Rect(x: area.x, y: y, width: area.width, height: 1), style: Style(.text, on: surface))
                cursor = Point(x: area.x, y: y)
            }
            var x = area.x + 1
            for (place, column) in columns.enumerated() {
                // A name goes on where nothing stands behind it.
                let isLast = place == columns.count - 2 && columns[place + 1].text(row).isEmpty
                var wide = column
                if isLast { wide.width += 1 + columns[place + 1].width }
                put(column.text(row), wide, Style(column.role(row), on: surface), on: &canvas, x: x, y: y, in: area)
                x += column.width + 1
                if isLast { break }
            }
        }
        return cursor
    }

    /// The selected row in a line: for where the table leaves something out.
    func drawDetail(on canvas: inout Canvas, in area: Rect) {
        guard let row = list.current, !area.isEmpty else { return }
        let prefecture = row.contribution.prefecture?.name(context.language) ?? ""
        let text = [record(row), note(row), prefecture].filter { !$0.isEmpty }.joined(separator: " · ")
        canvas.put(
            clipped(context.glyphs.pointer + " " + text, to: area.width - 2, ellipsis: context.glyphs.ellipsis),
            x: area.x + 1, y: area.y, style: Style(.muted))
    }

    private func put(
        _ text: String, _ column: Column, _ style: Style, on canvas: inout Canvas, x: Int, y: Int, in area: Rect
    ) {
        canvas.put(
            padded(
                text, to: column.width, isRightAligned: column.isRightAligned, ellipsis: context.glyphs.ellipsis),
            x: x, y: y, limit: max(0, area.right - x), style: style)
    }

    private func columns(for width: Int) -> [Column] {
        let language = context.language
        let glyphs = context.glyphs
        let isQuiet: (ExplainedContribution) -> Role = { _ in .muted }
        var left = [
            Column(
                title: "", width: 1, text: { $0.reason == nil ? glyphs.met : glyphs.short },
                role: { $0.reason == nil ? .good : .warning }),
            Column(
                title: language("日付", "Date"), width: language == .ja ? 5 : 6, isRightAligned: true,
                text: { $0.contribution.date.short(language) }, role: isQuiet),
        ]
        var right: [Column] = []
        if width >= 60 {
            right.append(
                Column(
                    title: language("県", "Pref."), width: language == .ja ? 6 : 9,
                    text: { $0.contribution.prefecture?.shortName(language) ?? "" }, role: isQuiet))
        }
        let fixed = (left + right).reduce(0) { $0 + $1.width + 1 }
        let room = max(3, width - fixed)
        let notes = notesWidth(in: room, isNarrow: width < 60)
        // Names have the rest where what rows come from is one word.
        let recordTitle = language("記録", "Record")
        let widest = max(cellWidth(recordTitle), list.rows.map { cellWidth(record($0)) }.max() ?? 0)
        let records = width >= ContributionTable.fullWidth - 2 ? min(widest, (room - notes) / 2) : 0
        let free = room - (notes > 0 ? notes + 1 : 0) - (records > 0 ? records + 1 : 0)
        let names = max(1, min(ContributionTable.widestName, free))
        left.append(
            Column(
                title: language("対象", "Who"), width: names, text: { $0.subject },
                role: { $0.reason == nil ? .text : .muted }))
        if records > 0 {
            left.append(Column(title: recordTitle, width: records, text: record, role: isQuiet))
        }
        if notes > 0 {
            right.append(
                Column(
                    title: language("区分・除外の理由", "Part or reason"), width: notes, text: note,
                    role: { $0.reason == nil ? .muted : .warning }))
        }
        return left + right
    }

    /// Two fifths, and where it is narrow all that names leave; nothing where all rows are counted and have no parts.
    private func notesWidth(in room: Int, isNarrow: Bool) -> Int {
        let widest = list.rows.map { cellWidth(note($0)) }.max() ?? 0
        guard isNarrow else { return widest > 0 ? min(40, room * 2 / 5) : 0 }
        let names = list.rows.map { cellWidth($0.subject) }.max() ?? 0
        return min(widest, max(room * 2 / 5, room - names - 1))
    }

    /// What the row comes from.
    func record(_ row: ExplainedContribution) -> String {
        row.source.isEmpty
            ? row.contribution.source.kind.label(context.language) : DatedTitle.read(row.source, context.language)
    }

    /// Which part of the indicator it is, and why it isn't counted; empty where there is nothing to say.
    func note(_ row: ExplainedContribution) -> String {
        let token = row.contribution.line.part
        let part = RatePart(rawValue: token)?.label ?? EmploymentKind(rawValue: token)?.label
        let texts = [part?(context.language), row.reason?.text(context.language)]
        return texts.compactMap { $0 }.joined(separator: context.language("：", ": "))
    }
}
