/// What a person decided about a row of which a record of the same name is there.
public enum ImportDecision: Hashable, Sendable {
    /// It is this organisation.
    case same(Int64)
    /// It is another one.
    case new
}
