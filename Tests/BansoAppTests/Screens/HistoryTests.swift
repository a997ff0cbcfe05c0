import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Who, when, before and after.
@Suite struct HistoryTests {
    private func contact(_ values: KeyValuePairs<String, FieldValue>) -> Record {
        var record = Record(.contact, ["organisation": .number(1), "name": .text("鈴木")])
        for (field, value) in values { record[field] = value }
        return record
    }

    private func changes(_ before: Record?, _ after: Record?) -> [String] {
        let entry = HistoryEntry(
            seq: 1, step: 1, at: 0, actor: "田中", action: .edit, key: RecordKey(.contact, 1), title: "鈴木",
            before: before,
            after: after, isUndone: false)
        return HistoryScreen.changes(of: entry).map(\.field.id)
    }

    @Test func anEditHasTheFieldsThatDiffer() {
        #expect(changes(contact([:]), contact(["phone": .text("092")])) == ["phone"])
        #expect(changes(contact([:]), contact([:])).isEmpty)
    }

    @Test func whatWasAddedOrDeletedHasTheFieldsThatSayAnything() {
        #expect(changes(nil, contact(["phone": .text("092")])) == ["organisation", "name", "phone"])
        #expect(changes(contact([:]), nil) == ["organisation", "name"])
    }

    @Test func erasedTextsHaveNone() { #expect(changes(nil, nil).isEmpty) }

    @Test(arguments: [
        (0.0, 0, "1970-01-01", "00:00"), (0.0, 9 * 3600, "1970-01-01", "09:00"), (-1.0, 0, "1969-12-31", "23:59"),
        (1_763_650_799.9, 9 * 3600, "2025-11-20", "23:59"), (1_763_650_800.0, 9 * 3600, "2025-11-21", "00:00"),
    ])
    func aMomentIsThatOfTheWall(_ seconds: Double, _ offset: Int, _ day: String, _ time: String) {
        let moment = LocalTime(seconds: seconds, offset: offset)
        #expect(moment.day.iso == day && moment.time.text == time)
    }

    @Test func theHistoryOfARecordSaysWhoChangedWhatAndWhatWasTakenBack() throws {
        let desk = try Desk(companies: 0)
        let id = try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("佐藤"))
        let open: [Key] = [.character("/")] + .typed("はじめ") + [.enter]
        let edited = desk.run(open + [.character("e"), .tab] + .typed("ハジメ") + [.control("s"), .character("H")])
        #expect(edited.frame.lines.contains { $0.contains("佐藤") && $0.contains("追加") })
        #expect(edited.frame.lines.contains { $0.contains("田中") && $0.contains("編集") })
        #expect(edited.frame.lines.contains { $0.contains("フリガナ") && $0.contains("– → ハジメ") || $0.contains("→ ハジメ") })
        let undone = desk.run(open + [.character("u"), .character("H")])
        #expect(undone.frame.lines.contains { $0.contains("取消済み") })
        #expect(try desk.store.file(of: id)?.organisation.record.kana == "")
    }
}
