import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// The door: who is chosen, and who is not written twice.
@Suite struct RosterScreenTests {
    /// Three companies: one registered, one here, one unknown to the roster.
    private final class Door: QuietDesk {
        let catalogue = Desk.catalogue
        var status = EventStatus.held

        static func attendance(_ id: Int64, _ presence: Presence) -> StoredRecord {
            let record = Record(
                .attendance,
                ["event": .number(1), "organisation": .number(id), "presence": .token(presence)])
            return StoredRecord(key: RecordKey(.attendance, id), version: 3, record: record)
        }

        func roster(of event: Int64, lines: Int) -> Roster? {
            let record = Record(
                .event,
                [
                    "activity": .text("A1-1"), "theme": .text("採用"), "date": .day(Desk.day), "status": .token(status),
                ])
            let event = StoredRecord(key: RecordKey(.event, event), version: 1, record: record)
            return Roster(
                event: event, title: "採用", organisations: 1, people: 1, expected: 1, noShows: 0,
                lines: [
                    RosterLine(attendance: Door.attendance(1, .registered), name: "甲社", number: 1),
                    RosterLine(attendance: Door.attendance(2, .attended), name: "乙社", number: 2),
                ])
        }

        func arrivals(at event: Int64, matching text: String, limit: Int) -> [RosterHit] {
            let names = ["甲社", "乙社", "丙社"]
            return names.enumerated().filter { $0.element.contains(text) || text == "社" }.map { index, name in
                let hit = SearchHit(
                    key: RecordKey(.organisation, Int64(index + 1)), name: name, contact: index == 2 ? "山田" : "")
                let attendance: StoredRecord? =
                    index == 0 ? Door.attendance(1, .registered) : index == 1 ? Door.attendance(2, .attended) : nil
                return RosterHit(hit: hit, attendance: attendance)
            }
        }
    }

    private let context = Context(
        catalogue: Desk.catalogue, language: .ja, today: Desk.day, calendar: Desk.calendar, actor: Actor("田中"))

    private func typed(_ text: String, then actions: [Action] = [], desk: Door = Door()) throws -> [Effect] {
        var screen = RosterScreen(event: 1)
        try screen.load(from: desk, context)
        for character in text { _ = screen.update(.key(.character(character)), context) }
        try screen.load(from: desk, context)
        var effects: [Effect] = []
        for action in actions + [.open] { effects = screen.update(.action(action), context) }
        return effects
    }

    private func arrival(_ effects: [Effect]) -> Write.Arrival? {
        if case .write(.arrive(let arrival))? = effects.first { arrival } else { nil }
    }

    @Test func whoIsExpectedIsMarkedHere() throws {
        #expect(arrival(try typed("甲"))?.who == .expected(Door.attendance(1, .registered)))
    }

    @Test func whatWasTypedIsGoneAfterWhoeverIsHereAlready() throws {
        var screen = RosterScreen(event: 1)
        let desk = Door()
        try screen.load(from: desk, context)
        _ = screen.update(.key(.character("乙")), context)
        try screen.load(from: desk, context)
        _ = screen.update(.action(.open), context)
        #expect(screen.editor.text.isEmpty)
    }

    @Test func whoIsRegisteredAndDoesNotComeIsMarkedAtTheDoor() throws {
        let desk = Door()
        var screen = RosterScreen(event: 1)
        try screen.load(from: desk, context)
        func refusal() -> LocalizedText? { screen.bindings(context).first { $0.action == .noShow }?.refusal }
        #expect(refusal() != nil)
        _ = screen.update(.key(.character("社")), context)
        try screen.load(from: desk, context)
        #expect(refusal() == nil)
        let effects = screen.update(.action(.noShow), context)
        guard case .write(let write)? = effects.first, case .edit(let key, 3, let record) = write else {
            Issue.record("nothing written")
            return
        }
        #expect(key == RecordKey(.attendance, 1) && record["presence"] == .token(Presence.noShow))
        guard case .say(let message)? = screen.update(.written(write, .edited), context).first else {
            Issue.record("nothing said")
            return
        }
        #expect(message.text.contains("甲社") && message.text.contains("欠席") && screen.editor.text.isEmpty)
        // Those who are here, or of whom the roster knows nothing, can't stay away.
        _ = screen.update(.key(.character("社")), context)
        try screen.load(from: desk, context)
        _ = screen.update(.action(.down), context)
        #expect(refusal() != nil)
        _ = screen.update(.action(.down), context)
        #expect(refusal() != nil)
    }

