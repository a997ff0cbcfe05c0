import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// A record that two people changed at once.
@Suite struct ConflictTests {
    private static let base = Record(
        .contact,
        ["organisation": .number(1), "name": .text("鈴木"), "phone": .text("092"), "email": .text("a@example.jp")])

    private func changed(_ changes: KeyValuePairs<String, FieldValue>) -> Record {
        var record = Self.base
        for (field, value) in changes { record[field] = value }
        return record
    }

    private func conflict(mine: Record, theirs: Record) -> Conflict {
        Conflict(
            base: Self.base, mine: mine, theirs: StoredRecord(key: RecordKey(.contact, 1), version: 2, record: theirs),
            by: "佐藤", titles: [:])
    }

    @Test func whatOnlyOneOfThemChangedIsThatOnes() {
        let conflict = conflict(
            mine: changed(["phone": .text("093")]), theirs: changed(["email": .text("b@example.jp")]))
        #expect(conflict.isSettled)
        #expect(conflict.settled == changed(["phone": .text("093"), "email": .text("b@example.jp")]))
        let shown = conflict.rows.map { RecordKind.contact.fields[$0.field].id }
        #expect(shown == ["phone", "email"], "what they changed is shown too")
    }

    @Test func whatBothChangedWaitsForADecision() {
        var conflict = conflict(mine: changed(["phone": .text("093")]), theirs: changed(["phone": .text("094")]))
        #expect(!conflict.isSettled)
        _ = conflict.perform(.left)
        #expect(conflict.settled["phone"] == .text("093"))
        _ = conflict.perform(.right)
        #expect(conflict.isSettled && conflict.settled["phone"] == .text("094"))
    }

    @Test func theSameChangeByBothIsNone() {
        let both = changed(["phone": .text("093")])
        #expect(conflict(mine: both, theirs: both).rows.isEmpty)
    }

    @Test func aDecisionCanGoAgainstTheDefault() {
        var conflict = conflict(
            mine: changed(["phone": .text("093")]), theirs: changed(["email": .text("b@example.jp")]))
        _ = conflict.perform(.first)
        _ = conflict.perform(.right)
        #expect(conflict.settled == changed(["email": .text("b@example.jp")]))
    }

    @Test func oneGoesFromOneUndecidedFieldToTheNext() {
        let fields = ["name", "phone", "email", "notes"]
        var (my, their) = (Self.base, Self.base)
        for field in fields.dropFirst() {
            my[field] = .text("mine")
            their[field] = .text("theirs")
        }
        my["name"] = .text("only mine")
        var conflict = conflict(mine: my, theirs: their)
        // The name is decided already
        #expect(conflict.rows.count == 4 && conflict.selected == 1)
        _ = conflict.perform(.down)
        #expect(conflict.selected == 2)
        _ = conflict.perform(.up)
        _ = conflict.perform(.left)
        #expect(conflict.selected == 2)
        _ = conflict.perform(.right)
        _ = conflict.perform(.left)
        #expect(conflict.isSettled && conflict.selected == 3, "nothing is left to go to")
        for _ in 0..<9 { _ = conflict.perform(.down) }
        #expect(conflict.selected == 3)
        for _ in 0..<9 { _ = conflict.perform(.up) }
        #expect(conflict.selected == 0)
        _ = conflict.perform(.last)
        #expect(conflict.selected == 3)
        #expect(conflict.settled["phone"] == .text("mine") && conflict.settled["email"] == .text("theirs"))
        #expect(conflict.perform(.undo) == false, "no action of a conflict's")
    }

    @Test func theFieldThatIsDecidedIsInSightHoweverLittleRoomThereIs() {
        let fields = ["name", "kana", "position", "phone", "email", "notes"]
        var (my, their) = (Self.base, Self.base)
        for field in fields {
            my[field] = .text("mine \(field)")
            their[field] = .text("theirs \(field)")
        }
        var conflict = conflict(mine: my, theirs: their)
        _ = conflict.perform(.last)
        let context = FakeDesk().context(.ja, size: Size(width: 80, height: 8))
        var canvas = Canvas(size: context.size)
        let cursor = ConflictView(conflict: conflict, context: context).draw(on: &canvas, in: context.body)
        #expect(canvas.lines[cursor.y].contains("mine notes") && canvas.lines[cursor.y].contains("theirs notes"))
    }

    /// Whatever two people change, each field is somebody's decision.
    @Test func nothingElseIsEverSaved() {
        let fields = ["name", "phone", "email", "notes"]
        for mine in 0..<81 {
            for theirs in 0..<81 {
                var (my, their) = (Self.base, Self.base)
                for (index, field) in fields.enumerated() {
                    let place = [1, 3, 9, 27][index]
                    if mine / place % 3 > 0 { my[field] = .text("\(mine / place % 3)") }
                    if theirs / place % 3 > 0 { their[field] = .text("\(theirs / place % 3)") }
                }
                var conflict = conflict(mine: my, theirs: their)
                var decisions = 0
                while !conflict.isSettled, decisions < 5 {
                    _ = conflict.perform(.left)
                    decisions += 1
                }
                let isRight = fields.allSatisfy { field in
                    conflict.settled[field] == (my[field] == Self.base[field] ? their[field] : my[field])
                }
                #expect(isRight)
            }
        }
    }
}
