import BansoDomain

/// The filters that were saved, before new conditions are asked for.
extension FilterLayer: Spoken {
    var rowActions: Set<Action> { [.delete] }

    /// A saved filter is taken at once.
    var openAction: Action? { .save }

    func spokenTitle(_ context: Context) -> String {
        context.language("\(pipeline.id.text) の絞り込み、番号で選択", "filter \(pipeline.id.text), choose by number")
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        let language = context.language
        let known = saved.enumerated().map { place, stored in
            let words = Narrowing(stored.record, today: context.today)?.words(language) ?? ""
            return SpokenLine(
                Speech.joined([stored.record["name"].text ?? "", Speech.paused(words, context)], context), .row(place),
                identity: stored.key)
        }
        let end = current.map { _ in
            SpokenLine(language("絞り込みを解除", "show all"), .perform([.pass(.widen)]))
        }
        return known + [SpokenLine(language("条件を答える", "answer what to filter by"), .ask)] + (end.map { [$0] } ?? [])
    }
}
