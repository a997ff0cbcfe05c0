import BansoDomain
import GRDB

/// An organisation as the values of its columns (`RecordKind.columns`), and back.
enum OrganisationRow {
    static let columns = RecordKind.organisation.columns

    static func values(_ organisation: Organisation) throws(DeskError) -> [DatabaseValue] {
        let name = try Entered.line(organisation.name, LocalizedText(ja: "名称", en: "name"))
        guard !name.isEmpty else {
            throw .invalid(
                field: LocalizedText(ja: "名称", en: "name"), reason: LocalizedText(ja: "入力してください", en: "is empty"))
        }
        return [
            organisation.kind.rawValue.databaseValue,
            name.databaseValue,
            try Entered.line(organisation.kana, LocalizedText(ja: "フリガナ", en: "kana")).databaseValue,
            organisation.corporateNumber?.digits.databaseValue ?? .null,
            organisation.prefecture?.code.databaseValue ?? .null,
            try Entered.line(organisation.municipality, LocalizedText(ja: "市区町村", en: "municipality")).databaseValue,
            try Entered.line(organisation.address, LocalizedText(ja: "所在地", en: "address")).databaseValue,
            try Entered.line(organisation.postcode, LocalizedText(ja: "郵便番号", en: "postcode")).databaseValue,
            try Entered.line(organisation.industry, LocalizedText(ja: "業種", en: "industry")).databaseValue,
            organisation.employees.databaseValue,
            organisation.capital.databaseValue,
            organisation.eligibility.rawValue.databaseValue,
            organisation.hasDistrictOffice.databaseValue,
            organisation.institutionKind?.rawValue.databaseValue ?? .null,
            try Entered.line(organisation.tags, LocalizedText(ja: "タグ", en: "tags")).databaseValue,
        ]
    }

    static func organisation(_ values: [DatabaseValue]) -> Organisation {
        func text(_ index: Int) -> String { String.fromDatabaseValue(values[index]) ?? "" }
        return Organisation(
            kind: Organisation.Kind(rawValue: text(0)) ?? .company, name: text(1), kana: text(2),
            corporateNumber: try? CorporateNumber(text(3)),
            prefecture: Int.fromDatabaseValue(values[4]).flatMap(Prefecture.init(code:)), municipality: text(5),
            address: text(6), postcode: text(7), industry: text(8), employees: Int.fromDatabaseValue(values[9]),
            capital: Int.fromDatabaseValue(values[10]),
            eligibility: Eligibility(rawValue: text(11)) ?? .unknown,
            hasDistrictOffice: Bool.fromDatabaseValue(values[12]) ?? false,
            institutionKind: InstitutionKind(rawValue: text(13)), tags: text(14))
    }
}
