import BansoDomain

/// What is set for several cards of a pipeline at once; what is nil or empty stays as it is on each.
struct SeveralChange: Hashable {
    var stage: StageID?
    var coordinator: Int64?
    /// Words that the organisations are tagged with besides what they have.
    var tags: [String] = []
    var next: NextAction?

    /// - Parameter values: of the fields that are filled, by name.
    init(_ values: [String: FieldValue]) {
        stage = values["stage"]?.text.map { StageID($0) }
        coordinator = values["coordinator"]?.number
        tags = values["tags"]?.text?.split(separator: " ").map(String.init) ?? []
        next = values["next_action"]?.text.map { NextAction(text: $0, due: values["next_due"]?.day) }
    }

    /// The changes that this comes to; records that are so already are left alone.
    /// - Parameters:
    ///   - entries: the cards' records.
    ///   - organisations: the records of those that the cards stand for.
    func edits(
        of entries: [StoredRecord], organisations: [StoredRecord], in pipeline: Pipeline, on today: Day
    ) -> [Write.Edit] {
        let cards = entries.map { stored in
            var changed = stored
            if let stage { changed.record = changed.record.moved(to: stage, in: pipeline, on: today) }
            if let coordinator { changed.record["coordinator"] = .number(coordinator) }
            if let next {
                changed.record["next_action"] = .text(next.text)
                changed.record["next_due"] = .optional(next.due)
            }
            return (stored, changed)
        }
        let tagged = organisations.map { stored in
            var changed = stored
            let words = (stored.record["tags"].text ?? "").split(separator: " ").map(String.init)
            changed.record["tags"] = .text((words + tags.filter { !words.contains($0) }).joined(separator: " "))
            return (stored, changed)
        }
        return (cards + (tags.isEmpty ? [] : tagged)).filter { $0 != $1 }.map { stored, changed in
            Write.Edit(key: stored.key, version: stored.version, record: changed.record)
        }
    }
}
