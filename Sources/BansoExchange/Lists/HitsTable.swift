import BansoDomain

/// What a text finds, the best first: also what a screen has no room for.
public struct HitsTable: TableSource {
    public let title = LocalizedText(ja: "検索", en: "Search")
    public let columns = [
        TableColumn("kind", LocalizedText(ja: "種類", en: "kind")),
        TableColumn("number", LocalizedText(ja: "番号", en: "number"), .number),
        TableColumn("name", LocalizedText(ja: "名称", en: "name"), personal: true),
        TableColumn("kana", LocalizedText(ja: "かな", en: "kana"), personal: true),
        TableColumn("corporate_number", LocalizedText(ja: "法人番号", en: "corporate number")),
        TableColumn("prefecture", LocalizedText(ja: "県", en: "prefecture")),
        TableColumn("place", LocalizedText(ja: "市区町村など", en: "place")),
        TableColumn("day", LocalizedText(ja: "日付", en: "day"), .day),
        TableColumn("contact", LocalizedText(ja: "連絡先", en: "contact"), personal: true),
    ]
    private let text: String
    private let language: Language
    private let reader: any ExportReader

    public init(_ text: String, _ language: Language, from reader: any ExportReader) {
        self.text = text
        self.language = language
        self.reader = reader
    }

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        try reader.eachHit(of: text) { hit in
            let kind = hit.organisationKind?.label(language) ?? hit.key.kind.label(language)
            try body([
                .text(kind), .number(hit.key.id), .text(hit.name), .text(hit.kana),
                .text(hit.corporateNumber?.digits ?? ""), .text(hit.prefecture?.name(language) ?? ""), .text(hit.place),
                .optional(hit.day), .text(hit.contact),
            ])
        }
    }
}
