import BansoDomain

/// A record's values as people read them.
enum FieldWords {
    /// A value in words: – where there is none, the name of what is referred to.
    /// - Parameter record: whose value it is, where it is known: two pipelines may call one stage differently.
    static func text(
        of value: FieldValue, in field: RecordField, _ titles: [RecordKey: String], _ context: Context,
        record: Record? = nil
    ) -> String {
        let language = context.language
        if let target = RecordLinks.target(of: value, in: field) {
            return titles[target].map { DatedTitle.read($0, language) } ?? target.kind.label(language)
                + " #\(target.id)"
        }
        let catalogue = context.catalogue
        switch (field.kind, value) {
        case (_, .day(let day)): return day.spelled(language)
        case (.number, .number(let number)): return Figures.grouped(Int(number))
        case (.activity, .text(let id)) where !id.isEmpty:
            guard let activity = catalogue.activity(ActivityID(id)) else { return id }
            return id + " " + activity.label(language)
        case (.track, .text(let id)) where !id.isEmpty: return catalogue.label(of: CountRole(id))(language)
        case (.programme, .text(let id)) where !id.isEmpty:
            guard let programme = catalogue.programmes.first(where: { $0.id.text == id }) else { return id }
            return id + " " + programme.label(language)
        case (.word, .text(let id)) where field.id == "pipeline":
            guard let pipeline = catalogue.pipeline(PipelineID(id)) else { return id }
            return id + " " + pipeline.label(language)
        case (.word, .text(let id)) where field.id == "stage":
            let own = (record?["pipeline"].text).flatMap { catalogue.pipeline(PipelineID($0)) }
            let stages = own?.stages ?? catalogue.pipelines.flatMap(\.stages)
            return stages.first { $0.id.text == id }?.label(language) ?? id
        default:
            let text = field.text(of: value, language)
            return text.isEmpty ? "–" : text
        }
    }
}
