import BansoCatalogue
import BansoDomain
import Foundation
import Testing

/// The desk's figures against the oracle's, over histories that nobody thought of.
struct RandomHistoryTests {
    /// `BANSO_HISTORIES=1000 swift test --filter RandomHistoryTests` for a long run; `BANSO_FIRST=17` to start there.
    private static let histories = setting("BANSO_HISTORIES") ?? 100
    private static let first = setting("BANSO_FIRST") ?? 1
    private static let checkPoints = 20
    private static let steps = 3

    private static func setting(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    @Test("Given random histories, when looked at from several days at each of their 20 check points, the 48 agree")
    func agree() async throws {
        var sum = Coverage()
        try await withThrowingTaskGroup(of: Coverage.self) { group in
            let seeds = Self.first..<Self.first + Self.histories
            for share in 0..<2 {
                group.addTask {
                    var coverage = Coverage()
                    for seed in seeds where seed % 2 == share {
                        try RandomHistoryTests.run(seed: seed, &coverage)
                        if coverage.failures > 2 { break }
                    }
                    return coverage
                }
            }
            for try await coverage in group { sum.add(coverage) }
        }
        guard sum.failures == 0, Self.histories >= 100 else { return }
        #expect(sum.checkPoints == Self.histories * Self.checkPoints)
        #expect(NaiveCounter.ids.filter { !sum.nonzero.contains($0) } == [], "indicators that were always 0")
        // The desk refuses a fourth consultation, so none is ever over the limit.
        let missing = ExclusionReason.allCases.filter { $0 != .overLimit && !sum.reasons.contains($0) }
        #expect(missing == [], "reasons that never came up")
    }

    private struct Coverage {
        var nonzero: Set<IndicatorID> = []
        var reasons: Set<ExclusionReason> = []
        var checkPoints = 0
        var failures = 0

        mutating func add(_ other: Coverage) {
            nonzero.formUnion(other.nonzero)
            reasons.formUnion(other.reasons)
            checkPoints += other.checkPoints
            failures += other.failures
        }
    }

    private static func run(seed: Int, _ coverage: inout Coverage) throws {
        // Every fourth world has another satisfaction scale from October on.
        let text = seed % 4 == 0 ? OracleDesk.strictScale(from: "2025-10-01") : CatalogueFile.embedded
        let desk = try OracleDesk(text)
        let history = try RandomHistory(seed: UInt64(seed), desk: desk.store)
        for checkPoint in 1...checkPoints {
            for _ in 0..<steps { try history.step() }
            var problems: [String] = []
            if checkPoint % 5 == 0, try !history.mirrorsDesk() {
                problems.append("the desk has other records than the mirror")
            }
            let counter = NaiveCounter(history.records.mapValues(\.record), catalogue: desk.store.catalogue)
            for day in [history.randomDay(), history.randomDay(), desk.store.catalogue.period.upperBound] {
                problems += try compare(desk.store, counter, on: day, &coverage)
            }
            if checkPoint == checkPoints { problems += try compareRows(desk.store, &coverage) }
            // Expensive: at the end, and to tell a stale ledger from a rule that is read otherwise.
            if checkPoint == checkPoints || !problems.isEmpty {
                let report = try desk.store.check()
                if !report.isSound { problems.append("not sound: \(report)") }
            }
            coverage.checkPoints += 1
            guard problems.isEmpty else {
                coverage.failures += 1
                Issue.record(
                    """
                    seed \(seed), check point \(checkPoint):
                    \(problems.joined(separator: "\n"))
                    after
                    \(history.log.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n"))
                    where there is
                    \(history.world)
                    """)
                return
            }
        }
    }

    private static func compare(
        _ desk: any DeskReader, _ counter: NaiveCounter, on day: Day, _ coverage: inout Coverage
    ) throws -> [String] {
        let readings = try desk.readings(asOf: day)
        let sight = counter.sight(on: day)
        var problems: [String] = []
        if Set(readings.map(\.indicator.id)) != Set(NaiveCounter.ids) { problems.append("not the 48 indicators") }
        for reading in readings {
            let id = reading.indicator.id
            let (found, expected) = (Figure(reading), sight.figure(of: id))
            if !expected.isZero { coverage.nonzero.insert(id) }
            guard found != expected else { continue }
            problems.append("\(id) as of \(day.iso): desk \(found), oracle \(expected)")
            for row in try desk.rows(of: id, asOf: day) {
                let (counted, line) = (row.contribution, row.contribution.line)
                problems.append(
                    "    \(line.activity) \(line.part) \(counted.subject) from \(counted.source) on \(counted.date.iso)"
                        + " \(row.reason?.rawValue ?? "counted")")
            }
        }
        return problems
    }

    /// The rows behind each number add up to it.
    private static func compareRows(_ desk: any DeskReader, _ coverage: inout Coverage) throws -> [String] {
        let day = desk.catalogue.period.upperBound + 60
        var problems: [String] = []
        for reading in try desk.readings(asOf: day) {
            let rows = try desk.rows(of: reading.indicator.id, asOf: day)
            coverage.reasons.formUnion(rows.compactMap(\.reason))
            let counted = rows.count { $0.reason == nil }
            if counted != reading.tally.counted {
                problems.append("\(reading.indicator.id): \(counted) rows behind \(reading.tally.counted)")
            }
        }
        return problems
    }
}
