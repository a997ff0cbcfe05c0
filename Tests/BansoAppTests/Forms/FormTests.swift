import BansoDomain
import Foundation
import TerminalUI
import Testing

@testable import BansoApp

/// The form engine: what is asked, what keys do between fields, and what can be saved.
@Suite struct FormTests {
    private static let context = Context(
        catalogue: Desk.catalogue, language: .ja, today: Day(2025, 11, 20)!, calendar: Desk.calendar,
        actor: Actor("田中"))

    private func form(_ kind: RecordKind, given: [String: FieldValue] = [:], _ texts: KeyValuePairs<String, String>)
        -> (form: Form, base: Record)
    {
        let request = FormRequest(kind, given: given)
        let base = FormPlan.initial(request, Self.context)
        var form = FormPlan.form(for: request, over: base, Self.context)
        for index in form.fields.indices where form.fields[index].kind == kind {
            form.fields[index].fill(base[form.fields[index].field.id], titles: [:], Self.context)
        }
        form.fill(Dictionary(uniqueKeysWithValues: texts.map { (kind.rawValue + "." + $0, $1) }))
        return (form, base)
    }

    private func index(_ field: String, _ form: Form, _ kind: RecordKind) -> Int {
        form.index(of: field, in: kind) ?? -1
    }

    private let contract: KeyValuePairs = ["activity": "A3-4", "sender": "#4 甲", "receiver": "#4 甲", "project": "改善"]

    @Test func whatFieldsSayTogetherIsWrongUnderTheFieldItIsAbout() {
        var (form, base) = form(.interCompanyContract, contract)
        #expect(form.record(.interCompanyContract, over: base, Self.context) == nil)
        let receiver = index("receiver", form, .interCompanyContract)
        #expect(form.focus == receiver && form.fields[receiver].error?.ja == "派遣側と同じ企業です")
        form.fill(["inter_company_contract.receiver": "#5 乙"])
        #expect(form.record(.interCompanyContract, over: base, Self.context)?["receiver"] == .number(5))
    }

    @Test func anErrorIsGoneWithTheNextKeyInItsField() {
        var (form, base) = form(.contact, given: ["organisation": .number(1)], [:])
        #expect(form.record(.contact, over: base, Self.context) == nil)
        #expect(form.fields[form.focus].error != nil)
        _ = form.press(.character("山"), width: 40, .ja)
        #expect(form.fields[form.focus].error == nil)
    }

    @Test func aFieldThatMakesNoSenseAnyMoreIsNotSaved() {
        var (form, base) = form(
            .event, ["activity": "A1-1", "theme": "採用", "date": "2025-12-01", "mode": "online", "tool": "teams"])
        #expect(form.record(.event, over: base, Self.context)?["tool"] == .token(OnlineTool.teams))
        form.fill(["event.mode": "in-person"])
        let inPerson = form.record(.event, over: base, Self.context)
        #expect(inPerson != nil && inPerson?["tool"] == FieldValue.none)
        // It comes back with what it depends on
        form.fill(["event.mode": "online"])
        #expect(form.record(.event, over: base, Self.context)?["tool"] == .token(OnlineTool.teams))
    }

    @Test func whatARecordHadInSuchAFieldIsTakenOut() {
        var (form, base) = form(.event, ["activity": "A1-1", "theme": "採用", "date": "2025-12-01", "mode": "in-person"])
        base["tool"] = .token(OnlineTool.teams)
        #expect(form.record(.event, over: base, Self.context)?["tool"] == FieldValue.none)
    }

    @Test func aFieldDependsOnWhatIsSettledTooNotOnlyOnWhatIsAsked() {
        let online = form(.event, given: ["mode": .token(EventMode.online)], [:]).form
        let inPerson = form(.event, given: ["mode": .token(EventMode.inPerson)], [:]).form
        #expect(online.isShown(index("tool", online, .event)))
        #expect(!inPerson.isShown(index("tool", inPerson, .event)))
    }

