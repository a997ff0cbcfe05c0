import Foundation
import Testing

/// What was acknowledged is there, and whole, however the programs that wrote it ended.
/// BANSO_TORTURE=1 kills a thousand times.
@Suite struct KilledWritersTests {
    private static let rounds = ProcessInfo.processInfo.environment["BANSO_TORTURE"] == "1" ? 1_000 : 24
    private static let writers = 4

    /// In each round four programs write at once, a company or an event each; all are killed at a moment that moves from
    /// before their first page to after their last.
    @Test func whatWasAcknowledgedOutlivesTheKill() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        try #require(try Program.run(["init", "--db", database]).code == 0)
        // The shortest: a moment in which others had the machine would lengthen each of the rounds.
        let whole =
            try (1...5).map {
                try duration(of: ["add", "company", "name=所要時間\($0)", "--db", database])
            }.min() ?? 0
        var acknowledged: Set<String> = []
        for round in 1...Self.rounds {
            let logs = (1...Self.writers).map { folder.path + "/log-\(round)-\($0)" }
            let children = try logs.enumerated().map { index, log in
                // An event is a record, its contributions and the audit in one step
                let words =
                    isCompany(round, index)
                    ? ["company", "name=" + name(round, index)]
                    : [
                        "event", "activity=A1-1", "theme=" + name(round, index), "date=2025-08-05", "status=held",
                        "mode=online", "tool=teams",
                    ]
                return try Child(
                    [Program.path, "add"] + words + ["--db", database, "--today", "2025-11-20", "--lang", "en"],
                    environment: Program.base, output: log, error: log)
            }
            usleep(UInt32(whole * 4 * Double(round) / Double(Self.rounds) * 1_000_000))
            for child in children { kill(child.pid, SIGKILL) }
            for child in children { child.wait() }
            for (index, log) in logs.enumerated() {
                let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
                #expect(said.isEmpty || said.hasPrefix("added "), "\(said)")
                if said.hasPrefix("added ") { acknowledged.insert(name(round, index)) }
                try? FileManager.default.removeItem(atPath: log)
            }
        }
        // Who was killed between the commit and the word may have written more than was said, never less
        let there = try ["companies", "events"].map {
            try Program.run(["export", $0, "--purpose", "test", "--db", database]).out
        }.joined()
        let names = Set(there.matches(of: /[会社]+[0-9]+-[0-9]/).map { String($0.output) })
        #expect(!acknowledged.isEmpty && acknowledged.isSubset(of: names), "\(acknowledged.subtracting(names))")
        #expect(names.count < Self.rounds * Self.writers)
        let check = try Program.run(["check", "--db", database, "--lang", "en"])
        #expect(check.code == 0, "\(check.out) \(check.err)")
        #expect(try Program.run(["audit", "verify", "--db", database]).code == 0)
    }

    private func isCompany(_ round: Int, _ index: Int) -> Bool { (round + index) % 2 == 0 }

    private func name(_ round: Int, _ index: Int) -> String {
        (isCompany(round, index) ? "会社" : "会") + "\(round)-\(index)"
    }

    private func duration(of arguments: [String]) throws -> Double {
        let start = ContinuousClock.now
        try #require(try Program.run(arguments).code == 0)
        return (ContinuousClock.now - start) / .seconds(1)
    }
}
