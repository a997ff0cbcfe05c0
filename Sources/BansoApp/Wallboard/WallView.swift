import BansoDomain
import TerminalUI

/// Draws the wallboard: no name of a person or a company is on it, ever.
struct WallView {
    var state: WallState
    var context: Context

    func frame(size: Size) -> Canvas {
        var canvas = Canvas(size: size, isPlain: context.glyphs == .ascii)
        guard size.height >= 3, size.width >= 10 else { return canvas }
        let (head, rest) = canvas.bounds.split(top: 1)
        let (body, foot) = rest.split(bottom: banner(in: size)?.lines.count ?? 1)
        drawHead(on: &canvas, in: head)
        drawFoot(on: &canvas, in: foot)
        if state.readings.isEmpty {
            EmptyNote(
                title: context.language("データを待っています", "waiting for data"),
                hint: ""
            ).draw(on: &canvas, in: body, context)
            return canvas
        }
        let area = body.height >= 20 ? body.inset(y: 1) : body
        switch state.page {
        case .overview: _ = OverviewBody(readings: state.readings, selected: nil).draw(on: &canvas, in: area, context)
        case .pipeline(let id): drawPipeline(id, on: &canvas, in: area)
        case .deadlines: WallDeadlines(state: state, context: context).draw(on: &canvas, in: area)
        }
        return canvas
    }

    private var title: String {
        switch state.page {
        case .overview: context.language("概況", "Overview")
        case .deadlines: context.language("期限", "Deadlines")
        case .pipeline(let id):
            id.text + " " + (context.catalogue.pipeline(id)?.label(context.language) ?? "")
        }
    }

    /// 14:05, as the clock beside the wall has it.
    var clock: String { LocalTime(seconds: state.now, offset: context.utcOffset).time.text }

    private func drawHead(on canvas: inout Canvas, in area: Rect) {
        canvas.fill(area, style: Style(.text, on: .bar))
        let dots = state.pages.indices.map { $0 == state.current ? context.glyphs.done : context.glyphs.open }
            .joined(separator: " ")
        var right = area.right - 1
        canvas.put(dots, endingAt: right, y: area.y, style: Style(.accent, on: .bar))
        right -= cellWidth(dots) + 2
        if area.width > 46 {
            canvas.put(clock, endingAt: right, y: area.y, style: Style(.text, on: .bar, isBold: true))
            right -= cellWidth(clock) + 2
        }
        let date = context.today.spelled(context.language)
        if area.width > 60 {
            canvas.put(date, endingAt: right, y: area.y, style: Style(.text, on: .bar))
            right -= cellWidth(date) + 2
        }
        canvas.put(
            clipped(title, to: right - area.x - 2, ellipsis: context.glyphs.ellipsis), x: area.x + 1, y: area.y,
            style: Style(.heading, on: .bar, isBold: true))
    }

    /// Why the data isn't new, and what to do.
    private func banner(in size: Size) -> Banner? {
        state.fault.map { fault in
            let language = context.language
            let since = state.faultSince.map { WallState.age(from: $0, to: state.now, language) } ?? ""
            return Banner(
                fault, before: language("更新できません（\(since)から）：", "not updating (\(since)): "), in: size, context)
        }
    }

    /// How old the data is, or since when it isn't new: in words.
    var status: String {
        let language = context.language
        if let banner = banner(in: context.size) { return banner.lines.joined() }
        let age = state.lastWrite.map { WallState.age(from: $0, to: state.now, language) }
        return age.map { language("最終更新 \($0)", "last change \($0)") } ?? language("まだ記録がありません", "nothing entered yet")
    }

