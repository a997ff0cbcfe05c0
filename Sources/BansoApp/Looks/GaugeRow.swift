import BansoDomain
import TerminalUI

/// One indicator: code, label, gauge with pace mark, figure and target, the months as a sparkline, forecast, status in glyph and
/// word. What doesn't fit is left out, the least needed first: sparkline, forecast, unit, then the gauge. A name is never cut:
/// where it finds no room beside the rest it stands above it. A rate has its numerator and denominator in the forecast's place,
/// or behind its label: never the per cent alone.
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
    private static let codeWidth = 6

    /// What each part takes of a row.
    private struct Widths {
        let row: Int
        let status: Int
        let target: Int
        /// For name and gauge.
        let rest: Int
        let leastGauge: Int

        init(_ width: Int, _ language: Language) {
            row = width
            status = width < 34 ? 1 : StatusLook.width(language)
            // The unit stands behind the target where it is short: 60社. English labels say it already.
            target = language == .ja && width >= 64 ? 9 : 6
            rest =
                width - (1 + status + 1 + (width >= 74 ? 10 : 0) + (width >= 92 ? mostMonths + 1 : 0))
                - (target + 5 + codeWidth)
            leastGauge = rest >= 46 ? 12 : width >= 74 ? 8 : 6
        }

        /// Too narrow for a name and anything beside it.
        var isNarrow: Bool { row < 46 }
        var hasUnit: Bool { target > 6 }
        /// The widest name that has room in the row.
        var longestName: Int { isNarrow ? 0 : rest - leastGauge - 2 }

        /// Where a name has to stand in the row, its room is the gauge's.
        func gauge(besideNameOf width: Int) -> Int {
            if isNarrow { return max(0, rest - 2) }
            let room = rest - width - 2
            if width > longestName { return room < 4 ? 0 : room }
            return max(leastGauge, min(longestGauge, room))
        }
    }

    /// The widest of the names that have room in rows of so many cells, with the fractions that stand behind them.
    /// - Parameter hasRoomAbove: whether other names stand above their rows; else it is the widest of all.
    static func nameWidth(of readings: [Reading], in width: Int, hasRoomAbove: Bool = true, _ context: Context) -> Int {
        let longest = hasRoomAbove ? Widths(width, context.language).longestName : .max
        return readings.map { reading in
            let row = GaugeRow(reading: reading, nameWidth: 0, context: context)
            return cellWidth(reading.indicator.label(context.language) + row.fractionBehindName(in: width))
        }.filter { $0 <= longest }.max() ?? 0
    }

    /// The lines that the name takes above a row of so many cells; none where it has room in the row.
    func nameLines(in width: Int) -> [String] {
        let widths = Widths(width, context.language)
        let name = reading.indicator.label(context.language) + fractionBehindName(in: width)
        return cellWidth(name) > widths.longestName ? wrapped(name, to: width - GaugeRow.codeWidth - 1) : []
    }

    /// Draws the row, in the last line of the area, and its name's lines above it where the area has them.
    func draw(on canvas: inout Canvas, in area: Rect, isSelected: Bool) {
        guard !area.isEmpty else { return }
        if isSelected { canvas.fill(area, style: Style(.text, on: .selection)) }
        let (above, row) = area.split(bottom: 1)
        for (offset, line) in (above.isEmpty ? [] : nameLines(in: area.width)).enumerated() {
            let place = Rect(x: area.x, y: area.y + offset, width: area.width, height: 1)
            drawName(line, hasCode: offset == 0, on: &canvas, in: place, isSelected: isSelected)
        }
        drawFigures(on: &canvas, in: row, hasName: above.isEmpty, isSelected: isSelected)
    }

    /// A line of the name.
    func drawName(_ line: String, hasCode: Bool, on canvas: inout Canvas, in row: Rect, isSelected: Bool) {
        let surface: Surface = isSelected ? .selection : .base
        if hasCode {
            canvas.put(
                reading.indicator.code, x: row.x + 1, y: row.y, limit: GaugeRow.codeWidth - 1,
                style: Style(.muted, on: surface))
        }
        canvas.put(
            line, x: row.x + GaugeRow.codeWidth, y: row.y, limit: row.width - GaugeRow.codeWidth,
            style: Style(.text, on: surface))
    }

    /// Gauge, figure and what follows; before them code and name, where they don't stand above.
    func drawFigures(on canvas: inout Canvas, in area: Rect, hasName: Bool, isSelected: Bool) {
        let surface: Surface = isSelected ? .selection : .base
        let language = context.language
        let y = area.y
        let look = StatusLook(reading.pace.status, context)
        let widths = Widths(area.width, language)
        let gaugeWidth = hasName && widths.isNarrow ? 0 : widths.gauge(besideNameOf: nameWidth)
        let isFull = gaugeWidth < GaugeRow.longestGauge || widths.isNarrow
        let room = isFull ? widths.rest : min(widths.rest, nameWidth + gaugeWidth + 2)
        var right = area.right - 1 - (widths.rest - room)
        let status = area.width < 34 ? look.glyph : look.glyph + " " + look.word
        canvas.put(
            padded(status, to: widths.status), x: right - widths.status, y: y, style: Style(look.role, on: surface))
        right -= widths.status + 1
        if area.width >= 74 {
            let beside = reading.rate != nil && hasFractionColumn(area.width) ? fractionText : forecastText
            canvas.put(padded(beside, to: 9), x: right - 9, y: y, style: Style(.muted, on: surface))
            right -= 10
        }
        if area.width >= 92 {
            let months = Progress(reading: reading, context: context).sparkline(latest: GaugeRow.mostMonths)
            canvas.put(months, endingAt: right, y: y, style: Style(.muted, on: surface))
            right -= GaugeRow.mostMonths + 1
        }
        let target =
            "/"
            + (widths.hasUnit
                ? Figures.wholeTarget(of: reading.indicator, language)
                : Figures.target(of: reading.indicator, language))
        canvas.put(target, x: right - widths.target, y: y, style: Style(.muted, on: surface))
        right -= widths.target
        canvas.put(Figures.actual(reading), endingAt: right, y: y, style: Style(.text, on: surface, isBold: true))
        right -= 5
        if hasName {
            drawNameBeside(on: &canvas, in: area, width: room - gaugeWidth - (gaugeWidth > 0 ? 2 : 1), surface)
        }
        let bar = Rect(x: right - gaugeWidth - 1, y: y, width: gaugeWidth, height: 1)
        GaugeRow.gauge(of: reading, on: surface).draw(on: &canvas, in: bar, glyphs: context.glyphs)
    }

    private func drawNameBeside(on canvas: inout Canvas, in area: Rect, width: Int, _ surface: Surface) {
        canvas.put(
            reading.indicator.code, x: area.x + 1, y: area.y, limit: GaugeRow.codeWidth - 1,
            style: Style(.muted, on: surface))
        let left = area.x + GaugeRow.codeWidth
        let fraction = fractionBehindName(in: area.width)
        let label = clipped(
            reading.indicator.label(context.language), to: width - cellWidth(fraction),
            ellipsis: context.glyphs.ellipsis)
        let used = canvas.put(label, x: left, y: area.y, style: Style(.text, on: surface))
        canvas.put(fraction, x: left + used, y: area.y, limit: max(0, width - used), style: Style(.muted, on: surface))
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

    private var forecastText: String { Progress(reading: reading, context: context).forecast }
}
