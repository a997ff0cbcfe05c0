import BansoDomain
import TerminalUI

/// Where the list stands, and beside it, where there is room, more about the selected row.
struct TodayLayout {
    let list: Rect
    let side: Rect?

    init(in body: Rect) {
        guard body.width >= 120 else {
            (list, side) = (body, nil)
            return
        }
        let (left, right) = body.split(left: max(78, body.width * 3 / 5))
        list = left
        side = right.inset(x: 2, y: 1)
    }
}

extension Today {
    private enum Line {
        case heading(TodaySection)
        case row(Int, TodayRow)
        case gap
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        var body = area
        if let note = Today.periodNote(context) {
            let (line, rest) = area.split(top: 1)
            canvas.put(
                clipped(note, to: line.width - 2, ellipsis: context.glyphs.ellipsis), x: line.x + 1, y: line.y,
                style: Style(.warning))
            body = rest
        }
        guard !sections.isEmpty else {
            if isNew {
                EmptyNote(
                    title: context.language("まだ何も登録されていません", "nothing has been entered yet"),
                    hint: context.hint(
                        (
                            .add, .character("n"), " のあと o で最初の企業、e で最初のイベント",
                            ", then o: the first company, e: the first event"
                        ), (.help, .character("?"), " でキー一覧", " lists the keys")),
                    isForWriting: true
                ).draw(on: &canvas, in: body, context)
            } else if hasLoaded {
                let find = (action: Action.search, usual: Key.character("/"), ja: " で企業を探す", en: " finds a company")
                let overview = (
                    action: Action.overview, usual: Key.character("0"), ja: " で全体の進みを見る", en: " shows how things stand"
                )
                EmptyNote(
                    title: context.language("今日の対応はありません", "nothing needs a hand today"),
                    hint: context.isReadOnly
                        ? context.hint(find, overview)
                        : context.hint(find, (.add, .character("n"), " で新しく登録する", " adds one"), overview)
                ).draw(on: &canvas, in: body, context)
            }
            return Point(x: area.x, y: area.y)
        }
        let layout = TodayLayout(in: body)
        let cursor = drawList(on: &canvas, in: layout.list, context)
        if let side = layout.side, let detail { detail.draw(on: &canvas, in: side, context) }
        return cursor
    }

    static func periodNote(_ context: Context) -> String? {
        let period = context.catalogue.period
        if context.isOver {
            let end = period.upperBound.spelled(context.language)
            return context.language(
                "事業期間は \(end) で終了しました。残っている対応を示します。", "The programme ended on \(end). Here is what is still open.")
        }
        guard context.today < period.lowerBound else { return nil }
        let start = period.lowerBound.spelled(context.language)
        return context.language("事業期間は \(start) に始まります。", "The programme begins on \(start).")
    }

    private var lines: [Line] {
        var lines: [Line] = []
        var index = 0
        for section in sections {
            if !lines.isEmpty { lines.append(.gap) }
            lines.append(.heading(section))
            for row in section.rows {
                lines.append(.row(index, row))
                index += 1
            }
        }
        return lines
    }

    private func drawList(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let lines = lines
        let chosen = lines.firstIndex { if case .row(let index, _) = $0 { index == selected } else { false } } ?? 0
        // The heading of the first rows stays in sight with them.
        let top = chosen <= 1 ? 0 : max(0, min(chosen - area.height * 2 / 3, lines.count - area.height))
        var cursor = Point(x: area.x, y: area.y)
        for (offset, line) in lines.dropFirst(top).prefix(area.height).enumerated() {
            let y = area.y + offset
            switch line {
            case .gap: break
            case .heading(let section):
                // Alone on the last line it would be the heading of nothing.
                guard offset < area.height - 1 else { continue }
                let title = section.group.title(context.language) + "  \(section.count)" + (section.isMore ? "+" : "")
                SectionHeading.draw(title, on: &canvas, x: area.x + 1, y: y, width: area.width - 2, context)
            case .row(let index, let row):
                let rect = Rect(x: area.x, y: y, width: area.width, height: 1)
                let surface: Surface = index == selected ? .selection : .base
                canvas.touch(rect, down: index - selected)
                if index == selected {
                    cursor = Point(x: area.x, y: y)
                    canvas.fill(rect, style: Style(.text, on: surface))
                }
                TodayRowView(row: row, context: context).draw(on: &canvas, in: rect, surface: surface)
            }
        }
        return cursor
    }
}