    @Test func enterGoesOnButInNotesItBeginsALine() {
        var (form, _) = form(.contact, given: ["organisation": .number(1)], ["name": "山田"])
        _ = form.press(.enter, width: 40, .ja)
        #expect(form.focused?.field.id == "kana")
        while form.focused?.field.id != "notes" { _ = form.press(.tab, width: 40, .ja) }
        for key in [Key].typed("一") + [.enter] + .typed("二") { _ = form.press(key, width: 40, .ja) }
        #expect(form.focused?.field.id == "notes" && form.focused?.editor.text == "一\n二")
    }

    @Test func tabGoesRoundAndArrowsMoveWithinNotesFirst() {
        var (form, _) = form(.contact, given: ["organisation": .number(1)], ["notes": "一\n二"])
        _ = form.press(.backTab, width: 40, .ja)
        #expect(form.focused?.field.id == "notes")
        _ = form.press(.up, width: 40, .ja)
        #expect(form.focused?.field.id == "notes" && form.focused?.editor.cursor == 1)
        _ = form.press(.up, width: 40, .ja)
        #expect(form.focused?.field.id == "email")
        for _ in 0..<2 { _ = form.press(.tab, width: 40, .ja) }
        #expect(form.focused?.field.id == "name")
        _ = form.press(.down, width: 40, .ja)
        #expect(form.focused?.field.id == "kana")
    }

    private func hit(_ number: Int64, _ name: String) -> SearchHit {
        SearchHit(key: RecordKey(.organisation, number), name: name)
    }

    @Test func whatIsFoundIsTakenWithEnterAndLeftWithTheArrows() {
        var (form, _) = form(.contact, [:])
        #expect(form.question?.text == "" && form.question?.kind == .organisation)
        _ = form.press(.character("南"), width: 40, .ja)
        #expect(form.question?.text == "南")
        form.answer([hit(4, "南食品"), hit(5, "南商事")], canCreate: false)
        #expect(form.question == nil, "it is answered")
        #expect(form.completion.options.count == 2)
        for key: Key in [.down, .down, .up] { _ = form.press(key, width: 40, .ja) }
        #expect(form.completion.selected == 0)
        _ = form.press(.down, width: 40, .ja)
        _ = form.press(.enter, width: 40, .ja)
        #expect(form.fields[0].reference == RecordKey(.organisation, 5) && form.fields[0].editor.text == "南商事")
        #expect(form.focused?.field.id == "name" && form.completion == Form.Completion())
        // What is listed goes with its field
        var (left, _) = self.form(.contact, [:])
        left.answer([hit(4, "南食品")], canCreate: false)
        _ = left.press(.tab, width: 40, .ja)
        #expect(left.completion == Form.Completion())
        // Back in it, what was chosen is not searched again
        _ = form.press(.backTab, width: 40, .ja)
        #expect(form.question == nil)
    }

    /// Who typed a whole name and saves has chosen whom it names, where that is one.
    @Test(arguments: [
        ("南食品", [4], true), ("　南食品 ", [4], true), ("南", [4], false), ("南食品", [4, 5], false), ("南食品", [], false),
    ])
    func aWholeNameIsTakenWhereItIsOnes(_ typed: String, _ found: [Int64], _ isTaken: Bool) {
        var (form, _) = form(.contact, [:])
        for character in typed { _ = form.press(.character(character), width: 40, .ja) }
        form.answer(found.map { hit($0, "南食品") } + [hit(9, "南食品工業")], canCreate: true)
        form.takeNamed(.ja)
        #expect(form.fields[0].reference == (isTaken ? RecordKey(.organisation, 4) : nil))
        #expect(form.focused?.field.id == "organisation")
    }

