import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// A form from its first key to the saved record.
@Suite struct FormScreenTests {
    private func run(_ desk: Desk, _ keys: [Key], drafts: MemoryDrafts) -> [String] {
        let terminal = ScriptedTerminal(size: Size(width: 120, height: 40), keys: keys)
        App(
            terminal: terminal, reader: desk.store, writer: desk.store,
            context: desk.context(.ja, size: terminal.size), drafts: drafts
        ).run()
        return terminal.frame.lines
    }

    private func company(_ desk: Desk, _ name: String = "株式会社はじめ") throws -> Int64 {
        try desk.store.add(Organisation(name: name, prefecture: Prefecture(code: 40)), by: Actor("田中")).value
    }

    @Test func aCompanyIsCompletedAndANewOneIsMadeFromWithinTheField() throws {
        let desk = try Desk(companies: 0)
        let known = try company(desk)
        let form: [Key] = [.character("n"), .character("p")]
        let rest: [Key] = .typed("a1-3") + [.enter, .character("1"), .tab] + .typed("経理") + [.control("s")]
        desk.run(form + .typed("はじ") + [.enter] + rest)
        #expect(try desk.store.record(RecordKey(.posting, 1))?.record["organisation"] == .number(known))
        // Nobody of that name: the last line makes one, its form is filled with the name, and leads back
        let inside = desk.run(form + .typed("有限会社みなみ") + [.enter]).frame.lines
        #expect(inside.contains { $0.contains("企業の登録") } && inside.contains { $0.contains("有限会社みなみ") })
        desk.run(form + .typed("有限会社みなみ") + [.enter, .control("s")] + rest)
        let posting = try #require(try desk.store.record(RecordKey(.posting, 2)))
        let made = try #require(try desk.store.search("みなみ", limit: 1).first)
        #expect(posting.record["organisation"] == .number(made.key.id))
    }

    @Test func aNameAloneMakesACoordinatorWithoutAnotherForm() throws {
        let desk = try Desk(companies: 0)
        let id = try company(desk)
        let keys: [Key] =
            [.character("/")] + .typed("はじめ") + [.enter, .character("c"), .tab, .tab, .tab, .tab, .control("u")]
            + .typed("迫田誠")
        // Enter alone goes on: nobody is made by a slip of it.
        desk.run(keys + [.enter, .control("s")])
        #expect(try desk.store.coordinators().map(\.record.name) == ["田中"])
        desk.run(keys + [.down, .enter, .control("s")])
        let booked = try #require(try desk.store.file(of: OrganisationID(id))?.consultations.first)
        #expect(booked.coordinatorName == "迫田誠")
    }

    @Test func whatMakesNoSenseIsNotAsked() throws {
        let desk = try Desk(companies: 0)
        let form: [Key] = [.character("n"), .character("e")]
        #expect(!desk.run(form).frame.lines.contains { $0.contains("ツール") })
        let online = desk.run(form + Array(repeating: .tab, count: 6) + [.character("2")]).frame.lines
        #expect(online.contains { $0.contains("ツール") && $0.contains("Microsoft Teams") })
        // Only B1 tells its events apart
        #expect(!desk.run(form + .typed("A1-1") + [.enter]).frame.lines.contains { $0.contains("種別") })
        #expect(desk.run(form + .typed("B1") + [.enter]).frame.lines.contains { $0.contains("種別") })
    }

    @Test func whatIsNotAskedAnyMoreIsNotSaved() throws {
        let desk = try Desk(companies: 0)
        let form: [Key] = [.character("n"), .character("e")]
        let tracked = form + .typed("B1") + [.enter, .character("1"), .tab] + .typed("普及") + [.tab] + .typed("11/4")
        desk.run(tracked + [.backTab, .backTab, .backTab, .control("u")] + .typed("A1-1") + [.enter, .control("s")])
        let event = try #require(try desk.store.record(RecordKey(.event, 1))?.record)
        #expect(event["activity"] == .text("A1-1") && event["track"] == .none)
    }

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

