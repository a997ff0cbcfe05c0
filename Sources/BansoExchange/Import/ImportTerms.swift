import BansoDomain

/// What a person says about a file besides what stands in it.
public struct ImportTerms: Hashable, Sendable {
    /// What becomes of a company without a known 法人番号 whose name is there already: its record never becomes the other
    /// one's by the name alone.
    public enum SameName: String, Hashable, Sendable, CaseIterable {
        /// It stays out and is listed, for a person to decide.
        case reject
        /// It is another company.
        case new
    }

    /// What a person decided about one row, be it about its name or about the number that it bears.
    public enum Decision: Hashable, Sendable {
        /// It is this record.
        case same(Int64)
        case new
    }

    public var mapping = ColumnMapping()
    /// The event that every row is about, by number or theme; empty where the file says it.
    public var event = ""
    public var sameName = SameName.reject
    /// Whether the file stands for a spreadsheet's sheet: rows are told by their number in it, however many lines a cell has.
    public var isSheet = false
    /// By the line that the row starts on.
    public var decisions: [Int: Decision] = [:]

    public init() {}
}
