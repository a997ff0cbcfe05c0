import BansoDomain
import TerminalUI

extension ReportScreen {
    /// The page, below what is asked where something is.
    static func text(in area: Rect) -> Rect { area.inset(x: 1) }

    func lines(_ width: Int, _ context: Context) -> [ReportLine] {
        guard let reported else { return [] }
        return ReportLine.all(of: reported.page(context.language), width: width, context)
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        var area = ReportScreen.text(in: area)
        if isAsked { area = drawQuestion(on: &canvas, in: area, context) }
        let lines = lines(area.width, context)
        for (row, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
            line.draw(on: &canvas, x: area.x, y: area.y + row, width: area.width, context)
        }
        return Point(x: area.x, y: area.y)
    }

    /// - Returns: what is left for the page.
    private func drawQuestion(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Rect {
        let language = context.language
        let text = language(
            "\(month.short(.ja)) \(programme) を確定します。数値と文とハッシュがこのまま残り、取り消せません。後の変更は次の報告に訂正として載ります。Y で確定、Esc でやめる",
            "Freeze \(month.short(.en)) \(programme)? Figures, texts and hash stay as they are and it can't be taken back; what changes later is a correction in the next report. Y freezes, Esc leaves it open"
        )
        let lacking = reported?.report.corrections.flatMap(\.causes).count(where: \.lacksReason) ?? 0
        let note =
            lacking == 0 ? "" : language("理由の書かれていない訂正 \(lacking)件。", "\(lacking) corrections without a reason. ")
        let lines = wrapped(context.glyphs.warning + " " + note + text, to: area.width)
        let (top, rest) = area.split(top: min(lines.count, max(0, area.height - 1)))
        canvas.fill(top, style: Style(.text, on: .popup))
        for (row, line) in lines.prefix(top.height).enumerated() {
            canvas.put(line, x: top.x, y: top.y + row, style: Style(.warning, on: .popup, isBold: true))
        }
        return rest
    }
}

/// A line of a page on the screen.
struct ReportLine: Hashable {
    enum Look: Hashable { case title, heading, label, text, columns }

    var text: String
    var look: Look

    /// Blocks with an empty line between them; tables in columns as wide as what they hold.
    static func all(of page: ReportPage, width: Int, _ context: Context) -> [ReportLine] {
        page.blocks.enumerated().flatMap { index, block -> [ReportLine] in
            let gap = index == 0 ? [] : [ReportLine(text: "", look: .text)]
            return gap + lines(of: block, width: width, context)
        }
    }

    private static func lines(of block: ReportPage.Block, width: Int, _ context: Context) -> [ReportLine] {
        switch block {
        case .heading(let title, let level):
            wrapped(title, to: width).map {
                ReportLine(text: $0, look: level == 1 ? .title : level == 2 ? .heading : .label)
            }
        case .text(let text): paragraphs(text, width)
        case .facts(let facts):
            facts.flatMap { paragraphs($0.label + context.language("：", ": ") + $0.value, width) }
        case .table(let table): rows(of: table, width: width, context)
        case .newSheet: []
        }
    }

    private static func paragraphs(_ text: String, _ width: Int) -> [ReportLine] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            let parts = wrapped(String(line), to: width)
            return (parts.isEmpty ? [""] : parts).map { ReportLine(text: $0, look: .text) }
        }
    }

    /// Numbers keep their room, texts share what is left; a table that is still too wide is told row by row.
    private static func rows(of table: ReportPage.Table, width: Int, _ context: Context) -> [ReportLine] {
        let ellipsis = context.glyphs.ellipsis
        var widths = table.columns.enumerated().map { place, column in
            table.rows.reduce(cellWidth(column.heading)) { max($0, cellWidth($1[place])) }
        }
        let texts = widths.indices.filter { !table.columns[$0].isNumber }.sorted { widths[$0] > widths[$1] }
        let gaps = 2 * max(0, widths.count - 1)
        for place in texts {
            let over = widths.reduce(gaps, +) - width
            if over > 0 { widths[place] = max(min(widths[place], leastText), widths[place] - over) }
        }
        guard widths.reduce(gaps, +) <= width else {
            return table.rows.flatMap { row in
                paragraphs(
                    zip(table.columns, row).filter { !$1.isEmpty }.map { "\($0.heading) \($1)" }.joined(
                        separator: context.language("、", ", ")), width)
            }
        }
        func line(_ cells: [String]) -> String {
            zip(widths, zip(table.columns, cells)).map { width, cell in
                padded(cell.1, to: width, isRightAligned: cell.0.isNumber, ellipsis: ellipsis)
            }.joined(separator: "  ")
        }
        return [ReportLine(text: line(table.columns.map(\.heading)), look: .columns)]
            + table.rows.map { ReportLine(text: line($0), look: .text) }
    }

    private static let leastText = 12

    func draw(on canvas: inout Canvas, x: Int, y: Int, width: Int, _ context: Context) {
        switch look {
        case .heading: SectionHeading.draw(text, on: &canvas, x: x, y: y, width: width, context)
        case .title: canvas.put(text, x: x, y: y, limit: width, style: Style(.accent, isBold: true))
        case .label: canvas.put(text, x: x, y: y, limit: width, style: Style(.heading))
        case .columns: canvas.put(text, x: x, y: y, limit: width, style: Style(.muted))
        case .text: canvas.put(text, x: x, y: y, limit: width, style: .plain)
        }
    }
}