    @Test func allThatIsWrongAmongTheFieldsOfAnEventIsMarkedAtOnce() throws {
        let desk = try Desk(companies: 0)
        let texts = ["副業", "2026-01-10", "15:00", "14:00"]
        var keys: [Key] = [.character("n"), .character("e")] + .typed("A1-1") + [.enter]
        for text in texts { keys += .typed(text) + [.tab] }
        keys += [.character("2"), .tab, .character("2"), .control("s")]
        let lines = desk.run(keys).frame.lines
        #expect(lines.contains { $0.contains("開始より後の時刻にしてください") })
        #expect(lines.contains { $0.contains("はまだ先の日付です") })
        #expect(lines.contains { $0.contains("Microsoft Teams か Cisco") })
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

    @Test func aConsultationThatIsStillToComeOrADueDateForNothingIsRefused() throws {
        let desk = try Desk(companies: 0)
        let id = OrganisationID(try company(desk))
        let open: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("c")]
        let ahead = desk.run(open + [.control("u")] + .typed("+1d") + [.control("s")]).frame.lines
        #expect(ahead.contains { $0.contains("まだ先の日付です") })
        // The due date is the last field
        let due = desk.run(open + [.backTab] + .typed("+3d") + [.control("s")]).frame.lines
        #expect(due.contains { $0.contains("期限だけでは何をするか分かりません") })
        #expect(try desk.store.file(of: id)?.consultations.isEmpty == true)
        desk.run(open + [.backTab, .backTab] + .typed("電話") + [.tab] + .typed("+3d") + [.control("s")])
        #expect(try desk.store.file(of: id)?.consultations.count == 1)
    }

