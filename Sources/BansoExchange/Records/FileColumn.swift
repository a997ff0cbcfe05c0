import BansoDomain

/// A column of a file of records.
struct FileColumn: Hashable, Sendable {
    /// What its cells hold; fields by their place in a record.
    enum Content: Hashable, Sendable {
        /// The record's own number.
        case own
        case value(Int)
        /// The number of the record that a field refers to.
        case number(Int)
        /// The name of the record that a field refers to.
        case name(Int)
        /// The corporate number of the organisation that a field refers to.
        case corporateNumber(Int)
        /// What is to be done next about a consultation's company, and by when.
        case nextAction, nextDue
    }

    let content: Content
    /// As exports and templates write it, and messages name it.
    let heading: LocalizedText
    /// What else a file may call it.
    private let aliases: [String]

    private init(_ content: Content, ja: String, en: String, or aliases: [String] = []) {
        self.content = content
        heading = LocalizedText(ja: ja, en: en)
        self.aliases = aliases
    }

    static let own = FileColumn(.own, ja: "番号", en: "id")

    static func corporateNumber(at index: Int) -> FileColumn {
        FileColumn(.corporateNumber(index), ja: "法人番号", en: "corporate_number", or: ["corporate number"])
    }

    static let next = [
        FileColumn(.nextAction, ja: "次の対応", en: "next_action", or: ["next action"]),
        FileColumn(.nextDue, ja: "期限", en: "next_due", or: ["due"]),
    ]

    /// One for a value, two for a reference: its number and its name.
    static func columns(of field: RecordField, in kind: RecordKind, at index: Int) -> [FileColumn] {
        let names = [field.label.en] + HeadingAliases.names(of: field, in: kind)
        guard case .reference = field.kind else {
            return [FileColumn(.value(index), ja: field.label.ja, en: field.id, or: names)]
        }
        return [
            FileColumn(
                .number(index), ja: field.label.ja + "番号", en: field.id + "_number",
                or: [field.label.en + " number"]),
            FileColumn(.name(index), ja: field.label.ja, en: field.id, or: names),
        ]
    }

    /// Every heading that means it, folded: either language, half or full width, upper or lower case.
    var names: [String] { ([heading.ja, heading.en] + aliases).map(Folding.typed) }

    /// Both headings, for messages.
    var shown: String { "\(heading.ja)|\(heading.en)" }
}
