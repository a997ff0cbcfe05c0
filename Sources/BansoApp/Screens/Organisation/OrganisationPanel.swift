import BansoDomain
import TerminalUI

/// Facts, and below them what can be chosen: eligibility, pipelines, contacts.
struct OrganisationPanel {
    var file: OrganisationFile
    var rows: [OrganisationRow]
    /// Nil while the focus is elsewhere.
    var selected: Int?
    /// The row that is chosen, wherever the focus is.
    var place: Int
    /// Without the blank rows between the sections, where there is little room.
    var isCompact = false
    var context: Context

    private static let labelWidth = 9

    private enum Line {
        case fact(String, String)
        case heading(String)
        case note(String)
        case row(Int)
        /// What had no room in the row above.
        case more(String, of: Int)
        case empty
    }

    func height(in width: Int) -> Int { lines(in: width).count }

    /// So many cells show every line whole.
    var width: Int {
        lines(in: .max).map { line in
            switch line {
            case .fact(_, let value): OrganisationPanel.labelWidth + cellWidth(value)
            case .heading(let text), .note(let text): cellWidth(text)
            case .row(let index): width(of: rows[index])
            case .empty, .more: 0
            }
        }.max() ?? 0
    }

    private func width(of row: OrganisationRow) -> Int {
        let (first, second): (String, String)
        switch row {
        case .card(let card):
            let words = words(card.record)
            (first, second) = (stage(words), words.due + words.next)
        // Its reasons go on below.
        case .eligibility: (first, second) = (eligibilityWord, "")
        default: (first, second) = words(row)
        }
        return cellWidth(first) + 2 + cellWidth(second)
    }

    private var isCompany: Bool { file.organisation.record.kind == .company }

    private func lines(in width: Int) -> [Line] {
        let language = context.language
        var lines = facts.map { Line.fact($0.0, $0.1) }
        var previous: OrganisationRow?
        var hasCards = false
        for (index, row) in rows.enumerated() {
            if previous.map({ !row.isSame(sortAs: $0) }) ?? true {
                lines += isCompact ? [] : [.empty]
                lines.append(.heading(row.heading(language)))
            }
            if case .card = row { hasCards = true }
            lines.append(.row(index))
            lines += rest(of: row, in: width).map { .more($0, of: index) }
            previous = row
        }
        if !hasCards {
            let note =
                language("パイプライン未登録", "in no pipeline yet")
                + context.note(of: .add, "登録", "enters it into one", then: "n")
            lines += isCompact ? [.note(note)] : [.empty, .note(note)]
        }
        return lines
    }

    /// What of a row goes on below it, where it takes more than one.
    private func rest(of row: OrganisationRow, in width: Int) -> [String] {
        guard isWhole(row, in: width), self.width(of: row) > width || row == .eligibility else { return [] }
        switch row {
        case .eligibility: return Array(eligibilityRows(in: width).dropFirst())
        case .contact: return [clipped("  " + words(row).1, to: width, ellipsis: context.glyphs.ellipsis)]
        default: return []
        }
    }

    /// Whether a row goes on below; with little room only the chosen one does.
    private func isWhole(_ row: OrganisationRow, in width: Int) -> Bool {
        !isCompact || width >= 60 && selected.map { rows[$0] == row } == true
    }

    /// Why it is so, beside the word and going on below it.
    private func eligibilityRows(in width: Int) -> [String] {
        let beside = width == .max ? width : width - cellWidth(eligibilityWord) - 2
        let whole = eligibilityDetail
        guard isWhole(.eligibility, in: width), cellWidth(whole) > beside else { return [whole] }
        let first = wrapped(whole, to: beside).first ?? ""
        let left = whole.dropFirst(first.count).drop { $0 == " " }
        return [first] + ProsePanel.rows(of: String(left), in: width - 2, most: 3, context.glyphs).map { "  " + $0 }
    }

