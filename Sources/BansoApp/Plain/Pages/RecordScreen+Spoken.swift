import BansoDomain

extension RecordScreen: Spoken {
    var spokenSubject: OrganisationID? { subject }

    func spokenTitle(_ context: Context) -> String {
        let language = context.language
        guard stored != nil else { return language("この記録は削除されました", "this record is gone") }
        let draft = context.drafts[.edit(key)] == nil ? "" : language("下書きあり、eで続き", "a draft waits, e goes on")
        return Speech.joined(
            [key.kind.label(language), titles[key].map { DatedTitle.read($0, context.language) } ?? "", draft], context)
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        guard let stored else { return [] }
        let language = context.language
        var lines = zip(key.kind.fields, stored.record.values).compactMap { field, value -> SpokenLine? in
            guard value != .none, value != .text("") else { return nil }
            let text = Speech.pair(
                field.label(language), FieldWords.text(of: value, in: field, titles, context), context)
            return SpokenLine(
                text, RecordLinks.target(of: value, in: field).map { .perform([.open(.showing($0))]) })
        }
        guard hasRelated else { return lines }
        lines.append(SpokenLine(language("関連する記録 \(related.count)件", "related records, \(related.count)")))
        return lines
            + related.map { item in
                SpokenLine(TimelineWords.text(of: item, context), .perform([.open(.showing(item.key))]))
            }
    }
}
