import BansoDomain

extension Draft {
    /// What is done in its form.
    func words(_ language: Language) -> String {
        request.words(of: base?["kind"].text.flatMap(Organisation.Kind.init), language)
    }

    /// What tells it from other drafts: whom it is about and what its record will be known by; where that is nothing yet, the
    /// longest text in it, or its day. What is picked tells nothing apart: a form begins with much of it.
    func title(_ context: Context) -> String {
        let said = said(context)
        let titles = request.kind.titleFields
        var told = said.filter { !$0.field.isCommon && titles.contains($0.field.id) && !$0.text.isEmpty }
        told.sort { (titles.firstIndex(of: $0.field.id) ?? 0) < (titles.firstIndex(of: $1.field.id) ?? 0) }
        var words = told.map(\.text).filter { !subject.contains($0) }
        if told.isEmpty, subject.isEmpty || !request.several.isEmpty {
            let texts = said.filter { !$0.field.isCommon && !$0.text.isEmpty }
            let days = said.filter { $0.field.isDated }
            let longest = (texts.isEmpty ? days : texts).map(\.text).max { $0.count < $1.count } ?? ""
            words = [longest]
        }
        return ([subject] + words).filter { !$0.isEmpty }.joined(separator: " ").replacing("\n", with: " ")
    }

    /// What its fields say, as people read it: a record by its name, a choice by its label. The form's own kind comes first,
    /// then what it says of other records.
    func said(_ context: Context) -> [(field: RecordField, text: String)] {
        ([request.kind] + RecordKind.allCases.filter { $0 != request.kind }).flatMap { kind in
            kind.fields.compactMap { field in
                texts[kind.rawValue + "." + field.id].map { (field, said($0, field, of: kind, context)) }
            }
        }
    }

    private func said(_ text: String, _ field: RecordField, of kind: RecordKind, _ context: Context) -> String {
        if field.id == "stage", let pipeline = request.given["pipeline"]?.text {
            let stage = context.catalogue.pipeline(PipelineID(pipeline))?.stages.first { $0.id.text == text }
            return stage?.label(context.language) ?? text
        }
        var filled = FormField(field, of: kind, context)
        filled.fill(text)
        guard filled.input.isPicked else { return filled.editor.text }
        return filled.input.choices.filter { filled.picked.contains($0.token) }.map { $0.label(context.language) }
            .joined(separator: context.language("・", ", "))
    }
}

extension RecordField {
    fileprivate var isDated: Bool { if case .day = kind { true } else { false } }

    /// Whether it says much the same in most drafts.
    fileprivate var isCommon: Bool {
        switch kind {
        case .day, .choice, .flag, .minutes, .time: true
        default: false
        }
    }
}
