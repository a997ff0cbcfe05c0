import BansoDomain
import BansoSample
import BansoStore

/// What a month's report costs: of all programmes at once, and of one with a frozen month before it that was changed.
struct Reports {
    let store: Store

    private static let times = 7
    private static let bound = "200 ms"

    func run() throws {
        let catalogue = store.catalogue
        let programmes = catalogue.programmes.map(\.id)
        let last = FiscalMonth(Sample.usualDay)
        var slowest = 0.0
        var month = FiscalMonth(catalogue.period.lowerBound)
        while month <= last {
            slowest = max(slowest, try seconds { _ = try store.monthlyReports(of: month, programmes: programmes) })
            month = month.next
        }
        Bench.row("a month's report of all programmes, the slowest month, p50", slowest, bound: Reports.bound)
        guard let event = try heldEvent(), let day = event.record["date"].day else { return }
        let frozen = FiscalMonth(day)
        if try store.frozenReports().allSatisfy({ $0.month != frozen }) {
            _ = try store.freeze(frozen, of: programmes, on: frozen.lastDay + 1, by: Actor("bench"))
        }
        let company = try store.add(Organisation(name: "計測"), by: Actor("bench"))
        _ = try store.add(
            Record(.attendance, ["event": .number(event.key.id), "organisation": .number(company.value)]),
            by: Actor("bench"))
        let next = frozen.next
        let found = try store.monthlyReports(of: next, programmes: programmes).flatMap(\.report.corrections)
        guard !found.isEmpty else { throw BenchError.system("the correction is not found") }
        Bench.row(
            "a month's report of all programmes with a correction, p50",
            try seconds { _ = try store.monthlyReports(of: next, programmes: programmes) }, bound: Reports.bound)
        Bench.row(
            "a frozen month's reports, p50",
            try seconds { _ = try store.monthlyReports(of: frozen, programmes: programmes) }, bound: Reports.bound)
    }

    /// The first of October: an event that counts.
    private func heldEvent() throws -> StoredRecord? {
        var last: Int64 = 0
        while true {
            let page = try store.records(.event, after: last, limit: 200)
            let found = page.first { event in
                event.record["status"] == .token(EventStatus.held) && event.record["activity"] == .text("A1-1")
                    && event.record["date"].day.map { FiscalMonth($0) == Reports.october } ?? false
            }
            if let found { return found }
            guard let end = page.last else { return nil }
            last = end.key.id
        }
    }

    private static let october = FiscalMonth(Sample.usualDay + -30)

    private func seconds(_ body: () throws -> Void) throws -> Double {
        Times(
            try (0..<Reports.times).map { _ in
                let began = ContinuousClock.now
                try body()
                return began.duration(to: .now) / .seconds(1)
            }
        ).p50
    }
}
