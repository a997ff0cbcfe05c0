import BansoDomain

/// A column of a table that is written out.
public struct TableColumn: Hashable, Sendable {
    /// What its cells are. A spreadsheet gets numbers, dates and times that sort and add up, not text that looks like them.
    public enum Kind: Hashable, Sendable { case text, number, day, time, flag }

    /// Its key in JSON.
    public var id: String
    public var heading: LocalizedText
    public var kind: Kind
    /// Whether it tells about a person.
    public var isPersonal: Bool

    public init(_ id: String, _ heading: LocalizedText, _ kind: Kind = .text, personal isPersonal: Bool = false) {
        self.isPersonal = isPersonal
        self.id = id
        self.heading = heading
        self.kind = kind
    }
}
