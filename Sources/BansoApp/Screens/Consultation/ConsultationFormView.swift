import BansoDomain
import TerminalUI

extension ConsultationForm {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let limit = context.catalogue.consultation.limit
        let (head, rest) = area.split(top: 1)
        let name = file?.organisation.record.name ?? ""
        let dots = Figures.dots(count, of: limit, context.glyphs) + " \(count)/\(limit)"
        let title = language("相談の記録  ", "Consultation  ") + name
        canvas.put(
            clipped(title, to: head.width - cellWidth(dots) - 4, ellipsis: context.glyphs.ellipsis), x: head.x + 1,
            y: head.y, style: Style(.heading, isBold: true))
        canvas.put(
            dots, endingAt: head.right - 1, y: head.y, style: Style(count >= limit ? .warning : .accent, isBold: true))
        let (note, body) = rest.split(top: area.height >= 14 ? 2 : 1)
        if let refusal = refusal(context) {
            return drawRefusal(refusal, on: &canvas, in: rest.inset(x: 1), context)
        }
        let next = count + 1
        let line =
            failure.map { context.glyphs.warning + " " + $0.text(language) }
            ?? language("\(limit)回のうち\(next)回目として記録します", "this will be consultation \(next) of \(limit)")
            + (earlier == nil ? "" : language("（下書きの続き）", " (from your draft)"))
        canvas.put(
            clipped(line, to: note.width - 2, ellipsis: context.glyphs.ellipsis), x: note.x + 1, y: note.y,
            style: Style(failure == nil ? .muted : .error))
        guard let form else { return Point(x: area.x, y: area.y) }
        return FormView(form: form, context: context).draw(on: &canvas, in: body.inset(x: 1))
    }

    private func drawRefusal(_ reason: LocalizedText, on canvas: inout Canvas, in area: Rect, _ context: Context)
        -> Point
    {
        var y = area.y
        for line in wrapped(reason(context.language), to: area.width) where y < area.bottom {
            canvas.put(line, x: area.x, y: y, style: Style(.warning, isBold: true))
            y += 1
        }
        y += 1
        for booked in file?.consultations ?? [] where y < area.bottom {
            let text = ConsultationLine(booked, context).text
            canvas.put(
                clipped(text, to: area.width, ellipsis: context.glyphs.ellipsis), x: area.x, y: y, style: Style(.text))
            y += 1
        }
        return Point(x: area.x, y: area.y)
    }
}

/// A consultation in one line: which, when, how long, how, with whom, about what.
struct ConsultationLine {
    let text: String

    init(_ booked: BookedConsultation, _ context: Context) {
        let consultation = booked.listed.record
        let language = context.language
        var parts = [
            language("\(booked.ordinal.value)回目", "#\(booked.ordinal.value)"),
            consultation.date.short(language) + (consultation.start.map { " " + $0.text } ?? ""),
            language("\(consultation.minutes)分", "\(consultation.minutes) min"), consultation.mode.label(language),
        ]
        if !booked.coordinatorName.isEmpty { parts.append(booked.coordinatorName) }
        if !consultation.topics.isEmpty { parts.append(consultation.topics) }
        text = parts.joined(separator: "  ")
    }
}