    @Test func savingWhatNobodyChangedWritesNothing() throws {
        let desk = try Desk(companies: 0)
        let key = RecordKey(.organisation, try company(desk))
        let edit: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("e")]
        let saved = desk.run(edit + [.control("s")]).frame.lines
        #expect(saved.last!.contains("変更はありません"))
        #expect(try desk.store.record(key)?.version == 1)
        desk.run(edit + [.tab] + .typed("ハジメ") + [.control("s")])
        #expect(try desk.store.record(key)?.version == 2)
    }

    @Test func whatIsAddedFromAnywhereIsLookedAtNext() throws {
        let desk = try Desk(companies: 0)
        let lines = desk.run([.character("n"), .character("o")] + .typed("南食品") + [.control("s")]).frame.lines
        #expect(lines.contains { $0.contains("南食品") && !$0.contains("登録") })
        #expect(lines.last!.contains("保存しました"))
        // So the first consultation is one key away
        let form = desk.run([.character("n"), .character("o")] + .typed("北食品") + [.control("s"), .character("c")])
        #expect(form.frame.lines.contains { $0.contains("北食品") && $0.contains("1/3") || $0.contains("3回のうち1回目") })
    }

    @Test func pastedTextIsOneStepAndNeverACommand() throws {
        let desk = try Desk(companies: 0)
        let form: [Key] = [.character("n"), .character("t")]
        let pasted = desk.run(form + .typed("山") + [.paste("田\u{1B}qq\n\u{13}花子")]).frame.lines
        #expect(pasted.contains { $0.contains("人材の登録") } && pasted.contains { $0.contains("山田qq 花子") })
        let undone = desk.run(form + .typed("山") + [.paste("田花子"), .control("_")]).frame.lines
        #expect(!undone.contains { $0.contains("田花子") } && undone.contains { $0.contains("山") })
    }

    private func screen(_ request: FormRequest, _ desk: Desk, draft: Draft? = nil) throws -> (FormScreen, Context) {
        let context = desk.context(.ja, size: Size(width: 120, height: 40))
        var screen = FormScreen(request, draft: draft)
        try screen.load(from: desk.store, context)
        return (screen, context)
    }

    private func press(_ keys: [Key], _ screen: inout FormScreen, _ desk: Desk, _ context: Context) throws {
        for key in keys {
            _ = screen.update(.key(key), context)
            try screen.load(from: desk.store, context)
        }
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

    @Test func aRefusedSaveCanBeTriedAgain() throws {
        let desk = try Desk(companies: 0)
        var (form, context) = try screen(FormRequest(.talent), desk)
        try press(.typed("山田"), &form, desk, context)
        guard case .write(let write)? = form.update(.action(.save), context).first else {
            Issue.record("nothing is saved")
            return
        }
        _ = form.update(.written(write, .failed(.busy(path: "x.db"))), context)
        #expect(form.failure == .busy(path: "x.db") && form.draft != nil)
        #expect(form.update(.action(.save), context) == [.write(write)])
        #expect(form.failure == nil)
    }

    @Test func aConflictIsDecidedOrLeftForTheFormAndAThirdPersonIsAskedAboutToo() throws {
        let desk = try Desk(companies: 0)
        let key = RecordKey(.organisation, try company(desk))
        var (form, context) = try screen(.edit(key), desk)
        func theirs(_ kana: String) throws {
            guard let stored = try desk.store.record(key) else { return }
            var record = stored.record
            record["kana"] = .text(kana)
            try desk.store.edit(key, version: stored.version, to: record, by: Actor("佐藤"))
        }
        func save() throws {
            guard case .write(let write)? = form.update(.action(.save), context).first else {
                Issue.record("nothing is saved")
                return
            }
            do {
                let outcome = try write.perform(on: desk.store, by: context.actor, today: context.today)
                _ = form.update(.written(write, outcome), context)
            } catch let error as DeskError {
                _ = form.update(.written(write, .failed(error)), context)
            }
            try form.load(from: desk.store, context)
        }
        try press([.tab] + .typed("ハジメ"), &form, desk, context)
        try theirs("イチ")
        try save()
        #expect(form.conflict?.theirs.version == 2 && !form.takesText)
        #expect(form.refusal(of: .save, context) == Conflict.undecided)
        #expect(form.update(.action(.save), context).isEmpty, "not before it is decided")
        // Esc leads back to what was typed, and saving compares again
        #expect(form.update(.action(.close), context).isEmpty)
        try form.load(from: desk.store, context)
        #expect(form.conflict == nil && form.takesText)
        #expect(form.form?.fields[1].editor.text == "ハジメ")
        form = try screen(.edit(key), desk, draft: form.draft).0
        try save()
        _ = form.update(.action(.left), context)
        #expect(form.refusal(of: .save, context) == nil)
        // Meanwhile somebody saved once more
        try theirs("ニ")
        try save()
        #expect(form.conflict?.theirs.version == 3 && form.conflict?.isSettled == false)
        _ = form.update(.action(.left), context)
        try save()
        #expect(try desk.store.record(key)?.record["kana"] == .text("ハジメ"))
    }

    /// Nothing is written, and nothing offered to be taken back, where what they saved stays as it is.
    @Test func theirsKeptThroughoutIsNoWriteOfMine() throws {
        let desk = try Desk(companies: 0)
        let key = RecordKey(.organisation, try company(desk))
        var (form, context) = try screen(.edit(key), desk)
        try press([.tab] + .typed("ハジメ"), &form, desk, context)
        var record = try #require(try desk.store.record(key)?.record)
        record["kana"] = .text("イチ")
        try desk.store.edit(key, version: 1, to: record, by: Actor("佐藤"))
        guard case .write(let write)? = form.update(.action(.save), context).first else {
            Issue.record("nothing is saved")
            return
        }
        _ = form.update(.written(write, .failed(.stale(what: key.kind.label))), context)
        try form.load(from: desk.store, context)
        _ = form.update(.action(.right), context)
        let effects = form.update(.action(.save), context)
        let kept = Message(.hint, "佐藤の値のままにしました。変更はありません")
        #expect(effects == [.close, .forgetDraft(form.request), .say(kept)])
    }

    @Test func aConsultationBeginsWithOneselfAndNotWithWhoIsCalledAlmostSo() throws {
        let desk = try Desk(companies: 0)
        _ = try desk.store.add(Record(.coordinator, ["name": .text("田中一郎")]), by: Actor("佐藤"))
        let id = try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("佐藤"))
        func coordinator() throws -> FormField? {
            try screen(.add(.consultation, to: id), desk).0.form?.fields.first { $0.field.id == "coordinator" }
        }
        #expect(try coordinator()?.isEmpty == true)
        let own = try desk.store.add(Record(.coordinator, ["name": .text("田中")]), by: Actor("佐藤"))
        #expect(try coordinator()?.reference == RecordKey(.coordinator, own))
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

    @Test func theVerdictForgetsWhatIsNotAskedAnyMore() throws {
        let desk = try Desk(companies: 0)
        let id = OrganisationID(try company(desk))
        var (form, context) = try screen(.add(.eligibilityCheck, to: id), desk)
        // A company above both limits, then a sole proprietor with few employees: the capital means nothing
        try press(
            [.tab, .tab, .character("4"), .tab] + .typed("60000000") + [.tab] + .typed("50"), &form, desk, context)
        try press([.backTab, .backTab, .backTab, .character("2")], &form, desk, context)
        #expect(form.lines(context).contains { $0.contains("判定：適格（小売業（飲食店を含む）：従業員50人以下") })
        try press([.character("3")], &form, desk, context)
        #expect(form.lines(context).contains { $0.contains("未確認：主に中小企業の振興") })
    }

    @Test func whatIsNeededHasAStarAndWhatIsWrongIsSaidOnceItIsLeft() throws {
        let desk = try Desk(companies: 0)
        var (form, context) = try screen(FormRequest(.event), desk)
        func line(_ text: String) -> String { form.lines(context).first { $0.contains(text) } ?? "" }
        #expect(line("テーマ").contains("*") && !line("会場").contains("*"))
        try press([.tab] + .typed("副業") + [.tab] + .typed("2/3"), &form, desk, context)
        #expect(!line("テーマ").contains("*"))
        try press(.typed("0"), &form, desk, context)
        #expect(!form.lines(context).contains { $0.contains("日付ではありません") }, "half a date is no mistake yet")
        try press([.tab], &form, desk, context)
        #expect(form.lines(context).contains { $0.contains("日付ではありません") })
    }

    @Test func whatIsWrongIsSaidWhereThereIsLittleRoomToo() throws {
        let desk = try Desk(companies: 0)
        var (form, context) = try screen(FormRequest(.event), desk)
        context.size = Size(width: 80, height: 24)
        try press([.tab, .tab] + .typed("2/30") + [.tab, .tab], &form, desk, context)
        #expect(form.lines(context).contains { $0.contains("日付ではありません") })
    }

    @Test func aFormThatDoesNotFitScrollsAndItsListIsWhereThereIsRoom() throws {
        let desk = try Desk(companies: 0)
        _ = try desk.store.add(Record(.region, ["name": .text("筑豊地域")]), by: Actor("田中"))
        var (form, context) = try screen(FormRequest(.event), desk)
        context.size = Size(width: 60, height: 12)
        while form.form?.focused?.field.id != "region" { try press([.tab], &form, desk, context) }
        try press(.typed("筑"), &form, desk, context)
        let frame = form.lines(context)
        let field = try #require(
            frame.firstIndex { $0.contains("地域") && $0.contains("筑") && !$0.contains("新しい") && !$0.contains("筑豊") })
        #expect(frame.contains { $0.contains("筑豊地域") } && frame.contains { $0.contains("新しい地域") })
        let list = try #require(frame.firstIndex { $0.contains("新しい地域") })
        #expect(list < field && frame.last == "", "above, where there is no room below")
        // The fifth of many choices is in sight too
        while form.form?.focused?.field.id != "status" { try press([.tab], &form, desk, context) }
        context.size = Size(width: 30, height: 12)
        try press([.character("3")], &form, desk, context)
        #expect(form.lines(context).contains { $0.contains("中止") })
    }

    @Test func theVerdictFollowsTheAnswersWhileTheyAreGiven() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let open: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("n"), .character("q")]
        func headline(_ keys: [Key]) -> String {
            desk.run(open + keys).frame.lines.first { $0.contains("判定") } ?? ""
        }
        #expect(headline([]).contains("業種区分が未確認"))
        let size: [Key] = [.tab, .tab, .character("4"), .tab] + .typed("60000000") + [.tab]
        #expect(headline(size).contains("従業員数が未確認"))
        #expect(headline(size + .typed("51")).contains("大企業"))
        let small = size + .typed("50")
        #expect(headline(small).contains("1/2以上"))
        #expect(headline(small + [.tab, .character("1")]).contains("みなし大企業"))
        #expect(
            headline(small + [.tab, .character("3"), .tab, .character("2"), .tab, .character("2")]).contains("判定：適格"))
    }
}
