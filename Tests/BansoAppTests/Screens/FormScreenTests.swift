import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// A form from its first key to the saved record.
@Suite struct FormScreenTests {
    func run(_ desk: Desk, _ keys: [Key], drafts: MemoryDrafts) -> [String] {
        let terminal = ScriptedTerminal(size: Size(width: 120, height: 40), keys: keys)
        App(
            terminal: terminal, reader: desk.store, writer: desk.store,
            context: desk.context(.ja, size: terminal.size), drafts: drafts
        ).run()
        return terminal.frame.lines
    }

    func company(_ desk: Desk, _ name: String = "株式会社はじめ") throws -> Int64 {
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

    @Test func anEventThatSomebodyCameToIsNotPutOff() throws {
        let desk = try Desk(companies: 0)
        let event = Record(
            .event, ["activity": .text("A1-1"), "theme": .text("副業"), "date": .day(Desk.day + -6)])
        let key = RecordKey(.event, try desk.store.add(event, by: Actor("森")))
        let postpone: [Key] =
            [.character("/")] + .typed("副業") + [.enter, .character("e"), .tab, .tab, .control("u")] + .typed("+3d")
            + [.control("s")]
        let guest = Record(.attendance, ["event": .number(key.id), "organisation": .number(try company(desk))])
        let attendance = RecordKey(.attendance, try desk.store.add(guest, by: Actor("森")))
        let lines = desk.run(postpone).frame.lines
        #expect(lines.contains { $0.contains("参加の記録があります") }, "\(lines.joined(separator: "\n"))")
        #expect(try desk.store.record(key)?.record["date"] == .day(Desk.day + -6))
        // Without anybody's presence it is.
        try desk.store.delete(attendance, version: 1, by: Actor("森"))
        _ = desk.run(postpone)
        #expect(try desk.store.record(key)?.record["date"] == .day(Desk.day + 3))
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

    func screen(_ request: FormRequest, _ desk: Desk, draft: Draft? = nil) throws -> (FormScreen, Context) {
        let context = desk.context(.ja, size: Size(width: 120, height: 40))
        var screen = FormScreen(request, draft: draft)
        try screen.load(from: desk.store, context)
        return (screen, context)
    }

    func press(_ keys: [Key], _ screen: inout FormScreen, _ desk: Desk, _ context: Context) throws {
        for key in keys {
            _ = screen.update(.key(key), context)
            try screen.load(from: desk.store, context)
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
        // The fields are out of sight: a key without a meaning here types nothing into them
        for key in [Key].typed("本H") { #expect(form.update(.key(key), context).isEmpty) }
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
