import BansoDomain

/// Small catalogues and dates for tests: the year 令和7年度 with the consultations of A2.
enum Sample {
    static let period = day("2025-04-01")...day("2026-03-31")

    static func day(_ iso: String) -> Day { Day(iso: iso)! }

    static func indicator(
        _ id: IndicatorID = "A2.companies", kind: IndicatorKind = .distinct, target: Target = Target(atLeast: 60),
        count: CountRule = CountRule(source: .consultedCompanies, activities: ["A2"]), constraints: [Constraint] = [],
        window: ClosedRange<Day> = period
    ) -> Indicator {
        Indicator(
            id: id, programme: "A", activity: "A2", label: LocalizedText(ja: "支援企業", en: "Companies consulted"),
            kind: kind, target: target, unit: LocalizedText(ja: "社", en: "companies"), count: count,
            constraints: constraints, window: window, source: "seed")
    }

    static let consultations = indicator(
        "A2.consultations", kind: .records, target: Target(atLeast: 90),
        count: CountRule(source: .consultations, activities: ["A2"]))

    static func catalogue(indicators: [Indicator] = [indicator(), consultations]) -> Catalogue {
        Catalogue(
            id: "test", version: 1, title: LocalizedText(ja: "試験", en: "test"), period: period,
            prefectures: Prefecture.kyushu, programmes: [], activities: [], pipelines: [pipeline],
            consultation: ConsultationTerms(activity: "A2", pipeline: "A", limit: 3, usualMinutes: 60...120),
            indicators: indicators, definitions: [])
    }

    /// With an activity for each sort of record that is counted; B1 tells its events apart.
    static let desk: Catalogue = {
        let rules: [(ActivityID, CountSource, CountRole?)] = [
            ("A1-1", .events, nil), ("A1-3", .postings, nil), ("A1-4", .postings, nil), ("A2", .consultations, nil),
            ("A3-4", .interCompanySides, nil), ("A5", .cases, nil), ("B1", .events, "guideline"),
            ("C3", .interviews, nil), ("C4", .trainings, nil), ("D3-4", .processConsultations, nil),
        ]
        var catalogue = Sample.catalogue(
            indicators: rules.map { activity, source, role in
                indicator(
                    IndicatorID(activity.text), count: CountRule(source: source, activities: [activity], role: role))
            })
        catalogue.activities = rules.map { activity, _, _ in
            Activity(
                id: activity, programme: "A", label: LocalizedText(ja: activity.text, en: activity.text),
                window: period, source: "seed")
        }
        return catalogue
    }()

    static let pipeline = Pipeline(
        id: "A", programme: "A", label: LocalizedText(ja: "人材", en: "talent"), subject: .companies,
        stages: ["lead", "eligible", "consultation"].map {
            Stage(id: StageID($0), label: LocalizedText(ja: $0, en: $0))
        })

    static func tally(_ counted: Int, in month: String = "2025-11", activity: ActivityID = "A2") -> Tally {
        var tally = Tally()
        tally.add(
            counted: counted, excluded: 0, month: FiscalMonth(iso: month)!, activity: activity)
        return tally
    }
}
