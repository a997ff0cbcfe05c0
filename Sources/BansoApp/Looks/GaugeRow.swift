import BansoDomain
import TerminalUI

/// One indicator in one row: code, label, gauge with pace mark, figure and target, the months as a sparkline, forecast,
/// status in glyph and word. What doesn't fit is left out, the least needed first: sparkline, forecast, then the gauge. A rate has its
/// numerator and denominator in the forecast's place, or behind its label: never the per cent alone.
///
/// Names get their room before gauges grow, gauges grow to `longestGauge`, and what is left after that stays empty at the
/// right: nothing stands far from its name.
struct GaugeRow {
    var reading: Reading
    /// The widest of the names that stand below each other: see `nameWidth(of:in:_:)`.
    var nameWidth: Int
    var context: Context

    /// Of the sparkline; the latest ones.
    private static let mostMonths = 10
    private static let longestGauge = 40

    /// The widest of the names in rows of so many cells, with the fractions that stand behind them.
    static func nameWidth(of readings: [Reading], in width: Int, _ context: Context) -> Int {
        readings.map { reading in
            let row = GaugeRow(reading: reading, nameWidth: 0, context: context)
            return cellWidth(reading.indicator.label(context.language) + row.fractionBehindName(in: width))
        }.max() ?? 0
    }

    func draw(on canvas: inout Canvas, in area: Rect, isSelected: Bool) {
        guard !area.isEmpty else { return }
        let surface: Surface = isSelected ? .selection : .base
        let language = context.language
        let y = area.y
        if isSelected { canvas.fill(area, style: Style(.text, on: .selection)) }
        let look = StatusLook(reading.pace.status, context)
        let statusWidth = area.width < 34 ? 1 : StatusLook.width(language)
        // The unit stands behind the target where it is short: 60社. English labels say it already.
        let unit = language == .ja && area.width >= 50 ? reading.indicator.unit.ja : ""
        let targetWidth = language == .ja && area.width >= 50 ? 9 : 6
        let codeWidth = 6
        let taken =
            1 + statusWidth + 1 + (area.width >= 74 ? 10 : 0) + (area.width >= 92 ? GaugeRow.mostMonths + 1 : 0)
            + targetWidth + 5 + codeWidth
        let most = area.width - taken
        let least = area.width < 46 ? 0 : most >= 36 ? 12 : 8
        let gaugeWidth = max(least, min(least == 0 ? 0 : GaugeRow.longestGauge, most - nameWidth - 2))
        let room = min(most, gaugeWidth < GaugeRow.longestGauge ? most : nameWidth + gaugeWidth + 2)
        var right = area.right - 1 - (most - room)
        let status = area.width < 34 ? look.glyph : look.glyph + " " + look.word
        canvas.put(padded(status, to: statusWidth), x: right - statusWidth, y: y, style: Style(look.role, on: surface))
        right -= statusWidth + 1
        if area.width >= 74 {
            let beside = reading.rate != nil && hasFractionColumn(area.width) ? fractionText : forecastText
            canvas.put(padded(beside, to: 9), x: right - 9, y: y, style: Style(.muted, on: surface))
            right -= 10
        }
        if area.width >= 92 {
            let months = Progress(reading: reading, context: context).sparkline.suffix(GaugeRow.mostMonths)
            canvas.put(String(months), endingAt: right, y: y, style: Style(.muted, on: surface))
            right -= GaugeRow.mostMonths + 1
        }
        let target = "/" + reading.indicator.target.spelled(language) + unit
        canvas.put(target, x: right - targetWidth, y: y, style: Style(.muted, on: surface))
        right -= targetWidth
        canvas.put(Figures.actual(reading), endingAt: right, y: y, style: Style(.text, on: surface, isBold: true))
        right -= 5
        canvas.put(reading.indicator.code, x: area.x + 1, y: y, limit: codeWidth - 1, style: Style(.muted, on: surface))
        let left = area.x + codeWidth
        let labelWidth = room - gaugeWidth - (gaugeWidth > 0 ? 2 : 1)
        let fraction = fractionBehindName(in: area.width)
        let used = canvas.put(
            clipped(
                reading.indicator.label(language), to: labelWidth - cellWidth(fraction),
                ellipsis: context.glyphs.ellipsis), x: left, y: y, style: Style(.text, on: surface))
        canvas.put(fraction, x: left + used, y: y, limit: max(0, labelWidth - used), style: Style(.muted, on: surface))
        let bar = Rect(x: right - gaugeWidth - 1, y: y, width: gaugeWidth, height: 1)
        GaugeRow.gauge(of: reading, on: surface).draw(on: &canvas, in: bar, glyphs: context.glyphs)
    }

    static func gauge(of reading: Reading, on surface: Surface) -> Gauge {
        let target = reading.indicator.target
        // A band is drawn to its end, a floor to itself.
        let end = Double(target.band?.upperBound ?? target.value)
        let role: Role =
            switch reading.pace.status {
            case .met, .ahead: .good
            case .behind, .endedShort: .behind
            default: .gauge
            }
        let isRunning = ![.met, .endedShort, .notStarted].contains(reading.pace.status)
        return Gauge(
            share: (reading.actual ?? 0) / end, pace: isRunning ? reading.pace.expected / end : nil,
            band: target.band.flatMap { $0.count > 1 ? Double($0.lowerBound) / end...1 : nil }, role: role,
            surface: surface)
    }

    private var fractionText: String { reading.rate.map { Figures.fraction($0.pooled) } ?? "" }

    private func hasFractionColumn(_ width: Int) -> Bool { width >= 74 && cellWidth(fractionText) <= 9 }

    private func fractionBehindName(in width: Int) -> String {
        hasFractionColumn(width) || fractionText.isEmpty ? "" : " " + fractionText
    }

    private var forecastText: String {
        guard reading.indicator.kind != .ratio, reading.tally.counted > 0,
            [.ahead, .onTrack, .behind].contains(reading.pace.status)
        else {
            return ""
        }
        let value = Figures.grouped(Int(reading.pace.forecast.rounded()))
        return context.language("予測 \(value)", "est. \(value)")
    }
}
