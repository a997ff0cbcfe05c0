import BansoDomain
import TerminalUI

/// Asks what kind of records are imported, and from which file.
struct ImportLayer: Screen {
    private(set) var form: Form

    init(kinds: [Choice], _ context: Context) {
        let kind = RecordField("kind", ja: "種類", en: "kind", .choice(kinds), required: true)
        let path = RecordField("path", ja: "ファイル", en: "file", .line, required: true)
        form = Form([FormField(kind, of: .savedFilter, context), FormField(path, of: .savedFilter, context)])
    }

    var takesText: Bool { true }
    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding([.control("s")], .save, "内容を確かめる", "preview", isInFooter: true),
            Binding([.escape, .control("c")], .close, "やめる", "leave", isInFooter: true),
        ] + Binding.terminal
    }

    mutating func update(_ event: Event, _ context: Context) -> [Effect] {
        switch event {
        case .action(.close): return [.close]
        case .action(.save): return begin(context)
        case .action(let action): return PageActions.effects(for: action, at: nil, context) ?? []
        case .key(let key):
            if key == .enter, form.focus == form.shown.last { return begin(context) }
            let width = FormView.fieldWidth(form, in: frame(in: context.body).inset(x: 2, y: 1), context.language) - 1
            _ = form.press(key, width: width, context.language)
        case .written, .returned: break
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        form.completeChoices(context.language)
    }

    private mutating func begin(_ context: Context) -> [Effect] {
        guard let values = form.filled(context) else { return [] }
        // As it was typed: a file's name may hold what stored text does not.
        let path = form.fields[1].editor.text
        var missing: [Int: LocalizedText] = [:]
        if values["kind"] == nil { missing[0] = LocalizedText(ja: "選んでください", en: "pick one") }
        if values["path"] == nil { missing[1] = LocalizedText(ja: "ファイルを指定してください", en: "name the file") }
        guard missing.isEmpty, let kind = values["kind"]?.text else {
            form.mark(missing)
            return []
        }
        return [.open(.importPreview(kind: kind, path: path))]
    }

    func frame(in area: Rect) -> Rect {
        area.centred(Size(width: min(76, area.width - 2), height: min(area.height, 16)))
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let box = frame(in: area)
        canvas.fill(box, style: .plain)
        canvas.box(
            box, title: language("取り込み", "Import"), style: Style(.border),
            titleStyle: Style(.accent, isBold: true), glyphs: context.glyphs)
        let hint = language(
            "CSV・フォームの回答・Excel。書き込む前に各行を確かめます",
            "CSV, a form's answers, Excel; each row is shown before anything is written")
        let (head, body) = box.inset(x: 2, y: 1).split(top: box.height >= 10 ? 2 : 1)
        canvas.put(
            clipped(hint, to: head.width, ellipsis: context.glyphs.ellipsis), x: head.x, y: head.y,
            style: Style(.muted))
        return FormView(form: form, context: context).draw(on: &canvas, in: body)
    }
}
