import BansoDomain
import TerminalUI

/// The entries, and beside or below them what the selected one changed.
struct HistoryLayout {
    let list: Rect
    let detail: Rect
    /// Where who it was and the record's kind have no room beside the rest.
    static func isNarrow(_ width: Int) -> Bool { width < 60 }

    /// Below the detail's heading.
    var changes: Rect { detail.split(top: 1).1 }

    init(in body: Rect) {
        let (_, rest) = body.split(top: 1)
        if body.width >= 120 {
            let (left, right) = rest.split(left: rest.width / 2)
            (list, detail) = (left, right.inset(x: 2))
        } else {
            let (upper, lower) = rest.split(bottom: max(3, rest.height / 3))
            (list, detail) = (upper, lower.inset(x: 1))
        }
    }
}

extension HistoryScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let title = language("履歴", "History") + (subjectTitle.isEmpty ? "" : "  " + subjectTitle)
        canvas.put(
            clipped(title, to: area.width - 2, ellipsis: context.glyphs.ellipsis), x: area.x + 1, y: area.y,
            style: Style(.heading, isBold: true))
        let layout = HistoryLayout(in: area)
        guard list.current != nil else {
            if list.hasLoaded {
                EmptyNote(
                    title: language("まだ変更はありません", "nothing was changed yet"),
                    hint: language(
                        "登録や編集をすると、だれがいつ何を変えたかがここに残ります", "every change stands here: who, when, before and after")
                ).draw(on: &canvas, in: layout.list, context)
            }
            return Point(x: area.x, y: area.y)
        }
        let cursor = drawList(on: &canvas, in: layout.list, context)
        drawChanges(on: &canvas, in: layout.detail, context)
        return cursor
    }

    private func drawList(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        var cursor = Point(x: area.x, y: area.y)
        let shown = list.rows.dropFirst(list.top).prefix(area.height)
        let widest = shown.map { cellWidth($0.actor) }.max() ?? 0
        let whoWidth = HistoryLayout.isNarrow(area.width) ? 0 : min(widest + 2, area.width >= 70 ? 16 : 9)
        for (row, entry) in shown.enumerated() {
            let index = list.top + row
            let line = Rect(x: area.x, y: area.y + row, width: area.width, height: 1)
            let surface: Surface = index == list.selected ? .selection : .base
            canvas.touch(line, down: index - list.selected)
            if index == list.selected {
                cursor = Point(x: line.x, y: line.y)
                canvas.fill(line, style: Style(.text, on: surface))
            }
            // What belongs to one step stands under its first entry.
            let isSameStep = index > 0 && list.rows[index - 1].step == entry.step && row > 0
            draw(entry, isSameStep: isSameStep, whoWidth: whoWidth, on: &canvas, in: line, surface: surface, context)
        }
        return cursor
    }

    private func draw(
        _ entry: HistoryEntry, isSameStep: Bool, whoWidth: Int, on canvas: inout Canvas, in line: Rect,
        surface: Surface,
        _ context: Context
    ) {
        let language = context.language
        let ellipsis = context.glyphs.ellipsis
        let role: Role = entry.isUndone ? .muted : .text
        let isNarrow = HistoryLayout.isNarrow(line.width)
        let whenWidth = 13
        if !isSameStep {
            let moment = LocalTime(seconds: entry.at, offset: context.utcOffset)
            canvas.put(
                clipped(moment.day.short(language) + " " + moment.time.text, to: whenWidth - 1, ellipsis: ellipsis),
                x: line.x + 1, y: line.y, style: Style(.muted, on: surface))
            canvas.put(
                clipped(entry.actor, to: whoWidth - 1, ellipsis: ellipsis), x: line.x + 1 + whenWidth, y: line.y,
                style: Style(.muted, on: surface))
        }
        // Where there is no room for both in words, the record's kind says more than what was done to it: that is a sign,
        // and stands below.
        var text =
            isNarrow ? HistoryScreen.sign(of: entry) + " " + entry.key.kind.label(language) : entry.done.label(language)
        if entry.isUndone { text += language("（取消済み）", " (undone)") }
        let x = line.x + 1 + whenWidth + whoWidth
        let name = entry.title.isEmpty ? "#\(entry.key.id)" : DatedTitle.read(entry.title, language)
        let isSaid = entry.done == .freeze
        let what = isNarrow || isSaid && !entry.title.isEmpty ? name : entry.key.kind.label(language) + " " + name
        canvas.put(
            clipped(text + "  " + what, to: line.right - x - 1, ellipsis: ellipsis), x: x, y: line.y,
            style: Style(role, on: surface))
    }

    /// Whether a record came, went or was changed.
    private static func sign(of entry: HistoryEntry) -> String {
        if note(of: entry) != nil { return " " }
        return entry.before == nil ? "+" : entry.after == nil ? "-" : "~"
    }

    private func drawChanges(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        guard let entry = list.current, area.height >= 2 else { return }
        let language = context.language
        let ellipsis = context.glyphs.ellipsis
        let layout = HistoryLayout(in: context.body)
        let lines = changeLines(width: layout.changes.width, context)
        let note = HistoryScreen.note(of: entry)
        var title =
            note != nil
            ? entry.action.label(language)
            : entry.before == nil
                ? language("登録した内容", "what was added")
                : entry.after == nil ? language("削除した内容", "what was deleted") : language("変更した項目", "what was changed")
        if HistoryLayout.isNarrow(layout.list.width) { title += " · " + entry.actor }
        let rows = layout.changes.height
        if lines.count > rows {
            title += "  \(changeTop + 1)-\(min(changeTop + rows, lines.count))/\(lines.count)"
        }
        SectionHeading.draw(
            clipped(title, to: area.width, ellipsis: ellipsis), on: &canvas, x: area.x, y: area.y, width: area.width,
            context)
        if let note {
            for (row, line) in wrapped(note(language), to: area.width).prefix(rows).enumerated() {
                canvas.put(line, x: area.x, y: area.y + 1 + row, style: Style(.muted))
            }
        }
        HistoryLine.draw(lines.dropFirst(changeTop).prefix(rows), on: &canvas, in: layout.changes, context)
    }
}
