import BansoDomain
import TerminalUI

extension ExplainScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        guard let reading else {
            if hasLoaded {
                EmptyNote(
                    title: context.language("この指標はありません", "there is no such indicator"),
                    hint: context.backHint
                ).draw(on: &canvas, in: area, context)
            }
            return Point(x: area.x, y: area.y)
        }
        let layout = ExplainLayout(screen: self, in: area, context)
        drawTitle(reading, on: &canvas, in: layout.title, context)
        ExplainFigure(reading: reading, context: context).draw(on: &canvas, in: layout.figure)
        draw(layout.shownFacts, on: &canvas, in: layout.facts)
        drawHeading(reading, on: &canvas, in: layout.heading.inset(x: 1), layout, context)
        switch view {
        case .rows: return drawRows(reading, on: &canvas, layout, context)
        case .matrix:
            MatrixTable(matrix ?? CountMatrix(), context: context).draw(
                on: &canvas, in: layout.body, corner: corner ?? Point(x: 0, y: 0))
        case .facts: draw(Array(layout.allFacts.dropFirst(scroll)), on: &canvas, in: layout.body)
        }
        return Point(x: layout.body.x, y: layout.body.y)
    }

    private func drawTitle(_ reading: Reading, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let look = StatusLook(reading.pace.status, context)
        let status = look.glyph + " " + look.word
        canvas.put(status, endingAt: area.right - 1, y: area.y, style: Style(look.role, isBold: true))
        let room = max(0, area.width - cellWidth(status) - 4)
        let (code, label) = (reading.indicator.code + " ", reading.indicator.label(context.language))
        let title = clipped(label, to: room - cellWidth(code), ellipsis: context.glyphs.ellipsis)
        var x = area.x + 1
        x += canvas.put(code, x: x, y: area.y, limit: room, style: Style(.muted))
        x += canvas.put(title, x: x, y: area.y, style: Style(.heading, isBold: true))
        // By its id commands and files know it.
        let id = "  " + reading.indicator.id.text
        guard x - area.x - 1 + cellWidth(id) <= room else { return }
        canvas.put(id, x: x, y: area.y, style: Style(.muted))
    }

    private func draw(_ lines: [[ExplainFacts.Piece]], on canvas: inout Canvas, in area: Rect) {
        for (row, line) in lines.prefix(area.height).enumerated() {
            var x = area.x + 1
            for piece in line where x < area.right - 1 {
                x += canvas.put(
                    piece.text, x: x, y: area.y + row, limit: area.right - 1 - x, style: piece.style)
            }
        }
    }

    private func drawHeading(
        _ reading: Reading, on canvas: inout Canvas, in area: Rect, _ layout: ExplainLayout, _ context: Context
    ) {
        guard !area.isEmpty else { return }
        let language = context.language
        var title: String
        var place = ""
        switch view {
        case .rows:
            title = list.verdict.title(language)
            place = language(
                "計上 \(Figures.grouped(reading.tally.counted)) · 除外 \(Figures.grouped(reading.tally.excluded))",
                "\(Figures.grouped(reading.tally.counted)) counted · \(Figures.grouped(reading.tally.excluded)) excluded"
            )
            if list.current != nil, area.width >= 60 {
                let row = Figures.grouped(list.position + 1)
                place = language("\(row)行目 · ", "row \(row) · ") + place
            }
        case .matrix:
            title =
                reading.rate == nil
                ? language("月と県ごとの計上", "Counted by month and prefecture")
                : language("月と県ごとの分母", "Denominator by month and prefecture")
            place = MatrixTable(matrix ?? CountMatrix(), context: context).place(
                corner ?? Point(x: 0, y: 0), in: layout.body)
        case .facts: title = language("要領と条件", "Terms and conditions")
        }
        title = clipped(title, to: area.width - cellWidth(place) - 2, ellipsis: context.glyphs.ellipsis)
        SectionHeading.draw(title, on: &canvas, x: area.x, y: area.y, width: area.width, context)
        guard !place.isEmpty else { return }
        canvas.put(" " + place, endingAt: area.right, y: area.y, style: Style(.muted))
    }

    private func drawRows(
        _ reading: Reading, on canvas: inout Canvas, _ layout: ExplainLayout, _ context: Context
    ) -> Point {
        guard list.hasLoaded else { return Point(x: layout.body.x, y: layout.body.y) }
        guard list.current != nil else {
            emptyNote(context).draw(on: &canvas, in: layout.body, context)
            return Point(x: layout.body.x, y: layout.body.y)
        }
        let table = ContributionTable(list: list, hasHeading: layout.hasTableHeading, context: context)
        table.drawDetail(on: &canvas, in: layout.detail)
        return table.draw(on: &canvas, in: layout.body)
    }

    private func emptyNote(_ context: Context) -> EmptyNote {
        let language = context.language
        return switch list.verdict {
        case .all:
            EmptyNote(
                title: language("まだ1行もありません", "no rows yet"),
                hint: language("この指標に当たる記録を入れると、計上・除外の行がここに並びます。", "records that it counts will be listed here; ")
                    + context.hint(
                        (.facts, .character("i"), " で数え方", " shows its terms"), (.close, .escape, " で概況へ", " goes back")
                    ))
        case .counted:
            EmptyNote(
                title: language("計上された行はありません", "nothing is counted"),
                hint: context.hint((.filter, .character("f"), " で除外された行へ", " shows what is excluded")))
        case .excluded:
            EmptyNote(
                title: language("除外された行はありません", "nothing is excluded"),
                hint: context.hint((.filter, .character("f"), " ですべての行へ", " shows all rows")))
        }
    }
}

/// The figure over its target with its gauge: large where there are three rows for it.
private struct ExplainFigure {
    var reading: Reading
    var context: Context

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard !area.isEmpty else { return }
        let figure = Figures.actual(reading)
        let isLarge = area.height >= BigDigits.height
        var x = area.x + 1
        let y = isLarge ? area.y + 1 : area.y
        if isLarge {
            let look = StatusLook(reading.pace.status, context)
            BigDigits.draw(figure, on: &canvas, x: x, y: area.y, style: Style(look.role, isBold: true))
            x += BigDigits.width(of: figure) + 1
        } else {
            x += canvas.put(figure, x: x, y: y, style: Style(.text, isBold: true))
        }
        let language = context.language
        var goal = "/" + reading.indicator.target.spelled(language)
        let unit = reading.indicator.unit(language)
        goal += unit.first?.isLetter == true ? language("", " ") + unit : unit
        x += canvas.put(goal, x: x, y: y, limit: max(0, area.right - x), style: Style(.muted))
        if let rate = reading.rate {
            let fraction = "  " + Figures.fraction(rate.pooled)
            x += canvas.put(fraction, x: x, y: y, limit: max(0, area.right - x), style: Style(.text, isBold: true))
        }
        let width = min(60, area.right - x - 3)
        guard width >= 8 else { return }
        GaugeRow.gauge(of: reading, on: .base).draw(
            on: &canvas, in: Rect(x: x + 2, y: y, width: width, height: 1), glyphs: context.glyphs)
    }
}

extension ContributionQuery.Verdict {
    fileprivate func title(_ language: Language) -> String {
        switch self {
        case .all: language("すべての行", "All rows")
        case .counted: language("計上された行", "Counted")
        case .excluded: language("除外された行", "Excluded")
        }
    }
}
