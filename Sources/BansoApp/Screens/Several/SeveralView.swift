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
        canvas.fill(box, style: .plain)
        canvas.box(
            box, title: language("選択した\(cards.count)件を変更", "Change \(cards.count) at once"), style: Style(.border),
            titleStyle: Style(.accent, isBold: true), glyphs: context.glyphs)
        let (head, body) = box.inset(x: 2, y: 1).split(top: box.height >= 10 ? 2 : 1)
        let text = failure.map { context.glyphs.warning + " " + $0.text(language) } ?? names(in: head.width, language)
        canvas.put(
            clipped(text, to: head.width, ellipsis: context.glyphs.ellipsis), x: head.x, y: head.y,
            style: Style(failure == nil ? .muted : .error))
        return FormView(form: form, context: context).draw(on: &canvas, in: body)
    }

    /// 株式会社A、株式会社B ほか3件: as many names as fit.
    private func names(in width: Int, _ language: Language) -> String {
        for shown in stride(from: cards.count, through: 1, by: -1) {
            let names = cards.prefix(shown).map(\.name).joined(separator: language("、", ", "))
            let rest = cards.count - shown
            let text = rest == 0 ? names : names + language(" ほか\(rest)件", " and \(rest) more")
            if cellWidth(text) <= width || shown == 1 { return text }
        }
        return ""
    }
}