    @Test func aboveTheFirstOneNothingIsHighlightedAndEnterJustGoesOn() {
        var (form, _) = form(.contact, [:])
        _ = form.press(.character("南"), width: 40, .ja)
        form.answer([hit(4, "南食品")], canCreate: true)
        _ = form.press(.up, width: 40, .ja)
        #expect(form.completion.selected == nil)
        #expect(form.press(.enter, width: 40, .ja) == .used)
        #expect(form.fields[0].reference == nil && form.focused?.field.id == "name")
    }

    @Test func anEmptyFieldIsLeftEmptyByEnter() {
        var (contact, _) = form(.contact, [:])
        contact.answer([hit(4, "南食品")], canCreate: true)
        #expect(contact.completion.options.count == 1 && contact.completion.selected == nil)
        _ = contact.press(.enter, width: 40, .ja)
        #expect(contact.fields[0].isEmpty && contact.focused?.field.id == "name")
        var (talent, _) = form(.talent, ["name": "山田", "kana": "ヤマダ"])
        for _ in 0..<2 { _ = talent.press(.tab, width: 40, .ja) }
        talent.completeChoices(.ja)
        #expect(talent.focused?.field.id == "prefecture" && talent.completion.options.count == 47)
        _ = talent.press(.enter, width: 40, .ja)
        #expect(talent.fields[2].isEmpty && talent.focused?.field.id == "tags")
        talent.completeChoices(.ja)
        #expect(talent.completion == Form.Completion(), "the list goes with its field")
    }

    @Test func whatIsChosenFromAListOffersNothingMore() {
        var (form, _) = form(.talent, ["name": "山田"])
        for _ in 0..<2 { _ = form.press(.tab, width: 40, .ja) }
        form.mark([2: LocalizedText(ja: "空です", en: "is empty")])
        form.completeChoices(.ja)
        for key: Key in [.down, .down, .enter] { _ = form.press(key, width: 40, .ja) }
        #expect(form.fields[2].editor.text == "佐賀県" && form.fields[2].error == nil)
        _ = form.press(.backTab, width: 40, .ja)
        form.completeChoices(.ja)
        #expect(form.focused?.field.id == "prefecture" && form.completion.options.isEmpty)
    }

    @Test func onlyEnterMakesSomethingNew() {
        var (form, _) = form(.contact, [:])
        _ = form.press(.character("南"), width: 40, .ja)
        form.answer([], canCreate: false)
        #expect(form.completion.options.isEmpty)
        form.answer([], canCreate: true)
        var tabbed = form
        #expect(tabbed.press(.tab, width: 40, .ja) == .used && tabbed.focused?.field.id == "name")
        #expect(form.press(.enter, width: 40, .ja) == .create(.organisation, name: "南"))
        form.take(RecordKey(.organisation, 9), title: "南食品")
        #expect(form.fields[0].reference == RecordKey(.organisation, 9) && form.focused?.field.id == "name")
    }

    @Test func theFirstOfWhatIsWrongIsGoneTo() {
        var (form, base) = form(.posting, given: ["organisation": .number(1)], ["date": "x", "activity": "Z"])
        #expect(form.record(.posting, over: base, Self.context) == nil)
        let wrong = form.fields.filter { $0.error != nil }.map(\.field.id)
        #expect(wrong == ["activity", "kind", "title", "date"] && form.focused?.field.id == "activity")
    }

    @Test func rulesAmongFieldsAreForFieldsThatCanBeRead() {
        var (form, base) = form(.interCompanyContract, contract)
        form.fill(["inter_company_contract.date": "x"])
        #expect(form.record(.interCompanyContract, over: base, Self.context) == nil)
        #expect(form.fields.filter { $0.error != nil }.map(\.field.id) == ["date"])
        // What is wrong about a field that is not asked stands where one is
        var (sent, initial) = self.form(
            .interCompanyContract, given: ["receiver": .number(4)], ["sender": "#4 甲", "activity": "A3-4"])
        _ = sent.press(.tab, width: 40, .ja)
        let place = sent.focus
        #expect(sent.record(.interCompanyContract, over: initial, Self.context) == nil)
        #expect(sent.fields[place].error?.ja == "派遣側と同じ企業です" && sent.focus == place)
    }

