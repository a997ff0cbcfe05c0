import Foundation
import Testing

/// Several people at once: real processes on one database.
@Suite struct ManyProcessesTests {
    @Test func eightProcessesBookingAtOnceNeverGoOverThree() throws {
        // Given forty companies that nobody has consulted
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        for number in 1...40 {
            _ = try Program.run(["add", "company", "name=競合テスト\(number)号", "--db", database])
        }
        // When eight processes each book every company once, twice over
        let script = """
            for day in 4 5; do for number in $(seq 1 40); do
              "\(Program.path)" add consultation "company=競合テスト${number}号" date=2025-11-0$day minutes=60 \
                --db "\(database)" --today 2025-11-20 --lang en
            done; done
            """
        let logs = (1...8).map { folder.path + "/log\($0)" }
        let children = try logs.map { log in
            try Child(["/bin/sh", "-c", script], environment: Program.base, output: log, error: log)
        }
        for child in children { #expect(child.wait() != 127) }
        let lines = try logs.flatMap { try String(contentsOfFile: $0, encoding: .utf8).split(separator: "\n") }
        // Then each company has three, the rest was refused as such, and nothing else went wrong
        let booked = lines.filter { $0.hasPrefix("consultation ") }
        let refused = lines.filter { $0.contains("has had all 3 consultations") }
        let twins = lines.filter { $0.contains("there is another one on that day") }
        #expect(Set(lines).subtracting(booked).subtracting(refused).subtracting(twins) == [])
        #expect(booked.count == 120)
        #expect(refused.count == 8 * 80 - 120)
        #expect(lines.count - twins.count == 8 * 80)
        #expect(try Figures.consultations(in: database) == 120)
        let check = try Program.run(["check", "--db", database])
        #expect(check.code == 0, "\(check.out)")
    }
}
