import BansoDomain
import TerminalUI

extension OrganisationScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        guard let file else {
            if hasLoaded {
                EmptyNote(
                    title: context.language("この組織は削除されました", "this organisation is gone"),
                    hint: context.language("Esc で戻ります", "Esc goes back")
                ).draw(on: &canvas, in: area, context)
            }
            return Point(x: area.x, y: area.y)
        }
        let (head, rest) = area.split(top: 1)
        drawHead(file, on: &canvas, in: head, context)
        let body = rest.height >= 16 ? rest.inset(y: 1) : rest
        let (left, right): (Rect, Rect)
        if area.width >= 90 {
            let (first, second) = body.split(left: min(56, area.width * 2 / 5))
            (left, right) = (first, second.inset(x: 1))
        } else {
            let needed = OrganisationPanel(file: file, selected: selected, context: context).height
            (left, right) = body.split(top: min(needed + 1, max(4, body.height - 5)))
        }
        let cursor = OrganisationPanel(file: file, selected: selected, context: context).draw(
            on: &canvas, in: left.inset(x: 1))
        TimelinePanel(items: Array(file.timeline.dropFirst(scroll)), total: file.timeline.count, context: context)
            .draw(on: &canvas, in: right.inset(x: 1))
        return cursor
    }

    private func drawHead(_ file: OrganisationFile, on canvas: inout Canvas, in area: Rect, _ context: Context) {
        let limit = context.catalogue.consultation.limit
        let count = file.consultations.count
        let isCompany = file.organisation.record.kind == .company
        let right =
            isCompany
            ? context.language("相談 ", "consultations ") + Figures.dots(count, of: limit, context.glyphs)
                + " \(count)/\(limit)"
            : file.organisation.record.kind.label(context.language)
        canvas.put(
            right, endingAt: area.right - 1, y: area.y, style: Style(isCompany ? .accent : .muted, isBold: isCompany))
        canvas.put(
            clipped(
                file.organisation.record.name, to: area.width - cellWidth(right) - 4, ellipsis: context.glyphs.ellipsis),
            x: area.x + 1, y: area.y, style: Style(.heading, isBold: true))
    }
}

/// Facts, pipelines and consultations, one under the other.
struct OrganisationPanel {
    var file: OrganisationFile
    var selected: Int
    var context: Context

    var height: Int {
        facts.count + max(1, file.entries.count) + 2 + (isCompany ? max(1, file.consultations.count) + 2 : 0)
    }

    private var isCompany: Bool { file.organisation.record.kind == .company }

    private var facts: [(String, String)] {
        let organisation = file.organisation.record
        let language = context.language
        let place = [organisation.prefecture?.name(language) ?? "", organisation.municipality, organisation.address]
        var rows: [(String, String)] = []
        func add(_ ja: String, _ en: String, _ value: String) {
            if !value.isEmpty { rows.append((language(ja, en), value)) }
        }
        add("かな", "Kana", organisation.kana)
        add("法人番号", "Number", organisation.corporateNumber?.digits ?? "")
        add("所在地", "Place", place.filter { !$0.isEmpty }.joined(separator: language == .ja ? "" : " "))
        add("業種", "Industry", organisation.industry)
        var scale: [String] = []
        if let employees = organisation.employees {
            scale.append(language("従業員 \(Figures.grouped(employees))人", "\(Figures.grouped(employees)) employees"))
        }
        if let capital = organisation.capital {
            scale.append(language("資本金 \(Figures.grouped(capital / 10000))万円", "capital ¥\(Figures.grouped(capital))"))
        }
        if isCompany {
            // What counts of a receiver depends on it: it is said even while nobody has checked.
            scale.append(
                organisation.eligibility == .unknown
                    ? language("適格は未確認", "eligibility unknown") : organisation.eligibility.label(language))
            if organisation.hasDistrictOffice { scale.append(language("管内に事業所", "office in the district")) }
        }
        add("規模", "Size", scale.joined(separator: " · "))
        add("種類", "Kind", organisation.institutionKind?.label(language) ?? "")
        return rows
    }

