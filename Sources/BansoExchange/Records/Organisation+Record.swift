import BansoDomain

extension Organisation {
    /// - Returns: nil where the record is of another kind.
    init?(_ record: Record) {
        guard record.kind == .organisation else { return nil }
        func text(_ field: String) -> String { record[field].text ?? "" }
        self.init(
            kind: Organisation.Kind(rawValue: text("kind")) ?? .company, name: text("name"), kana: text("kana"),
            corporateNumber: try? CorporateNumber(text("corporate_number")),
            prefecture: record["prefecture"].number.flatMap { Prefecture(code: Int($0)) },
            municipality: text("municipality"), address: text("address"), postcode: text("postcode"),
            industry: text("industry"), employees: record["employees"].number.map { Int($0) },
            capital: record["capital"].number.map { Int($0) },
            eligibility: Eligibility(rawValue: text("eligibility")) ?? .unknown,
            hasDistrictOffice: record["district_office"] == .flag(true),
            institutionKind: InstitutionKind(rawValue: text("institution_kind")), tags: text("tags"))
    }
}
