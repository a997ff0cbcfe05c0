import BansoDomain
import BansoStore
import Foundation
import GRDB
import Testing

/// Eight programs, each a process of its own, book as fast as they can. BANSO_TORTURE=1 lets each book ten thousand times.
@Suite struct CrowdedBookingTests {
    private static let isWhole = ProcessInfo.processInfo.environment["BANSO_TORTURE"] == "1"
    private static let programs = 8
    private static let bookings = isWhole ? 10_000 : 100

    /// What one of them did.
    private struct Work: Codable {
        var booked = 0
        var refused = 0
        var others: [String] = []
        /// When each booking was done or refused, in seconds of the host's clock.
        var times: [Double] = []
    }

    struct Late: Error {}

    @Test func noCompanyGetsMoreThanThreeAndNobodyStarves() async throws {
        let desk = try TestDesk()
        // Four of the programs want each company, at about the same time
        let companies = Self.bookings * 2
        try desk.store.bulk(.sample, by: desk.aoki, isDryRun: false) { bulk in
            for number in 1...companies { _ = try bulk.add(Organisation(name: "企業\(number)")) }
        }
        await withTaskGroup(of: Void.self) { [folder = desk.folder] group in
            for program in 0..<Self.programs {
                group.addTask {
                    await #expect(processExitsWith: .success) {
                        [folder = folder as String, program = program as Int] in
                        try Self.book(in: folder, as: program)
                    }
                }
            }
        }
        let works = try (0..<Self.programs).map { program in
            try JSONDecoder().decode(
                Work.self, from: Data(contentsOf: URL(fileURLWithPath: desk.folder + "/work-\(program)")))
        }
        #expect(works.flatMap(\.others) == [])
        #expect(works.map(\.booked).reduce(0, +) == companies * 3)
        #expect(works.map(\.refused).reduce(0, +) == companies)
        let counts = try desk.plainSQL { db in
            try Set(Int.fetchAll(db, sql: "SELECT count(*) FROM consultation GROUP BY organisation"))
        }
        #expect(counts == [3])
        #expect(try desk.store.check().isSound)
        // How far each had come when the first was done
        let begin = works.compactMap(\.times.first).min() ?? 0
        let end = works.compactMap(\.times.last).min() ?? 0
        let done = works.map { work in work.times.count { $0 <= end } }
        #expect((done.min() ?? 0) * 3 >= done.max() ?? 0, "\(done)")
        guard Self.isWhole else { return }
        let longest = works.flatMap { zip($0.times, $0.times.dropFirst()).map { $1 - $0 } }.max() ?? 0
        print("bookings: \(done) of \(Self.bookings) each after \(end - begin) s, longest wait \(longest) s")
    }

    /// Books every second company, once all the others are ready too.
    private static func book(in folder: String, as program: Int) throws {
        let manager = FileManager.default
        let store = try TestDesk.open(folder + "/banso.db")
        try Data().write(to: URL(fileURLWithPath: folder + "/ready-\(program)"))
        let limit = ContinuousClock.now + .seconds(60)
        while !(0..<programs).allSatisfy({ manager.fileExists(atPath: folder + "/ready-\($0)") }) {
            guard ContinuousClock.now < limit else { throw Late() }
            usleep(1000)
        }
        var work = Work()
        for turn in 0..<bookings {
            let company = OrganisationID(Int64(turn * 2 + program % 2 + 1))
            do {
                _ = try store.book(TestDesk.consultation(company), nextAction: nil, by: Actor("人\(program)"))
                work.booked += 1
            } catch DeskError.consultationLimit {
                work.refused += 1
            } catch {
                work.others.append("\(error)")
            }
            work.times.append(now())
        }
        store.close()
        try JSONEncoder().encode(work).write(to: URL(fileURLWithPath: folder + "/work-\(program)"))
    }

    private static func now() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