    /// - Returns: where the selected pipeline stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        let language = context.language
        let ellipsis = context.glyphs.ellipsis
        var y = area.y
        let labelWidth = language == .ja ? 9 : 9
        for (label, value) in facts where y < area.bottom {
            canvas.put(label, x: area.x, y: y, style: Style(.muted))
            canvas.put(
                clipped(value, to: area.width - labelWidth, ellipsis: ellipsis), x: area.x + labelWidth, y: y,
                style: .plain)
            y += 1
        }
        var cursor = Point(x: area.x, y: min(y, area.bottom - 1))
        y += 1
        guard y < area.bottom else { return cursor }
        SectionHeading.draw(language("パイプライン", "Pipelines"), on: &canvas, x: area.x, y: y, width: area.width, context)
        y += 1
        if file.entries.isEmpty, y < area.bottom {
            canvas.put(language("未登録（n で登録）", "none yet (n enters it into one)"), x: area.x, y: y, style: Style(.muted))
            y += 1
        }
        for (index, entry) in file.entries.enumerated() where y < area.bottom {
            let isSelected = index == selected
            let line = Rect(x: area.x, y: y, width: area.width, height: 1)
            draw(entry.record, on: &canvas, in: line, isSelected: isSelected)
            if isSelected { cursor = Point(x: area.x, y: y) }
            y += 1
        }
        guard isCompany else { return cursor }
        y += 1
        guard y < area.bottom else { return cursor }
        SectionHeading.draw(language("相談", "Consultations"), on: &canvas, x: area.x, y: y, width: area.width, context)
        y += 1
        if file.consultations.isEmpty, y < area.bottom {
            canvas.put(language("まだありません（c で記録）", "none yet (c logs one)"), x: area.x, y: y, style: Style(.muted))
        }
        for booked in file.consultations where y < area.bottom {
            canvas.put(
                clipped(ConsultationLine(booked, context).text, to: area.width, ellipsis: ellipsis), x: area.x, y: y,
                style: .plain)
            y += 1
        }
        return cursor
    }

    private func draw(_ entry: PipelineEntry, on canvas: inout Canvas, in line: Rect, isSelected: Bool) {
        let language = context.language
        let surface: Surface = isSelected ? .selection : .base
        if isSelected { canvas.fill(line, style: Style(.text, on: surface)) }
        let stage = context.catalogue.pipeline(entry.pipeline)?.stages.first { $0.id == entry.stage }
        let days = context.calendar.workingDays(from: entry.since, to: context.today)
        var text = padded(entry.pipeline.text, to: 3) + (stage?.label(language) ?? entry.stage.text)
        if let side = entry.side { text += "（" + side.label(language) + "）" }
        text += language("  \(days)日", "  \(days)d")
        var x = line.x
        x +=
            canvas.put(text, x: x, y: line.y, limit: line.width, style: Style(.text, on: surface, isBold: isSelected))
            + 2
        guard let next = entry.nextAction else { return }
        let isOverdue = next.due.map { $0 < context.today } ?? false
        let due = next.due.map { $0.short(language) + (isOverdue ? " " + context.glyphs.warning : "") + " " } ?? ""
        x += canvas.put(
            due, x: x, y: line.y, limit: line.right - x, style: Style(isOverdue ? .behind : .muted, on: surface))
        canvas.put(
            clipped(next.text, to: line.right - x, ellipsis: context.glyphs.ellipsis), x: x, y: line.y,
            limit: line.right - x, style: Style(.muted, on: surface))
    }
}

/// What happened, newest first.
struct TimelinePanel {
    var items: [TimelineItem]
    var total: Int
    var context: Context

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard area.height >= 2 else { return }
        let language = context.language
        SectionHeading.draw(language("経過", "Timeline"), on: &canvas, x: area.x, y: area.y, width: area.width, context)
        if items.isEmpty {
            canvas.put(language("まだありません", "nothing yet"), x: area.x, y: area.y + 1, style: Style(.muted))
        }
        let dateWidth = 7
        for (row, item) in items.prefix(max(0, area.height - 1)).enumerated() {
            let y = area.y + 1 + row
            canvas.put(item.date.short(language), endingAt: area.x + dateWidth - 1, y: y, style: Style(.muted))
            let (glyph, role, text) = describe(item)
            canvas.put(glyph, x: area.x + dateWidth, y: y, style: Style(role))
            let by = item.by.isEmpty || area.width < 50 ? "" : item.by
            let room = area.width - dateWidth - 2 - (by.isEmpty ? 0 : cellWidth(by) + 2)
            canvas.put(
                clipped(text, to: room, ellipsis: context.glyphs.ellipsis), x: area.x + dateWidth + 2, y: y,
                style: .plain)
            if !by.isEmpty { canvas.put(by, endingAt: area.right, y: y, style: Style(.muted)) }
        }
    }

    private func describe(_ item: TimelineItem) -> (String, Role, String) {
        let language = context.language
        switch item.what {
        case .consultation(let ordinal, let minutes, let mode, let topics):
            let head = language(
                "相談 \(ordinal.value)回目 \(minutes)分 \(mode.label.ja)",
                "consultation \(ordinal.value), \(minutes) min \(mode.label.en)")
            return (context.glyphs.done, .accent, topics.isEmpty ? head : head + "  " + topics)
        case .stage(let pipeline, let from, let to):
            let stages = context.catalogue.pipeline(pipeline)?.stages ?? []
            func label(_ id: StageID) -> String { stages.first { $0.id == id }?.label(language) ?? id.text }
            let move =
                from.map { label($0) + " → " + label(to) } ?? language("\(label(to))に登録", "entered at \(label(to))")
            return (context.glyphs.pointer, .muted, pipeline.text + " " + move)
        }
    }
}

/// A section's name with a line to the right edge.
enum SectionHeading {
    static func draw(_ title: String, on canvas: inout Canvas, x: Int, y: Int, width: Int, _ context: Context) {
        let used = canvas.put(title, x: x, y: y, limit: width, style: Style(.heading, isBold: true))
        canvas.put(
            String(repeating: context.glyphs.horizontal, count: max(0, width - used - 1)), x: x + used + 1, y: y,
            limit: width - used - 1, style: Style(.border))
    }
}
