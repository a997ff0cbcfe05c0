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

        func roster(of event: Int64) -> Roster? {
            let record = Record(
                .event,
                [
                    "activity": .text("A1-1"), "theme": .text("採用"), "date": .day(Desk.day), "status": .token(status),
                ])
            let event = StoredRecord(key: RecordKey(.event, event), version: 1, record: record)
            return Roster(
                event: event, title: "採用", organisations: 1, people: 1, expected: 1, noShows: 0,
                lines: [RosterLine(attendance: Door.attendance(2, .attended), name: "乙社")])
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
        #expect(arrival(try typed("とびこみ"))?.who == .walkIn(name: "とびこみ"))
        #expect(arrival(try typed("社", then: [.down, .down, .down]))?.who == .walkIn(name: "社"))
        #expect(try typed("").isEmpty)
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
}
