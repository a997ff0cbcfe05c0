import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What can be saved and may not be meant is asked about once.
@Suite struct FormDoubtTests {
    @Test func anApplicationFromBeforeItsPostingIsAskedAbout() throws {
        let desk = try Desk(companies: 0)
        let company = try desk.store.add(Organisation(name: "甲"), by: Actor("田中"))
        let posting = Record(
            .posting,
            [
                "organisation": .number(company.value), "activity": .text("A1-3"),
                "kind": .token(EmploymentKind.regular),
                "title": .text("経理"), "date": .day(Desk.day),
            ])
        let id = try desk.store.add(posting, by: Actor("田中"))
        let person = try desk.store.add(Record(.talent, ["name": .text("佐藤健")]), by: Actor("田中"))
        func saved(on day: Day) throws -> [Effect] {
            var request = FormRequest(.application, given: ["posting": .number(id), "talent": .number(person)])
            request.suggested = ["date": .day(day)]
            let context = desk.context(.ja, size: Size(width: 80, height: 24))
            var form = FormScreen(request)
            try form.load(from: desk.store, context)
            return form.update(.action(.save), context)
        }
        let asked = try saved(on: Desk.day + -1).first
        guard case .say(let message)? = asked else {
            Issue.record("saved at once")
            return
        }
        #expect(message.text.contains("掲載日（11/20）より前の応募です") && message.text.contains("もう一度保存"))
        let effects = try saved(on: Desk.day)
        #expect(effects.contains { if case .write = $0 { true } else { false } })
    }

    @Test func aNameThatIsTakenIsPointedOutWhileItIsTypedAndSavedByTheSecondAttempt() throws {
        let desk = try Desk(companies: 0)
        let known = try desk.store.add(
            Organisation(name: "株式会社髙山 商店", prefecture: Prefecture(code: 40)), by: Actor("田中"))
        _ = try desk.store.add(Record(.talent, ["name": .text("佐藤健")]), by: Actor("田中"))
        func entered(_ kind: Character, _ name: String, saving times: Int) -> [String] {
            desk.run(
                [.character("n"), .character(kind)] + .typed(name) + Array(repeating: .control("s"), count: times)
            )
            .frame.lines
        }
        func holds(_ lines: [String], _ text: String) -> Bool { lines.contains { $0.contains(text) } }
        let pointedOut = "同じ名前：株式会社髙山 商店 #\(known.value) 福岡"
        #expect(holds(entered("o", "㈱高山商店", saving: 0), pointedOut))
        #expect(!holds(entered("o", "㈱高山", saving: 0), "同じ名前"))
        let asked = entered("o", "㈱高山商店", saving: 1)
        #expect(holds(asked, "別なら、もう一度保存してください") && holds(asked, pointedOut))
        #expect(try desk.store.namesakes(MatchKey("高山商店"), .organisation).map(\.key.id) == [known.value])
        let saved = entered("o", "㈱高山商店", saving: 2)
        #expect(!holds(saved, "同じ名前："))
        #expect(try desk.store.namesakes(MatchKey("高山商店"), .organisation).map(\.name) == ["株式会社髙山 商店", "㈱高山商店"])
        #expect(holds(entered("t", "佐藤 健", saving: 0), "同じ名前：佐藤健 #1"))
        // Who is edited isn't a namesake of its own
        let edited = desk.run([.character("/")] + .typed("佐藤健") + [.enter, .character("e")]).frame.lines
        #expect(holds(edited, "佐藤健") && !holds(edited, "同じ名前"))
    }

    @Test func aContractWithALargeReceiverIsAskedAboutAndSavedByTheSecondAttempt() throws {
        let desk = try Desk(companies: 0)
        func company(_ name: String, employees: Int64) throws {
            let id = try desk.store.add(Organisation(name: name, prefecture: Prefecture(code: 40)), by: Actor("田中"))
            let check = Record(
                .eligibilityCheck,
                [
                    "organisation": .number(id.value), "date": .day(Desk.day), "legal_form": .token(LegalForm.sole),
                    "business_class": .token(BusinessClass.retail), "employees": .number(employees),
                    "evidence": .text("登記簿"),
                ])
            _ = try desk.store.add(check, by: Actor("田中"))
        }
        try company("派遣産業", employees: 5000)
        try company("巨大商事", employees: 5000)
        try company("小店", employees: 5)
        func contract(with receiver: String, saving times: Int) -> [String] {
            let keys: [Key] =
                [.character("n"), .character("x")] + .typed("派遣") + [.enter]
                + .typed(receiver) + [.enter] + .typed("11/20")
            return desk.run(keys + Array(repeating: .control("s"), count: times)).frame.lines
        }
        func count() throws -> Int {
            try (1...9).filter { try desk.store.record(RecordKey(.interCompanyContract, $0)) != nil }.count
        }
        let asked = contract(with: "巨大", saving: 1)
        #expect(asked.last!.contains("巨大商事は大企業です") && asked.last!.contains("もう一度保存"))
        // Below the form before anything is saved, too
        #expect(contract(with: "巨大", saving: 0).contains { $0.contains("受入側は中小企業等です") })
        #expect(try count() == 0)
        #expect(contract(with: "巨大", saving: 2).last!.contains("企業間契約を保存しました"))
        #expect(try count() == 1)
        // A small one is saved at once; the sender may be large
        #expect(contract(with: "小店", saving: 1).last!.contains("企業間契約を保存しました"))
        #expect(try count() == 2)
    }
}
