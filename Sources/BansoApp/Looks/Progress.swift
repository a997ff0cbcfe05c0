import BansoDomain
import TerminalUI

/// How an indicator has moved: since last week in words, and month by month.
struct Progress {
    /// Days back that a change is told from.
    static let span = 7

    var reading: Reading
    /// The same indicator a week ago; nil where that isn't known.
    var before: Reading?
    var context: Context

    /// 先週から +3; empty before the indicator's time has come, and where there is nothing to compare.
    var sinceLastWeek: String {
        let language = context.language
        guard reading.pace.status != .notStarted, let now = reading.actual, let then = before?.actual else { return "" }
        let change = Int(now.rounded(.down)) - Int(then.rounded(.down))
        guard change != 0 else { return language("先週と同じ", "as last week") }
        let figure = (change > 0 ? "+" : "-") + Figures.grouped(abs(change))
        return reading.indicator.kind == .ratio
            ? language("先週から \(figure)ポイント", "\(figure) points since last week")
            : language("先週から \(figure)", "\(figure) since last week")
    }

    /// 予測 8: where it will be at its end; empty of a ratio, before there is anything, and once it is decided.
    var forecast: String {
        guard reading.indicator.kind != .ratio, reading.tally.counted > 0,
            [.ahead, .onTrack, .behind].contains(reading.pace.status)
        else { return "" }
        let value = Figures.grouped(Int(reading.pace.forecast.rounded()))
        return context.language("予測 \(value)", "est. \(value)")
    }

    /// What each month of the indicator's time up to today's has added; empty for a ratio, which adds nothing up.
    var months: [Int] {
        guard reading.indicator.kind != .ratio else { return [] }
        let window = reading.indicator.window
        guard context.today >= window.lowerBound else { return [] }
        let last = FiscalMonth(min(context.today, window.upperBound))
        var month = FiscalMonth(window.lowerBound)
        var values: [Int] = []
        while month <= last {
            values.append(reading.tally.byMonth[month] ?? 0)
            month = month.next
        }
        return values
    }

    /// The months of the whole of the indicator's time; those to come without a figure.
    var columns: [ColumnChart.Column] {
        let values = months
        guard !values.isEmpty else { return [] }
        let window = reading.indicator.window
        let now = FiscalMonth(context.today)
        var month = FiscalMonth(window.lowerBound)
        var columns: [ColumnChart.Column] = []
        while month <= FiscalMonth(window.upperBound) {
            let name = month.short(context.language)
            let value = columns.count < values.count ? values[columns.count] : nil
            columns.append(ColumnChart.Column(name: name, value: value, isNow: month == now))
            month = month.next
        }
        return columns
    }

    var sparkline: String { Sparkline.text(months, glyphs: context.glyphs) }

    /// The latest months up to today's, so that those of all indicators stand below each other; what is after an indicator's
    /// time is blank.
    func sparkline(latest most: Int) -> String {
        let now = FiscalMonth(min(context.today, context.catalogue.period.upperBound))
        var month = FiscalMonth(reading.indicator.window.upperBound)
        var line = sparkline
        while month < now {
            line += " "
            month = month.next
        }
        return String(line.suffix(most))
    }
}
