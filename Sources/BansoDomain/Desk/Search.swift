/// What is looked for: by name, kana, corporate number or contact.
public struct SearchQuery: Hashable, Sendable {
    /// Kinds that people look for by name.
    public static let everything: [RecordKind] = [.organisation, .talent, .event, .region, .coordinator]

    /// Empty for the newest records.
    public var text: String
    public var kinds: [RecordKind]
    /// Only organisations of this kind; nil for all.
    public var organisationKind: Organisation.Kind?
    public var limit: Int

    public init(
        _ text: String, kinds: [RecordKind] = SearchQuery.everything, organisationKind: Organisation.Kind? = nil,
        limit: Int
    ) {
        self.text = text
        self.kinds = kinds
        self.organisationKind = organisationKind
        self.limit = limit
    }
}

/// A record that was looked for, with what tells two of one name apart.
public struct SearchHit: Hashable, Sendable {
    public var key: RecordKey
    /// Of organisations only.
    public var organisationKind: Organisation.Kind?
    public var name: String
    public var kana: String
    public var corporateNumber: CorporateNumber?
    public var prefecture: Prefecture?
    /// A municipality, the company of a posting, the activity of an event.
    public var place: String
    /// When it takes place or was posted.
    public var day: Day?
    /// The contact by whom an organisation was found; empty where it was found by itself.
    public var contact: String

    public var organisation: OrganisationID? { key.kind == .organisation ? OrganisationID(key.id) : nil }

    public init(
        key: RecordKey, organisationKind: Organisation.Kind? = nil, name: String, kana: String = "",
        corporateNumber: CorporateNumber? = nil, prefecture: Prefecture? = nil, place: String = "", day: Day? = nil,
        contact: String = ""
    ) {
        self.key = key
        self.organisationKind = organisationKind
        self.name = name
        self.kana = kana
        self.corporateNumber = corporateNumber
        self.prefecture = prefecture
        self.place = place
        self.day = day
        self.contact = contact
    }
}
