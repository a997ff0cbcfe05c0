import BansoCatalogue
import BansoDomain
import Testing

@testable import BansoSample

/// The demonstration shows every status and every catch.
@Suite struct ReadingTests {
    let occurrences: Occurrences
    let contributions: [Contribution]

    init() throws {
        occurrences = Occurrences(try filled(companies: 300, catalogue: .r7), .r7)
        contributions = CountingRules(.r7).contributions(of: occurrences.all)
    }

    @Test func `the statuses of a usual November`() {
        let readings = occurrences.readings(on: Sample.usualDay)
        #expect(readings.count == 48)
        let statuses = Set(readings.map(\.pace.status))
        #expect(statuses == Set(Pace.Status.allCases), "\(spelled(readings))")
    }

    @Test func `after the period there is what ended short`() {
        let readings = occurrences.readings(on: Day(2026, 4, 1)!)
        #expect(readings.contains { $0.pace.status == .endedShort })
    }

    @Test func `every reason that records within the rules can have`() {
        let found = Set(contributions.compactMap { $0.reason(on: Sample.usualDay) })
        let missing = Set(ExclusionReason.allCases).subtracting(found)
        // Neither dates outside the period nor a fourth consultation can be entered.
        #expect(missing == [.outsidePeriod, .overLimit], "\(missing)")
    }

    @Test(arguments: ["B2.workshops", "C1.workshops", "A1-4.companies", "C2.non-users", "C4.cases"] as [IndicatorID])
    func `some rows count and some do not`(indicator: IndicatorID) {
        let rows = contributions.filter { $0.line.indicator == indicator && $0.date <= Sample.usualDay }
        #expect(rows.contains { $0.reason(on: Sample.usualDay) == nil })
        #expect(rows.contains { $0.reason(on: Sample.usualDay) != nil })
    }

    private func spelled(_ readings: [Reading]) -> String {
        readings.map { reading in
            let actual = reading.actual.map { "\(($0 * 10).rounded() / 10)" } ?? "–"
            let excluded = contributions.filter { $0.line.indicator == reading.indicator.id }
                .compactMap { $0.reason(on: Sample.usualDay)?.rawValue }
            return
                "\(reading.indicator.id) \(actual)/\(reading.indicator.target.value) \(reading.pace.status.rawValue) "
                + "excluded \(Dictionary(grouping: excluded, by: { $0 }).mapValues(\.count))"
        }.joined(separator: "\n")
    }
}
