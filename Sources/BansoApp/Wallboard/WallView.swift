import BansoDomain
import TerminalUI

/// Draws the wallboard: no name of a person or a company is on it, ever.
struct WallView {
    var state: WallState
    var context: Context

    func frame(size: Size) -> Canvas {
        var canvas = Canvas(size: size, isPlain: context.isPlain)
        guard size.height >= 3, size.width >= 10 else { return canvas }
        let (head, rest) = canvas.bounds.split(top: 1)
        let (body, foot) = rest.split(bottom: footHeight(in: size))
        drawHead(on: &canvas, in: head)
        drawFoot(on: &canvas, in: foot)
        if state.readings.isEmpty {
            EmptyNote(
                title: context.language("データを待っています", "waiting for data"),
                hint: ""
            ).draw(on: &canvas, in: body, context)
            return canvas
        }
        guard let sheet = state.sheet else { return canvas }
        draw(sheet, on: &canvas)
        return canvas
    }

    /// Between head and foot; nil where a wall has no room for anything.
    func area(in size: Size) -> Rect? {
        guard size.height >= 3, size.width >= 10 else { return nil }
        let body = Rect(x: 0, y: 1, width: size.width, height: size.height - 1 - footHeight(in: size))
        return body.height >= 20 ? body.inset(y: 1) : body
    }

    private var title: String {
        switch state.page {
        case .overview: context.language("概況", "Overview")
        case .deadlines: context.language("期限", "Deadlines")
        case .pipeline(let id):
            id.text + " " + (context.catalogue.pipeline(id)?.label(context.language) ?? "")
        }
    }

    /// From more columns on the dots of the pages have spaces between them.
    private static let leastWidth = 46

    /// 14:05, as the clock beside the wall has it.
    var clock: String { LocalTime(seconds: state.now, offset: context.utcOffset).time.text }

    private func drawHead(on canvas: inout Canvas, in area: Rect) {
        canvas.fill(area, style: Style(.text, on: .bar))
        var right = area.right - 1
        if state.pages.count > 1 {
            let dots = state.pages.indices.map { $0 == state.current ? context.glyphs.done : context.glyphs.open }
                .joined(separator: area.width > WallView.leastWidth ? " " : "")
            canvas.put(dots, endingAt: right, y: area.y, style: Style(.accent, on: .bar))
            right -= cellWidth(dots) + (area.width > WallView.leastWidth ? 2 : 1)
        }
        if area.width >= 24 {
            canvas.put(clock, endingAt: right, y: area.y, style: Style(.text, on: .bar, isBold: true))
            right -= cellWidth(clock) + 2
        }
        let date = context.today.spelled(context.language)
        if area.width > 60 {
            canvas.put(date, endingAt: right, y: area.y, style: Style(.text, on: .bar))
            right -= cellWidth(date) + 2
        }
        // Which of the page's sheets it is is never cut.
        let part = state.parts > 1 ? " \(state.sheet?.number ?? 1)/\(state.parts)" : ""
        let name = clipped(title, to: right - area.x - 2 - cellWidth(part), ellipsis: context.glyphs.ellipsis)
        let used = canvas.put(
            name + part, x: area.x + 1, y: area.y, style: Style(.heading, on: .bar, isBold: true))
        let room = right - area.x - used - 4
        guard state.names.count > 1, room >= cellWidth(sources) else { return }
        let names = counted.joined(separator: context.language("・", ", "))
        let text = clipped(
            sources + context.language("：", ": ") + names, to: room, ellipsis: context.glyphs.ellipsis)
        canvas.put(
            room < cellWidth(sources) + 4 ? sources : text, x: area.x + used + 3, y: area.y,
            style: Style(.muted, on: .bar))
    }

    /// The databases that the figures are added up from.
    private var counted: [String] {
        state.names.filter { name in !state.absent.contains { $0.name == name } }
    }

    /// How many they are, and of how many.
    private var sources: String {
        let (counted, all) = (counted.count, state.names.count)
        return counted == all
            ? context.language("\(all)つのデータベース", "\(all) databases")
            : context.language("\(all)つのうち\(counted)つのデータベース", "\(counted) of \(all) databases")
    }

