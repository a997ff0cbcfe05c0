import BansoDomain
import BansoStore
import TerminalUI
import Testing

@testable import BansoApp

/// Two doors of one event: what one of them writes never changes whom the other one's Enter is for.
@Suite struct RosterRaceTests {
    private let me = Actor("田中")
    private let names = ["合同会社有明精密", "有明商会株式会社", "有明産業機器"]

    /// A door on a desk of its own, with what is written at another one.
    private final class Door {
        let desk: Desk
        var screen: RosterScreen
        var context: Context
        private(set) var said: [String] = []

        /// - Parameter today: the event is on `Desk.day`.
        init(_ desk: Desk, today: Day = Desk.day) throws {
            self.desk = desk
            screen = RosterScreen(event: 1)
            context = desk.context(.ja, size: Size(width: 80, height: 24), today: today)
            try screen.load(from: desk.store, context)
        }

        func type(_ text: String) throws {
            for letter in text { _ = screen.update(.key(.character(letter)), context) }
            try screen.load(from: desk.store, context)
        }

        func press(_ action: Action) throws {
            try perform(screen.update(.action(action), context))
            try screen.load(from: desk.store, context)
        }

        /// What another program wrote is read.
        func notice() throws {
            context.dataVersion += 1
            try screen.load(from: desk.store, context)
        }

        private func perform(_ effects: [Effect]) throws {
            for effect in effects {
                switch effect {
                case .say(let message): said.append(message.text)
                case .write(let write):
                    let outcome: Outcome
                    do {
                        outcome = try write.perform(on: desk.store, by: Actor("田中"), today: context.today)
                    } catch let error as DeskError {
                        outcome = .failed(error)
                    }
                    try perform(screen.update(.written(write, outcome), context))
                    try notice()
                default: break
                }
            }
        }
    }

    private func desk(_ status: EventStatus = .held) throws -> Desk {
        let desk = try Desk(companies: 0)
        let event = Record(
            .event,
            [
                "activity": .text("A1-1"), "theme": .text("講座"), "date": .day(Desk.day), "status": .token(status),
            ])
        _ = try desk.store.add(event, by: me)
        for name in names { _ = try desk.store.add(Organisation(name: name, kana: "アリアケ"), by: me) }
        return desk
    }

    private func attendances(_ desk: Desk) throws -> [Record] {
        try desk.store.records(.attendance, after: 0, limit: 100).map(\.record)
    }

    private func attend(_ organisation: Int64?, _ presence: Presence = .attended, on desk: Desk) throws -> Int64 {
        try desk.store.add(
            Record(
                .attendance,
                [
                    "event": .number(1), "organisation": .number(organisation ?? 0), "presence": .token(presence),
                ]), by: Actor("佐藤"))
    }

    @Test func whoWasLetInAtTheOtherDoorIsSaidToBeThereAndNobodyElseArrives() throws {
        let desk = try desk()
        let (mine, other) = (try Door(desk), try Door(desk))
        try mine.type("有明")
        try other.type("有明")
        try other.press(.open)
        try mine.notice()
        try mine.press(.open)
        #expect(try attendances(desk).count == 1)
        #expect(mine.said.last?.contains("既に受付済み") == true && mine.screen.editor.text.isEmpty)
    }

    @Test func theHighlightStaysWithItsCompany() throws {
        let desk = try desk()
        let door = try Door(desk)
        try door.type("有明")
        try door.press(.down)
        let (first, chosen) = (door.screen.hits[0].hit.key.id, door.screen.hits[1].hit.key.id)
        _ = try attend(first, on: desk)
        try door.notice()
        try door.press(.open)
        #expect(try attendances(desk).map { $0["organisation"].number } == [first, chosen])
    }

    /// More are found than are shown: who has arrived would fall out of the list.
    @Test func theHighlightStaysWithACompanyThatFallsOutOfTheList() throws {
        let desk = try desk()
        for number in 1...12 { _ = try desk.store.add(Organisation(name: "有明第\(number)工場"), by: me) }
        let door = try Door(desk)
        try door.type("有明")
        let chosen = door.screen.hits[0].hit.key.id
        _ = try attend(chosen, on: desk)
        try door.notice()
        #expect(door.screen.hits[door.screen.candidate].hit.key.id == chosen)
        try door.press(.open)
        #expect(try attendances(desk).count == 1)
    }

