import BansoDomain
import Testing

@Suite struct ConsultationCountingTests {
    private typealias Record = ConsultationCounting.Record

    private func rows(_ records: [Record], catalogue: Catalogue = Sample.catalogue()) -> [Contribution] {
        ConsultationCounting.contributions(
            of: records, company: OrganisationID(12), prefecture: Prefecture(code: 40), catalogue: catalogue)
    }

    private func record(_ id: Int64, _ date: String, _ ordinal: Int) -> Record {
        Record(id: ConsultationID(id), date: Sample.day(date), ordinal: ordinal)
    }

    private func verdicts(_ rows: [Contribution], _ indicator: IndicatorID) -> [String] {
        rows.filter { $0.indicator == indicator }.map {
            switch $0.verdict {
            case .counted: "\($0.source.text) counted"
            case .excluded(let reason): "\($0.source.text) \(reason.rawValue)"
            }
        }
    }

    @Test func theCompanyCountsOnceAtItsFirstAndEveryConsultationCounts() {
        let rows = rows([record(3, "2025-09-01", 2), record(7, "2025-06-01", 1), record(5, "2025-12-01", 3)])
        #expect(
            verdicts(rows, "A2.companies") == [
                "consultation:7 counted", "consultation:3 already-counted", "consultation:5 already-counted",
            ])
        #expect(
            verdicts(rows, "A2.consultations") == [
                "consultation:7 counted", "consultation:3 counted", "consultation:5 counted",
            ])
        #expect(rows.allSatisfy { $0.subject.text == "organisation:12" && $0.prefecture?.code == 40 })
        #expect(rows.allSatisfy { $0.activity == "A2" })
        #expect(rows.map(\.date.iso).prefix(3) == ["2025-06-01", "2025-09-01", "2025-12-01"])
    }

    @Test func bothEndsOfThePeriodCount() {
        let rows = rows([
            record(1, "2025-03-31", 1), record(2, "2025-04-01", 2), record(3, "2026-03-31", 3),
            record(4, "2026-04-01", 4),
        ])
        #expect(
            verdicts(rows, "A2.companies") == [
                "consultation:1 outside-period", "consultation:2 counted", "consultation:3 already-counted",
                "consultation:4 outside-period",
            ])
        #expect(verdicts(rows, "A2.consultations").filter { $0.hasSuffix("outside-period") }.count == 2)
    }

    @Test func noneGivesNone() {
        #expect(rows([]).isEmpty)
    }

    @Test func otherIndicatorsAndActivitiesGetNothing() {
        let elsewhere = Sample.indicator(
            "C2.companies", count: CountRule(source: .consultedCompanies, activities: ["C2"]))
        let hearings = Sample.indicator("A2.hearings", count: CountRule(source: .hearings, activities: ["A2"]))
        #expect(
            rows([record(1, "2025-06-01", 1)], catalogue: Sample.catalogue(indicators: [elsewhere, hearings])).isEmpty)
    }

    @Test func onOneDayTheOrdinalDecidesThenTheNumber() {
        let byOrdinal = rows([record(1, "2025-06-01", 2), record(9, "2025-06-01", 1)])
        #expect(verdicts(byOrdinal, "A2.companies").first == "consultation:9 counted")
        let byNumber = rows([record(4, "2025-06-01", 1), record(3, "2025-06-01", 1)])
        #expect(verdicts(byNumber, "A2.companies").first == "consultation:3 counted")
    }

    @Test func anyOrderGivesTheSameRows() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let count = Int.random(in: 0...6, using: &generator)
            let records = (0..<count).map { index in
                Record(
                    id: ConsultationID(Int64(index)),
                    date: Sample.period.lowerBound + Int.random(in: -3...3, using: &generator),
                    ordinal: Int.random(in: 1...3, using: &generator))
            }
            let expected = rows(records)
            #expect(rows(records.shuffled(using: &generator)) == expected)
            #expect(expected.count == count * 2)
            let inside = records.filter { Sample.period.contains($0.date) }
            let counted = expected.filter { $0.verdict == .counted }
            #expect(counted.filter { $0.indicator == "A2.consultations" }.count == inside.count)
            let companies = counted.filter { $0.indicator == "A2.companies" }
            #expect(companies.map(\.date) == inside.map(\.date).min().map { [$0] } ?? [])
        }
    }
}
