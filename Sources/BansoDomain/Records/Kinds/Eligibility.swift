/// What a company or a body is by law, as far as the call asks (seed Ⅸ).
public enum LegalForm: String, Choosable {
    case company, sole, npo, other

    public var label: LocalizedText {
        switch self {
        case .company: LocalizedText(ja: "会社", en: "company")
        case .sole: LocalizedText(ja: "個人事業主", en: "sole proprietor")
        case .npo: LocalizedText(ja: "NPO法人", en: "NPO")
        case .other: LocalizedText(ja: "その他", en: "other")
        }
    }
}

/// The classes of 中小企業基本法第２条第１項, each with its own limits. It is asked for: it does not follow from a code of
/// the industry.
public enum BusinessClass: String, Choosable {
    /// 製造業、建設業、運輸業その他.
    case manufacturing
    case wholesale, service
    /// 小売業, 飲食店 among them.
    case retail

    public var label: LocalizedText {
        switch self {
        case .manufacturing: LocalizedText(ja: "製造業その他", en: "manufacturing and others")
        case .wholesale: LocalizedText(ja: "卸売業", en: "wholesale")
        case .service: LocalizedText(ja: "サービス業", en: "service")
        case .retail: LocalizedText(ja: "小売業（飲食店を含む）", en: "retail (with restaurants)")
        }
    }

    /// The most capital in yen; one of the two limits suffices.
    public var mostCapital: Int64 {
        switch self {
        case .manufacturing: 300_000_000
        case .wholesale: 100_000_000
        case .service, .retail: 50_000_000
        }
    }

    /// The most regular employees.
    public var mostEmployees: Int64 {
        switch self {
        case .manufacturing: 300
        case .wholesale, .service: 100
        case .retail: 50
        }
    }
}

/// An answer to one of the three questions of みなし大企業. Who is not taken as a large firm (中小企業投資育成株式会社 and
/// 投資事業有限責任組合, by the note on all three) is an answer of its own, so that it can be seen that somebody thought of them.
/// Yes and no come first, as in every other question: the same digits pick them.
public enum LargeFirmAnswer: String, Choosable {
    case yes, no, exempt

    public var label: LocalizedText {
        switch self {
        case .yes: LocalizedText(ja: "はい", en: "yes")
        case .no: LocalizedText(ja: "いいえ", en: "no")
        case .exempt: LocalizedText(ja: "投資育成等を除けば未満", en: "no, exempt investors aside")
        }
    }
}

extension RecordDescription {
    /// One look at whether the call is for a company (seed Ⅸ): the answers, what they rest on, and when. The verdict
    /// follows from the answers.
    static let eligibilityCheck = RecordDescription(
        ja: "適格確認", en: "eligibility check", title: ["date", "organisation"],
        [
            RecordField("organisation", ja: "企業", en: "organisation", .reference(.organisation), required: true),
            RecordField(
                "date", ja: "確認日", en: "date", .day(inPeriod: false), required: true,
                example: ("2025-09-01", "2025-09-01")),
            RecordField(
                "legal_form", ja: "形態", en: "legal form", .choice(LegalForm.choices), required: true,
                initial: .token(LegalForm.company), example: ("会社", "company")),
            RecordField(
                "business_class", ja: "業種区分", en: "class of business", .choice(BusinessClass.choices),
                example: ("卸売業", "wholesale"), when: ("legal_form", ["company", "sole"])),
            RecordField(
                "capital", ja: "資本金（円）", en: "capital in yen", .number(0...100_000_000_000_000),
                example: ("30000000", "30000000"), when: ("legal_form", ["company"])),
            RecordField(
                "employees", ja: "従業員数", en: "employees", .number(0...10_000_000), example: ("45", "45"),
                when: ("legal_form", ["company", "sole"])),
            largeFirms("one_large_firm", ja: "①同一の大企業が1/2以上", en: "1: one large firm, half", help: .oneLargeFirm),
            largeFirms("large_firms", ja: "②大企業が合計2/3以上", en: "2: large firms, 2/3", help: .largeFirms),
            largeFirms("officers", ja: "③大企業兼務の役員1/2以上", en: "3: shared officers, half", help: .officers),
            npo("npo_promotes", ja: "主に中小企業の振興", en: "mainly promotes SMEs", help: .promotes),
            npo("npo_works_with", ja: "①中小企業と連携", en: "1: works with SMEs", help: .worksWith),
            npo("npo_founded_by", ja: "②中小企業が主体で設立", en: "2: founded by SMEs", help: .foundedBy),
            npo("npo_creates_market", ja: "③新市場の創出・有給職員", en: "3: new markets and staff", help: .createsMarket),
            RecordField(
                "evidence", ja: "根拠", en: "evidence", .line, required: true, example: ("登記事項証明書", "register extract")),
            RecordField(
                "verdict", ja: "判定", en: "verdict", .choice(Eligibility.choices), required: true,
                initial: .token(Eligibility.unknown), assigned: true),
        ])

    /// One of the three questions of みなし大企業.
    private static func largeFirms(_ id: String, ja: String, en: String, help: LocalizedText) -> RecordField {
        RecordField(
            id, ja: ja, en: en, .choice(LargeFirmAnswer.choices), example: ("いいえ", "no"),
            when: ("legal_form", ["company"]), help: help)
    }

    private static func npo(_ id: String, ja: String, en: String, help: LocalizedText) -> RecordField {
        RecordField(id, ja: ja, en: en, .flag, when: ("legal_form", ["npo"]), help: help)
    }
}
