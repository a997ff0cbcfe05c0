import BansoDomain
import TerminalUI

/// When, what, and who has it, in one row.
struct TodayRowView {
    var row: TodayRow
    var context: Context

    func draw(on canvas: inout Canvas, in line: Rect, surface: Surface) {
        let language = context.language
        let ellipsis = context.glyphs.ellipsis
        if case .more(let group, let count) = row {
            let rest = TodayRow.rest(count, language)
            let text =
                group == .pace
                ? rest + context.note(of: .open, "概況へ", "shows the overview")
                : rest + context.note(of: .open, "表示", "shows them")
            canvas.put(
                clipped(context.glyphs.more + " " + text, to: line.width - 3, ellipsis: ellipsis),
                x: line.x + 2, y: line.y, style: Style(.muted, on: surface))
            return
        }
        let isNarrow = line.width < 60
        // "123 days late" and "123d late" in English, 「123日超過」 and 「12/10(水)」 in Japanese.
        let whenWidth = context.language == .ja ? (isNarrow ? 10 : 12) : isNarrow ? 11 : 15
        let (glyph, when, role) = when(isNarrow: isNarrow)
        canvas.put(glyph, x: line.x + 2, y: line.y, style: Style(role, on: surface))
        canvas.put(
            padded(when, to: whenWidth - (isNarrow ? 1 : 2), isRightAligned: row.isDated, ellipsis: ellipsis),
            x: line.x + 4, y: line.y, style: Style(role, on: surface))
        let (title, detail, who) = words
        let x = line.x + 4 + whenWidth
        let whoWidth = line.width >= 70 ? min(14, cellWidth(who)) : 0
        canvas.put(
            clipped(who, to: whoWidth, ellipsis: ellipsis), endingAt: line.right - 1, y: line.y,
            style: Style(.muted, on: surface))
        let room = line.right - 1 - x - (whoWidth > 0 ? whoWidth + 2 : 0)
        let share = RowShare(of: room, name: title, detail: detail, mostDetail: room * 2 / 5, context.glyphs)
        canvas.put(
            clipped(title, to: share.name, ellipsis: ellipsis), x: x, y: line.y, style: Style(.text, on: surface))
        canvas.put(
            share.detail, x: x + share.name + 2, y: line.y, style: Style(.muted, on: surface))
    }

    /// A sign, how late or how soon in words, and how bad that is.
    /// - Parameter isNarrow: the words as short as they can be.
    func when(isNarrow: Bool = false) -> (String, String, Role) {
        let language = context.language
        let glyphs = context.glyphs
        func late(_ days: Int) -> String {
            language("\(days)日超過", isNarrow ? "\(days)d late" : days == 1 ? "1 day late" : "\(days) days late")
        }
        switch row {
        case .item(let item, let group):
            let days = context.today - item.day
            switch group {
            case .overdue:
                return (glyphs.warning, late(days), .behind)
            case .due: return (glyphs.pointer, TodayRowView.soon(item.day, context), days == 0 ? .warning : .text)
            case .silent:
                let working = context.calendar.workingDays(from: item.day, to: context.today)
                return (
                    glyphs.open, language("\(working)営業日", isNarrow ? "\(working) wkdays" : "\(working) work days"),
                    .warning
                )
            case .unsettled: return (glyphs.warning, item.day.short(language), .behind)
            default: return (glyphs.open, item.day.short(language), .warning)
            }
        case .late(let deadlines):
            let days = deadlines.map { context.today - $0.day }.max() ?? 0
            return (glyphs.warning, late(days), .behind)
        case .report(let deadline):
            let left = context.calendar.workingDays(from: context.today, to: deadline.lastWorkingDay)
            let isNear = deadline.isNear(on: context.today, calendar: context.calendar)
            return (
                isNear ? glyphs.warning : glyphs.open, TodayRowView.soon(deadline.day, context),
                !isNear ? .text : left <= 3 ? .behind : .warning
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
        default: return day.shortWithWeekday(language)
        }
    }

    /// What it is about, more about it, and who has it.
    var words: (String, String, String) {
        let language = context.language
        switch row {
        case .item(let item, let group):
            guard group == .followUp else { return (item.title, item.detail, item.coordinator) }
            return (item.title, language("採用・内定を確認", "ask about hires and offers"), item.coordinator)
        case .late(let deadlines):
            let title = ReportWords.title(of: deadlines.map(\.month), language)
            guard deadlines.count == 1 else {
                return (title, language("\(deadlines.count)件が遅れています", "\(deadlines.count) are late"), "")
            }
            return (title, language("期限 ", "due ") + deadlines[0].day.shortWithWeekday(language), "")
        case .report(let deadline):
            let sendBy = ReportWords.sendBy(deadline, language)
            let due = language("期限 ", "due ") + deadline.day.shortWithWeekday(language)
            return (
                ReportWords.title(of: [deadline.month], language),
                sendBy.isEmpty ? due : due + language("、", ", ") + sendBy,
                ""
            )
        case .pace(let reading):
            let indicator = reading.indicator
            let figures =
                Figures.ofTarget(reading, language)
                + language(
                    "（今日までに\(Figures.decimal(reading.pace.expected))）",
                    " (\(Figures.decimal(reading.pace.expected)) by today)")
            return (indicator.code + " " + indicator.label(language), figures, "")
        case .draft(let draft):
            return (draft.words(language), draft.title(context), "")
        case .more: return ("", "", "")
        }
    }
}
