import BansoDomain

/// Cards of a pipeline as a page shows them: its filter, order and columns.
public struct CardsTable: TableSource {
    public let title: LocalizedText
    public let columns: [TableColumn]
    private let wanted: [CardColumn]
    private let query: CardQuery
    private let stages: [StageID: String]
    private let language: Language
    private let reader: any ExportReader

    /// - Parameter columns: behind the organisation's number and name.
    public init(
        _ query: CardQuery, columns: [CardColumn], _ pipeline: Pipeline, _ language: Language,
        from reader: any ExportReader
    ) {
        self.query = query
        self.language = language
        self.reader = reader
        wanted = columns.filter { $0 != .name }
        title = pipeline.label
        stages = Dictionary(pipeline.stages.map { ($0.id, $0.label(language)) }) { first, _ in first }
        self.columns =
            [
                TableColumn("organisation_number", LocalizedText(ja: "企業・機関番号", en: "organisation_number"), .number),
                TableColumn("organisation", CardColumn.name.label),
            ] + wanted.map(CardsTable.column)
    }

    public func eachRow(_ body: ([TableCell]) throws -> Void) throws {
        try reader.eachCard(query) { card in
            try body([.number(card.organisation.value), .text(card.name)] + wanted.map { cell($0, card) })
        }
    }

    private static func column(_ column: CardColumn) -> TableColumn {
        switch column {
        case .consultations: TableColumn(column.rawValue, column.label, .number)
        // What a screen shows as a card's age is a date in a file: it stays true.
        case .age: TableColumn("since", LocalizedText(ja: "段階の開始日", en: "In stage since"), .day)
        case .due: TableColumn(column.rawValue, column.label, .day)
        case .nextAction: TableColumn("next_action", column.label, personal: true)
        case .coordinator: TableColumn(column.rawValue, column.label, personal: true)
        case .name, .prefecture, .stage, .side, .eligibility, .tags: TableColumn(column.rawValue, column.label)
        }
    }

    private func cell(_ column: CardColumn, _ card: Card) -> TableCell {
        switch column {
        case .name: .text(card.name)
        case .prefecture: .text(card.prefecture?.name(language) ?? "")
        case .stage: .text(stages[card.stage] ?? card.stage.text)
        case .side: .text(card.side?.label(language) ?? "")
        case .consultations: .number(card.consultations)
        case .age: .day(card.key.since)
        case .nextAction: .text(card.nextAction?.text ?? "")
        case .due: .optional(card.nextAction?.due)
        case .coordinator: .text(card.coordinator)
        case .eligibility: .text(card.eligibility.label(language))
        case .tags: .text(card.tags)
        }
    }
}
