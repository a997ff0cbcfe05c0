import BansoDomain
import GRDB
import Testing

@testable import BansoStore

@Suite struct ExportLedgerTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func entry(_ purpose: String = "名簿の確認", rows: Int = 3) -> ExportEntry {
        ExportEntry(
            subject: "talent", filter: "", rows: rows, hash: Array(0..<32), purpose: purpose, format: "xlsx",
            name: "人材.xlsx")
    }

    @Test func entriesAreReadNewestFirst() throws {
        desk.store.clock = { 1_763_600_000 }
        let first = try desk.store.enter(entry(), by: desk.aoki)
        let second = try desk.store.enter(entry(" 監査 ", rows: 0), by: Actor("新しい人"))
        try desk.store.withdraw(export: second)
        let listed = try desk.store.exports(before: nil, limit: 10)
        #expect(listed.map(\.number) == [second, first])
        #expect(listed.map(\.isWithdrawn) == [true, false])
        #expect(listed[0].entry.purpose == "監査")
        #expect(listed[0].actor == "新しい人")
        #expect(
            listed[1]
                == ListedExport(number: first, at: 1_763_600_000, actor: "青木", entry: entry(), isWithdrawn: false))
        #expect(try desk.store.exports(before: second, limit: 10).map(\.number) == [first])
    }

    @Test func anEntryWithoutAPurposeIsRefused() throws {
        for purpose in ["", "  ", "一\u{7}"] {
            #expect(throws: DeskError.self) { try desk.store.enter(entry(purpose), by: desk.aoki) }
        }
        #expect(try desk.store.exports(before: nil, limit: 10) == [])
    }

    @Test(arguments: [
        "UPDATE export SET purpose = 'x'", "DELETE FROM export", "UPDATE export_withdrawal SET at = 0",
        "DELETE FROM export_withdrawal",
        "INSERT OR REPLACE INTO export SELECT id, 0, actor, 'x', '', 0, sha256, 'x', 'csv', '' FROM export",
        "INSERT OR REPLACE INTO export_withdrawal VALUES (1, 5)",
    ])
    func plainSQLCannotChangeIt(_ sql: String) throws {
        try desk.store.withdraw(export: desk.store.enter(entry(), by: desk.aoki))
        let before = try desk.store.exports(before: nil, limit: 10)
        #expect(throws: DatabaseError.self) { try desk.plainSQL { try $0.execute(sql: sql) } }
        #expect(try desk.store.exports(before: nil, limit: 10) == before)
    }

    @Test func itIsNoStepForUndo() throws {
        _ = try desk.company()
        _ = try desk.store.enter(entry(), by: desk.aoki)
        #expect(try desk.store.undo(by: desk.aoki)?.action == .add)
        #expect(try desk.store.exports(before: nil, limit: 10).count == 1)
    }

    @Test func aReaderCannotEnter() throws {
        let reader = try desk.another(.readOnly)
        #expect(throws: DeskError.readOnly(path: desk.store.path)) { try reader.enter(entry(), by: desk.aoki) }
    }
}
