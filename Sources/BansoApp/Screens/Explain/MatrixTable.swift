import BansoDomain
import TerminalUI

/// What was counted, by month across and prefecture down, with sums. Scrolls where it doesn't fit; the sums stay in sight.
struct MatrixTable {
    private let matrix: CountMatrix
    private let context: Context
    private let months: [FiscalMonth]
    /// Nil where none is known.
    private let prefectures: [Prefecture?]

    init(_ matrix: CountMatrix, context: Context) {
        self.matrix = matrix
        self.context = context
        let period = context.catalogue.period
        let counted = matrix.counts.filter { $0.value != 0 }.map(\.key)
        let first = min(FiscalMonth(period.lowerBound), counted.map(\.month).min() ?? FiscalMonth(period.lowerBound))
        let last = max(FiscalMonth(period.upperBound), counted.map(\.month).max() ?? FiscalMonth(period.upperBound))
        var months = [first]
        while let month = months.last, month < last { months.append(month.next) }
        self.months = months
        let district = context.catalogue.prefectures
        let others = Set(counted.compactMap(\.prefecture)).subtracting(district).sorted()
        prefectures = district + others + (counted.contains { $0.prefecture == nil } ? [nil] : [])
    }

    private var labelWidth: Int { context.language == .ja ? 8 : 10 }
    /// The widest number, its gap, and never narrower than a month's name.
    private var cell: Int { max(5, cellWidth(Figures.grouped(sum { _ in true })) + 1) }

    private var total: Int { cell + 1 }

    private func visibleMonths(_ area: Rect) -> Int { max(1, (area.width - 2 - labelWidth - total) / cell) }
    /// Without the heading and the sums.
    private func visiblePrefectures(_ area: Rect) -> Int { max(1, area.height - 2) }

    /// How far it can be scrolled.
    func lastCorner(in area: Rect) -> Point {
        Point(
            x: max(0, months.count - visibleMonths(area)), y: max(0, prefectures.count - visiblePrefectures(area)))
    }

    /// Where it opens: this month is the last one in sight, or the first month the first.
    func home(in area: Rect) -> Point {
        let now = months.firstIndex { $0 >= FiscalMonth(context.today) } ?? months.count - 1
        return Point(x: max(0, now + 1 - visibleMonths(area)), y: 0)
    }

    /// The months and prefectures in sight, in words, as far as they aren't all.
    func place(_ corner: Point, in area: Rect) -> String {
        let last = lastCorner(in: area)
        let shownMonths = months.dropFirst(corner.x).prefix(visibleMonths(area)).map(name)
        let shownRows = prefectures.dropFirst(corner.y).prefix(visiblePrefectures(area)).map(name)
        return [last.x > 0 ? shownMonths : [], last.y > 0 ? shownRows : []].compactMap { names in
            guard let first = names.first, let end = names.last else { return nil }
            return first + "–" + end
        }.joined(separator: " · ")
    }

    func draw(on canvas: inout Canvas, in area: Rect, corner: Point) {
        let shown = Array(months.dropFirst(corner.x).prefix(visibleMonths(area)))
        let rows = Array(prefectures.dropFirst(corner.y).prefix(visiblePrefectures(area)))
        let now = FiscalMonth(context.today)
        var right = area.x + 1 + labelWidth
        func put(_ text: String, y: Int, _ style: Style) {
            guard y < area.bottom, right <= area.right else { return }
            canvas.put(text, endingAt: right, y: y, style: style)
        }
        for (row, prefecture) in rows.enumerated() where area.y + 1 + row < area.bottom {
            canvas.put(
                clipped(name(of: prefecture), to: labelWidth, ellipsis: context.glyphs.ellipsis), x: area.x + 1,
                y: area.y + 1 + row, limit: max(0, area.width - 1), style: .plain)
        }
        let sums = area.y + 1 + rows.count
        if sums < area.bottom {
            canvas.put(
                context.language("計", "Total"), x: area.x + 1, y: sums, limit: max(0, area.width - 1),
                style: Style(.heading, isBold: true))
        }
        for month in shown {
            right += cell
            put(name(of: month), y: area.y, Style(month == now ? .accent : .muted, isBold: month == now))
            for (row, prefecture) in rows.enumerated() {
                let count = matrix.counts[CountMatrix.Cell(month: month, prefecture: prefecture)] ?? 0
                let text = count == 0 ? context.glyphs.notStarted : Figures.grouped(count)
                put(text, y: area.y + 1 + row, Style(count == 0 ? .muted : .text))
            }
            put(Figures.grouped(sum { $0.month == month }), y: sums, Style(.text, isBold: true))
        }
        right += total
        put(context.language("計", "Total"), y: area.y, Style(.heading, isBold: true))
        for (row, prefecture) in rows.enumerated() {
            put(
                Figures.grouped(sum { $0.prefecture == prefecture }), y: area.y + 1 + row,
                Style(.text, isBold: true))
        }
        put(Figures.grouped(sum { _ in true }), y: sums, Style(.accent, isBold: true))
    }

    private func name(of month: FiscalMonth) -> String {
        month.short(context.language)
    }

    private func name(of prefecture: Prefecture?) -> String {
        prefecture?.shortName(context.language) ?? context.language("県なし", "none")
    }

    private func sum(_ isIncluded: (CountMatrix.Cell) -> Bool) -> Int {
        matrix.counts.reduce(0) { isIncluded($1.key) ? $0 + $1.value : $0 }
    }
}
