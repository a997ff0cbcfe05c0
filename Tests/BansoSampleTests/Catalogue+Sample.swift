import BansoDomain

extension Catalogue {
    /// The pipelines of the R7 call, with as many stages as it has.
    static let small = Catalogue(
        id: "small", version: 1, title: LocalizedText(ja: "試験", en: "Test"),
        period: Day(2025, 4, 1)!...Day(2026, 3, 31)!, prefectures: Prefecture.kyushu, programmes: [],
        activities: [],
        pipelines: [
            pipeline("A", .companies, stages: 10, consultationAt: 3), pipeline("A3", .twoSided, stages: 6),
            pipeline("B", .institutions, stages: 8), pipeline("C", .companies, stages: 8),
            pipeline("D", .companies, stages: 9),
        ],
        consultation: ConsultationTerms(activity: "A2", pipeline: "A", limit: 3, usualMinutes: 60...120),
        indicators: [], definitions: [])

    private static func pipeline(
        _ id: String, _ subject: Pipeline.Subject, stages: Int, consultationAt consultation: Int? = nil
    ) -> Pipeline {
        Pipeline(
            id: PipelineID(id), programme: "A", label: LocalizedText(ja: id, en: id), subject: subject,
            stages: (0..<stages).map {
                Stage(
                    id: StageID("s\($0)"), label: LocalizedText(ja: "第\($0)", en: "\($0)"),
                    activities: $0 == consultation ? ["A2"] : [])
            })
    }
}
