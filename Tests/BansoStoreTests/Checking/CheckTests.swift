import BansoDomain
import BansoStore
import Foundation
import GRDB
import Testing

struct CheckTests {
    private static let companies = "line = (SELECT id FROM ledger_line WHERE indicator = 'A2.companies')"

    private func filled() throws -> TestDesk {
        let desk = try TestDesk()
        for number in 1...5 { try desk.book(try desk.company("企業\(number)")) }
        return desk
    }

    @Test("Given a database only the program wrote, then it is sound")
    func sound() throws {
        let desk = try filled()
        let report = try desk.store.check()
        #expect(report.isSound)
        #expect(report.contributions == 10)
    }

    @Test(
        "Given plain SQL changed records or sums behind the program's back, then the check names the indicators",
        arguments: [
            (
                "DELETE FROM consultation WHERE id = 3",
                ["A2.companies", "A2.consultations"] as [IndicatorID]
            ),
            (
                "DELETE FROM contribution WHERE \(CheckTests.companies) AND source = 2",
                ["A2.companies"]
            ),
            ("UPDATE rollup_month SET counted = counted + 1 WHERE \(CheckTests.companies)", ["A2.companies"]),
            ("UPDATE rollup_day SET not_counted = 9 WHERE NOT \(CheckTests.companies)", ["A2.consultations"]),
            ("UPDATE rollup_place SET prefecture = 41 WHERE \(CheckTests.companies)", ["A2.companies"]),
            (
                """
                INSERT INTO contribution SELECT 'organisation', 99, id, 'consultation', 1, '2025-08-05', 40, NULL, NULL
                FROM ledger_line WHERE indicator = 'A2.companies'
                """, ["A2.companies"]
            ),
            (
                """
                INSERT INTO contribution SELECT 'nonsense', 1, id, 'consultation', 1, '2025-08-05', 40, NULL, NULL
                FROM ledger_line WHERE indicator = 'A2.companies'
                """, ["A2.companies"]
            ),
        ])
    func differing(sql: String, indicators: [IndicatorID]) throws {
        let desk = try filled()
        try desk.plainSQL { try $0.execute(sql: sql) }
        let report = try desk.store.check()
        #expect(report.differingIndicators == indicators)
        #expect(!report.isSound)
    }

    @Test("Given plain SQL moved or removed contributions and entries, then triggers keep the sums with them")
    func triggersKeepUp() throws {
        let desk = try filled()
        try desk.plainSQL { db in
            try db.execute(
                sql: """
                    CREATE TEMP TABLE kept AS SELECT * FROM contribution WHERE source = 1;
                    DELETE FROM contribution WHERE source = 1;
                    INSERT INTO contribution SELECT * FROM kept;
                    """)
            try db.execute(sql: "UPDATE pipeline_entry SET stage = 'posting', stage_order = 3 WHERE id = 1")
            try db.execute(sql: "DELETE FROM pipeline_entry WHERE id = 2")
        }
        #expect(try desk.store.check().isSound)
        #expect(try desk.store.stageCounts(of: "A") == ["consultation": 3, "posting": 1])
    }

    @Test("Given a wrong count of stages, then the check names the pipeline")
    func differingPipeline() throws {
        let desk = try filled()
        try desk.plainSQL { try $0.execute(sql: "UPDATE stage_count SET n = n + 1") }
        #expect(try desk.store.check().differingPipelines == ["A"])
    }

    @Test("Given a backup, then it is 0600, opens, and holds the same")
    func backup() throws {
        let desk = try filled()
        let copy = desk.folder + "/copy.db"
        try desk.store.backup(to: copy)
        #expect(desk.mode(copy) == 0o600)
        let opened = try TestDesk.open(copy)
        #expect(try opened.readings(asOf: day(2025, 12, 1)) == desk.store.readings(asOf: day(2025, 12, 1)))
        #expect(try opened.auditHead() == desk.store.auditHead())
        _ = try opened.add(Organisation(name: "後"), by: desk.aoki)
        #expect(try opened.check().isSound)
        #expect(throws: DeskError.exists(path: copy)) { try desk.store.backup(to: copy) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder).filter { $0.contains(".part-") } == [])
    }

    @Test("Given a damaged page, then the quick check says so")
    func damaged() throws {
        let desk = try TestDesk()
        try desk.store.bulk(.sample, by: desk.aoki, isDryRun: false) { bulk in
            for number in 1...500 { _ = try bulk.add(Organisation(name: "企業\(number)")) }
        }
        let copy = desk.folder + "/copy.db"
        try desk.store.backup(to: copy)
        try Store.quickCheck(at: copy)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
        bytes.replaceSubrange(40_960..<61_440, with: Data(repeating: 0xA5, count: 20_480))
        try bytes.write(to: URL(fileURLWithPath: copy))
        #expect {
            try Store.quickCheck(at: copy)
        } throws: { error in
            if case DeskError.corrupt = error { true } else { false }
        }
    }
}
