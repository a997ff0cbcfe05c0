import BansoDomain
import TerminalUI

extension FormScreen {
    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let (head, rest) = area.split(top: 1)
        drawHead(on: &canvas, in: head, context)
        if draft == nil, let refusal = refusal(context) {
            return drawRefusal(refusal, on: &canvas, in: rest.inset(x: 1), context)
        }
        let (note, body) = rest.split(top: area.height >= 14 ? 2 : 1)
        if let conflict {
            return ConflictView(conflict: conflict, context: context).draw(on: &canvas, in: rest.inset(x: 1))
        }
        let (line, role) = headline(context)
        // What matters is said in full where there is room, at the cost of the empty line.
        let lines = role == .muted ? [line] : wrapped(line, to: note.width - 2)
        for (offset, text) in lines.prefix(note.height).enumerated() {
            let isLast = offset + 1 == note.height && lines.count > note.height
            let shown = isLast ? lines[offset...].joined(separator: " ") : text
            canvas.put(
                clippedOutsideBrackets(shown, to: note.width - 2, ellipsis: context.glyphs.ellipsis), x: note.x + 1,
                y: note.y + offset, style: Style(role))
        }
        guard let form else { return Point(x: area.x, y: area.y) }
        if form.fields.isEmpty {
            canvas.put(language("項目がありません", "nothing to fill in"), x: body.x + 1, y: body.y, style: Style(.muted))
        }
        let parts = parts(of: form, in: body, context)
        if let side = parts.aside { aside.draw(on: &canvas, in: side, context) }
        return FormView(form: form, context: context).draw(on: &canvas, in: parts.fields)
    }

    func parts(of form: Form, in area: Rect, _ context: Context) -> FormParts {
        FormParts(form, hasAside: !aside.isEmpty, in: area, context)
    }

    private func drawHead(on canvas: inout Canvas, in area: Rect, _ context: Context) {
        var right = request.record.map { "#\($0)" } ?? ""
        if let file {
            let limit = context.catalogue.consultation.limit
            right =
                Figures.dots(file.consultations.count, of: limit, context.glyphs)
                + " \(file.consultations.count)/\(limit)"
        }
        canvas.put(
            right, endingAt: area.right - 1, y: area.y,
            style: Style(file == nil ? .muted : .accent, isBold: file != nil))
        canvas.put(
            clipped(title(context.language), to: area.width - cellWidth(right) - 4, ellipsis: context.glyphs.ellipsis),
            x: area.x + 1, y: area.y, style: Style(.heading, isBold: true))
    }

    /// What is entered or changed, and about whom.
    func title(_ language: Language) -> String {
        let kind = (base?.label ?? request.kind.label)(language)
        let what =
            request.focus == FormRequest.nextAction
            ? language("次の対応", "Next action")
            : request.record == nil ? language("\(kind)の登録", "New \(kind)") : language("\(kind)の編集", "Edit \(kind)")
        return subject.isEmpty ? what : what + "  " + subject
    }

    /// What went wrong, else what saving will come to, else how one gets through a form.
    private func headline(_ context: Context) -> (String, Role) {
        let language = context.language
        if let reason = failure?.text ?? refusal(context) {
            return (context.glyphs.warning + " " + reason(language), .error)
        }
        let draft = draftNote(context)
        let room = context.size.width - 2
        if let (text, role) = outlook(context, in: room - cellWidth(draft)) { return (draft + text, role) }
        let star = (form?.fields ?? []).contains(where: \.isMissing) ? language("* は必須、", "* is required; ") : ""
        let hints = [
            language("Tab で次へ、Shift-Tab で前へ。", "Tab goes on, Shift-Tab back; ") + star
                + language("書きかけは下書きに残ります", "drafts are kept"),
            language("Tab で次へ", "Tab goes on") + (star.isEmpty ? "" : language("、* は必須", "; * is required")), "",
        ]
        return (draft + (hints.first { cellWidth(draft + $0) <= room } ?? ""), .muted)
    }

    /// What saving will come to: which consultation it will be, what a check decides; nil where there is nothing to tell.
    func outlook(_ context: Context) -> (String, Role)? { outlook(context, in: .max) }

    /// - Parameter room: so many cells; with less than all would take, less is said of the last consultation.
    private func outlook(_ context: Context, in room: Int) -> (String, Role)? {
        let language = context.language
        if let file {
            let (limit, next) = (context.catalogue.consultation.limit, file.consultations.count + 1)
            let what = language("\(limit)回のうち\(next)回目として記録します", "this will be consultation \(next) of \(limit)")
            if let doubt = doubt(context) {
                let twin = doubt.note(language) + language("。", "; ")
                return (context.glyphs.warning + " " + twin + what, .warning)
            }
            guard let last = file.consultations.last else { return (what, .muted) }
            let line = ConsultationLine(last, context)
            let ways = [line.text, line.head, last.listed.record.date.short(language)].map {
                what + language("（前回：\($0)）", " (the last: \($0))")
            }
            return (ways.first { cellWidth($0) <= room } ?? what, .muted)
        }
        if let doubt = doubt(context) { return (context.glyphs.warning + " " + doubt.note(language), .warning) }
        if request.kind == .eligibilityCheck, let verdict = verdict(context) {
            return (
                language("判定：", "verdict: ") + verdict.eligibility.label(language)
                    + language("（\(verdict.rule.ja)）", " (\(verdict.rule.en))"),
                EligibilityLook(verdict.eligibility, context.glyphs).role
            )
        }
        return nil
    }

    /// What the answers so far come to.
    private func verdict(_ context: Context) -> EligibilityRules.Verdict? {
        guard let form, var record = base else { return nil }
        for field in form.fields {
            do throws(FieldReader.Problem) {
                record[field.field.id] = try field.value(context)
            } catch {
                record[field.field.id] = .none
            }
        }
        return EligibilityRules.verdict(of: record)
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
