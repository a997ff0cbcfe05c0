import BansoDomain

/// What a screen shows, as something that can be written to a file.
public struct ExportOffer: Hashable, Sendable {
    public enum List: Hashable, Sendable {
        /// With the table's columns.
        case cards(CardQuery, [CardColumn])
        case contributions(ContributionQuery)
        case history(HistoryQuery.Scope)
        /// Who came to an event.
        case attendances(event: Int64)
    }

    public var list: List
    public var title: String
    /// What it is narrowed to, in words; empty where it is not.
    public var filter: String

    public init(_ list: List, title: String, filter: String = "") {
        self.list = list
        self.title = title
        self.filter = filter
    }
}
