import BansoDomain
import BansoSample
import BansoStore
import Foundation

/// What a coordinator waits for while typing, with 100,000 companies and a million other records: from the key to the last
/// byte of the frame.
struct Work {
    let store: Store
    let path: String
    let program: String
    /// A held event, for its roster.
    let event: Int64

    init(filled store: Store, path: String, program: String) throws {
        self.store = store
        self.path = path
        self.program = program
        event = try Work.heldSeminar(in: store)
    }

    static func heldSeminar(in store: Store) throws -> Int64 {
        let events = try store.records(.event, after: 0, limit: 1000)
        let held = events.first {
            $0.record["activity"] == .text("A1-1") && $0.record["status"] == .token(EventStatus.held)
        }
        guard let held else { throw BenchError.system("no seminar in the sample") }
        return held.key.id
    }

    func run() throws {
        try letters()
        try search()
        try today()
        try roster()
    }

    private func open() throws -> TimedProgram {
        let running = try TimedProgram([
            program, "--db", path, "--today", "2025-11-20", "--lang", "ja", "--as", "bench",
        ])
        _ = try running.frame(since: .now)
        running.settle()
        return running
    }

    /// A name is typed in the form of a new company, and what was typed is put aside again. In the first second after the
    /// start the file is checked beside it.
    private func letters() throws {
        let running = try open()
        for key in ["n", "o"] { _ = running.times(of: [key]) }
        let letters = (0..<400).map { ["や", "ま", "k", "田"][$0 % 4] }
        let early = running.times(of: letters)
        Bench.row("a letter in a form in the first second, p50", early.p50)
        Bench.row("a letter in a form in the first second, p99", early.p99)
        _ = running.times(of: ["\u{18}"])
        sleep(2)
        let times = running.times(of: letters)
        Bench.row("a letter in a form, p50", times.p50, bound: "1 ms")
        Bench.row("a letter in a form, p99", times.p99, bound: "4 ms")
        _ = running.times(of: ["\u{18}"])
        running.end()
    }

    /// Once the keys are read, which takes a second after the first search; what is searched before that is a row of its own.
    private func search() throws {
        let running = try open()
        _ = running.times(of: ["/", "山"])
        Bench.row("search in the first second, before the keys are read", running.times(of: ["田"]).p50)
        _ = running.times(of: ["\u{3}"])
        sleep(2)
        var times: [Double] = []
        for word in ["山田", "やま", "製作", "40", "福岡", "さくら", "株式会社", "xq", "090"] {
            for _ in 0..<6 {
                _ = running.times(of: ["/"])
                let letters = word.map { String($0) }
                _ = running.times(of: [letters[0]])
                times += running.times(of: Array(letters.dropFirst())).sorted
                _ = running.times(of: ["\u{3}"])
            }
        }
        Bench.row("search, results after a letter, p50", Times(times).p50)
        Bench.row("search, results after a letter, p99", Times(times).p99, bound: "30 ms")
        running.end()
    }

    /// Another program writes between the openings, so that each reads everything anew.
    private func today() throws {
        let running = try open()
        var times: [Double] = []
        for round in 0..<40 {
            _ = running.times(of: ["0"])
            _ = try store.add(Record(.region, ["name": .text("計測地域\(getpid())-\(round)")]), by: Actor("bench"))
            running.settle()
            times += running.times(of: ["t"]).sorted
        }
        Bench.row("today opens, p50", Times(times).p50)
        Bench.row("today opens, p99", Times(times).p99, bound: "20 ms")
        running.end()
    }

    /// Companies that arrive one after the other at an event of this run, each found by the beginning of its name. Only what
    /// is saved is counted.
    private func roster() throws {
        guard var seminar = try store.record(RecordKey(.event, event))?.record else { return }
        let theme = "計測\(getpid())"
        seminar["theme"] = .text(theme)
        let event = try store.add(seminar, by: Actor("bench"))
        func arrived() throws -> Int { try store.roster(of: event, lines: 1)?.organisations ?? 0 }
        let names = try store.search(SearchQuery("", kinds: [.organisation], limit: 120)).map(\.name)
        let running = try open()
        _ = running.times(of: ["/"])
        _ = running.times(of: theme.map { String($0) })
        _ = running.times(of: ["\r", "r"])
        var times: [Double] = []
        var before = try arrived()
        for name in names {
            _ = running.times(of: name.prefix(8).map { String($0) })
            let time = running.times(of: ["\r"]).sorted
            let now = try arrived()
            if now > before { times += time }
            before = now
            _ = running.times(of: ["\u{15}"])
        }
        Bench.row(
            "an arrival on the roster, saved and drawn (\(times.count) of \(names.count)), p50", Times(times).p50,
            bound: "4 ms")
        Bench.row("an arrival on the roster, saved and drawn, p99", Times(times).p99)
        running.end()
    }
}