    private func drawFoot(on canvas: inout Canvas, in area: Rect) {
        let language = context.language
        if let banner = banner(in: canvas.size) { return banner.draw(on: &canvas, y: area.y) }
        canvas.fill(area, style: Style(.muted, on: .bar))
        let data = status
        let met = state.readings.filter(\.isMet).count
        let behind = state.readings.count(where: \.isBreached)
        // After the end nothing is behind any more: it was met or not.
        let isOver = context.today > context.catalogue.period.upperBound
        let summary = language(
            "達成 \(met) · \(isOver ? "未達" : "遅れ") \(behind) · 全\(state.readings.count)",
            "\(met) met · \(behind) \(isOver ? "not met" : "behind") · \(state.readings.count) in all")
        guard !state.readings.isEmpty else { return }
        canvas.put(data, x: area.x + 1, y: area.y, style: Style(.text, on: .bar))
        if cellWidth(data) + cellWidth(summary) + 4 < area.width {
            canvas.put(summary, endingAt: area.right - 1, y: area.y, style: Style(.muted, on: .bar))
        }
    }

    private func drawPipeline(_ id: PipelineID, on canvas: inout Canvas, in area: Rect) {
        guard let pipeline = context.catalogue.pipeline(id) else { return }
        let own = state.readings.filter { context.catalogue.pipeline(of: $0.indicator)?.id == id }
        let stages = WallStages(pipeline: pipeline, counts: state.counts[id] ?? [:], context: context)
        let stageRows = area.height >= 16 ? stages.height : 0
        let (top, bottom) = area.split(bottom: stageRows)
        let columns = area.width >= 150 ? 2 : 1
        let perColumn = (own.count + columns - 1) / columns
        let tile = perColumn == 0 ? 1 : top.height / perColumn
        let figures = WallFigures(of: own, height: tile, width: (top.width - 4) / columns, context)
        for (index, rect) in top.columns(columns, gap: 4).enumerated() {
            var y = rect.y
            let nameWidth = GaugeRow.nameWidth(of: own, in: rect.width, context)
            for reading in own.dropFirst(index * perColumn).prefix(perColumn) {
                if let figures {
                    let place = Rect(x: rect.x, y: y, width: rect.width, height: figures.height)
                    WallTile(
                        reading: reading, before: state.before[reading.indicator.id], figures: figures, context: context
                    ).draw(on: &canvas, in: place)
                    y += min(tile, figures.height + 4)
                } else if y < rect.bottom {
                    GaugeRow(reading: reading, nameWidth: nameWidth, context: context).draw(
                        on: &canvas, in: Rect(x: rect.x, y: y, width: rect.width, height: 1), isSelected: false)
                    y += max(1, min(tile, 2))
                }
            }
        }
        stages.draw(on: &canvas, in: bottom)
    }
}

/// How many stand in each stage, as bars.
struct WallStages {
    var pipeline: Pipeline
    var counts: [StageID: Int]
    var context: Context

    /// A heading, a row a stage, in two columns where there are many.
    var height: Int { (pipeline.stages.count + 1) / 2 + 2 }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard area.height >= 3 else { return }
        let language = context.language
        SectionHeading.draw(
            language("段階ごとの件数", "By stage"), on: &canvas, x: area.x + 1, y: area.y + 1, width: area.width - 2, context)
        let largest = Double(max(1, counts.values.max() ?? 1))
        let perColumn = (pipeline.stages.count + 1) / 2
        for (index, rect) in area.inset(x: 1).columns(2, gap: 3).enumerated() {
            for (row, stage) in pipeline.stages.dropFirst(index * perColumn).prefix(perColumn).enumerated() {
                let y = area.y + 2 + row
                guard y < area.bottom else { break }
                let count = counts[stage.id] ?? 0
                let label = padded(
                    stage.label(language), to: min(16, rect.width / 2), ellipsis: context.glyphs.ellipsis)
                canvas.put(label, x: rect.x, y: y, style: .plain)
                let figure = Figures.grouped(count)
                let left = rect.x + cellWidth(label) + 1
                canvas.put(figure, endingAt: left + 6, y: y, style: Style(.text, isBold: true))
                let bar = Rect(x: left + 7, y: y, width: rect.right - left - 7, height: 1)
                Gauge(share: Double(count) / largest, role: .accent).draw(on: &canvas, in: bar, glyphs: context.glyphs)
            }
        }
    }
}
