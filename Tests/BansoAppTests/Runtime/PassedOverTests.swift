import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// A step that can't be taken back is said with the reason and what the same key does next.
@Suite struct PassedOverTests {
    private let size = Size(width: 80, height: 24)

    /// Two regions whose notes 田中 wrote, the second of which 森 changed since.
    private func disturbed() throws -> (desk: Desk, first: RecordKey) {
        let desk = try Desk(companies: 0)
        var keys: [RecordKey] = []
        for name in ["筑豊", "島原半島"] {
            keys.append(RecordKey(.region, try desk.store.add(Record(.region, ["name": .text(name)]), by: Actor("田中"))))
        }
        for key in keys { try note("一", on: key, by: "田中", desk) }
        try note("二", on: keys[1], by: "森", desk)
        return (desk, keys[0])
    }

    private func note(_ text: String, on key: RecordKey, by name: String, _ desk: Desk) throws {
        var stored = try #require(try desk.store.record(key))
        stored.record["notes"] = .text(text)
        try desk.store.edit(key, version: stored.version, to: stored.record, by: Actor(name))
    }

    private func foot(_ frame: Canvas) -> String {
        frame.lines.suffix(4).map { $0.trimmingPrefix(" ") }.joined()
    }

    @Test func theReasonIsSaidAndWhatComesNext() throws {
        let (desk, first) = try disturbed()
        let refused = foot(desk.run([.character("u")], size: size).frame)
        #expect(
            refused.contains(
                "編集（島原半島）は、その後に森が変更したため元に戻せません（H で履歴、直すなら編集で）。もう一度 u で、その前の地域の編集（筑豊：メモ）を取り消します"),
            "\(refused)")
        #expect(try desk.store.record(first)?.record["notes"] == .text("一"))
        let undone = foot(desk.run([.character("u")], size: size).frame)
        #expect(undone.contains("地域の編集（筑豊：メモ）を取り消しました"), "\(undone)")
        #expect(try desk.store.record(first)?.record["notes"] == .text(""))
    }

    @Test func plainModeSaysTheSame() throws {
        let (desk, _) = try disturbed()
        let talk = Conversation(
            reader: desk.store, writer: desk.store, context: desk.context(.en, size: size), drafts: nil)
        let said = talk.hear("u").joined(separator: "\n")
        #expect(said.contains("; u again undoes the one before it: edit of region (筑豊: notes)"), "\(said)")
    }

    @Test func whereNothingIsLeftBelowOnlyTheReasonIsSaid() throws {
        let context = try Desk(companies: 0).context(.ja, size: size)
        let error = DeskError.undoRefused(action: .edit, name: "筑豊", by: "森")
        let said = PageActions.effects(for: .passedOver(error, next: nil), .undo, context)
        #expect(said == [.say(Message(.error, error.text.ja))])
        let next = UndoReceipt(action: .arrive, name: "有明食品")
        let door = PageActions.effects(for: .passedOver(error, next: next), .undoAtDoor(event: 1), context)
        #expect(door == [.say(Message(.error, error.text.ja + "。もう一度 Ctrl-_ で、その前の受付（有明食品）を取り消します"))])
        let again = PageActions.effects(for: .passedOver(error, next: next), .redo, context)
        #expect(again == [.say(Message(.error, error.text.ja + "。もう一度 Ctrl-R で、その次の受付（有明食品）をやり直します"))])
    }
}
