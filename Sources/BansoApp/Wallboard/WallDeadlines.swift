import BansoDomain
import TerminalUI

/// What is due, as counts and dates: the reports, what needs a hand, and figures whose time runs out.
struct WallDeadlines {
    var state: WallState
    var context: Context

    /// Figures whose time ends within so many days.
    private static let soon = 45

    var blocks: [WallBlock] {
        let language = context.language
        return [
            (language("報告", "Reports"), reports), (language("対応", "To do"), hands),
            (language("期限の近い指標", "Figures whose time ends soon"), figures),
        ].filter { !$0.1.isEmpty }.map { WallBlock(heading: .title($0), items: $1.map(WallItem.line)) }
    }

    /// Every report that is late, and the next one.
    private var reports: [WallLine] {
        let (language, end) = (context.language, context.catalogue.period.upperBound)
        var lines = state.reports.late.map { month in
            let days = context.today - month.deadline.day
            return line(
                month.deadline.day, days, title(of: month),
                language("\(days)日超過", days == 1 ? "1 day late" : "\(days) days late"), .behind)
        }
        if let next = state.reports.next {
            let deadline = next.deadline
            let left = context.calendar.workingDays(from: context.today, to: deadline.lastWorkingDay)
            let notes = [
                language("あと\(left)営業日", left == 1 ? "1 working day left" : "\(left) working days left"),
                ReportWords.sendBy(deadline, language),
            ].filter { !$0.isEmpty }
            lines.append(
                line(
                    deadline.day, left, title(of: next), notes.joined(separator: language("、", ", ")),
                    deadline.isNear(on: context.today, calendar: context.calendar) ? .warning : .text))
        }
        let days = end - context.today
        let note =
            days < 0
            ? language("終了しました", "it is over") : language("あと\(days)日", days == 1 ? "1 day left" : "\(days) days left")
        lines.append(
            line(
                end, max(0, days), language("事業期間の終わり", "the programme's end"), note, days < 0 ? .warning : .text))
        return lines
    }

    /// With the programmes that it is missing of, where others have theirs.
    private func title(of month: OpenReports.Month) -> String {
        let title = ReportWords.title(of: [month.deadline.month], context.language)
        guard month.programmes.count < context.catalogue.programmes.count else { return title }
        return title + " " + month.programmes.map(\.text).joined(separator: context.language("・", ", "))
    }

    /// - Parameter days: left until then, or over.
    private func line(_ day: Day, _ days: Int, _ what: String, _ note: String, _ role: Role) -> WallLine {
        let isNarrow = context.size.width < WallLine.leastWidth
        return WallLine(
            count: Figures.grouped(days),
            when: isNarrow ? day.shortWithWeekday(context.language) : day.spelled(context.language), what: what,
            note: note, role: role)
    }

    /// Groups that people's hands are needed for, by name of the group alone.
    private var hands: [WallLine] {
        let groups: [TodayGroup] = [.overdue, .due, .unsettled, .noRoster, .noSurvey, .silent, .followUp]
        let lines = groups.compactMap { group -> WallLine? in
            guard let due = state.due[group], due.count > 0 else { return nil }
            let count = Figures.grouped(due.count) + (due.isMore ? "+" : "")
            return WallLine(
                count: Figures.grouped(due.count), when: context.language("\(count)件", count),
                what: group.title(context.language) + (due.isMore ? context.language("（以上）", " (or more)") : ""),
                role: group == .overdue ? .behind : .text)
        }
        // Units stand below each other.
        let width = lines.map { cellWidth($0.when) }.max() ?? 0
        return lines.map { line in
            var line = line
            line.when = String(repeating: " ", count: width - cellWidth(line.when)) + line.when
            return line
        }
    }

    private var figures: [WallLine] {
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
            let figure = Figures.ofTarget(reading, language)
            let days = reading.indicator.window.upperBound - context.today
            return line(
                reading.indicator.window.upperBound, days,
                "\(reading.indicator.code) \(reading.indicator.label(language))  \(figure)  \(look.glyph) \(look.word)",
                language("あと\(days)日", days == 1 ? "1 day left" : "\(days) days left"),
                reading.isBreached ? .behind : .text)
        }
    }
}
