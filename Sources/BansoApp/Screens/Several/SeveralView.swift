import BansoDomain
import TerminalUI

extension SeveralLayer {
    func frame(in area: Rect) -> Rect {
        let wanted = Size(width: min(76, area.width - 2), height: 2 + 2 + form.fields.count * 2)
        return area.centred(wanted)
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let box = frame(in: area)
        let inner = canvas.dialog(
            box, title: language("選択した\(entries.count)件を変更", "Change \(entries.count) at once"), context.glyphs)
        let (head, body) = inner.split(top: box.height >= 10 ? 2 : 1)
        let problem = whatOthersChanged(language) ?? failure?.text(language)
        let draft = isFromDraft ? language("下書きの続き：", "From your draft: ") : ""
        let text =
            problem.map { context.glyphs.warning + " " + $0 }
            ?? draft + names(in: head.width - cellWidth(draft), language)
        for (row, line) in wrapped(text, to: head.width).prefix(head.height).enumerated() {
            canvas.put(line, x: head.x, y: head.y + row, style: Style(problem == nil ? .muted : .error))
        }
        return FormView(form: form, context: context).draw(on: &canvas, in: body)
    }

    /// The first card that somebody else has changed meanwhile, as it is now; nil where none is.
    private func whatOthersChanged(_ language: Language) -> String? {
        guard let first = changed.first else { return nil }
        let name = zip(entries, names).first { $0.0.key == first.key }?.1 ?? ""
        let stage = pipeline.stages.first { $0.id.text == first.record["stage"].text }?.label(language) ?? ""
        let action = first.record["next_action"].text ?? ""
        let now = [stage, action, first.record["next_due"].day?.short(language) ?? ""].filter { !$0.isEmpty }
        let rest = changed.count - 1
        return language(
            "\(name)（\(now.joined(separator: " "))）" + (rest == 0 ? "" : "ほか\(rest)件")
                + "が変更されました。それでも変えるなら、もう一度",
            "\(name) (\(now.joined(separator: " ")))" + (rest == 0 ? "" : " and \(rest) more")
                + " changed meanwhile: once more changes it all the same")
    }

    /// 株式会社A、株式会社B ほか3件: as many names as fit.
    private func names(in width: Int, _ language: Language) -> String {
        let all = names
        for shown in stride(from: all.count, through: 1, by: -1) {
            let names = all.prefix(shown).joined(separator: language("、", ", "))
            let rest = all.count - shown
            let text = rest == 0 ? names : names + language(" ほか\(rest)件", " and \(rest) more")
            if cellWidth(text) <= width || shown == 1 { return text }
        }
        return ""
    }
}