    @Test(arguments: Language.allCases) func whoIsHighlightedIsSeenAtEverySize(_ language: Language) throws {
        let crowd = Crowd()
        for (width, height) in [(40, 12), (80, 24), (120, 40)] {
            var context = context
            context.language = language
            context.size = Size(width: width, height: height)
            var screen = RosterScreen(event: 1)
            try screen.load(from: crowd, context)
            _ = screen.update(.key(.character("企")), context)
            try screen.load(from: crowd, context)
            for index in 0...8 {
                var canvas = Canvas(size: context.size)
                _ = screen.draw(on: &canvas, in: context.body, context)
                let words = index < 8 ? Crowd.name(index) : language("新しい企業「企」", "new company '企'")
                #expect(canvas.lines.contains { $0.contains(words) }, "\(words) at \(width)×\(height)")
                _ = screen.update(.action(.down), context)
            }
        }
    }

    @Test(arguments: Language.allCases) func noCountIsCutInHalf(_ language: Language) throws {
        let crowd = Crowd()
        for width in 30...120 {
            var context = context
            context.language = language
            context.size = Size(width: width, height: 12)
            var screen = RosterScreen(event: 1)
            try screen.load(from: crowd, context)
            var canvas = Canvas(size: context.size)
            _ = screen.draw(on: &canvas, in: context.body, context)
            let line = canvas.lines[2].drop { $0 == " " }
            let counts = language(
                "参加 0社・0人", width < 52 ? "here 0 cos, 0 people" : "here 0 companies, 0 people")
            #expect(line.hasPrefix(counts), "\(line) at \(width)")
            let labels = language("申込|欠席", "expected|missing").split(separator: "|")
            for label in labels where line.contains(label) {
                #expect(line.contains("\(label) 0"), "\(line) at \(width)")
            }
        }
    }

    /// Two letters and Enter for each of forty companies.
    @Test func fortyCompaniesArriveByTwoLettersAndEnter() throws {
        let crowd = Crowd()
        var context = context
        var screen = RosterScreen(event: 1)
        try screen.load(from: crowd, context)
        for index in 0..<Crowd.size {
            for letter in Crowd.code(index) {
                _ = screen.update(.key(.character(letter)), context)
                try screen.load(from: crowd, context)
            }
            for effect in screen.update(.action(.open), context) {
                guard case .write(let write) = effect, case .arrive(let arrival) = write else { continue }
                crowd.take(arrival)
                let said = screen.update(.written(write, .added(RecordKey(.attendance, 1))), context)
                context.dataVersion += 1
                try screen.load(from: crowd, context)
                guard case .say(let message)? = said.first else { continue }
                #expect(message.text.contains(Crowd.name(index)) && message.text.contains("\(index + 1)人目"))
            }
            #expect(screen.editor.text.isEmpty)
        }
        #expect(crowd.arrived.count == Crowd.size)
        #expect(screen.roster?.organisations == Crowd.size)
        // Each of them once: who comes back is told apart.
        for letter in Crowd.code(7) { _ = screen.update(.key(.character(letter)), context) }
        try screen.load(from: crowd, context)
        guard case .say? = screen.update(.action(.open), context).first else {
            Issue.record("written twice")
            return
        }
    }

    @Test func theListBeginsWithWhoCameLast() throws {
        let desk = Door()
        var (screen, context) = (RosterScreen(event: 1), context)
        try screen.load(from: desk, context)
        let arrival = Write.Arrival(
            event: 1, who: .known(RecordKey(.organisation, 2)), presence: .attended, role: .participant, name: "乙社")
        _ = screen.update(.written(.arrive(arrival), .added(RecordKey(.attendance, 2))), context)
        context.dataVersion += 1
        try screen.load(from: desk, context)
        _ = screen.update(.action(.right), context)
        try screen.load(from: desk, context)
        #expect(screen.line?.name == "乙社")
        // From there on it is where it was left
        _ = screen.update(.action(.up), context)
        context.dataVersion += 1
        try screen.load(from: desk, context)
        #expect(screen.line?.name == "甲社")
    }

    @Test func whoIsHereAlreadyIsSaidAndNotWritten() throws {
        let effects = try typed("乙")
        #expect(arrival(effects) == nil)
        guard case .say(let message)? = effects.first else {
            Issue.record("nothing said")
            return
        }
        #expect(message.text.contains("受付済み"))
    }

    @Test func whoIsFoundByAContactComesWithTheContact() throws {
        let arrival = try #require(arrival(try typed("丙")))
        #expect(arrival.who == .known(RecordKey(.organisation, 3)) && arrival.attendee == "山田")
    }

    @Test func whoIsUnknownIsMadeAndTheLastLineAlwaysMakesOne() throws {
        #expect(arrival(try typed("とびこみ"))?.who == .walkIn(name: "とびこみ", besides: []))
        #expect(arrival(try typed("090")) == nil)
        #expect(arrival(try typed("社", then: [.down, .down, .down]))?.who == .walkIn(name: "社", besides: [1, 2, 3]))
        #expect(try typed("").isEmpty)
    }

