/// A legal form and where it stands in the name.
struct LegalForm {
    let text: String
    let isBefore: Bool
    /// The two digits of the form in a corporate number.
    let code: String
    /// Of a hundred companies.
    let weight: Int

    func named(_ name: String) -> String { isBefore ? text + name : name + text }

    static let all: [LegalForm] = [
        LegalForm(text: "株式会社", isBefore: true, code: "01", weight: 47),
        LegalForm(text: "株式会社", isBefore: false, code: "01", weight: 20),
        LegalForm(text: "有限会社", isBefore: true, code: "02", weight: 15),
        LegalForm(text: "有限会社", isBefore: false, code: "02", weight: 4),
        LegalForm(text: "合同会社", isBefore: true, code: "03", weight: 7),
        LegalForm(text: "合同会社", isBefore: false, code: "03", weight: 1),
        LegalForm(text: "㈱", isBefore: true, code: "01", weight: 4),
        LegalForm(text: "㈱", isBefore: false, code: "01", weight: 2),
    ]
}