    /// Why the data isn't new or whose figures are missing, and what to do.
    private func banner(in size: Size, since age: String? = nil) -> Banner? {
        let language = context.language
        if state.fault == nil, let absent = state.absent.first {
            let count = state.absent.count
            let more = count > 1 ? language("（\(count)件）", " (\(count))") : ""
            return Banner(
                absent.error, before: language("数字に入っていません\(more)：", "not counted\(more): "), in: size, context)
        }
        return state.fault.map { fault in
            let since = age ?? state.faultSince.map { WallState.age(from: $0, to: state.now, language) } ?? ""
            return Banner(
                fault, before: language("更新できません（発生：\(since)）：", "not updating (\(since)): "), in: size, context)
        }
    }

    /// The same however long it has been: a sheet isn't laid out anew for that.
    private func footHeight(in size: Size) -> Int {
        banner(in: size, since: WallState.longestAge(context.language))?.lines.count ?? 1
    }

    /// How old the data is, or since when it isn't new: in words.
    var status: String {
        let language = context.language
        if let banner = banner(in: context.size) { return banner.lines.joined() }
        let end = context.catalogue.period.upperBound
        let over = context.isOver ? language("事業は\(end.short(.ja))に終了 · ", "ended on \(end.short(.en)) · ") : ""
        return over + age(language)
    }

    private func age(_ language: Language) -> String {
        let age = state.lastWrite.map { WallState.age(from: $0, to: state.now, language) }
        return age.map { language("最終更新 \($0)", "last change \($0)") } ?? language("まだ記録がありません", "nothing entered yet")
    }

    private func drawFoot(on canvas: inout Canvas, in area: Rect) {
        let language = context.language
        canvas.fill(area, style: Style(.muted, on: .bar))
        if let banner = banner(in: canvas.size) {
            return banner.draw(on: &canvas, y: area.bottom - banner.lines.count)
        }
        let data = status
        let met = state.readings.filter(\.isMet).count
        let count = state.readings.count
        let summary =
            ([language("達成 \(met)", "\(met) met")] + ProgrammeHeading.shortfall(of: state.readings, language)
            + [language("全\(count)", "\(count) in all")]).joined(separator: " · ")
        guard !state.readings.isEmpty else { return }
        canvas.put(data, x: area.x + 1, y: area.y, style: Style(.text, on: .bar))
        if cellWidth(data) + cellWidth(summary) + 4 < area.width {
            canvas.put(summary, endingAt: area.right - 1, y: area.y, style: Style(.muted, on: .bar))
        }
    }

    /// A heading above what goes on from the column beside it.
    static func continued(_ title: String, _ language: Language) -> String {
        title + language("（続き）", " (continued)")
    }

    private func draw(_ sheet: WallSheet, on canvas: inout Canvas) {
        let readings = sheet.readings
        let figures = WallFigures(of: readings, sheet.form, context)
        let nameWidth = GaugeRow.nameWidth(of: readings, in: sheet.places.map(\.rect.width).min() ?? 0, context)
        for place in sheet.places {
            // Headings begin where those of all pages do.
            let heading = place.rect.inset(x: -min(1, sheet.form.scale))
            switch place.item {
            case .programme(let id):
                ProgrammeHeading(
                    programme: id, readings: state.readings.filter { $0.indicator.programme == id },
                    isContinued: place.isContinued, context: context
                ).draw(on: &canvas, in: heading)
            case .title(let title):
                SectionHeading.draw(
                    place.isContinued ? WallView.continued(title, context.language) : title, on: &canvas,
                    x: heading.x + 1, y: heading.y, width: heading.width - 2, context)
            case .figure(let reading) where sheet.form.scale > 0:
                WallTile(
                    reading: reading, before: state.before[reading.indicator.id], figures: figures, context: context
                ).draw(on: &canvas, in: place.rect)
            case .figure(let reading):
                GaugeRow(reading: reading, nameWidth: nameWidth, context: context)
                    .draw(on: &canvas, in: place.rect, isSelected: false)
            case .others(let count, let pages):
                let names = pages.map(\.text)
                let text = context.language(
                    "他 \(count)件は \(names.joined(separator: "・")) のページ",
                    "\(count) more on \(names.count == 1 ? "page" : "pages") \(names.joined(separator: ", "))")
                canvas.put(
                    context.glyphs.more + " " + text, x: place.rect.x + 1, y: place.rect.y, style: Style(.muted))
            case .line(let line): line.draw(on: &canvas, in: place.rect, sheet.form, context)
            }
        }
        guard let rect = sheet.stages, case .pipeline(let id) = state.page,
            let pipeline = context.catalogue.pipeline(id)
        else { return }
        WallStages(pipeline: pipeline, counts: state.counts[id] ?? [:], context: context).draw(on: &canvas, in: rect)
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
