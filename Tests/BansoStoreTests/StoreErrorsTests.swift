import BansoDomain
import BansoStore
import Testing

@Suite struct StoreErrorsTests {
    /// Whoever meant the record that is there finds it by its number.
    @Test func theRecordInTheWayIsNamed() throws {
        let desk = try R7Desk()
        let company = try desk.company("有明食品株式会社")
        let event = try desk.event("A1-1", on: Day(2025, 10, 10)!)
        func attend(_ attendee: String) throws -> Int64 {
            try desk.add(
                .attendance,
                ["event": .number(event), "organisation": .number(company), "attendee": .text(attendee)])
        }
        _ = try attend("社長")
        let twin = try attend("部長")
        let error = try #require(throws: DeskError.self) { try attend("部長") }
        #expect(error.text.ja.contains("同じ記録 #\(twin) が既にあります"), "\(error.text.ja)")
        // Also where a record is to become another one's twin
        let other = try attend("社員")
        let stored = try #require(try desk.store.record(RecordKey(.attendance, other)))
        var record = stored.record
        record["attendee"] = .text("部長")
        let edited = try #require(throws: DeskError.self) {
            try desk.store.edit(stored.key, version: stored.version, to: record, by: desk.aoki)
        }
        #expect(edited.text.en.contains("already there: #\(twin)"), "\(edited.text.en)")
        let talent = try desk.add(.talent, ["name": .text("佐藤健")])
        func assess() throws -> Int64 {
            try desk.add(
                .assessment,
                ["talent": .number(talent), "activity": .text("D4-3"), "date": .day(Day(2025, 11, 5)!)])
        }
        let first = try assess()
        let again = try #require(throws: DeskError.self) { try assess() }
        #expect(again.text.en.contains("already there: #\(first)"), "\(again.text.en)")
        // One field that must differ is named itself
        _ = try desk.add(.coordinator, ["name": .text("森")])
        let name = try #require(throws: DeskError.self) { try desk.add(.coordinator, ["name": .text("森")]) }
        #expect(name.text.ja.contains("同じものが既に登録されています"), "\(name.text.ja)")
    }
}
