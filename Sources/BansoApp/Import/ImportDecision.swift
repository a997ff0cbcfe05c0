/// What a person decided about a row of which a record of the same name or number is there.
public enum ImportDecision: Hashable, Sendable {
    /// It is this record.
    case same(Int64)
    /// It is another one.
    case new
}
