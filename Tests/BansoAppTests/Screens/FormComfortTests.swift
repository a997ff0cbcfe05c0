import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What makes a form forgiving: suggestions, fields that say early what is wrong, a way back from everything.
@Suite struct FormComfortTests {
    private let small = Size(width: 80, height: 24)
    private let toForm: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("c")]

    private func desk() throws -> (desk: Desk, company: OrganisationID) {
        let desk = try Desk(companies: 0)
        let id = try desk.store.add(
            Organisation(name: "株式会社はじめ", prefecture: Prefecture(code: 40)), by: Actor("田中"))
        return (desk, id)
    }

    private func run(_ desk: Desk, _ keys: [Key], _ keeper: MemoryDrafts, today: Day = Desk.day) -> [String] {
        let terminal = ScriptedTerminal(size: small, keys: keys)
        App(
            terminal: terminal, reader: desk.store, writer: desk.store,
            context: desk.context(.ja, size: small, today: today), drafts: keeper
        ).run()
        return terminal.frame.lines
    }

    @Test func theFirstLetterReplacesWhatWasSuggested() throws {
        let (desk, id) = try desk()
        desk.run(toForm + .typed("11/4") + [.control("s")])
        #expect(try desk.store.file(of: id)?.consultations.map(\.listed.record.date) == [Day(2025, 11, 4)!])
        // Who moves in it first wants to change it.
        desk.run(toForm + [.left, .backspace] + .typed("1") + [.control("s")])
        #expect(try desk.store.file(of: id)?.consultations.last?.listed.record.date == Day(2025, 11, 10)!)
        // What a record says is not replaced.
        let edit: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("e")]
        desk.run(edit + .typed("X") + [.control("s")])
        #expect(try desk.store.file(of: id)?.organisation.record.name == "株式会社はじめX")
    }

    @Test func aNameInADraftThatNobodyHasIsNotTheOneThatWasSuggested() throws {
        let (desk, id) = try desk()
        let keeper = MemoryDrafts()
        // The first consultation makes the one who is at the desk a coordinator, who is suggested from then on.
        _ = run(desk, toForm + [.control("s")], keeper)
        _ = run(desk, toForm + [.tab, .tab, .tab, .tab] + .typed("山本") + [.escape], keeper)
        let again = run(desk, toForm + [.control("s")], keeper)
        #expect(again.contains { $0.contains("山本") } && again.last!.contains("! 印の付いた項目を直すと"))
        #expect(try desk.store.file(of: id)?.consultations.count == 1)
    }

    @Test func aFieldThatIsLeftSaysWhatIsWrongWithIt() throws {
        let (desk, _) = try desk()
        let terminal = desk.run(toForm + .typed("8/55") + [.tab], size: small)
        let row = try #require(terminal.frame.lines.firstIndex { $0.contains("8/55") })
        #expect(terminal.frame.row(row).contains { $0.style.role == .error })
        let fine = desk.run(toForm + .typed("8/5") + [.tab], size: small)
        let other = try #require(fine.frame.lines.firstIndex { $0.contains("8/5") })
        #expect(!fine.frame.row(other).contains { $0.style.role == .error })
    }

    @Test func savingMarksAllThatIsWrong() throws {
        let (desk, _) = try desk()
        let lines = desk.run(
            toForm + .typed("8/55") + [.backTab] + .typed("9/99") + [.control("s")],
            size: Size(width: 120, height: 40)
        ).frame.lines
        #expect(lines.contains { $0.contains("「8/55」は日付ではありません") })
        #expect(lines.contains { $0.contains("「9/99」は日付ではありません") })
    }

    @Test func whatWasTypedIsDiscardedAndBroughtBack() throws {
        let (desk, id) = try desk()
        let keeper = MemoryDrafts()
        let typed: [Key] = toForm + .typed("11/4")
        let gone = run(desk, typed + [.control("x")], keeper)
        #expect(!gone.contains { $0.contains("11/4") } && gone.last!.contains("消した入力を戻す"))
        _ = run(desk, typed + [.control("x"), .escape], keeper)
        #expect(keeper.drafts.isEmpty)
        _ = run(desk, typed + [.control("x"), .control("x"), .control("s")], keeper)
        #expect(try desk.store.file(of: id)?.consultations.first?.listed.record.date == Day(2025, 11, 4)!)
    }

    @Test func whatWasTypedAndTakenBackIsNoDraft() throws {
        let (desk, _) = try desk()
        let keeper = MemoryDrafts()
        let form: [Key] = [.character("n"), .character("g")]
        _ = run(desk, form + .typed("北"), keeper)
        #expect(keeper.drafts.map { $0.texts["region.name"] } == ["北"])
        _ = run(desk, [.enter, .backspace], keeper)
        #expect(keeper.drafts.isEmpty)
    }

    @Test func aNextActionIsAskedForWhereItWasAskedFor() throws {
        let (desk, id) = try desk()
        desk.run(toForm + [.control("s")])
        let open: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("a")]
        let lines = desk.run(open).frame.lines
        #expect(lines[1].contains("次の対応") && !lines.contains { $0.contains("派遣側") })
        desk.run(open + .typed("見積を送る") + [.tab] + .typed("+3d") + [.control("s")])
        let action = try desk.store.file(of: id)?.entries.first?.record.nextAction
        #expect(action == NextAction(text: "見積を送る", due: Desk.day + 3))
    }

    @Test func aConsultationIsLoggedFromAnywhereWithItsCompanyPicked() throws {
        let (desk, id) = try desk()
        let keys: [Key] = [.character("0"), .character("n"), .character("c")] + .typed("はじ") + [.enter]
        #expect(desk.run(keys).frame.lines.contains { $0.contains("3回のうち1回目") })
        for day in 4...6 { desk.run(keys + .typed("11/\(day)") + [.control("s")]) }
        #expect(try desk.store.file(of: id)?.consultations.count == 3)
        let full = desk.run(keys + [.control("s")]).frame.lines
        #expect(full.contains { $0.contains("3回まで済んでいます") })
        #expect(try desk.store.file(of: id)?.consultations.count == 3)
    }

    @Test func anotherConsultationOnOneDayIsAskedAbout() throws {
        let (desk, id) = try desk()
        func count() throws -> Int? { try desk.store.file(of: id)?.consultations.count }
        desk.run(toForm + .typed("11/4") + [.control("s")])
        // The day of the last one stands in the form before anything is typed.
        #expect(desk.run(toForm).frame.lines.contains { $0.contains("（前回：1回目  11/4") })
        let asked = desk.run(toForm + .typed("11/4") + [.control("s")]).frame.lines
        #expect(asked.contains { $0.contains("11/4の相談はもうあります") } && asked.last!.contains("もう一度保存"))
        #expect(try count() == 1)
        // Another day is another question
        desk.run(toForm + .typed("11/4") + [.control("s"), .control("u")] + .typed("11/5") + [.control("s")])
        #expect(try count() == 2)
        let both: [Key] = [.control("s"), .control("u")]
        desk.run(toForm + .typed("11/4") + both + .typed("11/5") + [.control("s")])
        #expect(try count() == 2)
        desk.run(toForm + .typed("11/4") + [.control("s"), .control("s")])
        #expect(try count() == 3)
    }

    @Test func aNewOneFromAFieldIsNotSomebodyElsesDraft() throws {
        let (desk, _) = try desk()
        let keeper = MemoryDrafts()
        let person: [Key] = [.character("n"), .character("t")]
        _ = run(desk, person + .typed("Aさん") + [.escape], keeper)
        let posting = try desk.store.add(
            Record(
                .posting,
                [
                    "organisation": .number(1), "activity": .text("A1-3"), "kind": .token(EmploymentKind.sideJob),
                    "title": .text("改善"), "date": .day(Desk.day),
                ]), by: Actor("田中"))
        #expect(posting == 1)
        let field: [Key] = [.character("n"), .character("a"), .tab]
        let lines = run(desk, field + .typed("Bさん") + [.enter], keeper)
        #expect(lines.contains { $0.contains("人材の登録") } && lines.contains { $0.contains("Bさん") })
        #expect(!lines.contains { $0.contains("Aさん") })
        // And the other draft is still there
        #expect(run(desk, person, keeper).contains { $0.contains("Aさん") })
    }

    @Test func draftsThatCantBeKeptAreSaid() throws {
        final class Full: DraftKeeper {
            func load() -> [Draft] { [] }
            func save(_ drafts: [Draft]) throws(KeepingError) { throw KeepingError("下書きを残せません", "can't be kept") }
        }
        let (desk, _) = try desk()
        let terminal = ScriptedTerminal(size: small, keys: [.character("n"), .character("t")] + .typed("A"))
        App(
            terminal: terminal, reader: desk.store, writer: desk.store, context: desk.context(.ja, size: small),
            drafts: Full()
        ).run()
        #expect(terminal.frame.lines.contains { $0.contains("下書きを残せません") })
    }

    @Test func afterTheProgrammesEndNothingIsSuggestedThatWouldBeRefused() throws {
        let (desk, id) = try desk()
        let late = Day(2026, 11, 28)!
        _ = run(desk, toForm + .typed("11/20") + [.control("s")], MemoryDrafts(), today: late)
        #expect(try desk.store.file(of: id)?.consultations.first?.listed.record.date == Day(2025, 11, 20)!)
    }

    @Test func aLongMessageIsNeverCut() throws {
        let (desk, id) = try desk()
        for day in 4...6 { desk.run(toForm + .typed("11/\(day)") + [.control("s")]) }
        #expect(try desk.store.file(of: id)?.consultations.count == 3)
        let lines = desk.run([.character("1"), .right, .right, .right, .character("c")], size: small).frame.lines
        #expect(lines.suffix(2).map { $0.dropFirst() }.joined().contains("次の対応として残せます"))
    }

    // MARK: What a record can be of

    private func withChamber() throws -> Desk {
        let (desk, _) = try desk()
        _ = try desk.store.add(Organisation(kind: .institution, name: "はじめ商工会"), by: Actor("田中"))
        return desk
    }

    @Test func aConsultationIsOfferedCompaniesAlone() throws {
        let desk = try withChamber()
        let typed: [Key] = .typed("nc") + .typed("はじめ")
        let offered = desk.run(typed, size: small).frame.lines
        #expect(offered.contains { $0.contains("株式会社はじめ") } && !offered.contains { $0.contains("商工会") })
        // A roster is for both.
        let roster = desk.run(.typed("ny") + [.tab] + .typed("はじめ"), size: small).frame.lines
        #expect(roster.contains { $0.contains("はじめ商工会") })
        // What is made inside it is a company: nobody is asked what it is.
        let new = desk.run(.typed("nc") + .typed("あたらしい") + [.enter], size: small).frame.lines
        #expect(new.contains { $0.contains("企業の登録") } && !new.contains { $0.contains("区分") }, "\(new)")
    }

    @Test(arguments: [(Language.ja, "相談は企業だけに"), (.en, "only a company can have a consultation")])
    func anInstitutionsPageSaysWhyItHasNoConsultation(_ language: Language, _ reason: String) throws {
        let desk = try withChamber()
        let keys: [Key] = [.character("/")] + .typed("商工会") + [.enter, .character("c")]
        let lines = desk.run(keys, language: language, size: Size(width: 120, height: 40)).frame.lines
        #expect(lines.last?.contains(reason) == true, "\(lines.last ?? "")")
        #expect(lines.contains { $0.contains("はじめ商工会") })
    }

    @Test func aFormThatIsOpenedForAnInstitutionSaysSo() throws {
        let desk = try withChamber()
        var form = FormScreen(.add(.consultation, to: OrganisationID(2)))
        let context = desk.context(.ja, size: small)
        try form.load(from: desk.store, context)
        #expect(form.refusal(context)?.ja.contains("はじめ商工会は経営支援機関です") == true)
    }

    // MARK: What it is called

    @Test(arguments: [("o", "企業"), ("k", "経営支援機関")])
    func whatIsSavedAndKeptIsCalledWhatItIs(_ key: String, _ label: String) throws {
        let (desk, _) = try desk()
        let saved = desk.run(.typed("n" + key) + .typed("つぎ") + [.control("s")], size: small).frame.lines
        #expect(saved.last?.contains("\(label)を保存しました") == true, "\(saved.last ?? "")")
        let edit: [Key] = [.character("/")] + .typed("つぎ") + [.enter, .character("e")] + .typed("X")
        let edited = desk.run(edit + [.control("s")], size: small).frame.lines
        #expect(edited.last?.contains("\(label)を保存しました") == true, "\(edited.last ?? "")")
        let keeper = MemoryDrafts()
        let page = run(desk, edit + [.escape], keeper)
        #expect(page.contains { $0.contains("\(label)の編集") }, "\(page)")
        #expect(run(desk, [], keeper).contains { $0.contains("\(label)の編集") })
        #expect(run(desk, .typed("n" + key) + .typed("別") + [.escape], keeper).contains { $0.contains("\(label)の登録") })
    }

    @Test func aDraftOfACardsNextActionWaitsOnItsCompany() throws {
        let (desk, id) = try desk()
        _ = try desk.store.add(
            PipelineEntry(organisation: id, pipeline: "A", stage: "lead", since: Desk.day), by: Actor("田中"))
        let keeper = MemoryDrafts()
        let page: [Key] = [.character("/")] + .typed("はじめ") + [.enter]
        let left = run(desk, page + [.character("a")] + .typed("見積を送る") + [.escape], keeper)
        #expect(left.contains { $0.contains("Enter で続きから") }, "\(left)")
        #expect(run(desk, page + [.character("g"), .enter], keeper).contains { $0.contains("見積を送る") })
        // Another company's page has none.
        _ = try desk.store.add(Organisation(name: "別会社"), by: Actor("田中"))
        let other: [Key] = [.character("/")] + .typed("別会社") + [.enter]
        #expect(!run(desk, other, keeper).contains { $0.contains("Enter で続きから") })
    }

    @Test func aDraftForSeveralSaysNamesAndLabels() throws {
        let (desk, id) = try desk()
        _ = try desk.store.add(
            PipelineEntry(organisation: id, pipeline: "A", stage: "lead", since: Desk.day), by: Actor("田中"))
        let keeper = MemoryDrafts()
        let typed: [Key] = .typed("1 b") + [.tab] + .typed("田中") + [.enter, .escape]
        _ = run(desk, typed + [.character("t")], keeper)
        for size in [small, Size(width: 120, height: 40)] {
            let terminal = ScriptedTerminal(size: size, keys: [])
            App(
                terminal: terminal, reader: desk.store, writer: desk.store, context: desk.context(.ja, size: size),
                drafts: keeper
            ).run()
            let lines = terminal.frame.lines
            let row = try #require(lines.first { $0.contains("未保存  ") })
            #expect(row.contains("1件をまとめて変更") && row.contains("株式会社はじめ 田中"), "\(row)")
            #expect(!lines.contains { $0.contains("#") }, "\(lines)")
        }
        let draft = Draft(
            request: FormRequest(.pipelineEntry, several: [1], given: ["pipeline": .text("A")]), base: nil,
            version: nil, texts: ["pipeline_entry.stage": "lead", "pipeline_entry.side": "sender"])
        let said = draft.said(desk.context(.ja, size: small)).map(\.text)
        #expect(said == [Desk.catalogue.pipeline("A")!.stages[0].label.ja, PipelineEntry.Side.sender.label.ja])
    }

    // MARK: Little room

    @Test(arguments: Language.allCases) func theQuestionsOfACheckAreReadAsAWhole(_ language: Language) throws {
        let (desk, id) = try desk()
        var request = FormRequest.add(.eligibilityCheck, to: id)
        request.focus = "evidence"
        let context = desk.context(language, size: small)
        var form = FormScreen(request)
        try form.load(from: desk.store, context)
        let text = form.lines(context).joined(separator: "\n")
        for field in RecordKind.eligibilityCheck.fields where field.condition?.tokens.contains("company") == true {
            #expect(text.contains(field.label(language)), "\(field.id): \(text)")
        }
        #expect(!text.contains("…") && (language == .ja || !text.contains("（")))
    }

    @Test(arguments: [(Language.ja, "● オンライン", "○"), (.en, "● online", "in per")])
    func aChoiceAtRestIsNotCut(_ language: Language, _ picked: String, _ other: String) throws {
        let (desk, id) = try desk()
        let tiny = desk.context(language, size: Size(width: 40, height: 12))
        var form = FormScreen(.add(.consultation, to: id))
        try form.load(from: desk.store, tiny)
        let row = try #require(form.lines(tiny).first { $0.contains(picked) })
        #expect(!row.contains(other), "\(row)")
    }

    @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
    func notesGrowWithTheirTextWhereThereIsRoom(_ size: Size) throws {
        let desk = try Desk(companies: 60)
        let toTopics = [.character("1"), .character("c")] + Array(repeating: Key.tab, count: 5)
        let text = (1...6).map { "覚え書き\($0)" }.joined(separator: "\n")
        let frame = desk.run(toTopics + [.paste(text)], size: size).frame
        #expect((1...6).allSatisfy { number in frame.lines.contains { $0.contains("覚え書き\(number)") } })
    }
}
