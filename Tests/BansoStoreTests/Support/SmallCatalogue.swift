import BansoDomain

/// A catalogue with what the store needs of one: two indicators and two pipelines.
enum SmallCatalogue {
    static let text = "# stands for the catalogue's file"
    static let period = Day(2025, 6, 1)!...Day(2026, 3, 31)!

    static let value = Catalogue(
        id: "small", version: 1, title: both("小"), period: period, prefectures: Prefecture.kyushu,
        programmes: [Programme(id: "A", label: both("Ａ"), cap: 29_000_000)],
        activities: [Activity(id: "A2", programme: "A", label: both("相談"), window: period, source: "")],
        pipelines: [
            Pipeline(
                id: "A", programme: "A", label: both("Ａ"), subject: .companies,
                stages: [
                    Stage(id: "lead", label: both("開拓")), Stage(id: "eligible", label: both("適格確認")),
                    Stage(id: "consultation", label: both("相談"), activities: ["A2"]),
                    Stage(id: "posting", label: both("求人掲載")),
                ]),
            Pipeline(
                id: "B", programme: "A", label: both("Ｂ"), subject: .institutions,
                stages: [Stage(id: "guide", label: both("案内"))]),
        ],
        consultation: ConsultationTerms(activity: "A2", pipeline: "A", limit: 3, usualMinutes: 60...120),
        indicators: [
            indicator("A2.companies", .distinct, .consultedCompanies, 60),
            indicator("A2.consultations", .records, .consultations, 90),
        ], definitions: [])

    private static func both(_ text: String) -> LocalizedText { LocalizedText(ja: text, en: text) }

    private static func indicator(
        _ id: IndicatorID, _ kind: IndicatorKind, _ source: CountSource, _ target: Int
    ) -> Indicator {
        Indicator(
            id: id, programme: "A", activity: "A2", label: both(id.text), kind: kind, target: Target(atLeast: target),
            unit: both("件"), count: CountRule(source: source, activities: ["A2"]), constraints: [], window: period,
            source: "")
    }
}