    @Test func whoWasJustMadeAtAnotherDoorIsNotMadeAgain() throws {
        let desk = try Desk(companies: 0)
        let event = try desk.store.add(
            Record(
                .event,
                [
                    "activity": .text("A1-1"), "theme": .text("講座"), "date": .day(Desk.day),
                    "status": .token(EventStatus.held),
                ]), by: Actor("田中"))
        func walkIn(besides: Set<Int64>) throws -> Outcome {
            let arrival = Write.Arrival(
                event: event, who: .walkIn(name: "同時商店", besides: besides), role: .participant, name: "同時商店")
            return try Write.arrive(arrival).perform(on: desk.store, by: Actor("田中"), today: Desk.day)
        }
        #expect(try walkIn(besides: []) == .added(RecordKey(.attendance, 1)))
        #expect(try walkIn(besides: []) == .onRosterAlready)
        #expect(try desk.store.roster(of: event, lines: 9)?.people == 1)
        // Who sees the other one and means a second company of the name gets it
        #expect(try walkIn(besides: [1]) == .added(RecordKey(.attendance, 2)))
        #expect(try desk.store.roster(of: event, lines: 9)?.organisations == 2)
    }

    @Test func theRoleOfTheNextArrivalIsChosenBefore() throws {
        #expect(arrival(try typed("丙"))?.role == .participant)
        #expect(arrival(try typed("丙", then: [.toggleView]))?.role == .presenter)
        #expect(
            arrival(try typed("丙", then: [.toggleView, .toggleView, .toggleView, .toggleView]))?.role == .participant)
    }

    @Test func nobodyArrivesAtACancelledEvent() throws {
        let desk = Door()
        desk.status = .cancelled
        var screen = RosterScreen(event: 1)
        try screen.load(from: desk, context)
        #expect(screen.bindings(context).first { $0.action == .open }?.refusal?.ja.contains("中止") == true)
    }

    @Test func anEventThatIsStillPlannedSaysThatNothingCountsAndIsMarkedAsHeld() throws {
        let desk = try Desk(companies: 0)
        var event = Record(.event)
        event["activity"] = .text("A1-1")
        event["theme"] = .text("はじめての採用")
        event["date"] = .day(Desk.day)
        event["mode"] = .token(EventMode.inPerson)
        let key = try desk.store.add(event, by: Actor("田中"))
        _ = try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("田中"))
        func counted() throws -> Int {
            try desk.store.readings(asOf: Desk.day).first { $0.indicator.id == "A1.seminars" }!.tally.counted
        }
        let roster: [Key] = [.character("/")] + .typed("はじめての") + [.enter, .character("r")]
        let arrived = desk.run(roster + .typed("はじ") + [.enter])
        #expect(arrived.frame.lines.contains { $0.contains("まだ計上されません") })
        #expect(try counted() == 0)
        let held = desk.run(roster + [.control("o")])
        #expect(!held.frame.lines.contains { $0.contains("まだ計上されません") })
        #expect(held.frame.lines.last!.contains("開催済みにしました"))
        #expect(try counted() == 1)
        #expect(try desk.store.record(RecordKey(.event, key))?.record["status"] == .token(EventStatus.held))
        desk.run(roster + [.control("x")])
        #expect(try counted() == 0)
    }

    /// Whoever came for a company with a long name: whether they are here is still read.
    @Test(arguments: Language.allCases) func whetherSomebodyIsHereIsNeverCut(_ language: Language) throws {
        let desk = try Desk(companies: 0)
        let me = Actor("田中")
        let company = try desk.store.add(Organisation(name: "株式会社九州中央食品加工研究所"), by: me)
        let event = try desk.store.add(
            Record(
                .event,
                [
                    "activity": .text("A1-1"), "theme": .text("採用"), "date": .day(Desk.day),
                    "mode": .token(EventMode.inPerson), "status": .token(EventStatus.held),
                ]), by: me)
        _ = try desk.store.add(
            Record(
                .attendance,
                [
                    "event": .number(event), "organisation": .number(company.value),
                    "presence": .token(Presence.registered), "role": .token(AttendanceRole.participant),
                    "attendee": .text("人事総務部採用担当課長 長谷川 久美子"),
                ]), by: me)
        let tiny = desk.context(language, size: Size(width: 40, height: 12))
        var screen = RosterScreen(event: event)
        try screen.load(from: desk.store, tiny)
        let row = try #require(screen.lines(tiny).first { $0.contains("株式会社九州") })
        #expect(row.hasSuffix(Presence.registered.label(language)), "\(row)")
    }
}