    /// Label and value of what is known.
    var facts: [(String, String)] {
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
            scale.append(language("資本金 \(Figures.yen(capital))", "capital \(Figures.grouped(capital)) yen"))
        }
        if isCompany, organisation.hasDistrictOffice { scale.append(language("管内に事業所", "office in the district")) }
        add("規模", "Size", scale.joined(separator: " · "))
        add("種類", "Kind", organisation.institutionKind?.label(language) ?? "")
        add("タグ", "Tags", organisation.tags.split(separator: " ").joined(separator: " · "))
        return rows
    }

    /// Whether a row is seen without scrolling.
    func isInSight(_ row: Int, in area: Rect) -> Bool {
        let lines = lines(in: area.width)
        let line = lines.firstIndex { if case .row(row) = $0 { true } else { false } } ?? 0
        return lines.count <= area.height || line + 1 < area.height
    }

    /// - Returns: where the selected row stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        guard !area.isEmpty else { return Point(x: area.x, y: area.y) }
        let lines = lines(in: area.width)
        let chosen = lines.firstIndex { if case .row(let index) = $0 { index == selected } else { false } } ?? 0
        // Where lines are left below, the last row says how many of them can be chosen.
        let top = max(0, min(chosen - area.height + 2, lines.count - area.height))
        let isCut = top + area.height < lines.count
        let shown = lines.dropFirst(top).prefix(isCut ? area.height - 1 : area.height)
        if isCut {
            let more = lines.suffix(from: shown.endIndex).count { if case .row = $0 { true } else { false } }
            canvas.put(
                clipped(
                    context.glyphs.more + context.language(" 他 \(more)件（下へ進むと表示）", " \(more) more (move down)"),
                    to: area.width, ellipsis: context.glyphs.ellipsis), x: area.x, y: area.bottom - 1,
                style: Style(.muted))
        }
        var cursor = Point(x: area.x, y: area.y)
        for (offset, line) in shown.enumerated() {
            let y = area.y + offset
            switch line {
            case .empty: break
            case .heading where isCut && offset == shown.count - 1: break
            case .heading(let title):
                SectionHeading.draw(title, on: &canvas, x: area.x, y: y, width: area.width, context)
            case .note(let text):
                canvas.put(
                    clipped(text, to: area.width, ellipsis: context.glyphs.ellipsis), x: area.x, y: y,
                    style: Style(.muted))
            case .fact(let label, let value):
                canvas.put(label, x: area.x, y: y, style: Style(.muted))
                canvas.put(
                    clipped(value, to: area.width - OrganisationPanel.labelWidth, ellipsis: context.glyphs.ellipsis),
                    x: area.x + OrganisationPanel.labelWidth, y: y, style: .plain)
            case .more(let text, let index):
                let surface: Surface = index == selected ? .selection : .base
                let row = Rect(x: area.x, y: y, width: area.width, height: 1)
                canvas.touch(row, right: selected == nil ? -1 : 0, down: index - place)
                canvas.fill(row, style: Style(.text, on: surface))
                canvas.put(text, x: area.x, y: y, limit: area.width, style: Style(.muted, on: surface))
            case .row(let index):
                let row = Rect(x: area.x, y: y, width: area.width, height: 1)
                let surface: Surface = index == selected ? .selection : .base
                canvas.touch(row, right: selected == nil ? -1 : 0, down: index - place)
                if index == selected {
                    cursor = Point(x: area.x, y: y)
                    canvas.fill(row, style: Style(.text, on: surface))
                }
                draw(rows[index], on: &canvas, in: row, surface: surface)
            }
        }
        return cursor
    }

    private func draw(_ row: OrganisationRow, on canvas: inout Canvas, in line: Rect, surface: Surface) {
        switch row {
        case .card(let card): draw(card.record, on: &canvas, in: line, surface: surface)
        case .eligibility: drawEligibility(on: &canvas, in: line, surface: surface)
        default:
            var (text, detail) = words(row)
            if !rest(of: row, in: line.width).isEmpty { detail = "" }
            let detailWidth = min(cellWidth(detail), max(line.width * 3 / 5, line.width - cellWidth(text) - 2))
            canvas.put(
                clipped(text, to: line.width - detailWidth - 2, ellipsis: context.glyphs.ellipsis), x: line.x,
                y: line.y, style: Style(.text, on: surface))
            canvas.put(
                clipped(detail, to: detailWidth, ellipsis: context.glyphs.ellipsis), endingAt: line.right, y: line.y,
                style: Style(.muted, on: surface))
        }
    }

    /// A row that isn't drawn in a way of its own: what it is, and more about it.
    func words(_ row: OrganisationRow) -> (String, String) {
        let language = context.language
        switch row {
        case .draft(let request):
            return (
                request.words(of: file.organisation.record.kind, language), language("Enter で続きから", "Enter goes on")
            )
        case .contact(let contact):
            let record = contact.record
            let position = record["position"].text ?? ""
            let ways = [record["phone"].text ?? "", record["email"].text ?? ""].filter { !$0.isEmpty }
            return (
                (record["name"].text ?? "") + (position.isEmpty ? "" : "  " + position), ways.joined(separator: "  ")
            )
        case .snooze(let snooze):
            let until = snooze.record["until"].day?.short(language) ?? ""
            return (language("\(until)まで", "until \(until)"), snooze.record["reason"].text ?? "")
        case .twin(let hit):
            let number = hit.corporateNumber?.digits ?? language("法人番号なし", "no number")
            return (hit.name, [HitWords.detail(hit, context), number].filter { !$0.isEmpty }.joined(separator: "  "))
        case .card, .eligibility: return ("", "")
        }
    }

    private var eligibility: EligibilityLook {
        EligibilityLook(file.organisation.record.eligibility, context.glyphs)
    }

    var eligibilityWord: String { eligibility.text(context.language) }

    private var eligibilityDetail: String {
        let language = context.language
        guard let check = file.eligibilityCheck else {
            return language("確認の記録なし（Enter で確認）", "never checked (Enter checks it)")
        }
        let evidence = check.record["evidence"].text ?? ""
        let day = check.record["date"].day?.short(language) ?? ""
        return [day, evidence, EligibilityRules.verdict(of: check.record).rule(language)].filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    private func drawEligibility(on canvas: inout Canvas, in line: Rect, surface: Surface) {
        let used = canvas.put(
            eligibilityWord, x: line.x, y: line.y, limit: line.width,
            style: Style(eligibility.role, on: surface, isBold: true))
        canvas.put(
            clippedOutsideBrackets(
                eligibilityRows(in: line.width)[0], to: line.width - used - 2, ellipsis: context.glyphs.ellipsis),
            x: line.x + used + 2, y: line.y, style: Style(.muted, on: surface))
    }

    private struct CardWords {
        var stage: String
        /// Working days that it has stood there.
        var age: String
        /// By when the next action is due, as wide as that of the others; empty where none is due.
        var due: String
        var next: String
        var isOverdue: Bool
    }

    private func words(_ entry: PipelineEntry) -> CardWords {
        let language = context.language
        let stage = context.catalogue.pipeline(entry.pipeline)?.stages.first { $0.id == entry.stage }
        let days = context.calendar.workingDays(from: entry.since, to: context.today)
        var text = padded(entry.pipeline.text, to: 3) + (stage?.label(language) ?? entry.stage.text)
        if let side = entry.side { text += language("（\(side.label.ja)）", " (\(side.label.en))") }
        let due = entry.nextAction?.due
        let isOverdue = due.map { $0 < context.today } ?? false
        let mark = due.map { ShortDay.aligned($0, language) + (isOverdue ? " " + context.glyphs.warning : "") } ?? ""
        return CardWords(
            stage: text, age: language("\(days)日", "\(days)d"), due: padded(mark, to: dueWidth),
            next: entry.nextAction?.text ?? "", isOverdue: isOverdue)
    }

    private var entries: [PipelineEntry] {
        rows.compactMap { if case .card(let card) = $0 { card.record } else { nil } }
    }

    /// The stage and how long, of all cards below each other.
    private func stage(_ words: CardWords) -> String {
        let all = entries.map(self.words)
        return padded(words.stage, to: all.map { cellWidth($0.stage) }.max() ?? 0) + "  "
            + padded(words.age, to: all.map { cellWidth($0.age) }.max() ?? 0, isRightAligned: true)
    }

    /// With a mark and the space behind it.
    private var dueWidth: Int {
        guard entries.contains(where: { $0.nextAction?.due != nil }) else { return 0 }
        return ShortDay.width(context.language) + 1 + cellWidth(context.glyphs.warning) + 1
    }

    private func draw(_ entry: PipelineEntry, on canvas: inout Canvas, in line: Rect, surface: Surface) {
        let words = words(entry)
        let aligned = stage(words)
        let shown = cellWidth(aligned) <= line.width / 2 ? aligned : words.stage + "  " + words.age
        var x = line.x
        x += canvas.put(shown, x: x, y: line.y, limit: line.width, style: Style(.text, on: surface)) + 2
        x += canvas.put(
            words.due, x: x, y: line.y, limit: line.right - x,
            style: Style(words.isOverdue ? .behind : .muted, on: surface))
        canvas.put(
            clipped(words.next, to: line.right - x, ellipsis: context.glyphs.ellipsis), x: x, y: line.y,
            limit: line.right - x, style: Style(.muted, on: surface))
    }
}
