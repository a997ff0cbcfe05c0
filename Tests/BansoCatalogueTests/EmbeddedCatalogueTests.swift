import BansoDomain
import Testing

@testable import BansoCatalogue

@Suite("The R7 catalogue that is built in")
struct EmbeddedCatalogueTests {
    let catalogue: Catalogue

    init() throws {
        catalogue = try CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
    }

    @Test("Read without what only a person's file is asked, it says the same")
    func isReadAlikeBothWays() throws {
        #expect(try CatalogueFile.parseEmbedded() == catalogue)
    }

    @Test func hasThe48IndicatorsInTheirOrder() {
        #expect(ExpectedIndicators.all.count == 48)
        #expect(catalogue.indicators.map(\.id) == ExpectedIndicators.all.map(\.id))
    }

    @Test(arguments: ExpectedIndicators.all)
    func hasTheTargetOfTheCall(id: IndicatorID, kind: IndicatorKind, target: Target) throws {
        let indicator = try #require(catalogue.indicator(id))
        #expect(indicator.kind == kind)
        #expect(indicator.target == target)
    }

    @Test func runsFromTheContractToTheEndOfTheFiscalYear() throws {
        let first = try #require(Day(2025, 4, 1))
        let last = try #require(Day(2026, 3, 31))
        #expect(catalogue.id == "r7-kyushu")
        #expect(catalogue.version == 1)
        #expect(catalogue.period == first...last)
        #expect(catalogue.prefectures == Prefecture.kyushu)
    }

    @Test func capsTheProgrammesInYen() {
        #expect(catalogue.programmes.map(\.id) == ["A", "B", "C", "D"])
        #expect(catalogue.programmes.map(\.cap) == [29_000_000, 10_000_000, 10_000_000, 10_000_000])
    }

    @Test func listsEveryActivity() {
        #expect(
            catalogue.activities.map(\.id.text) == [
                "A1-1", "A1-2", "A1-3", "A1-4", "A2", "A3-1", "A3-2", "A3-3", "A3-4", "A3-5", "A4", "A5", "B1", "B2",
                "B3", "B4", "C1", "C2", "C3", "C4", "D1", "D2", "D3-1", "D3-2", "D3-3", "D3-4", "D3-5", "D4-1", "D4-2",
                "D4-3", "D4-4",
            ])
        #expect(catalogue.activities.allSatisfy { $0.id.text.hasPrefix($0.programme.text) })
    }

    @Test(arguments: [
        ("D1", "2025-07-01", "2025-07-31"), ("D2", "2025-08-01", "2026-03-31"), ("D4-1", "2025-10-01", "2026-03-31"),
    ])
    func opensAWindowWhereTheCallSaysWhen(activity: ActivityID, from: String, to: String) throws {
        let window = try #require(catalogue.activity(activity)).window
        #expect(window.lowerBound.iso == from)
        #expect(window.upperBound.iso == to)
        let indicators = catalogue.indicators.filter { $0.activity == activity }
        #expect(!indicators.isEmpty)
        #expect(indicators.allSatisfy { $0.window == window })
    }

    @Test func leavesThePeriodToEverythingElse() {
        // Besides, both casebooks come late by our own plan.
        let timed: Set<ActivityID> = ["D1", "D2", "D4-1", "A5", "B4"]
        #expect(
            catalogue.activities.filter { !timed.contains($0.id) }.allSatisfy { $0.window == catalogue.period })
        #expect(
            catalogue.indicators.filter { $0.activity.map(timed.contains) != true }
                .allSatisfy { $0.window == catalogue.period })
    }

    @Test(
        arguments: [
            ("A", .companies, "lead eligible seminar consultation posting applications interview offer follow-up case"),
            ("A3", .twoSided, "seminar preparation pitch contract kick-off project"),
            (
                "B", .institutions,
                "invitation guideline-seminar support-workshop region-call region-selection region-workshop action-plan case"
            ),
            ("C", .companies, "lead hearing profile matching interview offer retention case"),
            (
                "D", .companies,
                "intake dx-seminar talent-strategy process-consultation assessment matching visit contract measurement"
            ),
        ] as [(PipelineID, Pipeline.Subject, String)])
    func ordersTheStages(id: PipelineID, subject: Pipeline.Subject, stages: String) throws {
        let pipeline = try #require(catalogue.pipeline(id))
        #expect(pipeline.subject == subject)
        #expect(pipeline.stages.map(\.id.text).joined(separator: " ") == stages)
    }

    @Test func movesACompanyOnWhenARecordIsLogged() throws {
        let stages = try #require(catalogue.pipeline("A")).stages
        #expect(stages.first { $0.id == "seminar" }?.activities == ["A1-1", "A1-2"])
        #expect(stages.first { $0.id == "consultation" }?.activities == ["A2"])
        #expect(stages.first { $0.id == "posting" }?.activities == ["A1-3", "A1-4"])
        #expect(catalogue.pipelines.map(\.programme) == ["A", "A", "B", "C", "D"])
    }

    @Test func labelsStagesForABoardsColumn() {
        for stage in catalogue.pipelines.flatMap(\.stages) {
            #expect(stage.label.ja.count <= 6, "\(stage.label.ja)")
            #expect(stage.label.en.count <= 10, "\(stage.label.en)")
        }
    }

    @Test func consultsThreeTimesForOneToTwoHours() {
        #expect(
            catalogue.consultation
                == ConsultationTerms(activity: "A2", pipeline: "A", limit: 3, usualMinutes: 60...120))
    }

    @Test func countsA2FromConsultations() {
        #expect(
            catalogue.indicator("A2.companies")?.count == CountRule(source: .consultedCompanies, activities: ["A2"]))
        #expect(catalogue.indicator("A2.consultations")?.count == CountRule(source: .consultations, activities: ["A2"]))
    }

    @Test func keepsMatchingActivitiesAsData() {
        #expect(catalogue.indicator("KPI.offer-rate")?.count.activities == ["A1-3", "A1-4", "C3", "D4-1", "D4-3"])
    }

    @Test func belongsToItsProgrammeOrToTheWhole() {
        for indicator in catalogue.indicators {
            let prefix = String(indicator.id.text.prefix(1))
            #expect(indicator.programme?.text == (prefix == "K" ? nil : prefix), "\(indicator.id)")
        }
    }

    @Test func namesTheActivityThatItsIdNames() {
        for indicator in catalogue.indicators where indicator.activity != nil {
            #expect(indicator.id.text.hasPrefix("\(indicator.activity?.text ?? "")."), "\(indicator.id)")
        }
        let without = catalogue.indicators.filter { $0.activity == nil }.map(\.id)
        #expect(without == ["A1.seminars", "A1.seminar-companies", "KPI.satisfaction", "KPI.offer-rate"])
    }

    @Test func countsInTheCallsOwnCounters() {
        let units = Set(catalogue.indicators.map(\.unit.ja))
        #expect(units == ["社", "回", "件", "人", "機関", "地域", "%"])
        #expect(catalogue.indicators.filter { $0.kind == .sessions }.allSatisfy { $0.unit.ja == "回" })
        #expect(catalogue.indicators.filter { $0.kind == .ratio }.allSatisfy { $0.unit.ja == "%" })
    }

    @Test func datesItsDefinitions() throws {
        #expect(
            catalogue.definitions.map(\.id) == [
                "offer", "satisfaction-scale", "offer-rate-denominator", "a3-is-matching", "company-visit",
                "information-obtained", "general-admin-rate",
            ])
        #expect(catalogue.definitions.allSatisfy { $0.version == 1 && $0.since.iso == "2025-04-01" })
    }
}
