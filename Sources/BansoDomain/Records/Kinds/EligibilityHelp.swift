/// The call's own words for what a check asks (seed Ⅸ (1) ①–③ with its note, (2) and its ①–③).
extension LocalizedText {
    static let oneLargeFirm = asked(
        ja: "発行済株式の総数または出資価格の総額の1/2以上を、同一の大企業が所有している",
        en: "The same large firm holds 1/2 or more of all shares issued or of all that is invested.")
    static let largeFirms = asked(
        ja: "発行済株式の総数または出資価格の総額の2/3以上を、大企業が所有している",
        en: "Large firms in total hold 2/3 or more of all shares issued or of all that is invested.")
    static let officers = asked(
        ja: "大企業の役員または職員を兼ねている者が、役員総数の1/2以上を占めている",
        en: "Officers or employees of large firms are 1/2 or more of all its officers.")

    static let promotes = LocalizedText(
        ja: "主として中小企業者の振興に資する事業を行う（そのうえで①～③のいずれかに該当すること）",
        en: "Its activities mainly serve to promote SMEs (and one of 1 to 3 must hold besides).")
    static let worksWith = LocalizedText(ja: "中小企業者と連携して事業を行う", en: "It carries out its activities together with SMEs.")
    static let foundedBy = LocalizedText(
        ja: "中小企業者の支援を行うために、中小企業者が主体となって設立した（社員総会における表決権の1/2以上を中小企業者が有する）",
        en:
            "SMEs took the lead in founding it, to support SMEs: they have 1/2 or more of the votes at its general meeting."
    )
    static let createsMarket = LocalizedText(
        ja: "新たな市場の創出を通じて中小企業の市場拡大にも資する事業活動を行い、有給職員を雇用している",
        en: "By creating new markets its activities also widen those of SMEs, and it employs paid staff.")

    /// With who is not taken as a large firm.
    private static func asked(ja: String, en: String) -> LocalizedText {
        LocalizedText(
            ja: ja + "（中小企業投資育成株式会社と投資事業有限責任組合は大企業として取り扱わない）",
            en: en + " SME investment companies (投資育成) and investment limited partnerships are not large firms.")
    }
}
