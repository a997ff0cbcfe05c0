/// A page request for postings, newest first.
public struct PostingQuery: Hashable, Sendable {
    /// A posting's place in the list.
    public struct Place: Hashable, Comparable, Sendable {
        public var date: Day
        public var id: Int64

        public init(date: Day, id: Int64) {
            self.date = date
            self.id = id
        }

        public static func < (left: Self, right: Self) -> Bool { (left.date, left.id) < (right.date, right.id) }
    }

    /// Only those of one organisation; nil for all.
    public var organisation: OrganisationID?
    /// Only those still open on this day; nil for all.
    public var openOn: Day?
    /// Those after this one; nil for the newest.
    public var after: Place?
    public var limit: Int

    public init(organisation: OrganisationID? = nil, openOn: Day? = nil, after: Place? = nil, limit: Int) {
        self.organisation = organisation
        self.openOn = openOn
        self.after = after
        self.limit = limit
    }
}

/// A posting with what came of it.
public struct PostingLine: Hashable, Sendable {
    public var posting: StoredRecord
    public var organisation: String
    public var applications: Int
    public var interviewed: Int
    public var offers: Int
    public var contracts: Int

    public var place: PostingQuery.Place {
        PostingQuery.Place(date: posting.record["date"].day ?? Day(ordinal: 0), id: posting.key.id)
    }

    public init(
        posting: StoredRecord, organisation: String, applications: Int, interviewed: Int, offers: Int, contracts: Int
    ) {
        self.posting = posting
        self.organisation = organisation
        self.applications = applications
        self.interviewed = interviewed
        self.offers = offers
        self.contracts = contracts
    }
}

/// An application with the person's name.
public struct Applicant: Hashable, Sendable {
    public var application: StoredRecord
    public var name: String
    public var kana: String
    /// Tokens of `TalentTag`, with spaces between.
    public var tags: String

    public init(application: StoredRecord, name: String, kana: String, tags: String) {
        self.application = application
        self.name = name
        self.kana = kana
        self.tags = tags
    }
}
