/// A company (企業) or an institution (経営支援機関): what a pipeline's cards stand for.
///
/// Both have the same identity (法人番号, name, kana, place), are imported from the same files and found by the same
/// search; what differs is `kind`.
public struct Organisation: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case company, institution

        public var label: LocalizedText {
            switch self {
            case .company: LocalizedText(ja: "企業", en: "company")
            case .institution: LocalizedText(ja: "経営支援機関", en: "institution")
            }
        }
    }

    public var kind: Kind
    /// As entered; NFC.
    public var name: String
    /// The name in kana, as entered; empty where not known.
    public var kana: String
    public var corporateNumber: CorporateNumber?
    /// Nil where unknown or overseas.
    public var prefecture: Prefecture?
    public var municipality: String
    /// What follows the municipality.
    public var address: String
    /// Seven digits; empty where not known.
    public var postcode: String
    /// 業種, in words; empty where not known.
    public var industry: String
    /// Regular employees; nil where not known.
    public var employees: Int?
    /// Capital in yen; nil where not known.
    public var capital: Int?
    /// Whether the call is for it; companies only.
    public var eligibility: Eligibility
    /// Whether it has an office in the district though its seat is elsewhere (seed 【Ａ３】: 九州内に事業所を有する).
    public var hasDistrictOffice: Bool
    /// Institutions only.
    public var institutionKind: InstitutionKind?
    /// Words of one's own, with spaces between.
    public var tags: String

    public init(
        kind: Kind = .company, name: String, kana: String = "", corporateNumber: CorporateNumber? = nil,
        prefecture: Prefecture? = nil, municipality: String = "", address: String = "", postcode: String = "",
        industry: String = "", employees: Int? = nil, capital: Int? = nil, eligibility: Eligibility = .unknown,
        hasDistrictOffice: Bool = false, institutionKind: InstitutionKind? = nil, tags: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.kana = kana
        self.corporateNumber = corporateNumber
        self.prefecture = prefecture
        self.municipality = municipality
        self.address = address
        self.postcode = postcode
        self.industry = industry
        self.employees = employees
        self.capital = capital
        self.eligibility = eligibility
        self.hasDistrictOffice = hasDistrictOffice
        self.institutionKind = institutionKind
        self.tags = tags
    }

    public var matchKey: MatchKey { MatchKey(name) }

    /// What search looks in: name and kana folded, and the corporate number, a line each.
    public var searchText: String {
        Folding.searchKey(name) + "\n" + Folding.searchKey(kana) + "\n" + (corporateNumber?.digits ?? "")
    }
}

public typealias OrganisationID = RecordID<Organisation>
