import BansoDomain
import TerminalUI

/// Postings with what came of them: one row each, or two where one is too narrow.
struct PostingRows {
    var screen: MatchingScreen
    var layout: MatchingLayout
    var context: Context

    private static let kindWidth = 12

    /// - Returns: where the selected one stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        let list = screen.postings
        var cursor = Point(x: area.x, y: area.y)
        let height = layout.rowsPerPosting
        for (offset, line) in list.rows.dropFirst(list.top).prefix(area.height / height).enumerated() {
            let place = Rect(x: area.x, y: area.y + offset * height, width: area.width, height: height)
            let isSelected = list.top + offset == list.selected
            canvas.touch(
                place, right: screen.panel == .postings ? 0 : -1, down: list.top + offset - list.selected)
            // The posting whose applicants are shown stays marked while the focus is on them.
            let surface: Surface = isSelected ? (screen.panel == .postings ? .selection : .bar) : .base
            if isSelected {
                canvas.fill(place, style: Style(.text, on: surface))
                if screen.panel == .postings { cursor = Point(x: place.x, y: place.y) }
            }
            if height == 1 {
                drawOne(line, on: &canvas, in: place.inset(x: 1), surface, isSelected)
            } else {
                drawTwo(line, on: &canvas, in: place.inset(x: 1), surface, isSelected)
            }
        }
        return cursor
    }

    private func drawOne(
        _ line: PostingLine, on canvas: inout Canvas, in area: Rect, _ surface: Surface, _ isSelected: Bool
    ) {
        let ellipsis = context.glyphs.ellipsis
        let day = padded(shown(line), to: 7, isRightAligned: true)
        canvas.put(day, endingAt: area.right, y: area.y, style: Style(.muted, on: surface))
        var right = area.right - 9
        let figures = zip(PostingRows.words(context.language), figures(line)).map { word, figure in
            padded(Figures.grouped(figure), to: cellWidth(word), isRightAligned: true)
        }.joined(separator: " ")
        canvas.put(figures, endingAt: right, y: area.y, style: Style(.text, on: surface))
        right -= cellWidth(figures) + 2
        let kind = padded(kind(line), to: PostingRows.kindWidth, ellipsis: ellipsis)
        canvas.put(
            kind, x: right - PostingRows.kindWidth, y: area.y,
            style: Style(isClosed(line) ? .warning : .muted, on: surface))
        right -= PostingRows.kindWidth + 1
        names(line, on: &canvas, in: Rect(x: area.x, y: area.y, width: right - area.x, height: 1), surface, isSelected)
    }

    private func drawTwo(
        _ line: PostingLine, on canvas: inout Canvas, in area: Rect, _ surface: Surface, _ isSelected: Bool
    ) {
        let day = shown(line)
        canvas.put(day, endingAt: area.right, y: area.y, style: Style(.muted, on: surface))
        names(
            line, on: &canvas, in: Rect(x: area.x, y: area.y, width: area.width - cellWidth(day) - 2, height: 1),
            surface, isSelected)
        let all = zip(PostingRows.words(context.language), figures(line)).map { $0 + " " + Figures.grouped($1) }
        // Where the words leave no room, the first letters stand for them.
        let brief = zip(PostingRows.words(context.language), figures(line)).map {
            $0.prefix(1).uppercased() + Figures.grouped($1)
        }
        let spelled = all.joined(separator: " ")
        let counts =
            cellWidth(spelled) + PostingRows.kindWidth + 2 <= area.width ? spelled : brief.joined(separator: " ")
        canvas.put(counts, endingAt: area.right, y: area.y + 1, style: Style(.text, on: surface))
        canvas.put(
            clipped(kind(line), to: area.width - cellWidth(counts) - 3, ellipsis: context.glyphs.ellipsis),
            x: area.x + 1, y: area.y + 1, style: Style(isClosed(line) ? .warning : .muted, on: surface))
    }

    /// The company, and the posting's title in what room it leaves.
    private func names(
        _ line: PostingLine, on canvas: inout Canvas, in area: Rect, _ surface: Surface, _ isSelected: Bool
    ) {
        let ellipsis = context.glyphs.ellipsis
        let title = line.posting.record["title"].text ?? ""
        let used = canvas.put(
            clipped(line.organisation, to: area.width, ellipsis: ellipsis), x: area.x, y: area.y,
            style: Style(.text, on: surface, isBold: isSelected))
        guard area.width - used - 2 >= 6 else { return }
        canvas.put(
            clipped(title, to: area.width - used - 2, ellipsis: ellipsis), x: area.x + used + 2, y: area.y,
            style: Style(.muted, on: surface))
    }

    private func isClosed(_ line: PostingLine) -> Bool { line.isClosed(on: context.today) }

    private func kind(_ line: PostingLine) -> String { line.kind(on: context.today, context.language) }

    private func shown(_ line: PostingLine) -> String {
        line.posting.record["date"].day?.short(context.language) ?? ""
    }

    private func figures(_ line: PostingLine) -> [Int] { line.figures }

    /// What is counted, as the columns' headings and beside the figures.
    static func words(_ language: Language) -> [String] {
        language == .ja ? ["応募", "面談", "内定", "契約"] : ["appl.", "int.", "offers", "contr."]
    }

    /// What stands above the figures where a posting takes one row; empty where the words stand beside them.
    static func heading(_ layout: MatchingLayout, _ language: Language) -> String {
        layout.rowsPerPosting > 1
            ? "" : words(language).joined(separator: " ") + padded(language("掲載", "date"), to: 9, isRightAligned: true)
    }
}

extension PostingLine {
    func isClosed(on today: Day) -> Bool { posting.record["closed_on"].day.map { $0 < today } ?? false }

    /// How one is to be employed, or that the posting is over.
    func kind(on today: Day, _ language: Language) -> String {
        if isClosed(on: today), let day = posting.record["closed_on"].day {
            return language("終了 \(day.short(.ja))", "ended \(day.short(.en))")
        }
        return posting.record["kind"].text.flatMap(EmploymentKind.init)?.label(language) ?? ""
    }

    /// Applications, interviews, offers, contracts.
    var figures: [Int] { [applications, interviewed, offers, contracts] }
}
