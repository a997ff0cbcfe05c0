import BansoDomain
import TerminalUI

/// What is due, as counts and dates: the reports, what needs a hand, and figures whose time runs out.
struct WallDeadlines {
    var state: WallState
    var context: Context

    /// Figures whose time ends within so many days.
    private static let soon = 45

    private struct Line {
        var when: String
        var what: String
        var role: Role
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        let language = context.language
        var y = area.y
        for (title, lines) in [
            (language("報告", "Reports"), reports), (language("対応", "To do"), hands),
            (language("期限の近い指標", "Figures whose time ends soon"), figures),
        ] where !lines.isEmpty {
            guard y + 1 < area.bottom else { return }
            SectionHeading.draw(title, on: &canvas, x: area.x + 1, y: y, width: area.width - 2, context)
            y += 1
            for line in lines where y < area.bottom {
                draw(line, on: &canvas, in: Rect(x: area.x + 1, y: y, width: area.width - 2, height: 1))
                y += 1
            }
            y += area.height >= 18 ? 1 : 0
        }
    }

    private func draw(_ line: Line, on canvas: inout Canvas, in row: Rect) {
        let width = min(30, row.width / 2)
        canvas.put(
            clipped(line.when, to: width - 2, ellipsis: context.glyphs.ellipsis), x: row.x + 1, y: row.y,
            style: Style(line.role, isBold: true))
        canvas.put(
            clipped(line.what, to: row.width - width - 1, ellipsis: context.glyphs.ellipsis), x: row.x + 1 + width,
            y: row.y,
            style: Style(.text))
    }

    private var reports: [Line] {
        let (language, period) = (context.language, context.catalogue.period)
        guard context.today <= period.upperBound else {
            return [
                Line(
                    when: period.upperBound.spelled(language), what: language("事業期間は終了しました", "the programme is over"),
                    role: .warning)
            ]
        }
        var lines: [Line] = []
        if let next = ReportDeadline.next(on: context.today, period: period, calendar: context.calendar) {
            let left = context.calendar.workingDays(from: context.today, to: next.lastWorkingDay)
            let isNear = next.isNear(on: context.today, calendar: context.calendar)
            lines.append(
                Line(
                    when: next.lastWorkingDay.spelled(language),
                    what: language(
                        "\(next.month.month)月分の月次報告（あと\(left)営業日）",
                        "report for \(next.month.iso) (\(left) working days left)"),
                    role: isNear ? .warning : .text))
        }
        let days = period.upperBound - context.today
        lines.append(
            Line(
                when: period.upperBound.spelled(language),
                what: language("事業期間の終わり（あと\(days)日）", "the programme's end (\(days) days left)"), role: .text))
        return lines
    }

    /// Groups that people's hands are needed for, by name of the group alone.
    private var hands: [Line] {
        let groups: [TodayGroup] = [.overdue, .due, .unsettled, .noRoster, .noSurvey, .silent, .followUp]
        return groups.compactMap { group in
            guard let due = state.due[group], due.count > 0 else { return nil }
            let count = Figures.grouped(due.count) + (due.isMore ? "+" : "")
            return Line(
                when: context.language("\(count)件", count), what: group.title(context.language),
                role: group == .overdue ? .behind : .text)
        }
    }

    private var figures: [Line] {
        let language = context.language
        let near = state.readings.filter { reading in
            let end = reading.indicator.window.upperBound
            return !reading.isMet && end >= context.today && end <= context.today + WallDeadlines.soon
        }
        return near.sorted {
            ($0.indicator.window.upperBound, $0.indicator.code) < ($1.indicator.window.upperBound, $1.indicator.code)
        }
        .map { reading in
            let look = StatusLook(reading.pace.status, context)
            let figure = Figures.actual(reading) + "/" + reading.indicator.target.spelled(language)
            return Line(
                when: reading.indicator.window.upperBound.spelled(language),
                what:
                    "\(reading.indicator.code) \(reading.indicator.label(language))  \(figure)  \(look.glyph) \(look.word)",
                role: reading.isBreached ? .behind : .text)
        }
    }
}
