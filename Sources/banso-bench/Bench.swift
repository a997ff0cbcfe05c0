import BansoCatalogue
import BansoDomain
import BansoSample
import BansoStore
import Foundation

/// Measures every figure that the README states, on this machine, beside the floor.
@main
struct Bench {
    private static let usage =
        "usage: banso-bench [COMPANIES | PATH.db | work|report|crowd|seen PATH.db | counts|finds|files|import]"

    /// Ends with 1 where something can't be measured, with one line that says what.
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "--help" { return print(usage) }
        do { try measure(arguments) } catch {
            let what = if case BenchError.system(let what) = error { what } else { "\(error)" }
            FileHandle.standardError.write(Data("banso-bench: \(what)\n".utf8))
            exit(1)
        }
    }

    private static func measure(_ arguments: ArraySlice<String>) throws {
        if arguments.first != "floor" { heading() }
        switch (arguments.first, arguments.dropFirst().first) {
        case ("floor", nil): Floor.run()
        case ("work", let path?):
            let store = try open(path)
            defer { store.close() }
            try Work(filled: store, path: path, program: try Bench(companies: 0, existing: path).program).run()
        case ("report", let path?):
            let store = try open(path)
            defer { store.close() }
            try Reports(store: store).run()
        case ("crowd", let path?): try Crowd(database: path, desk: try Bench(companies: 0, existing: path).desk).run()
        case ("seen", let path?): try Bench(companies: 0, existing: path).live()
        case (let part?, nil) where ["counts", "finds", "files", "import"].contains(part):
            let bench = try Bench(companies: 0, existing: nil)
            try FileManager.default.createDirectory(atPath: bench.folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: bench.folder) }
            switch part {
            case "counts": try Counts(folder: bench.folder, program: bench.program).run()
            case "finds": try Finds(folder: bench.folder).run()
            case "files": try Files(folder: bench.folder, program: bench.program).run()
            default: try Imports(folder: bench.folder, program: bench.program).run()
            }
        case (nil, nil): try Bench(companies: 100_000, existing: nil).run()
        case (let path?, nil) where path.hasSuffix(".db"): try Bench(companies: 100_000, existing: path).run()
        case (let count?, nil) where Int(count) != nil: try Bench(companies: Int(count) ?? 0, existing: nil).run()
        default: throw BenchError.system(usage)
        }
    }

    static func open(_ path: String) throws -> Store {
        try Store.open(at: found(path), mode: .readWrite) {
            try CatalogueFile.parse($0, file: CatalogueFile.embeddedName)
        }
    }

    private static func found(_ path: String) throws -> String {
        guard FileManager.default.fileExists(atPath: path) else {
            throw BenchError.system("there is no database \(path)")
        }
        return path
    }

    let companies: Int
    let folder: String
    let database: String
    let program: String
    let own: String
    let isNew: Bool

    /// - Parameter existing: a database to measure on instead of a new one.
    init(companies: Int, existing: String?) throws {
        self.companies = companies
        isNew = existing == nil
        // Of its own, taken away at the end; an existing database may lie in another one's.
        folder = NSTemporaryDirectory() + "/banso-bench-\(getpid())" + (isNew ? "" : "-beside")
        database = try existing.map(Self.found) ?? folder + "/banso.db"
        own = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().path
        program = URL(fileURLWithPath: own).deletingLastPathComponent().path + "/banso"
    }

    func run() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        print("\(companies) companies, 1.5 consultations each")
        if isNew { try fill() }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let few = folder + "/few.db"
        try Counts.fill(few, 1000)
        let starts = try starts([[own, "floor"], desk, desk(few)])
        Bench.row("start to first whole frame, p50", starts[1].p50, floor: starts[0].p50, bound: "15 ms")
        Bench.row(
            "start, to the time with 1,000 records", Bench.decimal(starts[1].p50 / starts[2].p50, 2), bound: "1.3")
        try keys()
        try save()
        try live()
        try idle()
        try Crowd(database: database, desk: desk).run()
        if isNew { try Finds(folder: folder).run() }
        if isNew { try Counts(folder: folder, program: program).run() }
        if isNew { try Files(folder: folder, program: program).run() }
        if isNew { try Imports(folder: folder, program: program).run() }
    }

    private var desk: [String] { desk(database) }

    private func desk(_ database: String) -> [String] {
        [program, "--db", database, "--today", "2025-11-20", "--lang", "ja"]
    }

    private func fill() throws {
        let catalogue = try CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
        let calendar = try HolidayFile.parse(HolidayFile.embedded, file: HolidayFile.embeddedName)
        let store = try Store.create(at: database, catalogueText: CatalogueFile.embedded, catalogue: catalogue)
        let began = ContinuousClock.now
        let sample = Sample(companies: companies, seed: 1, calendar: calendar, consultationsPerCompany: 1.5)
        try store.bulk(.sample, by: Actor("bench"), isDryRun: false) { desk in
            try sample.fill(desk, catalogue: catalogue, progress: { _ in })
        }
        let seconds = began.duration(to: .now) / .seconds(1)
        print("filled in \(Bench.decimal(seconds, 1)) s")
    }

    /// One after the other, again and again: what else the machine does falls on all alike.
    private func starts(_ commands: [[String]]) throws -> [Times] {
        var times = commands.map { _ in [Double]() }
        for _ in 0..<20 {
            for (index, command) in commands.enumerated() {
                let began = ContinuousClock.now
                let running = try TimedProgram(command)
                times[index].append(try running.frame(since: began))
                running.end()
            }
        }
        return times.map(Times.init)
    }

    /// Scrolling, paging, switching pages, opening a company: each key to the last byte of its frame.
    private func keys() throws {
        let floor = try TimedProgram([own, "floor"])
        _ = try floor.frame(since: .now)
        let floorTimes = floor.times(of: Array(repeating: "j", count: 300))
        floor.end()
        let running = try TimedProgram(desk)
        _ = try running.frame(since: .now)
        running.settle()
        let down = "\u{1B}[6~"
        let groups: [(String, [String])] = [
            ("board: scrolling", ["1", "l", "l", "l", "l"] + Array(repeating: "j", count: 300)),
            ("table: scrolling", ["v"] + Array(repeating: "j", count: 300)),
            ("table: paging", Array(repeating: down, count: 200)),
            ("table: end and start", (0..<50).flatMap { _ in ["G", "g"] }),
            ("switching pages", (0..<40).flatMap { _ in ["2", "3", "4", "5", "0", "1"] }),
            ("opening a company", (0..<100).flatMap { _ in ["\r", "q"] }),
        ]
        var all: [Double] = []
        for (name, keys) in groups {
            let times = running.times(of: keys)
            all += times.sorted
            Bench.row("key to frame, \(name), p50", times.p50, floor: floorTimes.p50, bound: "1 ms")
            Bench.row("key to frame, \(name), p99", times.p99, floor: floorTimes.p99, bound: "4 ms")
        }
        Bench.row("key to frame, all, p50", Times(all).p50, floor: floorTimes.p50, bound: "1 ms")
        Bench.row("key to frame, all, p99", Times(all).p99, floor: floorTimes.p99, bound: "4 ms")
        Bench.row("peak memory", "\(Bench.decimal(running.peakMemory, 1)) MiB", bound: "24 MiB")
        running.end()
    }

    private func save() throws {
        let floor = try durablePages()
        let store = try Store.open(at: database, mode: .readWrite) {
            try CatalogueFile.parse($0, file: CatalogueFile.embeddedName)
        }
        var times: [Double] = []
        var query = CardQuery(pipeline: store.catalogue.consultation.pipeline, limit: 200)
        while times.count < 300 {
            let cards = try store.cards(query)
            guard let last = cards.last else { break }
            for card in cards where card.consultations < store.catalogue.consultation.limit {
                let consultation = Consultation(
                    company: card.organisation, date: Sample.usualDay, minutes: 90, mode: .online, topics: "計測")
                let began = ContinuousClock.now
                _ = try store.book(consultation, nextAction: nil, by: Actor("bench"))
                times.append(began.duration(to: .now) / .seconds(1))
                // As a desk does when its frame is shown and nobody presses a key.
                store.tidy()
            }
            query.from = last.place
        }
        let saved = Times(times)
        Bench.row(
            "consultation saved (record, contributions, audit, FULL), p50", saved.p50, floor: floor.p50, bound: "1 ms")
        Bench.row("consultation saved, p99", saved.p99, floor: floor.p99, bound: "5 ms")
        let reads = try (0..<200).map { _ in
            let began = ContinuousClock.now
            _ = try store.readings(asOf: Sample.usualDay)
            return began.duration(to: .now) / .seconds(1)
        }
        Bench.row("all gauges read, p50", Times(reads).p50, bound: "2 ms")
        let searches = try ["山田", "やま", "ヤマダ", "製作", "40", "福岡"].flatMap { text in
            try (0..<10).map { _ in
                let began = ContinuousClock.now
                _ = try store.search(text, limit: 30)
                return began.duration(to: .now) / .seconds(1)
            }
        }
        Bench.row("search, two characters and more, p99", Times(searches).p99)
    }

    /// The least that can be saved here: a page at the end of a file beside the database, with nothing behind it.
    private func durablePages() throws -> Times {
        let path = database + "-floor"
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw BenchError.system("can't write \(path)") }
        defer {
            close(file)
            unlink(path)
        }
        let page = [UInt8](repeating: 1, count: 4096)
        return Times(
            try (0..<300).map { _ in
                let began = ContinuousClock.now
                guard write(file, page, page.count) == page.count, fdatasync(file) == 0 else {
                    throw BenchError.system("can't write \(path)")
                }
                return began.duration(to: .now) / .seconds(1)
            })
    }

    /// From another program's commit to the last byte of the frame that shows it.
    private func live() throws {
        let running = try TimedProgram(desk)
        _ = try running.frame(since: .now)
        running.settle()
        running.type("1")
        running.settle()
        let store = try Store.open(at: database, mode: .readWrite) {
            try CatalogueFile.parse($0, file: CatalogueFile.embeddedName)
        }
        let company = try store.add(Organisation(name: "計測"), by: Actor("bench"))
        let consultation = Consultation(company: company, date: Sample.usualDay, minutes: 60, mode: .online)
        var times: [Double] = []
        for round in 0..<40 {
            if round % 2 == 0 {
                _ = try store.book(consultation, nextAction: nil, by: Actor("bench"))
            } else {
                _ = try store.undo(by: Actor("bench"))
            }
            times.append(try running.frame(since: .now))
            running.settle()
        }
        running.end()
        Bench.row("a write seen on another program's screen, p50", Times(times).p50)
        Bench.row("a write seen on another program's screen, p99", Times(times).p99, bound: "150 ms")
    }

    private func idle() throws {
        let running = try TimedProgram(desk)
        _ = try running.frame(since: .now)
        running.settle()
        // The check of the whole file, which runs beside the program after its start, is over when it stops computing.
        var before = running.processorTime
        while true {
            usleep(1_000_000)
            let now = running.processorTime
            if now - before < 0.02 { break }
            before = now
        }
        let (bytes, used) = (running.bytesRead, running.processorTime)
        let seconds = 20.0
        usleep(UInt32(seconds * 1_000_000))
        while running.takes(milliseconds: 0) {}
        let share = (running.processorTime - used) / seconds * 100
        Bench.row("idle, of a core", Bench.decimal(share, 2) + " %", bound: "0.1 %")
        Bench.row("idle, bytes written", String(running.bytesRead - bytes), bound: "0")
        running.end()
    }

    /// The day, the machine, and what the columns say.
    private static func heading() {
        let system = ProcessInfo.processInfo
        let models = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n")
            .filter { $0.hasPrefix("model name") }
        let model = models?.first?.split(separator: ":").last?.trimmingPrefix(" ") ?? "unknown processor"
        let day = ISO8601DateFormatter.string(from: Date(), timeZone: .gmt, formatOptions: .withFullDate)
        print(
            "banso-bench · \(day) · \(model), \(system.activeProcessorCount) cores, "
                + "\(system.physicalMemory >> 30) GiB · \(system.operatingSystemVersionString) · SQLite \(Engine.linked.version)"
        )
        cells("what", "measured", "floor", "ratio", "bound")
    }

    static func row(_ name: String, _ seconds: Double, floor: Double? = nil, bound: String = "") {
        func text(_ seconds: Double) -> String { decimal(seconds * 1000, 2) + " ms" }
        cells(name, text(seconds), floor.map(text) ?? "", floor.map { decimal(seconds / $0, 2) } ?? "", bound)
    }

    static func row(_ name: String, _ measured: String, bound: String = "") { cells(name, measured, "", "", bound) }

    private static func cells(_ name: String, _ numbers: String...) {
        let row = numbers.map { String(repeating: " ", count: max(1, 16 - $0.count)) + $0 }.joined()
        print(name.padding(toLength: max(64, name.count), withPad: " ", startingAt: 0) + row)
        fflush(nil)
    }

    static func decimal(_ value: Double, _ places: Int) -> String { String(format: "%.\(places)f", value) }
}
