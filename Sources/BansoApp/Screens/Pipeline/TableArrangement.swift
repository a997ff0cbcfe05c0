import BansoDomain

/// How a person has a pipeline's table: which columns, in which order and how wide, and how its rows are ordered.
public struct TableArrangement: Hashable, Sendable {
    /// Behind the name, which is always there.
    public private(set) var columns: [CardColumn]
    /// In cells; a column that isn't named is as wide as usual.
    public private(set) var widths: [CardColumn: Int]
    public var order: CardOrder

    static let possibleWidths = 4...80

    public init(_ columns: [CardColumn], widths: [CardColumn: Int] = [:], order: CardOrder = .usual) {
        var seen: Set<CardColumn> = [.name]
        self.columns = columns.filter { seen.insert($0).inserted }
        self.widths = widths.mapValues { min(max($0, Self.possibleWidths.lowerBound), Self.possibleWidths.upperBound) }
        self.order = order
    }

    /// As it is before anything was changed; what a pipeline doesn't have isn't shown.
    public static let usual = TableArrangement([.prefecture, .stage, .side, .consultations, .age, .nextAction, .due])

    /// What cards of a pipeline can have.
    static func possible(_ pipeline: Pipeline, _ catalogue: Catalogue) -> [CardColumn] {
        CardColumn.allCases.filter { column in
            switch column {
            case .side: pipeline.subject == .twoSided
            case .consultations: pipeline.id == catalogue.consultation.pipeline
            case .eligibility: pipeline.subject != .institutions
            default: true
            }
        }
    }

    mutating func setWidth(_ width: Int, of column: CardColumn) {
        widths[column] = min(max(width, Self.possibleWidths.lowerBound), Self.possibleWidths.upperBound)
    }

    mutating func hide(_ column: CardColumn) { columns.removeAll { $0 == column } }
}

extension TableArrangement: Codable {
    private enum Key: String, CodingKey { case columns, widths, order }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            try values.decode([CardColumn].self, forKey: .columns),
            widths: try values.decode([CardColumn: Int].self, forKey: .widths),
            order: try values.decode(CardOrder.self, forKey: .order))
    }
}
