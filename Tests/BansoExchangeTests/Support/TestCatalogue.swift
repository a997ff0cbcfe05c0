import BansoDomain

/// A catalogue with one indicator for each source that records are counted from.
enum TestCatalogue {
    static let period = Day(2025, 6, 1)!...Day(2026, 3, 31)!

    private static let programmes = ["A", "B", "C", "D"].map { id in
        Programme(id: ProgrammeID(id), label: LocalizedText(ja: "事業\(id)", en: "Programme \(id)"), cap: 1)
    }

    static let catalogue = Catalogue(
        id: "test", version: 1, title: LocalizedText(ja: "試験", en: "test"), period: period,
        prefectures: Prefecture.kyushu, programmes: programmes, activities: rules.map(activity),
        pipelines: [
            Pipeline(
                id: "A", programme: "A", label: LocalizedText(ja: "Ａ", en: "A"), subject: .companies,
                stages: [Stage(id: "lead", label: LocalizedText(ja: "開拓", en: "lead"))])
        ],
        consultation: ConsultationTerms(activity: "A2", pipeline: "A", limit: 3, usualMinutes: 60...120),
        indicators: rules.map(indicator), definitions: [])

    /// Of each activity what is counted; B1 tells its events apart.
    private static let rules: [(activity: String, source: CountSource, role: CountRole?)] = [
        ("A1-1", .events, nil), ("A1-3", .postings, nil), ("A1-4", .postings, nil), ("A2", .consultations, nil),
        ("A3-4", .interCompanySides, nil), ("A5", .cases, nil), ("B1", .events, "guideline"), ("B4", .cases, nil),
        ("C2", .hearings, nil), ("C3", .interviews, nil), ("C4", .trainings, nil), ("D3-4", .processConsultations, nil),
        ("D4-2", .interviews, nil), ("D4-3", .assessments, nil),
    ]

    private static func activity(_ rule: (activity: String, source: CountSource, role: CountRole?)) -> Activity {
        Activity(
            id: ActivityID(rule.activity), programme: ProgrammeID(String(rule.activity.prefix(1))),
            label: LocalizedText(ja: rule.activity, en: rule.activity), window: period, source: "seed")
    }

    private static func indicator(_ rule: (activity: String, source: CountSource, role: CountRole?)) -> Indicator {
        Indicator(
            id: IndicatorID(rule.activity + "." + rule.source.rawValue),
            programme: ProgrammeID(String(rule.activity.prefix(1))), activity: ActivityID(rule.activity),
            label: LocalizedText(ja: rule.activity, en: rule.activity), kind: .records, target: Target(atLeast: 1),
            unit: LocalizedText(ja: "件", en: "records"),
            count: CountRule(source: rule.source, activities: [ActivityID(rule.activity)], role: rule.role),
            constraints: [], window: period, source: "seed")
    }
}
