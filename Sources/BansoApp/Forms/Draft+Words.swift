import BansoDomain

extension Draft {
    /// What is done in its form.
    func words(_ language: Language) -> String {
        request.words(of: base?["kind"].text.flatMap(Organisation.Kind.init), language)
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
