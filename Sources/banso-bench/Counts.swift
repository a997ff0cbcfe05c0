import BansoCatalogue
import BansoDomain
import BansoSample
import BansoStore
import Foundation

/// What counting costs with few and with a million attendance and application records.
struct Counts {
    /// A tenth as many companies as records, half of the records attendances and half applications.
    static let sizes = [10_000, 1_000_000]

    let folder: String
    let program: String

    struct Figures {
        var gauges: Times
        var attendance: Times
        var application: Times
        var explanation: Times
        var check: Double
        var checkMemory: Double
    }

    func run() throws {
        var fewest: Figures?
        for size in Counts.sizes {
            let figures = try measure(size)
            let few = fewest ?? figures
            fewest = few
            print("at \(size) attendance and application records:")
            line("  all gauges read, p50", figures.gauges.p50, few.gauges.p50, bound: "5 ms, ratio 1.5")
            line("  attendance saved, p50", figures.attendance.p50, few.attendance.p50, bound: "ratio 1.5")
            line("  application saved, p50", figures.application.p50, few.application.p50, bound: "ratio 1.5")
            line("  first page of an explanation, p50", figures.explanation.p50, few.explanation.p50)
            print(
                "  banso check: \(Bench.decimal(figures.check, 1)) s (bound 30 s), "
                    + "peak \(Bench.decimal(figures.checkMemory, 0)) MiB (bound 300 MiB)")
            fflush(nil)
        }
    }

    private func measure(_ size: Int) throws -> Figures {
        let database = folder + "/counts-\(size).db"
        try fill(database, size)
        let store = try Store.open(at: database, mode: .readWrite) {
            try CatalogueFile.parse($0, file: CatalogueFile.embeddedName)
        }
        let gauges = try timed(200) { _ in _ = try store.readings(asOf: Sample.usualDay) }
        let explanation = try timed(50) { _ in
            _ = try store.contributions(
                ContributionQuery(indicator: "A1.seminar-companies", asOf: Sample.usualDay, limit: 100))
        }
        let event = try event(in: store)
        let attendance = try timed(300) { number in
            let record = Record(
                .attendance,
                [
                    "event": .number(event), "organisation": .number(number + 1), "attendee": .text("計測"),
                ])
            _ = try store.add(record, by: Actor("bench"))
        }
        let posting = try store.records(.posting, after: 0, limit: 1)[0].key.id
        let talent = try (0..<300).map { number in
            try store.add(Record(.talent, ["name": .text("計測\(number)")]), by: Actor("bench"))
        }
        let application = try timed(300) { number in
            let record = Record(
                .application,
                [
                    "posting": .number(posting), "talent": .number(talent[number]), "date": .day(Sample.usualDay),
                    "documents": .flag(true),
                ])
            _ = try store.add(record, by: Actor("bench"))
        }
        store.close()
        let check = try run([program, "check", "--db", database])
        return Figures(
            gauges: gauges, attendance: attendance, application: application, explanation: explanation,
            check: check.seconds, checkMemory: check.memory)
    }

    private func fill(_ database: String, _ size: Int) throws {
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

    private func event(in store: Store) throws -> Int64 {
        let events = try store.records(.event, after: 0, limit: 1000)
        let held = events.first {
            $0.record["activity"] == .text("A1-1") && $0.record["status"] == .token(EventStatus.held)
        }
        guard let held else { throw BenchError.system("no seminar in the sample") }
        return held.key.id
    }

    private func timed(_ times: Int, _ body: (Int) throws -> Void) throws -> Times {
        Times(
            try (0..<times).map { number in
                let began = ContinuousClock.now
                try body(number)
                return began.duration(to: .now) / .seconds(1)
            })
    }

    /// Runs a command to its end: seconds, and the most memory it held in MiB.
    private func run(_ arguments: [String]) throws -> (seconds: Double, memory: Double) {
        var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for text in argv { free(text) } }
        let began = ContinuousClock.now
        var child: pid_t = 0
        guard posix_spawn(&child, arguments[0], nil, nil, &argv, environ) == 0 else {
            throw BenchError.system("can't start \(arguments[0])")
        }
        var status: Int32 = 0
        var usage = rusage()
        wait4(child, &status, 0, &usage)
        guard status == 0 else { throw BenchError.system("\(arguments[1]) failed") }
        return (began.duration(to: .now) / .seconds(1), Double(usage.ru_maxrss) / 1024)
    }

    private func line(_ name: String, _ seconds: Double, _ few: Double, bound: String? = nil) {
        print(
            "\(name): \(Bench.decimal(seconds * 1000, 2)) ms (ratio \(Bench.decimal(seconds / few, 2)))"
                + (bound.map { " · bound \($0)" } ?? ""))
    }
}
