/// Whether the audit trail is whole.
public struct AuditVerdict: Hashable, Sendable {
    public enum Flaw: Hashable, Sendable {
        /// An entry does not follow from the one before it, or was edited.
        case broken(seq: Int64)
        /// The texts of an entry are not those that were written.
        case detail(seq: Int64)
        /// The entry of the given head is missing: the end was cut off.
        case cut(seq: Int64)
        /// The entry of the given head is another one: the trail was written anew.
        case rewritten(seq: Int64)
    }

    public var entries: Int
    /// Entries whose texts were erased, as a request for deletion of personal data asks for.
    public var erased: Int
    /// The first flaw; nil where the trail is whole.
    public var flaw: Flaw?

    public init(entries: Int, erased: Int, flaw: Flaw?) {
        self.entries = entries
        self.erased = erased
        self.flaw = flaw
    }
}
