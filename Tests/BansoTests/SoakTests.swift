import CSQLite
import Foundation
import Testing

/// Four programs that write and four walls, for long: nothing is lost, nothing grows, and every wall is true at the end.
/// BANSO_TORTURE=1 goes on for five minutes; BANSO_SOAK=1800 for as many seconds as it says.
@Suite struct SoakTests {
    private static let seconds: Double = {
        let environment = ProcessInfo.processInfo.environment
        return environment["BANSO_SOAK"].flatMap(Double.init) ?? (environment["BANSO_TORTURE"] == "1" ? 300 : 8)
    }()
    private static let wall = ["--lang", "en", "--today", "2025-11-20", "--page", "overview"]

    @Test func longWorkLosesNothingAndGrowsNothing() throws {
        let folder = try TestFolder()
        let database = try DeskTests.sample(in: folder, companies: 60)
        let stop = folder.path + "/stop"
        // Each adds companies and what is counted about them until it is told to end
        let script = """
            n=0
            while [ ! -e "\(stop)" ]; do
              n=$((n+1))
              "\(Program.path)" add company "name=会社$0-$n" --db "\(database)" --lang en || exit 1
              "\(Program.path)" add event activity=A1-1 "theme=会$0-$n" date=2025-08-05 status=held mode=online \
                tool=teams --db "\(database)" --today 2025-11-20 --lang en || exit 1
              "\(Program.path)" add consultation "company=会社$0-$n" date=2025-11-04 minutes=60 --db "\(database)" \
                --today 2025-11-20 --lang en || exit 1
            done
            """
        let walls = try (1...4).map { _ in try Tmux(["wallboard", "--db", database] + Self.wall) }
        for wall in walls { wall.wait(for: "last change") }
        let logs = (1...4).map { folder.path + "/log-\($0)" }
        let writers = try logs.enumerated().map { number, log in
            try Child(["/bin/sh", "-c", script, "\(number + 1)"], environment: Program.base, output: log, error: log)
        }
        defer { _ = FileManager.default.createFile(atPath: stop, contents: nil) }
        let began = ContinuousClock.now
        var warm: [Int] = []
        var checkpoints = 0
        while began.duration(to: .now) < .seconds(Self.seconds) {
            if try checkpoint(database) { checkpoints += 1 }
            // After a third everything that a program keeps is there
            if warm.isEmpty, began.duration(to: .now) > .seconds(Self.seconds / 3) {
                warm = try walls.map { try $0.programsMemory() }
            }
            usleep(200_000)
        }
        #expect(FileManager.default.createFile(atPath: stop, contents: nil))
        for writer in writers { #expect(writer.wait() == 0) }
        let memory = try walls.map { try $0.programsMemory() }
        let said = try logs.map { try String(contentsOfFile: $0, encoding: .utf8).split(separator: "\n") }
        print(
            "soak: \(Int(Self.seconds)) s, \(said.joined().count) writes \(said.map(\.count)), \(checkpoints) checkpoints, "
                + "walls' own memory in KiB \(warm) then \(memory)")
        for (before, after) in zip(warm, memory) { #expect(after - before <= 256, "\(warm) then \(memory) KiB") }

        // Everything acknowledged is there, and agrees
        for (kind, word) in [("companies", "会社"), ("events", "会"), ("consultations", "会社")] {
            let there = try Program.run(["export", kind, "--purpose", "test", "--db", database]).out
            let found = Set(there.matches(of: /[会社]+[0-9]+-[0-9]+/).map { String($0.output) })
            for (number, lines) in said.enumerated() {
                let lost = (0..<lines.count / 3).map { $0 + 1 }
                    .filter { !found.contains("\(word)\(number + 1)-\($0)") }
                #expect(lost.isEmpty, "\(kind) of writer \(number + 1): \(lost)")
            }
        }
        let check = try Program.run(["check", "--db", database])
        #expect(check.code == 0, "\(check.out) \(check.err)")
        #expect(try Program.run(["audit", "verify", "--db", database]).code == 0)
        let report = try JSONSerialization.jsonObject(
            with: Data(Program.run(["kpi", "--format", "json", "--as-of", "2025-11-20", "--db", database]).out.utf8))
        let indicators = try #require((report as? [String: Any])?["indicators"] as? [[String: Any]])
        let seminars = try #require(indicators.first { $0["id"] as? String == "A1.seminars" }?["actual"] as? Int)
        let grouped = seminars.formatted(.number.locale(Locale(identifier: "en")))
        let once = Self.figures(
            try Program.run(["wallboard", "--once", "--size", "120x40", "--db", database] + Self.wall).out)
        #expect(once.contains { $0.contains("Seminars") && $0.contains("\(grouped)/") }, "\(once)")
        #expect(once.count > 20)
        for wall in walls {
            wall.wait(until: "it shows what a new one shows") { Self.figures($0) == once }
        }
    }

    /// A frame without what depends on the hour.
    private static func figures(_ frame: String) -> [String] {
        frame.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty && !$0.hasPrefix("Overview ") && !$0.hasPrefix("last change") }
    }

    /// Empties the log, as the holder of the writers' lock does.
    /// - Returns: whether all of it could be moved.
    private func checkpoint(_ database: String) throws -> Bool {
        let lock = open(database + "-lock", O_RDWR | O_CLOEXEC)
        try #require(lock >= 0)
        defer { close(lock) }
        try #require(flock(lock, LOCK_EX) == 0)
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        try #require(sqlite3_open(database, &connection) == SQLITE_OK)
        return sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil) == SQLITE_OK
    }
}
