import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What makes typed text a draft, and how it is taken away and brought back.
@Suite struct DraftedFormTests {
    private let context = Context(
        catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar, actor: Actor("田中"))
    private let base = Record(.contact, ["organisation": .number(3), "name": .text("鈴木")])

    private func blank(_ name: String = "鈴木") -> DraftedForm.Contents {
        let kind = RecordKind.contact
        var field = FormField(kind.fields[kind.index(of: "name")!], of: kind, context)
        field.fill(name)
        return DraftedForm.Contents(form: Form([field]), base: base, version: 2)
    }

    private let request = FormRequest(.contact, record: 7)

    private func press(_ keys: [Key], _ drafted: inout DraftedForm) {
        for key in keys { _ = drafted.now.form.press(key, width: 40, .ja) }
    }

    @Test func onlyWhatIsTypedIsADraft() {
        var drafted = DraftedForm(request, blank: blank())
        #expect(!drafted.isTyped && drafted.draft(about: "鈴木") == nil)
        #expect(drafted.leave(context) == [.close, .forgetDraft(request)])
        press([.character("一")], &drafted)
        let draft = drafted.draft(about: "鈴木")
        #expect(draft?.base == base && draft?.version == 2 && draft?.subject == "鈴木")
        #expect(draft?.texts == ["contact.name": "鈴木一"])
        #expect(!drafted.leave(context).contains(.forgetDraft(request)))
        press([.backspace], &drafted)
        #expect(drafted.draft(about: "鈴木") == nil, "taken back by hand")
    }

    @Test func aDraftIsComparedWithWhatItWasTypedOver() {
        var old = base
        old["name"] = .text("佐藤")
        let draft = Draft(request: request, base: old, version: 1, texts: ["contact.name": "佐藤一"])
        let drafted = DraftedForm(request, blank: blank(), draft: draft)
        #expect(drafted.isFromDraft && drafted.isTyped)
        #expect(drafted.now.base == old && drafted.now.version == 1)
    }

    @Test func discardingTwiceChangesNothing() {
        var drafted = DraftedForm(request, blank: blank())
        let empty = drafted.discard()
        #expect(!empty && drafted.bindings.count == 1)
        press([.character("一")], &drafted)
        let before = drafted.now
        let away = drafted.discard()
        #expect(away && !drafted.isTyped && drafted.now == blank())
        #expect(drafted.bindings.map(\.label.ja) == ["戻る", "消した入力を戻す"])
        let back = drafted.discard()
        #expect(back && drafted.now == before && drafted.discarded == nil)
        #expect(drafted.bindings.map(\.label.ja) == ["下書きにして戻る", "入力を消す"])
    }
}