    private func asked(_ request: FormRequest, _ changes: [String: FieldValue] = [:]) -> [String] {
        var base = FormPlan.initial(request, Self.context)
        for (field, value) in changes { base[field] = value }
        return FormPlan.form(for: request, over: base, Self.context).fields.map(\.field.id)
    }

    @Test func whatIsSettledOrFollowsIsNotAsked() {
        let company = asked(FormRequest(.organisation, given: ["kind": .text("company")]))
        #expect(company.first == "name" && !company.contains("kind") && !company.contains("eligibility"))
        #expect(asked(FormRequest(.organisation)).first == "kind")
        #expect(!asked(FormRequest(.organisation, record: 1)).contains("kind"))
        let card = FormRequest(.pipelineEntry, record: 1)
        #expect(asked(card, ["pipeline": .text("A")]) == ["coordinator", "next_action", "next_due"])
        #expect(asked(card, ["pipeline": .text("A3")]) == ["side", "coordinator", "next_action", "next_due"])
        #expect(!asked(FormRequest(.consultation, record: 1)).contains("organisation"))
        let check = asked(.add(.eligibilityCheck, to: OrganisationID(1)))
        #expect(check.first == "date" && !check.contains("verdict") && !check.contains("organisation"))
        // The only activity that counts trainings
        #expect(asked(FormRequest(.training)).first == "organisation")
        #expect(asked(FormRequest(.posting)).contains("activity"))
        #expect(asked(.add(.interCompanyContract, to: OrganisationID(1))).prefix(2) == ["receiver", "date"])
        // A new consultation brings the next action with it, and only a new one
        #expect(asked(.add(.consultation, to: OrganisationID(1))).suffix(2) == ["next_action", "next_due"])
        #expect(!asked(FormRequest(.consultation, record: 1)).contains("next_due"))
    }

    @Test func aNewRecordBeginsWithWhatIsUsual() {
        let today = FieldValue.day(Day(2025, 11, 20)!)
        let consultation = FormPlan.initial(.add(.consultation, to: OrganisationID(3)), Self.context)
        #expect(consultation["organisation"] == .number(3) && consultation["date"] == today)
        #expect(consultation["minutes"] == .number(60) && consultation["mode"] == .text("online"))
        #expect(FormPlan.initial(FormRequest(.training), Self.context)["activity"] == .text("C4"))
        #expect(FormPlan.initial(FormRequest(.posting), Self.context)["kind"] == FieldValue.none)
        // When an event is or a company is asked again is for a person to say
        #expect(FormPlan.initial(FormRequest(.event), Self.context)["date"] == FieldValue.none)
        #expect(FormPlan.initial(FormRequest(.snooze), Self.context)["until"] == FieldValue.none)
        let both = FormRequest(
            .contact, given: ["name": .text("given")],
            suggested: ["name": .text("suggested"), "phone": .text("092")])
        let contact = FormPlan.initial(both, Self.context)
        #expect(contact["name"] == .text("given") && contact["phone"] == .text("092"))
    }

    @Test func requestsHaveAFixedOrder() {
        let requests = [
            FormRequest(.contact), FormRequest(.contact, record: 2),
            FormRequest(.contact, given: ["organisation": .number(1), "name": .text("x")]),
            FormRequest(.contact, given: ["organisation": .number(2)]), FormRequest(.event),
        ]
        #expect(Set(requests.map(\.order)).count == requests.count)
    }

    @Test func nothingTypedOffersNothingNew() {
        var (form, _) = form(.contact, [:])
        #expect(form.focused?.field.id == "organisation")
        form.answer([], canCreate: true)
        #expect(form.completion.options.isEmpty)
        _ = form.press(.character("南"), width: 40, .ja)
        form.answer([], canCreate: true)
        #expect(form.completion.options == [.new(.organisation, name: "南")])
    }

