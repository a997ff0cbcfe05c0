import BansoDomain
import TerminalUI

/// Asks what kind of records are imported, from which file, and what the file doesn't say itself. Enter in the file's name
/// goes on to the preview; what stands below it is for files that don't tell enough.
struct ImportLayer: Screen {
    private(set) var form: Form

    init(_ offer: ImportOffer, _ context: Context) {
        let fields = [
            RecordField("kind", ja: "種類", en: "kind", .choice(offer.kinds), required: true),
            RecordField(
                "event", ja: "イベント", en: "event", .reference(.event), when: (field: "kind", tokens: offer.kindsOfEvents)
            ),
            RecordField("path", ja: "ファイル", en: "file", .line, required: true),
            RecordField("encoding", ja: "文字コード", en: "encoding", .choice(offer.encodings)),
            RecordField("mapping", ja: "列の対応", en: "columns", .line),
        ]
        form = Form(fields.map { FormField($0, of: .savedFilter, context) })
        if let first = offer.encodings.first, let place = form.index(of: "encoding", in: .savedFilter) {
            form.fields[place].fill(.text(first.token), titles: [:], context)
        }
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
            let isLast = form.focused?.field.id == "path" || form.focus == form.shown.last
            if key == .enter, isLast { return begin(context) }
            let width = FormView.fieldWidth(form, in: frame(in: context.body).inset(x: 2, y: 1), context.language) - 1
            _ = form.press(key, width: width, context.language)
        case .written, .returned: break
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {
        form.completeChoices(context.language)
        if let question = form.question {
            let query = SearchQuery(question.text, kinds: [question.kind], limit: FormScreen.mostFound)
            form.answer(try desk.search(query), canCreate: false)
        }
    }

    private mutating func begin(_ context: Context) -> [Effect] {
        guard let values = form.filled(context) else { return [] }
        // As it was typed: a file's name may hold what stored text does not.
        func typed(_ field: String) -> String {
            form.index(of: field, in: .savedFilter).map { form.fields[$0].editor.text } ?? ""
        }
        var missing: [Int: LocalizedText] = [:]
        for (field, reason) in ImportLayer.needed where values[field] == nil {
            if let place = form.index(of: field, in: .savedFilter) { missing[place] = reason }
        }
        guard missing.isEmpty, let kind = values["kind"]?.text else {
            form.mark(missing)
            return []
        }
        let request = ImportRequest(
            kind: kind, path: typed("path"), event: values["event"]?.number, encoding: values["encoding"]?.text,
            mapping: typed("mapping"))
        return [.open(.importPreview(request))]
    }

    private static let needed = [
        "kind": LocalizedText(ja: "選んでください", en: "pick one"),
        "path": LocalizedText(ja: "ファイルを指定してください", en: "name the file"),
    ]

    private func hint(_ language: Language) -> String {
        switch form.focused?.field.id {
        case "event":
            language("全行が同じイベントのとき。空なら列から読みます", "where all rows are about one; empty: the file's column says it")
        case "mapping":
            language(
                "見出し=列（会社名=name、人数=従業員数）か、保存した対応の名前",
                "heading=column (会社名=name, 人数=employees), or the name of a kept one")
        default:
            language(
                "CSV・フォームの回答・Excel。書き込む前に各行を確かめます",
                "CSV, a form's answers, Excel: all is shown before it is written")
        }
    }

    func frame(in area: Rect) -> Rect {
        area.centred(Size(width: min(76, area.width - 2), height: min(area.height, 18)))
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let box = frame(in: area)
        let inner = canvas.dialog(box, title: language("取り込み", "Import"), context.glyphs)
        let hint = hint(language)
        let (head, body) = inner.split(top: box.height >= 10 ? 2 : 1)
        canvas.put(
            clipped(hint, to: head.width, ellipsis: context.glyphs.ellipsis), x: head.x, y: head.y,
            style: Style(.muted))
        return FormView(form: form, context: context).draw(on: &canvas, in: body)
    }
}
