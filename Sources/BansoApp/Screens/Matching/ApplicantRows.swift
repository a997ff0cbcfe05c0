import BansoDomain
import TerminalUI

/// The applicants of a posting, each with a mark for every step and the day of the latest one.
struct ApplicantRows {
    var screen: MatchingScreen
    var context: Context

    private static let dayWidth = 7
    /// From so many columns on the steps are words, else single letters.
    private static let wide = 56

    /// - Returns: where the selected one stands.
    func draw(on canvas: inout Canvas, in area: Rect) -> Point {
        guard !screen.applicants.isEmpty else {
            EmptyNote(
                title: context.language("まだ応募者がいません", "nobody has applied yet"),
                hint: context.hint((.addApplicant, .character("a"), " で応募者を加えます", " adds an applicant")),
                isForWriting: true
            ).draw(on: &canvas, in: area, context)
            return Point(x: area.x, y: area.y)
        }
        var cursor = Point(x: area.x, y: area.y)
        for (offset, applicant) in screen.applicants.dropFirst(screen.top).prefix(area.height).enumerated() {
            let line = Rect(x: area.x, y: area.y + offset, width: area.width, height: 1)
            let isSelected = screen.panel == .applicants && screen.top + offset == screen.selected
            let surface: Surface = isSelected ? .selection : .base
            canvas.touch(
                line, right: screen.panel == .applicants ? 0 : 1, down: screen.top + offset - screen.selected)
            if isSelected {
                canvas.fill(line, style: Style(.text, on: surface))
                cursor = Point(x: line.x, y: line.y)
            }
            draw(applicant, on: &canvas, in: line.inset(x: 1), surface, isSelected)
        }
        return cursor
    }

    private func draw(
        _ applicant: Applicant, on canvas: inout Canvas, in area: Rect, _ surface: Surface, _ isSelected: Bool
    ) {
        let record = applicant.application.record
        let ellipsis = context.glyphs.ellipsis
        let day = latest(in: record)?.short(context.language) ?? ""
        canvas.put(
            padded(day, to: ApplicantRows.dayWidth, isRightAligned: true), endingAt: area.right, y: area.y,
            style: Style(.muted, on: surface))
        let marks = marks(of: record, isWide: area.width >= ApplicantRows.wide)
        let width = marksWidth(isWide: area.width >= ApplicantRows.wide)
        var x = area.right - ApplicantRows.dayWidth - 1 - width
        let nameRoom = x - 2 - area.x
        for (text, role) in marks { x += canvas.put(text, x: x, y: area.y, style: Style(role, on: surface)) + 1 }
        let used = canvas.put(
            clipped(applicant.name, to: nameRoom, ellipsis: ellipsis), x: area.x, y: area.y,
            style: Style(.text, on: surface, isBold: isSelected))
        let beside = applicant.tags(context.language)
        guard nameRoom - used - 2 >= 4, !beside.isEmpty else { return }
        canvas.put(
            clipped(beside, to: nameRoom - used - 2, ellipsis: ellipsis), x: area.x + used + 2, y: area.y,
            style: Style(.muted, on: surface))
    }

    /// The day of the last step, or of the application where none was taken.
    private func latest(in record: Record) -> Day? {
        MatchingStep.allCases.compactMap { $0.day(in: record) }.max() ?? record["date"].day
    }

    /// Each step with its glyph; after the end the last ones that were taken, and the end in the place of the rest.
    private func marks(of record: Record, isWide: Bool) -> [(String, Role)] {
        let isOver = MatchingStep.decline.isDone(in: record)
        let steps = MatchingStep.marks.filter { !isOver || $0.isDone(in: record) }
        var marks = steps.map { step -> (String, Role) in
            let isDone = step.isDone(in: record)
            let glyph = isDone ? context.glyphs.done : context.glyphs.open
            return (glyph + word(step, isWide: isWide), isDone ? (isOver ? .muted : .good) : .muted)
        }
        guard isOver else { return marks }
        marks.append((context.glyphs.short + word(.decline, isWide: isWide), .behind))
        while ApplicantRows.width(of: marks.map(\.0)) > marksWidth(isWide: isWide) { marks.removeFirst() }
        return marks
    }

    /// Of all four steps, so that marks stand under each other.
    private func marksWidth(isWide: Bool) -> Int {
        ApplicantRows.width(of: MatchingStep.marks.map { context.glyphs.done + word($0, isWide: isWide) })
    }

    private static func width(of marks: [String]) -> Int {
        marks.reduce(0) { $0 + cellWidth($1) + 1 } - 1
    }

    private func word(_ step: MatchingStep, isWide: Bool) -> String {
        let label = step.label(context.language)
        return isWide ? label : context.language == .ja ? String(label.prefix(1)) : label.prefix(1).uppercased()
    }
}

extension Applicant {
    /// What the person is marked with, in words.
    func tags(_ language: Language) -> String {
        let labels = tags.split(separator: " ").compactMap { TalentTag(rawValue: String($0))?.label }
        return labels.map { $0(language) }.joined(separator: language("・", ", "))
    }
}
