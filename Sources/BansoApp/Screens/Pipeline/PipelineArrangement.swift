import BansoDomain

/// How a person has a pipeline's page. The filter is no part of it: a page that begins with cards left out would mislead.
public struct PipelineArrangement: Hashable, Sendable, Codable {
    public enum View: String, Sendable, Codable { case board, table }

    public var view: View
    public var table: TableArrangement

    public init(view: View = .board, table: TableArrangement = .usual) {
        self.view = view
        self.table = table
    }
}
