import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What can be added here.
@Suite struct AdditionLayerTests {
    private let context: Context
    private let desk: Desk

    init() throws {
        desk = try Desk(companies: 0)
        context = desk.context(.ja, size: Size(width: 80, height: 24))
    }

    private func layer(of organisation: Organisation? = nil) throws -> AdditionLayer {
        let id = try organisation.map { try desk.store.add($0, by: Actor("田中")) }
        var layer = AdditionLayer(organisation: id)
        try layer.load(from: desk.store, context)
        return layer
    }

    @Test func aLetterOfEitherWidthOrEnterChooses() throws {
        var layer = try layer()
        let event = [Effect.close, .open(.form(FormRequest(.event)))]
        #expect(layer.update(.key(.character("e")), context) == event)
        #expect(layer.update(.key(.character("ｅ")), context) == event)
        #expect(layer.update(.key(.character("?")), context).isEmpty)
        for _ in 0..<2 { _ = layer.update(.action(.down), context) }
        #expect(layer.update(.action(.open), context) == event)
        for _ in 0..<50 { _ = layer.update(.action(.down), context) }
        #expect(layer.selected == layer.options.count - 1)
        for _ in 0..<50 { _ = layer.update(.action(.up), context) }
        #expect(layer.selected == 0)
    }

    /// What is added on a record's page names that record.
    @Test func whatIsAddedOnARecordsPageNamesIt() throws {
        func destination(_ letter: Character, naming key: RecordKey) throws -> Effect? {
            var layer = AdditionLayer(naming: key)
            try layer.load(from: desk.store, context)
            return layer.update(.key(.character(letter)), context).last
        }
        let person = RecordKey(.talent, try desk.store.add(Record(.talent, ["name": .text("佐藤健")]), by: Actor("田中")))
        let given = FormRequest(.application, given: ["talent": .number(person.id)])
        #expect(try destination("a", naming: person) == .open(.form(given)))
        #expect(
            try destination("o", naming: person)
                == .open(.form(FormRequest(.organisation, given: ["kind": .text("company")]))))
        // Where nothing names its kind the list is not about it
        let assessment = Record(
            .assessment, ["activity": .text("D4-3"), "talent": .number(person.id), "date": .day(Desk.day)])
        let other = RecordKey(.assessment, try desk.store.add(assessment, by: Actor("田中")))
        for (key, name) in [(person, "佐藤健"), (other, "")] {
            var layer = AdditionLayer(naming: key)
            try layer.load(from: desk.store, context)
            #expect(layer.name == name)
        }
        // Who is entered for an event to come is expected there; for one that has been, was there
        for (day, presence) in [(Desk.day + 1, Presence.registered), (Desk.day, nil)] {
            let event = Record(
                .event,
                [
                    "activity": .text("A1-1"), "theme": .text("副業"), "date": .day(day),
                    "mode": .token(EventMode.inPerson),
                ])
            let key = RecordKey(.event, try desk.store.add(event, by: Actor("田中")))
            var request = FormRequest(.attendance, given: ["event": .number(key.id)])
            if let presence { request.suggested = ["presence": .token(presence)] }
            #expect(try destination("y", naming: key) == .open(.form(request)))
        }
    }

    @Test func everyOptionHasALetterOfItsOwnAndIsSeenWhereThereIsLittleRoom() throws {
        let layers = [
            try layer(), try layer(of: Organisation(name: "甲")),
            try layer(of: Organisation(kind: .institution, name: "乙")),
        ]
        for layer in layers {
            #expect(Set(layer.options.map(\.key)).count == layer.options.count)
            let frame = layer.lines(desk.context(.ja, size: Size(width: 80, height: 18)))
            for option in layer.options {
                #expect(frame.contains { $0.contains(option.label.ja) }, "\(option.label.ja)")
            }
        }
    }

    @Test func aCompanyAndAnInstitutionAreAddedAsSuch() throws {
        let layer = try layer()
        for (key, kind) in [("o", Organisation.Kind.company), ("k", .institution)] {
            let option = layer.options.first { String($0.key) == key }
            #expect(option?.destination == .form(FormRequest(.organisation, given: ["kind": .token(kind)])))
        }
    }

    @Test func anInstitutionIsNotConsultedNorChecked() throws {
        let options = try layer(of: Organisation(kind: .institution, name: "商工会議所")).options
        let kinds = options.map(\.label)
        #expect(!kinds.contains(RecordKind.eligibilityCheck.label))
        // The key for a consultation asks for a company
        #expect(
            options.first { $0.key == "c" }?.destination
                == .form(FormRequest(.consultation, isShownWhenSaved: true)))
        #expect(kinds.contains(RecordKind.contact.label) && kinds.contains(RecordKind.snooze.label))
    }

    @Test func anEligibilityCheckBeginsWithWhatIsKnown() throws {
        let layer = try layer(of: Organisation(name: "甲", employees: 45, capital: 30_000_000))
        guard case .form(let request)? = layer.options.first(where: { $0.key == "q" })?.destination else {
            Issue.record("no eligibility check")
            return
        }
        let check = FormPlan.initial(request, context)
        #expect(check["employees"] == .number(45) && check["capital"] == .number(30_000_000))
    }

    @Test(arguments: [(Language.ja, "他 "), (.en, " more (")])
    func whatIsOutOfSightIsCounted(_ language: Language, _ word: String) throws {
        var layer = try layer()
        let tiny = desk.context(language, size: Size(width: 40, height: 12))
        let lines = layer.lines(tiny)
        let seen = layer.options.count { option in
            lines.contains { $0.contains("│\(option.key) ") || $0.contains(" \(option.key) ") }
        }
        let count = layer.options.count - seen
        #expect(count > 0 && lines.contains { $0.contains(language("他 \(count)件", "\(count) more")) }, "\(lines)")
        // To the last one
        for _ in 0..<50 { _ = layer.update(.action(.down), tiny) }
        #expect(layer.lines(tiny).contains { $0.contains(layer.options.last!.label(language).prefix(6)) })
        #expect(!layer.lines(desk.context(language, size: Size(width: 80, height: 24))).contains { $0.contains(word) })
    }
}