    /// Of two people of one company who are registered, one is let in at the other door.
    @Test func ofTwoPeopleOfOneCompanyTheHighlightStaysWithTheOne() throws {
        let desk = try desk()
        for attendee in ["有田", "有吉"] {
            _ = try desk.store.add(
                Record(
                    .attendance,
                    [
                        "event": .number(1), "organisation": .number(1), "attendee": .text(attendee),
                        "presence": .token(Presence.registered),
                    ]), by: me)
        }
        let door = try Door(desk)
        try door.type("有明")
        let there = try #require(door.screen.hits[0].attendance)
        var record = there.record
        record["presence"] = .token(Presence.attended)
        try desk.store.edit(there.key, version: there.version, to: record, by: Actor("佐藤"))
        try door.notice()
        try door.press(.open)
        #expect(door.said.last?.contains("既に受付済み") == true)
        #expect(try attendances(desk).count { $0["presence"] == .token(Presence.attended) } == 1)
    }

    /// Both press Enter before either has read what the other wrote.
    @Test(arguments: [false, true]) func aRefusedDoubleIsSuccess(_ isNew: Bool) throws {
        let desk = try desk()
        let (mine, other) = (try Door(desk), try Door(desk))
        let text = isNew ? "たけ" : "有明"
        try mine.type(text)
        try other.type(text)
        try other.press(.open)
        try mine.press(.open)
        #expect(mine.said.last?.contains("既に受付済み") == true && mine.screen.editor.text.isEmpty)
        #expect(try attendances(desk).count == 1)
        #expect(try desk.store.records(.organisation, after: 0, limit: 99).count == (isNew ? 4 : 3))
    }

    @Test func whoWasRegisteredMeanwhileIsLetIn() throws {
        let desk = try desk()
        let door = try Door(desk)
        try door.type("有明")
        _ = try attend(door.screen.hits[0].hit.key.id, .registered, on: desk)
        try door.press(.open)
        #expect(try attendances(desk).map { $0["presence"] } == [.token(Presence.attended)])
    }

    /// A company of the name was added elsewhere: the letters stay for a choice, and the next letter begins the next name.
    @Test func afterARefusalTheNextLetterBeginsTheNextName() throws {
        let desk = try desk()
        let door = try Door(desk)
        try door.type("たけ")
        _ = try desk.store.add(Organisation(name: "たけ"), by: Actor("佐藤"))
        try door.notice()
        try door.press(.open)
        #expect(try attendances(desk).isEmpty && door.screen.editor.text == "たけ")
        try door.type("ひび")
        #expect(door.screen.editor.text == "ひび")
    }

    @Test func beforeTheDayEnterRegisters() throws {
        let desk = try desk(.planned)
        let door = try Door(desk, today: Desk.day + -14)
        var canvas = Canvas(size: door.context.size)
        _ = door.screen.draw(on: &canvas, in: door.context.body, door.context)
        #expect(canvas.lines.contains { $0.contains("Enter は申込の登録（") })
        try door.type("有明")
        let first = door.screen.hits[0].hit.key
        try door.press(.open)
        #expect(door.said.last?.contains("申込を登録しました") == true)
        // The next one comes first, and the same one is not registered twice
        try door.type("有明")
        #expect(door.screen.hits.last?.hit.key == first)
        try door.press(.open)
        #expect(try attendances(desk).map { $0["presence"] } == Array(repeating: .token(Presence.registered), count: 2))
        try door.type("有明")
        try door.press(.down)
        try door.press(.open)
        #expect(door.said.last?.contains("既に申込済み") == true)
        // On the list they stay away or don't
        try door.press(.right)
        try door.press(.done)
        try door.press(.done)
        #expect(try attendances(desk).allSatisfy { $0["presence"] == .token(Presence.registered) })
        // On the day they arrive
        let arriving = try Door(desk)
        try arriving.type("有明")
        try arriving.press(.open)
        #expect(try attendances(desk).count { $0["presence"] == .token(Presence.attended) } == 1)
    }

    @Test func aLineOfTheListStaysUnderTheHand() throws {
        let desk = try desk()
        let door = try Door(desk)
        _ = try attend(1, on: desk)
        try door.press(.right)
        try door.notice()
        _ = try attend(2, on: desk)
        try door.notice()
        try door.press(.done)
        #expect(try attendances(desk).map { $0["presence"] } == [.token(Presence.noShow), .token(Presence.attended)])
    }
}
