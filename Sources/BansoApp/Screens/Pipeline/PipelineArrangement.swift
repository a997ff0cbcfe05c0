import BansoDomain

/// How a person has a pipeline's page. A page that begins with cards left out says so in its head.
public struct PipelineArrangement: Hashable, Sendable {
    public enum View: String, Sendable, Codable { case board, table }

    public var view: View
    public var table: TableArrangement
    /// What the page is narrowed to, of the kind of filters; nil where it shows all cards.
    public var filter: Record?

    public init(view: View = .board, table: TableArrangement = .usual, filter: Record? = nil) {
        self.view = view
        self.table = table
        self.filter = filter
    }
}

extension PipelineArrangement: Codable {
    private enum Key: String, CodingKey { case view, table, filter }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let conditions = try values.decodeIfPresent([String: FieldValue].self, forKey: .filter)
        self.init(
            view: try values.decode(View.self, forKey: .view),
            table: try values.decode(TableArrangement.self, forKey: .table),
            filter: conditions.map { conditions in
                Record(
                    .savedFilter, values: RecordKind.savedFilter.fields.map { conditions[$0.id] ?? $0.initial })
            })
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(view, forKey: .view)
        try values.encode(table, forKey: .table)
        let conditions = filter.map { filter in
            Dictionary(uniqueKeysWithValues: zip(filter.kind.fields.map(\.id), filter.values))
                .filter { $0.value != .none && $0.value != .text("") }
        }
        try values.encodeIfPresent(conditions, forKey: .filter)
    }
}
