import BansoDomain

/// The first companies and institutions of a sample, whom its programme is made of: so many that any larger sample has
/// the same one.
struct Roster {
    struct Member {
        let id: Int64
        let organisation: Organisation
    }

    private(set) var companies: [Member] = []
    private(set) var institutions: [Member] = []

    /// The companies of the demonstration, and its institutions.
    private static let most = (companies: 300, institutions: 40)

    mutating func add(_ organisation: Organisation, _ id: OrganisationID) {
        let member = Member(id: id.value, organisation: organisation)
        switch organisation.kind {
        case .company where companies.count < Self.most.companies: companies.append(member)
        case .institution where institutions.count < Self.most.institutions: institutions.append(member)
        default: break
        }
    }

    /// What `count` of the demonstration comes to here: less in a smaller sample, but never nothing.
    func share(of count: Int) -> Int {
        guard !companies.isEmpty else { return 0 }
        return max(1, count * companies.count / Self.most.companies)
    }

    var senders: [Member] { companies.filter { EntryMaker.isSender($0.organisation) } }

    /// Those who are no senders, of one eligibility.
    func others(_ eligibility: Eligibility) -> [Member] {
        companies.filter { !EntryMaker.isSender($0.organisation) && $0.organisation.eligibility == eligibility }
    }
}
