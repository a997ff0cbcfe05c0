import BansoApp
import BansoDomain
import BansoExchange
import BansoStore

/// What a person said about a file on the screen, as an import takes it.
struct SaidTerms {
    var encoding = TextEncoding.auto
    var terms = ImportTerms()

    /// - Throws: `CommandFailure` where the mapping is none, and no kept one has that name.
    init(_ request: ImportRequest, of kind: FileKind, _ store: Store) throws {
        encoding = request.encoding.flatMap(TextEncoding.init) ?? .auto
        if let event = request.event, kind.mayBeOfOneEvent { terms.event = String(event) }
        let mapping = Folding.stored(request.mapping)
        guard !mapping.isEmpty else { return }
        if let kept = try SavedMapping.named(mapping, of: kind, store) {
            terms.mapping = kept.mapping
            return
        }
        terms.mapping = ColumnMapping(
            try mapping.split(whereSeparator: { ",、，;；".contains($0) }).map { text in
                guard let pair = ColumnMapping.Pair(String(text)) else {
                    throw CommandFailure(
                        "「\(text)」：「見出し=列」か、保存した対応の名前で指定してください（例 会社名=name、人数=従業員数）",
                        "'\(text)': must be heading=column, or the name of a kept mapping (such as 会社名=name, 人数=employees)"
                    )
                }
                return pair
            })
    }
}
