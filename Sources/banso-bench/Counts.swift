import BansoCatalogue
import BansoDomain
import BansoSample
import BansoStore
import Foundation

/// What counting costs with few and with a million attendance and application records.
struct Counts {
    /// A tenth as many companies as records, half of the records attendances and half applications.
    static let sizes = [1000, 1_000_000]

    let folder: String
    let program: String

    /// A filled database, with what the measured writes name.
    private struct Filled {
        var path: String
        var store: Store
        var event: Int64
        var posting: Int64
        var talent: [Int64] = []
    }

    private static let writes = 300

    /// The sizes take turns at each step, so that a slow moment of the machine falls on both alike.
    func run() throws {
        let filled = try Counts.sizes.map(open)
        try compare("all gauges read", bound: "2 ms, ratio 1.2", filled, times: 400) { size, _ in
            _ = try size.store.readings(asOf: Sample.usualDay)
        }
        try compare("attendance saved", bound: "ratio 1.5", filled, times: Counts.writes) { size, number in
            let attendance = Record(
                .attendance,
                [
                    "event": .number(size.event), "organisation": .number(number % 100 + 1),
                    "attendee": .text("計測\(number)"),
                ])
            _ = try size.store.add(attendance, by: Actor("bench"))
        }
        try compare("application saved", bound: "ratio 1.5", filled, times: Counts.writes) { size, number in
            let application = Record(
                .application,
                [
                    "posting": .number(size.posting), "talent": .number(size.talent[number]),
                    "date": .day(Sample.usualDay), "documents": .flag(true),
                ])
            _ = try size.store.add(application, by: Actor("bench"))
        }
        try compare("first page of an explanation", filled, times: 50) { size, _ in
            let query = ContributionQuery(indicator: "A1.seminar-companies", asOf: Sample.usualDay, limit: 100)
            _ = try size.store.contributions(query)
        }
        try Reports(store: filled[1].store).run()
        try Work(filled: filled[1].store, path: filled[1].path, program: program).run()
        for (size, filled) in zip(Counts.sizes, filled) {
            filled.store.close()
            let check = try TimedCommand([program, "check", "--db", filled.path])
            Bench.row("banso check at \(size)", Bench.decimal(check.seconds, 1) + " s", bound: "30 s")
            Bench.row("banso check at \(size), peak memory", Bench.decimal(check.memory, 0) + " MiB", bound: "300 MiB")
        }
        try Bench(companies: Counts.sizes[1] / 10, existing: filled[1].path).run()
    }

    private func open(_ size: Int) throws -> Filled {
        let path = folder + "/counts-\(size).db"
        try Counts.fill(path, size)
        let store = try Bench.open(path)
        let posting = try store.records(.posting, after: 0, limit: 1)[0].key.id
        var filled = Filled(path: path, store: store, event: try Work.heldSeminar(in: store), posting: posting)
        filled.talent = try (0..<Counts.writes).map { number in
            try store.add(Record(.talent, ["name": .text("計測\(number)")]), by: Actor("bench"))
        }
        return filled
    }

    private func compare(
        _ name: String, bound: String = "", _ sizes: [Filled], times: Int, _ body: (Filled, Int) throws -> Void
    ) throws {
        var seconds: [[Double]] = sizes.map { _ in [] }
        for number in 0..<times {
            for (index, size) in sizes.enumerated() {
                let began = ContinuousClock.now
                try body(size, number)
                seconds[index].append(began.duration(to: .now) / .seconds(1))
            }
        }
        let (few, many) = (Times(seconds[0]).p50, Times(seconds[1]).p50)
        Bench.row("\(name), p50 at \(Counts.sizes[1]); floor: at \(Counts.sizes[0])", many, floor: few, bound: bound)
    }

    static func fill(_ database: String, _ size: Int) throws {
        let catalogue = try CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
        let calendar = try HolidayFile.parse(HolidayFile.embedded, file: HolidayFile.embeddedName)
        let store = try Store.create(at: database, catalogueText: CatalogueFile.embedded, catalogue: catalogue)
        let began = ContinuousClock.now
        let sample = Sample(
            companies: size / 10, seed: 1, calendar: calendar, attendances: size / 2, applications: size / 2)
        try store.bulk(.sample, by: Actor("bench"), isDryRun: false) { desk in
            try sample.fill(desk, catalogue: catalogue, progress: { _ in })
        }
        store.close()
        print("filled \(size) in \(Bench.decimal(began.duration(to: .now) / .seconds(1), 1)) s")
    }
}
