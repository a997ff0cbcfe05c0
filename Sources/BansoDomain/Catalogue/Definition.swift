/// A term the Bureau may still fix (内定, the satisfaction scale …) as it is read until then.
///
/// A change adds another version with its date; the old one stays, and holds for what happened before that date.
public struct Definition: Hashable, Sendable {
    /// What a definition steers in the counting.
    public enum Setting: Hashable, Sendable {
        /// The least of the five grades that is content.
        case contentFrom(Int)
        /// Whether an offer counts as such, or only the contract.
        case offerFrom(Terms.OfferFrom)
        case denominator(Terms.Denominator)
        /// Activities that are matching besides those of the indicator.
        case matching([ActivityID])
        /// What counts as a visit to a company in monthly reports.
        case visits([CompanyContact])
        /// What obtains information from a company in monthly reports.
        case information([CompanyContact])
    }

    public var id: String
    public var version: Int
    public var since: Day
    public var label: LocalizedText
    /// In words.
    public var value: String
    /// Nil where counting doesn't depend on it.
    public var setting: Setting?
    /// Why it was changed, as a person wrote it; nil of the first version, or where nobody did.
    public var reason: String?

    public init(
        id: String, version: Int, since: Day, label: LocalizedText, value: String, setting: Setting? = nil,
        reason: String? = nil
    ) {
        self.id = id
        self.version = version
        self.since = since
        self.label = label
        self.value = value
        self.setting = setting
        self.reason = reason
    }
}

/// The settings in force on a day.
public struct Terms: Hashable, Sendable {
    public enum OfferFrom: String, Sendable, CaseIterable { case offer, contract }

    public enum Denominator: String, Sendable, CaseIterable {
        case persons, participations

        public var label: LocalizedText {
            switch self {
            case .persons: LocalizedText(ja: "実人数", en: "persons")
            case .participations: LocalizedText(ja: "延べ人数", en: "participations")
            }
        }
    }

    /// ５段階の上位２段階, until the Bureau says otherwise.
    public var contentFrom = 4
    public var offerFrom = OfferFrom.offer
    public var denominator = Denominator.persons
    public var matching: [ActivityID] = []
    /// 訪問: at the company, or as the call has it done there, until the Bureau says otherwise.
    public var visits: [CompanyContact] = [.consultationInPerson, .hearing]
    /// 情報取得: every way in which a coordinator learns what a company needs.
    public var information = CompanyContact.allCases
}

extension Catalogue {
    public func terms(on day: Day) -> Terms {
        var terms = Terms()
        // Versions of one definition stand in their order.
        for definition in definitions where definition.since <= day {
            switch definition.setting {
            case .contentFrom(let grade): terms.contentFrom = grade
            case .offerFrom(let stage): terms.offerFrom = stage
            case .denominator(let denominator): terms.denominator = denominator
            case .matching(let activities): terms.matching = activities
            case .visits(let contacts): terms.visits = contacts
            case .information(let contacts): terms.information = contacts
            case nil: break
            }
        }
        return terms
    }
}