    @Test func aDraftOutlivesTheProgramWithWhatItWasTypedOver() throws {
        let base = Record(.contact, ["organisation": .number(3), "name": .text("鈴木"), "notes": .text("一\n二")])
        let drafts = [
            Draft(
                request: FormRequest(.contact, record: 7), base: base, version: 4,
                texts: ["contact.name": "鈴木\"一郎"]),
            Draft(
                request: FormRequest(.snooze, given: ["organisation": .number(3), "until": .day(Day(2025, 12, 1)!)]),
                base: nil, version: nil, texts: ["snooze.reason": "繁忙期"]),
            Draft(
                request: FormRequest(.pipelineEntry, several: [9, 4], given: ["pipeline": .text("A")]),
                base: nil, version: nil, texts: ["pipeline_entry.next_action": "電話"]),
        ]
        let again = try JSONDecoder().decode([Draft].self, from: try JSONEncoder().encode(drafts))
        #expect(again == drafts)
    }

    @Test func formsOfTheSameKindAboutDifferentCompaniesAreDifferent() {
        let one = FormRequest(.contact, given: ["organisation": .number(1)])
        #expect(one != FormRequest(.contact, given: ["organisation": .number(2)]))
        // A form that begins with another name is about somebody else.
        #expect(one != FormRequest(.contact, given: ["organisation": .number(1)], suggested: ["name": .text("x")]))
        #expect(one == FormRequest(.contact, given: ["organisation": .number(1)], focus: "name"))
        #expect(one != FormRequest(.contact, record: 1, given: ["organisation": .number(1)]))
    }

    @Test func aKeyThatMeansNothingIsForgottenWithItsField() {
        var (form, _) = form(.event, [:])
        form.focus(on: "status", in: .event)
        _ = form.press(.character("x"), width: 40, .ja)
        let status = form.focus
        #expect(form.fields[status].isKeyRefused)
        _ = form.press(.tab, width: 40, .ja)
        #expect(!form.fields[status].isKeyRefused && form.fields[status].error == nil)
    }

    @Test func aDayGivesWayToWhatIsTypedWhenTheFocusComesToIt() {
        func typed(_ keys: [Key], in field: String = "date") -> String {
            var (form, _) = form(.event, [:])
            for (field, value) in ["date": FieldValue.day(Day(2025, 11, 14)!), "theme": .text("副業")] {
                form.fields[index(field, form, .event)].fill(value, titles: [:], Self.context)
            }
            form.focus(on: field, in: .event)
            for key in keys { _ = form.press(key, width: 40, .ja) }
            return form.fields[index(field, form, .event)].editor.text
        }
        #expect(typed(.typed("8/5")) == "8/5")
        #expect(typed([.backspace]) == "2025-11-1")
        #expect(typed([.end] + .typed("5")) == "2025-11-145", "a key that moves in it means to mend it")
        #expect(typed([.tab, .backTab] + .typed("9/1")) == "9/1")
        #expect(typed(.typed("8/") + [.tab, .backTab] + .typed("5")) == "8/5", "what was typed is gone on with")
        // Words are continued.
        #expect(typed(.typed("と兼業"), in: "theme") == "副業と兼業")
        #expect(typed([.tab]) == "2025-11-14", "left alone it stays")
    }

    /// A digit that says yes to one question must not say no to the next.
    @Test func yesAndNoAreTheSameDigitsInEveryQuestionOfACheck() {
        let questions = RecordKind.eligibilityCheck.fields.filter { $0.help != nil }
        #expect(questions.count == 7)
        for question in questions {
            let field = FormField(question, of: .eligibilityCheck, Self.context)
            #expect(field.input.choices.prefix(2).map(\.label.ja) == ["はい", "いいえ"], "\(question.id)")
        }
    }
}
