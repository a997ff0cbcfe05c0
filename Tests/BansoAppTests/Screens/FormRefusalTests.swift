import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What the desk refuses is said where it is mended.
@Suite struct FormRefusalTests {
    private func desk() throws -> (desk: Desk, company: OrganisationID) {
        let desk = try Desk(companies: 0)
        return (desk, try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("田中")))
    }

    /// Saves, with what the desk answers.
    private func save(_ form: inout FormScreen, _ desk: Desk, _ context: Context) throws -> [Effect] {
        guard case .write(let write)? = form.update(.action(.save), context).first else { return [] }
        var effects: [Effect] = []
        do {
            let outcome = try write.perform(on: desk.store, by: context.actor, today: context.today)
            effects = form.update(.written(write, outcome), context)
        } catch let error as DeskError {
            effects = form.update(.written(write, .failed(error)), context)
        }
        try form.load(from: desk.store, context)
        return effects
    }

    @Test func aCoordinatorWhoIsGoneIsMarkedAndNamed() throws {
        let (desk, company) = try desk()
        let context = desk.context(.ja, size: Size(width: 80, height: 24))
        let id = try desk.store.add(Record(.coordinator, ["name": .text("森")]), by: Actor("田中"))
        var form = FormScreen(FormRequest.add(.consultation, to: company))
        try form.load(from: desk.store, context)
        form.change { $0.fill(["consultation.coordinator": "#\(id) 森"]) }
        try desk.store.delete(RecordKey(.coordinator, id), version: 1, by: Actor("田中"))
        let effects = try save(&form, desk, context)
        #expect(effects == [.say(Message(.error, "コーディネーターが見つかりません"))])
        let field = form.form?.focused
        #expect(field?.field.id == "coordinator" && field?.error?.ja == "削除されています。選び直してください")
        #expect(form.failure == nil, "said where it is mended")
    }

    @Test func aSecondCoordinatorOfANameIsMarkedAtTheName() throws {
        let (desk, _) = try desk()
        let context = desk.context(.ja, size: Size(width: 80, height: 24))
        var request = FormRequest(.coordinator)
        request.suggested = ["name": .text("田中")]
        var form = FormScreen(request)
        try form.load(from: desk.store, context)
        _ = try save(&form, desk, context)
        #expect(form.form?.focused?.error?.ja == "同じものが既に登録されています" && form.failure == nil)
    }

    @Test func nobodyHasAttendedAnEventToCome() throws {
        let (desk, company) = try desk()
        let event = Record(
            .event, ["activity": .text("A1-1"), "theme": .text("副業"), "date": .day(Desk.day + 1)])
        let id = try desk.store.add(event, by: Actor("田中"))
        // Picked in the form, whoever is entered is expected
        let lines = desk.run([.character("n"), .character("y")] + .typed("副業") + [.enter]).frame.lines
        #expect(lines.contains { $0.contains("● 申込") })
        let context = desk.context(.ja, size: Size(width: 80, height: 24))
        var request = FormRequest(.attendance, given: ["event": .number(id), "organisation": .number(company.value)])
        request.suggested = ["presence": .token(Presence.attended)]
        var form = FormScreen(request)
        try form.load(from: desk.store, context)
        #expect(form.update(.action(.save), context).count == 1)
        #expect(form.form?.focused?.field.id == "presence" && form.form?.focused?.error != nil)
        request.suggested = ["presence": .token(Presence.registered)]
        form = FormScreen(request)
        try form.load(from: desk.store, context)
        guard case .write? = form.update(.action(.save), context).first else {
            Issue.record("it is not saved")
            return
        }
    }

    /// In the form below letters are typed: u would be one.
    @Test func whatWasMadeForAFieldIsNotOfferedToBeTakenBackByALetter() throws {
        let (desk, _) = try desk()
        let form: [Key] = [.character("n"), .character("p")]
        let lines = desk.run(form + .typed("有限会社みなみ") + [.enter, .control("s")]).frame.lines
        #expect(lines.last!.contains("を保存しました") && !lines.last!.contains("u で取消"), "\(lines.last!)")
    }

    @Test func aDueDayOnWhichNobodyWorksIsPointedOut() throws {
        let (desk, _) = try desk()
        let context = desk.context(.ja, size: Size(width: 80, height: 24))
        let kind = RecordKind.pipelineEntry
        func understood(_ text: String) -> FormField.Understanding {
            var field = FormField(kind.fields[kind.index(of: "next_due")!], of: kind, context)
            field.fill(text)
            return field.understanding(context)
        }
        #expect(understood("2025-11-24") == .fine("令和7年11月24日(月)　休日です", isUnusual: true))
        #expect(understood("2025-11-25") == .fine("令和7年11月25日(火)"))
    }
}
