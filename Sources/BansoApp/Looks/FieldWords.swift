import BansoDomain

/// A record's values as people read them.
enum FieldWords {
    /// A value in words: – where there is none, the name of what is referred to.
    static func text(
        of value: FieldValue, in field: RecordField, _ titles: [RecordKey: String], _ context: Context
    ) -> String {
        let language = context.language
        if let target = RecordLinks.target(of: value, in: field) {
            return titles[target] ?? target.kind.label(language) + " #\(target.id)"
        }
        switch (field.kind, value) {
        case (_, .day(let day)): return day.spelled(language)
        case (.number, .number(let number)): return Figures.grouped(Int(number))
        case (.activity, .text(let id)) where !id.isEmpty:
            guard let activity = context.catalogue.activity(ActivityID(id)) else { return id }
            return id + " " + activity.label(language)
        default:
            let text = field.text(of: value, language)
            return text.isEmpty ? "–" : text
        }
    }
}
