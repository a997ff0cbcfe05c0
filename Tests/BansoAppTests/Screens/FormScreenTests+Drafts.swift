import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What was typed and not saved.
extension FormScreenTests {
    @Test func aDraftWaitsWhereItBelongsAndIsGoneWhenItIsSaved() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let keeper = MemoryDrafts()
        let open: [Key] = [.character("/")] + .typed("はじめ") + [.enter]
        let form: [Key] = [.character("n"), .character("l")]
        let left = run(desk, open + form + .typed("鈴木一郎") + [.escape], drafts: keeper)
        #expect(left.last!.contains("下書きを残しました"))
        #expect(left.contains { $0.contains("連絡先の登録") && $0.contains("Enter で続きから") })
        #expect(keeper.drafts.map { $0.texts["contact.name"] } == ["鈴木一郎"])
        // Another day: it is where the page of the day begins, and from there one goes on
        let today = run(desk, [], drafts: keeper)
        #expect(today.contains { $0.contains("連絡先の登録") && $0.contains("鈴木一郎") })
        let again = run(desk, [.enter], drafts: keeper)
        #expect(again.contains { $0.contains("下書きの続き") } && again.contains { $0.contains("鈴木一郎") })
        // Or where one begins with another page, it is told of
        let terminal = ScriptedTerminal(size: Size(width: 120, height: 40))
        App(
            terminal: terminal, reader: desk.store, writer: desk.store,
            context: desk.context(.ja, size: terminal.size), drafts: keeper, start: .overview
        ).run()
        #expect(terminal.frame.lines.last!.contains("下書きが1件あります"))
        let saved = run(desk, [.enter, .control("s")], drafts: keeper)
        #expect(saved.last!.contains("連絡先を保存しました") && keeper.drafts.isEmpty)
        #expect(try desk.store.record(RecordKey(.contact, 1))?.record["name"] == .text("鈴木一郎"))
    }

    /// The telephone rings while a form is not finished: the next one is another's.
    @Test func aNewOneBeginsEmptyWhileADraftWaitsAndBothAreKept() throws {
        let desk = try Desk(companies: 0)
        let keeper = MemoryDrafts()
        let new: [Key] = [.character("n"), .character("o")]
        _ = run(desk, new + .typed("株式会社甲") + [.escape], drafts: keeper)
        let second = run(desk, new, drafts: keeper)
        #expect(second.contains { $0.contains("下書き「株式会社甲」があります（Ctrl-O で開く）") }, "\(second)")
        #expect(second.contains { $0.contains("名称 *") }, "empty")
        _ = run(desk, new + .typed("株式会社乙") + [.escape], drafts: keeper)
        let today = run(desk, [], drafts: keeper)
        #expect(today.contains { $0.contains("株式会社甲") } && today.contains { $0.contains("株式会社乙") })
        // From one to the next, and after the last another new one
        let opened = run(desk, new + [.control("o")], drafts: keeper)
        #expect(opened.contains { $0.contains("名称   株式会社甲") } && opened.contains { $0.contains("下書きの続き") })
        let next = run(desk, [.enter, .control("o")], drafts: keeper)
        #expect(next.contains { $0.contains("名称   株式会社乙") })
        let third = run(desk, [.enter, .control("o"), .control("o")] + .typed("株式会社丙"), drafts: keeper)
        #expect(third.contains { $0.contains("名称   株式会社丙") } && keeper.drafts.count == 3)
        // What is typed before another one is opened is kept as well
        let texts = Set(keeper.drafts.map { $0.texts["organisation.name"] })
        #expect(texts == ["株式会社甲", "株式会社乙", "株式会社丙"])
        _ = run(desk, [.enter, .control("s")], drafts: keeper)
        #expect(keeper.drafts.map { $0.texts["organisation.name"] } == ["株式会社乙", "株式会社丙"])
    }

    /// Where a form is about somebody in particular it goes on from its draft; another one is at hand.
    @Test func aDraftAboutSomebodyGoesOnAndAnotherCanBeBegun() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let keeper = MemoryDrafts()
        let form: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("n"), .character("l")]
        _ = run(desk, form + .typed("鈴木") + [.escape], drafts: keeper)
        let again = run(desk, form, drafts: keeper)
        #expect(again.contains { $0.contains("下書きの続き") } && again.last!.contains("Ctrl-O 別に新規"))
        _ = run(desk, form + [.control("o")] + .typed("佐藤") + [.escape], drafts: keeper)
        #expect(keeper.drafts.map { $0.texts["contact.name"] } == ["鈴木", "佐藤"])
    }

    /// Two programs of one person, both cut off in one form: the second draft is offered as soon as the first is saved.
    @Test func aDraftThatWaitedIsOfferedWhenItsFormIsFree() throws {
        let desk = try Desk(companies: 0)
        let keeper = MemoryDrafts()
        let form: [Key] = [.character("n"), .character("o")]
        func left(_ name: String) -> Draft? {
            keeper.drafts = []
            _ = run(desk, form + .typed(name) + [.escape], drafts: keeper)
            return keeper.drafts.first
        }
        let second = try #require(left("ふたつめ"))
        let first = try #require(left("ひとつめ"))
        for end in [[Key.control("u")] + .typed("ひとつめ社") + [.control("s")], [.control("x"), .escape]] {
            (keeper.drafts, keeper.waiting) = ([first], [second])
            let today = run(desk, [.enter] + end + [.character("t")], drafts: keeper)
            #expect(today.contains { $0.contains("ふたつめ") }, "\(today)")
            #expect(keeper.drafts == [second] && keeper.waiting.isEmpty)
        }
        // While the form is open, what is typed in it is one's own: the other waits, whatever lies on top of it
        (keeper.drafts, keeper.waiting) = ([first], [second])
        _ = run(desk, [.enter, .control("x")], drafts: keeper)
        #expect(keeper.drafts.isEmpty && keeper.waiting == [second])
    }

    @Test func aDraftOverARecordThatChangedMeanwhileIsAConflictNotAnOverwrite() throws {
        let desk = try Desk(companies: 0)
        let key = RecordKey(.organisation, try company(desk))
        let keeper = MemoryDrafts()
        let edit: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("e")]
        _ = run(desk, edit + [.tab] + .typed("ハジメ") + [.escape], drafts: keeper)
        // Somebody else gives it another reading before the draft is taken up again
        let stored = try #require(try desk.store.record(key))
        var theirs = stored.record
        theirs["kana"] = .text("ハジメショウジ")
        try desk.store.edit(key, version: stored.version, to: theirs, by: Actor("佐藤"))
        let conflict = run(desk, edit + [.control("s")], drafts: keeper)
        #expect(conflict.contains { $0.contains("佐藤がこの記録を先に保存しました") })
        #expect(conflict.contains { $0.contains("フリガナ") && $0.contains("ハジメショウジ") })
        #expect(try desk.store.record(key)?.record["kana"] == .text("ハジメショウジ"), "nothing is overwritten")
        _ = run(desk, edit + [.control("s"), .character("h"), .control("s")], drafts: keeper)
        #expect(try desk.store.record(key)?.record["kana"] == .text("ハジメ"))
        #expect(keeper.drafts.isEmpty)
    }

    @Test func whatWasEmptiedAgainIsNoDraft() throws {
        let desk = try Desk(companies: 0)
        var (form, context) = try screen(FormRequest(.talent), desk)
        #expect(form.draft == nil)
        #expect(form.update(.action(.close), context) == [.close, .forgetDraft(form.request)])
        try press(.typed("山"), &form, desk, context)
        #expect(form.draft?.texts["talent.name"] == "山" && form.draft?.base == nil)
        #expect(form.update(.action(.close), context).first == .close)
        #expect(!form.update(.action(.close), context).contains(.forgetDraft(form.request)))
        try press([.backspace], &form, desk, context)
        #expect(form.draft == nil)
        #expect(form.update(.action(.close), context) == [.close, .forgetDraft(form.request)])
    }

    @Test func aRecordThatIsGoneIsSaidAndWhatWasTypedIsKept() throws {
        let desk = try Desk(companies: 0)
        let (gone, context) = try screen(FormRequest(.contact, record: 99), desk)
        #expect(gone.refusal(of: .save, context)?.ja == "この記録は削除されました")
        // Deleted while it was edited: saving tells, and what was typed stays in sight and on disk
        let id = try company(desk)
        let key = RecordKey(
            .contact,
            try desk.store.add(
                Record(.contact, ["organisation": .number(id), "name": .text("鈴木")]), by: Actor("田中")))
        var (form, _) = try screen(.edit(key), desk)
        try press([.tab] + .typed("一郎"), &form, desk, context)
        guard case .write(let write)? = form.update(.action(.save), context).first else {
            Issue.record("nothing is saved")
            return
        }
        #expect(form.update(.action(.save), context).isEmpty, "not twice while the first is under way")
        try desk.store.delete(key, version: 1, by: Actor("佐藤"))
        _ = form.update(.written(write, .failed(.stale(what: key.kind.label))), context)
        try form.load(from: desk.store, context)
        #expect(form.isGone && form.refusal(of: .save, context)?.ja.hasPrefix("この記録は削除されました") == true)
        #expect(form.lines(context).contains { $0.contains("一郎") })
        let before = form
        _ = form.update(.key(.character("x")), context)
        #expect(form.form == before.form)
        let draft = try #require(form.draft)
        #expect(!form.update(.action(.close), context).contains(.forgetDraft(form.request)))
        // It is there again when it is opened from the draft
        var again = FormScreen(.edit(key), draft: draft)
        try again.load(from: desk.store, context)
        #expect(again.isGone && again.draft?.texts == draft.texts)
        // Somebody takes the deletion back: the form goes on, with a comparison where there is something to compare
        _ = try desk.store.undo(by: Actor("佐藤"))
        for var form in [form, again] {
            try form.load(from: desk.store, context)
            #expect(!form.isGone && form.refusal(of: .save, context) == nil)
            guard case .write(let write)? = form.update(.action(.save), context).first else {
                Issue.record("nothing is saved")
                return
            }
            _ = form.update(.written(write, .failed(.stale(what: key.kind.label))), context)
            try form.load(from: desk.store, context)
            #expect(form.conflict?.isSettled == true)
        }
    }

    @Test func whatIsSavedIsNoDraftOnTheCompanysPageEither() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let keeper = MemoryDrafts()
        let form: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("n"), .character("l")]
        let saved = run(
            desk, form + .typed("鈴木") + [.escape, .character("n"), .character("l"), .control("s")], drafts: keeper)
        #expect(saved.last!.contains("保存しました") && !saved.contains { $0.contains("で続きから") })
    }

    /// Also what a form inside it made is kept before the next key.
    @Test func whatWasMadeInsideAFieldIsInTheDraft() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let keeper = MemoryDrafts()
        let open: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("c"), .tab, .tab, .tab, .tab]
        _ = run(desk, open + [.control("u")] + .typed("迫田誠") + [.down, .enter], drafts: keeper)
        let made = try #require(try desk.store.search(SearchQuery("迫田誠", kinds: [.coordinator], limit: 1)).first)
        #expect(keeper.drafts.first?.texts["consultation.coordinator"] == "#\(made.key.id) 迫田誠")
    }
}
