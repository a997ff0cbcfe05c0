import BansoDomain
import BansoSample
import BansoStore
import Foundation
import Synchronization

/// Fifty people at their desks while four programs write: how long one person's key takes meanwhile.
struct Crowd {
    static let desks = 50
    static let writers = 4
    /// Of all writers together, in a second.
    static let writes = 20

    let database: String
    /// The desk's command.
    let desk: [String]

    func run() throws {
        let others = try (1..<Crowd.desks).map { _ in try TimedProgram(desk) }
        let isOver = Flag()
        let drain = Thread { [terminals = others.map(\.terminal)] in
            while !isOver.isSet { for terminal in terminals { TimedProgram.drain(terminal) } }
        }
        drain.start()
        let written = Counter()
        let threads = (0..<Crowd.writers).map { number in
            Thread { [database] in Crowd.write(number, into: database, until: isOver, counting: written) }
        }
        let running = try TimedProgram(desk)
        _ = try running.frame(since: .now)
        running.settle()
        Crowd.waitUntilOpen(others)
        for thread in threads { thread.start() }
        let began = ContinuousClock.now
        // At a person's pace: a frame that shows another's write may come between key and answer, and counts as it.
        // The first stages have no cards: there no key changes anything.
        let keys = ["1", "l", "l", "l"] + (0..<600).flatMap { _ in ["j", "k"] }
        let times = running.times(of: keys, pause: 50_000)
        let seconds = began.duration(to: .now) / .seconds(1)
        isOver.set()
        let pace = Double(written.value) / seconds
        Bench.row(
            "key to frame, \(Crowd.desks) desks open and \(Bench.decimal(pace, 1)) writes/s by \(Crowd.writers), p50",
            times.p50)
        Bench.row("key to frame, the same, p99", times.p99, bound: "50 ms")
        Bench.row("keys answered", String(times.sorted.count), bound: String(keys.count))
        running.end()
        for other in others { other.end() }
    }

    /// Until nobody reads in the background any more what searching needs: fifty don't begin their day in one second.
    private static func waitUntilOpen(_ desks: [TimedProgram]) {
        func used() -> Double { desks.reduce(0) { $0 + $1.processorTime } }
        for _ in 0..<120 {
            let before = used()
            sleep(1)
            if used() - before < 0.1 { return }
        }
    }

    private static func write(_ number: Int, into path: String, until isOver: Flag, counting written: Counter) {
        guard let store = try? Bench.open(path) else { return }
        defer { store.close() }
        let event = try? Work.heldSeminar(in: store)
        var next = Int64(number)
        while !isOver.isSet, let event {
            let attendance = Record(
                .attendance,
                [
                    "event": .number(event), "organisation": .number(next + 1),
                    "attendee": .text("計測\(getpid())-\(next)"),
                ])
            if (try? store.add(attendance, by: Actor("bench"))) != nil { written.add() }
            next += Int64(writers)
            usleep(UInt32(1_000_000 * writers / writes))
        }
    }
}

/// Set once, seen by every thread.
final class Flag: Sendable {
    private let state = Mutex(false)
    var isSet: Bool { state.withLock { $0 } }
    func set() { state.withLock { $0 = true } }
}

/// Counts from several threads.
final class Counter: Sendable {
    private let state = Mutex(0)
    var value: Int { state.withLock { $0 } }
    func add() { state.withLock { $0 += 1 } }
}
