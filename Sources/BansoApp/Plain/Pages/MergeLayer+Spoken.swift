import BansoDomain

/// Two records of one name, fact by fact.
extension MergeLayer: Spoken {
    /// A number only says which one it is compared with.
    var openAction: Action? { nil }

    func spokenTitle(_ context: Context) -> String {
        let language = context.language
        guard let file, let twin else { return language("同じ名前の組織はありません", "no other organisation has this name") }
        let (kept, other) = keepsThis ? (file, twin) : (twin, file)
        return Speech.joined(
            [
                Speech.pair(language("残す", "stays"), kept.organisation.record.name, context),
                Speech.pair(language("統合して消す", "goes into it"), other.organisation.record.name, context),
            ], context)
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        let language = context.language
        guard let file, let twin else { return [] }
        let facts = zip(MergeLayer.facts(of: file, context), MergeLayer.facts(of: twin, context))
        let lines = facts.compactMap { this, other -> SpokenLine? in
            guard ![this.1, other.1].allSatisfy({ $0.isEmpty || $0 == "–" }) else { return nil }
            return SpokenLine(Speech.pair(this.0, comparison(this.1, other.1, language), context))
        }
        let open = SpokenLine.Choice.perform([.close, .open(.organisation(twin.organisation.id))])
        return lines + [SpokenLine(language("相手のページを開く", "open the page of the other one"), open)]
            + choices(context) + [SpokenLine(MergeLayer.warning(context))]
    }

    /// Where the kept one stands first.
    private func comparison(_ this: String, _ other: String, _ language: Language) -> String {
        func said(_ text: String) -> String { text.isEmpty || text == "–" ? language("なし", "none") : text }
        guard this != other else { return language("どちらも \(this)", "both \(this)") }
        let (kept, gone) = keepsThis ? (this, other) : (other, this)
        return language(
            "残す方 \(said(kept))、消す方 \(said(gone))", "kept \(said(kept)), other \(said(gone))")
    }

    private func choices(_ context: Context) -> [SpokenLine] {
        guard twins.count > 1 else { return [] }
        return [SpokenLine(context.language("どれと比べるか", "which one to compare with"))]
            + twins.enumerated().map { place, twin in
                SpokenLine(twin.organisation.record.name, .row(place), identity: twin.organisation.id)
            }
    }
}
