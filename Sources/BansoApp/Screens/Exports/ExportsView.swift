import BansoDomain
import TerminalUI

/// A line for each export; below it the selected one in full.
struct ExportsLayout {
    let title: Rect
    /// Of the columns; empty on a small screen.
    let heading: Rect
    let list: Rect
    let detail: Rect

    init(in body: Rect) {
        let (title, below) = body.split(top: 1)
        self.title = title
        let (heading, rest) = below.split(top: below.height >= 12 ? 1 : 0)
        self.heading = heading
        (list, detail) = rest.split(bottom: rest.height >= 8 ? 4 : 0)
    }
}

extension ExportsScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let layout = ExportsLayout(in: area)
        canvas.put(
            language("書き出し台帳", "Export ledger"), x: area.x + 1, y: layout.title.y,
            style: Style(.heading, isBold: true))
        guard let current = list.current else {
            if list.hasLoaded {
                EmptyNote(
                    title: language("まだ書き出しはありません", "nothing was exported yet"),
                    hint: language(
                        "個人情報を書き出すと、だれがいつ何のために出したかがここに残ります",
                        "exports of personal data stand here: who, when, what for")
                ).draw(on: &canvas, in: layout.list, context)
            }
            return Point(x: area.x, y: area.y)
        }
        let columns = ExportsColumns(width: area.width - 2, context)
        if !layout.heading.isEmpty {
            canvas.put(columns.heading, x: area.x + 1, y: layout.heading.y, style: Style(.muted))
        }
        var cursor = Point(x: area.x, y: area.y)
        for (row, export) in list.rows.dropFirst(list.top).prefix(layout.list.height).enumerated() {
            let index = list.top + row
            let line = Rect(x: area.x, y: layout.list.y + row, width: area.width, height: 1)
            let surface: Surface = index == list.selected ? .selection : .base
            canvas.touch(line, down: index - list.selected)
            canvas.fill(line, style: Style(.text, on: surface))
            if index == list.selected { cursor = Point(x: line.x, y: line.y) }
            canvas.put(
                columns.line(of: export), x: line.x + 1, y: line.y,
                style: Style(export.isWithdrawn ? .muted : .text, on: surface))
        }
        drawDetail(of: current, on: &canvas, in: layout.detail, context)
        return cursor
    }

    private func drawDetail(of export: ListedExport, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let language = context.language
        let entry = export.entry
        let name = entry.name.isEmpty ? language("標準出力", "standard output") : entry.name
        let withdrawn = language("取り下げ（出力できず）：", "withdrawn, could not be put in place: ")
        let lines = [
            language("目的：", "purpose: ") + entry.purpose,
            (export.isWithdrawn ? withdrawn : "")
                + [name, entry.format, entry.filter].filter { !$0.isEmpty }.joined(separator: " · "),
            "SHA-256 " + (copied(context) ?? ""),
        ]
        for (row, line) in lines.prefix(max(0, area.height - 1)).enumerated() {
            canvas.put(
                clipped(line, to: area.width - 2, ellipsis: context.glyphs.ellipsis), x: area.x + 1,
                y: area.y + 1 + row, style: Style(row == 0 ? .text : .muted))
        }
    }
}
