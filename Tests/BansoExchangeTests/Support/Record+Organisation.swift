import BansoDomain

extension Record {
    init(_ organisation: Organisation) {
        self.init(
            .organisation,
            [
                "kind": .token(organisation.kind), "name": .text(organisation.name), "kana": .text(organisation.kana),
                "corporate_number": organisation.corporateNumber.map { .text($0.digits) } ?? .none,
                "prefecture": .optional(organisation.prefecture?.code),
                "municipality": .text(organisation.municipality), "address": .text(organisation.address),
                "postcode": .text(organisation.postcode), "industry": .text(organisation.industry),
                "employees": .optional(organisation.employees), "capital": .optional(organisation.capital),
                "eligibility": .token(organisation.eligibility),
                "district_office": .flag(organisation.hasDistrictOffice),
                "institution_kind": organisation.institutionKind.map { .token($0) } ?? .none,
                "tags": .text(organisation.tags),
            ])
    }
}
