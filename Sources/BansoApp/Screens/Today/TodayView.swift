import BansoDomain
import TerminalUI

/// Where the list stands, and beside it, where there is room, what happened to the selected organisation.
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
            if hasLoaded {
                EmptyNote(
                    title: context.language("今日の対応はありません", "nothing needs a hand today"),
                    hint: context.language(
                        "/ で企業を探す、n で新しく登録する、0 で全体の進みを見る", "/ finds a company, n adds one, 0 shows how things stand")
                ).draw(on: &canvas, in: body, context)
            }
            return Point(x: area.x, y: area.y)
        }
        let layout = TodayLayout(in: body)
        let cursor = drawList(on: &canvas, in: layout.list, context)
        if let side = layout.side, pastOf != nil {
            _ = TimelinePanel(
                title: context.language("これまでの経過", "What happened"), items: past, selected: nil, place: 0,
                context: context
            ).draw(on: &canvas, in: side)
        }
        return cursor
    }

    private static func periodNote(_ context: Context) -> String? {
        let period = context.catalogue.period
        if context.today > period.upperBound {
            let end = period.upperBound.spelled(context.language)
            return context.language(
                "事業期間は \(end) で終了しました。残っている対応です。", "The programme ended on \(end); this is still open.")
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
                let title = section.group.title(context.language) + "  \(section.count)" + (section.isMore ? "+" : "")
                SectionHeading.draw(title, on: &canvas, x: area.x + 1, y: y, width: area.width - 2, context)
            case .row(let index, let row):
                let rect = Rect(x: area.x, y: y, width: area.width, height: 1)
                let surface: Surface = index == selected ? .selection : .base
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

/// When, what, and who has it, in one row.
struct TodayRowView {
    var row: TodayRow
    var context: Context

    private static let whenWidth = 12

    func draw(on canvas: inout Canvas, in line: Rect, surface: Surface) {
        let language = context.language
        let ellipsis = context.glyphs.ellipsis
        if case .more(_, let count) = row {
            canvas.put(
                context.glyphs.more + " " + language("他 \(count)件（Enter で表示）", "\(count) more (Enter shows them)"),
                x: line.x + 2, y: line.y, limit: line.width - 3, style: Style(.muted, on: surface))
            return
        }
        let (glyph, when, role) = when
        canvas.put(glyph, x: line.x + 2, y: line.y, style: Style(role, on: surface))
        canvas.put(
            clipped(when, to: TodayRowView.whenWidth - 1, ellipsis: ellipsis), x: line.x + 4, y: line.y,
            style: Style(role, on: surface))
        let (title, detail, who) = words
        let x = line.x + 4 + TodayRowView.whenWidth
        let whoWidth = line.width >= 70 ? min(14, cellWidth(who)) : 0
        canvas.put(
            clipped(who, to: whoWidth, ellipsis: ellipsis), endingAt: line.right - 1, y: line.y,
            style: Style(.muted, on: surface))
        let room = line.right - 1 - x - (whoWidth > 0 ? whoWidth + 2 : 0)
        let titleWidth = detail.isEmpty ? room : min(cellWidth(title), max(room / 2, room - cellWidth(detail) - 2))
        canvas.put(
            clipped(title, to: titleWidth, ellipsis: ellipsis), x: x, y: line.y, style: Style(.text, on: surface))
        canvas.put(
            clipped(detail, to: room - titleWidth - 2, ellipsis: ellipsis), x: x + titleWidth + 2, y: line.y,
            style: Style(.muted, on: surface))
    }

    /// A sign, how late or how soon in words, and how bad that is.
    private var when: (String, String, Role) {
        let language = context.language
        let glyphs = context.glyphs
        switch row {
        case .item(let item, let group):
            let days = context.today - item.day
            switch group {
            case .overdue: return (glyphs.warning, language("\(days)日超過", "\(days) d overdue"), .behind)
            case .due: return (glyphs.pointer, TodayRowView.soon(item.day, context), days == 0 ? .warning : .text)
            case .silent:
                let working = context.calendar.workingDays(from: item.day, to: context.today)
                return (glyphs.open, language("\(working)営業日", "\(working) wk days"), .warning)
            case .unsettled: return (glyphs.warning, item.day.short(language), .behind)
            default: return (glyphs.open, item.day.short(language), .warning)
            }
        case .report(let deadline):
            let left = context.calendar.workingDays(from: context.today, to: deadline.lastWorkingDay)
            return (
                glyphs.warning, TodayRowView.soon(deadline.lastWorkingDay, context), left <= 3 ? .behind : .warning
            )
        case .pace(let reading):
            let look = StatusLook(reading.pace.status, context)
            return (look.glyph, look.word, look.role)
        case .draft: return (glyphs.pointer, language("未保存", "not saved"), .accent)
        case .more: return ("", "", .muted)
        }
    }

    private static func soon(_ day: Day, _ context: Context) -> String {
        let language = context.language
        switch day - context.today {
        case 0: return language("今日", "today")
        case 1: return language("明日", "tomorrow")
        default: return day.short(language) + language("(\(day.weekday.label.ja))", " \(day.weekday.label.en)")
        }
    }

    /// What it is about, more about it, and who has it.
    private var words: (String, String, String) {
        let language = context.language
        switch row {
        case .item(let item, let group):
            guard group == .followUp else { return (item.title, item.detail, item.coordinator) }
            return (item.title, language("採用・内定を確認", "ask about hires and offers"), item.coordinator)
        case .report(let deadline):
            return (
                language("\(deadline.month.month)月分の月次報告", "report for \(deadline.month.iso)"),
                language("期限 \(deadline.day.short(.ja))", "due \(deadline.day.short(.en))"), ""
            )
        case .pace(let reading):
            let indicator = reading.indicator
            let figures =
                Figures.actual(reading) + "/" + indicator.target.spelled(language)
                + language(
                    "（今日までに\(Figures.decimal(reading.pace.expected))）",
                    " (\(Figures.decimal(reading.pace.expected)) by today)")
            return (indicator.code + " " + indicator.label(language), figures, "")
        case .draft(let draft):
            let kind = draft.request.kind.label(language)
            let what =
                draft.request.record == nil
                ? language("\(kind)の登録", "new \(kind)") : language("\(kind)の編集", "edit \(kind)")
            let typed = draft.texts.values.filter { !$0.isEmpty }.max { $0.count < $1.count } ?? ""
            return (what, typed.replacing("\n", with: " "), "")
        case .more: return ("", "", "")
        }
    }
}
