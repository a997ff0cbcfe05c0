import BansoDomain
import Testing

/// Found by the random histories: imports go on after a row that is refused.
struct RefusedInBulkTests {
    @Test("Given a record that the database refuses, when the same bulk goes on, then the next of its kind is written")
    func goesOn() throws {
        let home = try OracleDesk()
        let actor = Actor("青木")
        let event = try home.store.add(
            Record(
                .event, ["activity": .text("A1-1"), "theme": .text("テーマ"), "date": .day(Day(2025, 9, 10)!)]),
            by: actor)
        let people = try (0..<2).map { try home.store.add(Record(.talent, ["name": .text("佐藤\($0)")]), by: actor) }
        try home.store.bulk(.importRecords, by: actor, isDryRun: false) { bulk in
            func visit(_ person: Int64) throws {
                _ = try bulk.add(Record(.attendance, ["event": .number(event), "talent": .number(person)]))
            }
            try visit(people[0])
            #expect(throws: DeskError.self) { try visit(people[0]) }
            try visit(people[1])
        }
        #expect(try home.store.records(.attendance, after: 0, limit: 10).count == 2)
    }
}
