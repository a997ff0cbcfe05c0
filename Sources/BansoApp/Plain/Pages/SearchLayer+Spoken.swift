import BansoDomain

extension SearchLayer: Spoken {
    func spokenTitle(_ context: Context) -> String {
        let language = context.language
        let text = editor.text
        if text.isEmpty { return language("/のあとに名前・かな・番号・連絡先を入力", "type / and a name, kana, number or contact") }
        guard !hits.isEmpty else {
            return language("「\(text)」は見つかりません。nで登録できます", "nothing found for '\(text)'; n adds it")
        }
        let more = hits.count == SearchLayer.limit ? language("以上", " or more") : ""
        return language("「\(text)」 \(hits.count)件\(more)", "\(hits.count)\(more) found for '\(text)'")
    }

    func spokenLines(_ context: Context) -> [SpokenLine] {
        hits.map { SpokenLine(SearchWords.text(of: $0, context), .perform([.open(.showing($0.key))])) }
    }
}

/// Somebody or something that was found, read out.
enum SearchWords {
    static func text(of hit: SearchHit, _ context: Context) -> String {
        let language = context.language
        let kind = hit.organisationKind?.label(language) ?? hit.key.kind.label(language)
        let place = [hit.prefecture?.shortName(language) ?? "", hit.place].filter { !$0.isEmpty }
        return Speech.joined(
            [
                hit.name, kind, hit.contact, hit.day?.short(language) ?? "", place.joined(separator: " "),
                hit.corporateNumber?.digits ?? "",
            ], context)
    }
}
