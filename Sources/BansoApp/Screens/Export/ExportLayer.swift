import BansoDomain
import TerminalUI

/// Asks what a list is written as and, where it holds personal data, what for.
struct ExportLayer: Screen {
    let offer: ExportOffer
    let terms: ExportTerms
    private(set) var form: Form

    init(_ offer: ExportOffer, on terms: ExportTerms, _ context: Context) {
        self.offer = offer
        self.terms = terms
        let style = RecordField(
            "style", ja: "形式", en: "format", .choice(offer.list.styles.map(\.choice)), required: true,
            initial: .token(ExportStyle.xlsx))
        let purpose = RecordField("purpose", ja: "目的", en: "purpose", .line, required: terms.holdsPersonalData)
        var fields = [FormField(style, of: .savedFilter, context), FormField(purpose, of: .savedFilter, context)]
        fields[0].fill(style.initial, titles: [:], context)
        if terms.holdsPersonalData, !terms.usualPurpose.isEmpty {
            fields[1].fill(terms.usualPurpose)
            fields[1].isSuggested = true
        }
        form = Form(fields)
        if terms.holdsPersonalData { form.focusLast() }
    }

    var takesText: Bool { true }
    var isLayer: Bool { true }

    func bindings(_ context: Context) -> [Binding] {
        [
            Binding([.control("s")], .save, "書き出す", "export", isInFooter: true),
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
            _ = form.press(key, width: width(context), context.language)
        case .written, .returned: break
        }
        return []
    }

    mutating func load(from desk: any DeskReader, _ context: Context) throws {}

    private mutating func begin(_ context: Context) -> [Effect] {
        guard let values = form.filled(context) else { return [] }
        let purpose = values["purpose"]?.text ?? ""
        guard !purpose.isEmpty || !terms.holdsPersonalData else {
            let reason = LocalizedText(ja: "個人情報の書き出しには目的が要ります", en: "personal data needs a purpose")
            form.mark([form.fields.count - 1: reason])
            return []
        }
        guard let style = values["style"]?.text.flatMap(ExportStyle.init) else {
            form.mark([0: LocalizedText(ja: "選んでください", en: "pick one")])
            return []
        }
        return [.close, .export(ExportRequest(offer, as: style, purpose: purpose))]
    }

    private func width(_ context: Context) -> Int {
        FormView.fieldWidth(form, in: frame(in: context.body).inset(x: 2, y: 1), context.language) - 1
    }

    func frame(in area: Rect) -> Rect {
        area.centred(Size(width: min(76, area.width - 2), height: 2 + 4 + form.fields.count * 2))
    }

    func draw(on canvas: inout Canvas, in area: Rect, _ context: Context) -> Point {
        let language = context.language
        let box = frame(in: area)
        let ellipsis = context.glyphs.ellipsis
        let inner = canvas.dialog(
            box, title: language("書き出し", "Export") + "  " + offer.title, context.glyphs)
        let lines = [
            (offer.filter, Role.text), (language("保存先 ", "into ") + terms.folder, .muted),
            (
                terms.holdsPersonalData
                    ? language("個人情報を含みます。目的は台帳に残ります", "holds personal data: the purpose is kept in the ledger") : "",
                .warning
            ),
        ].filter { !$0.0.isEmpty }
        let (head, body) = inner.split(top: box.height >= 10 ? lines.count + 1 : 1)
        for (row, line) in lines.prefix(max(1, head.height)).enumerated() {
            canvas.put(
                clipped(line.0, to: head.width, ellipsis: ellipsis), x: head.x, y: head.y + row, style: Style(line.1))
        }
        return FormView(form: form, context: context).draw(on: &canvas, in: body)
    }
}
