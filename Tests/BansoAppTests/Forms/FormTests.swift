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
        ]
        let again = try JSONDecoder().decode([Draft].self, from: try JSONEncoder().encode(drafts))
        #expect(again == drafts)
    }

    @Test func formsOfTheSameKindAboutDifferentCompaniesAreDifferent() {
        let one = FormRequest(.contact, given: ["organisation": .number(1)])
        #expect(one != FormRequest(.contact, given: ["organisation": .number(2)]))
        #expect(one == FormRequest(.contact, given: ["organisation": .number(1)], suggested: ["name": .text("x")]))
        #expect(one != FormRequest(.contact, record: 1, given: ["organisation": .number(1)]))
    }
}
