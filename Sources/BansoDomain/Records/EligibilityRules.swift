/// Whether the call is for a company, by the answers of a check (seed Ⅸ; 中小企業基本法第２条).
public enum EligibilityRules {
    public struct Verdict: Hashable, Sendable {
        public var eligibility: Eligibility
        /// Which rule decided, or what is still to be asked.
        public var rule: LocalizedText

        init(_ eligibility: Eligibility, ja: String, en: String) {
            self.eligibility = eligibility
            rule = LocalizedText(ja: ja, en: en)
        }
    }

    /// - Parameter check: an `eligibilityCheck`.
    public static func verdict(of check: Record) -> Verdict {
        switch check["legal_form"].text.flatMap(LegalForm.init) {
        case .company: size(of: check) ?? holders(of: check)
        case .sole: size(of: check) ?? eligibleBySize(check)
        case .npo: npo(check)
        case .other:
            Verdict(.other, ja: "中小企業者（会社・個人）でもNPO法人でもない", en: "neither a company, a sole proprietor nor an NPO")
        case nil: Verdict(.unknown, ja: "形態が未確認", en: "the legal form is not known")
        }
    }

    /// - Returns: nil where one of the limits is kept.
    private static func size(of check: Record) -> Verdict? {
        guard let business = check["business_class"].text.flatMap(BusinessClass.init) else {
            return Verdict(.unknown, ja: "業種区分が未確認", en: "the class of business is not known")
        }
        let isSole = check["legal_form"] == .token(LegalForm.sole)
        let capital = isSole ? nil : check["capital"].number
        let employees = check["employees"].number
        if let capital, capital <= business.mostCapital { return nil }
        if let employees, employees <= business.mostEmployees { return nil }
        if employees == nil {
            return Verdict(.unknown, ja: "従業員数が未確認", en: "the number of employees is not known")
        }
        if capital == nil, !isSole { return Verdict(.unknown, ja: "資本金が未確認", en: "the capital is not known") }
        let limits = limits(business, isSole: isSole)
        return Verdict(.large, ja: "\(limits.ja)を超える（中小企業基本法第2条）", en: "above \(limits.en) (SME Basic Act, Art. 2)")
    }

    private static func eligibleBySize(_ check: Record) -> Verdict {
        let business = check["business_class"].text.flatMap(BusinessClass.init) ?? .manufacturing
        let limits = limits(business, isSole: check["legal_form"] == .token(LegalForm.sole))
        return Verdict(.eligible, ja: "\(limits.ja)（中小企業基本法第2条）", en: "\(limits.en) (SME Basic Act, Art. 2)")
    }

    private static func limits(_ business: BusinessClass, isSole: Bool) -> LocalizedText {
        let (people, yen) = (business.mostEmployees, business.mostCapital)
        return LocalizedText(
            ja: business.label.ja
                + (isSole ? "：" : "：資本金\(yen >= 100_000_000 ? "\(yen / 100_000_000)億" : "\(yen / 10_000)万")円以下または")
                + "従業員\(people)人以下",
            en: business.label.en + (isSole ? ": " : ": capital up to \(yen / 1_000_000)m yen or ")
                + "up to \(people) employees")
    }

    /// The three questions of みなし大企業.
    private static func holders(of check: Record) -> Verdict {
        let questions = [
            ("one_large_firm", "同一の大企業が1/2以上を所有", "one large firm holds a half or more"),
            ("large_firms", "大企業が2/3以上を所有", "large firms hold two thirds or more"),
            ("officers", "役員の1/2以上が大企業の役員・職員を兼務", "half of the officers or more are from large firms"),
        ]
        for (field, ja, en) in questions where check[field] == .token(LargeFirmAnswer.yes) {
            return Verdict(.deemedLarge, ja: "みなし大企業：\(ja)", en: "deemed large: \(en)")
        }
        for (field, ja, en) in questions where check[field] == .none {
            return Verdict(.unknown, ja: "未確認：\(ja)しているか", en: "not known whether \(en)")
        }
        return eligibleBySize(check)
    }

    private static func npo(_ check: Record) -> Verdict {
        guard let promotes = check["npo_promotes"].number else {
            return Verdict(.unknown, ja: "未確認：主に中小企業の振興を行うか", en: "not known whether it mainly promotes SMEs")
        }
        guard promotes == 1 else {
            return Verdict(.other, ja: "NPO法人：中小企業の振興が主ではない", en: "NPO: does not mainly promote SMEs")
        }
        let answers = ["npo_works_with", "npo_founded_by", "npo_creates_market"].map { check[$0].number }
        if let place = answers.firstIndex(of: 1) {
            return Verdict(
                .eligible, ja: "中小企業の振興を行うNPO法人（(2)\(["①", "②", "③"][place])）",
                en: "NPO that promotes SMEs (rule \(place + 1))")
        }
        if answers.contains(nil) {
            return Verdict(.unknown, ja: "未確認：①～③のいずれかに該当するか", en: "not known whether any of 1 to 3 holds")
        }
        return Verdict(.other, ja: "NPO法人：①～③のいずれにも該当しない", en: "NPO: none of 1 to 3 holds")
    }
}
