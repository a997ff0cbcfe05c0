/// Which file is imported, and what a person says about it.
public struct ImportRequest: Hashable, Sendable {
    /// A token of `ImportOffer.kinds`.
    public var kind: String
    /// As it was typed.
    public var path: String
    /// The event that every row is about, by its number; nil where the file says it.
    public var event: Int64?
    /// A token of `ImportOffer.encodings`; nil where the file is to tell.
    public var encoding: String?
    /// What headings mean, or the name under which that is kept, as it was typed.
    public var mapping: String

    public init(kind: String, path: String, event: Int64? = nil, encoding: String? = nil, mapping: String = "") {
        self.kind = kind
        self.path = path
        self.event = event
        self.encoding = encoding
        self.mapping = mapping
    }
}
