import BansoDomain
import TerminalUI

/// The columns of the list of reports: month and due date, programme, state, and what is to be said about it.
struct ReportsColumns {
    private let widths: [Int]
    /// Without room for more than what is to be done.
    private let isNarrow: Bool

    init(width: Int) {
        isNarrow = width < 60
        let month = width >= 100 ? 46 : isNarrow ? 9 : 30
        let state = isNarrow ? 16 : 22
        widths = [month, 5, state, max(0, width - month - state - 7)]
    }

    func headings(_ language: Language) -> [String] {
        [
            language(isNarrow ? "対象月" : "対象月（期限）", isNarrow ? "Month" : "Month (due)"),
            language("区分", "Of"), language("状態", "State"),
            isNarrow ? language("変更", "Changed") : language("変更・ハッシュ", "Changes since, hash"),
        ]
    }

    func draw(
        _ texts: [String], roles: [Role], on canvas: inout Canvas, in line: Rect, surface: Surface, _ context: Context
    ) {
        var x = line.x + 1
        for (place, text) in texts.enumerated() {
            canvas.put(
                clipped(text, to: min(widths[place] - 1, line.right - x), ellipsis: context.glyphs.ellipsis), x: x,
                y: line.y, style: Style(roles[place], on: surface))
            x += widths[place]
        }
    }
}

extension ReportsScreen.Row {
    /// The month, and where there is room when it is due.
    func monthText(_ context: Context) -> String {
        let language = context.language
        guard context.size.width >= 60 else { return deadline.month.short(language) }
        let due = deadline.day.shortWithWeekday(language)
        let sendBy = context.size.width >= 100 ? ReportWords.sendBy(deadline, language) : ""
        let note = sendBy.isEmpty ? "" : language("、", ", ") + sendBy
        return language(
            "\(deadline.month.short(.ja))（\(due)まで\(note)）", "\(deadline.month.short(.en)) (by \(due)\(note))")
    }

    /// Frozen, overdue, due soon, or open: a mark and a word.
    func state(_ context: Context) -> (String, Role) {
        let (language, glyphs, today) = (context.language, context.glyphs, context.today)
        if let frozen {
            let moment = LocalTime(seconds: Double(frozen.at), offset: context.utcOffset)
            let on = moment.day.short(language)
            return ("\(glyphs.met) " + language("確定 \(on)", "frozen \(on)"), .good)
        }
        if today > deadline.day { return ("\(glyphs.warning) " + language("期限切れ", "overdue"), .behind) }
        if today > deadline.month.lastDay || deadline.isLast && deadline.isNear(on: today, calendar: context.calendar) {
            return ("\(glyphs.warning) " + language("未確定", "to be frozen"), .warning)
        }
        if today < deadline.month.firstDay { return (language("これから", "to come"), .muted) }
        return (language("今月", "this month"), .text)
    }

    func note(_ context: Context) -> String {
        guard let frozen else { return "" }
        let changes = frozen.changes
        guard context.size.width >= 60 else { return changes == 0 ? "" : context.language("\(changes)件", "\(changes)") }
        let place = hasNext ? context.language("次の報告", "the next") : context.language("最終報告", "the final report")
        let changed =
            changes == 0
            ? "" : context.language("変更 \(changes)件（\(place)に訂正） ", "\(changes) changed (corrections in \(place)) ")
        return changed + String(frozen.sha256.prefix(12))
    }
}
