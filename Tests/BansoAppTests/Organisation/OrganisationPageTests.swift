import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What can be read on a company's page without opening anything.
@Suite struct OrganisationPageTests {
    private func desk() throws -> Desk {
        let desk = try Desk(companies: 0)
        let id = try desk.store.add(
            Organisation(name: "株式会社はじめ", prefecture: Prefecture(code: 40)), by: Actor("田中"))
        var contact = Record(.contact)
        contact["organisation"] = .number(id.value)
        contact["name"] = .text("山本 花子")
        contact["position"] = .text("人事部採用担当課長")
        contact["phone"] = .text("092-000-1111")
        contact["email"] = .text("hanako.yamamoto@saiyou.example.jp")
        contact["notes"] = .text("午前中は現場に出ている")
        _ = try desk.store.add(contact, by: Actor("田中"))
        for (day, notes) in [(8, "一度目のメモ"), (18, "二度目のメモ")] {
            _ = try desk.store.book(
                Consultation(
                    company: id, date: Day(2025, 9, day)!, minutes: 90, mode: .online, topics: "求人票の原案", notes: notes),
                nextAction: nil, by: Actor("田中"))
        }
        return desk
    }

    private let toCompany: [Key] = [.character("/")] + .typed("はじめ") + [.enter]

    private func lines(_ keys: [Key], _ width: Int, _ height: Int) throws -> [String] {
        try desk().run(toCompany + keys, size: Size(width: width, height: height)).frame.lines
    }

    @Test func notesStandBelowTheirConsultation() throws {
        let frame = try lines([], 120, 40)
        let first = try #require(frame.firstIndex { $0.contains("相談 2回目") })
        #expect(frame[first + 1].contains("求人票の原案") && frame[first + 2].contains("二度目のメモ"))
        #expect(frame[first + 3].contains("相談 1回目"))
        // Where there is little room the timeline is what happened, a line each.
        #expect(!(try lines([], 80, 24)).contains { $0.contains("二度目のメモ") })
    }

    @Test func whatIsChosenCanBeReadBeside() throws {
        #expect(!(try lines([], 120, 40)).contains { $0.contains("午前中は現場に出ている") })
        #expect(try lines([.end], 120, 40).contains { $0.contains("午前中は現場に出ている") })
        // In the timeline the record that happened
        #expect(try lines([.right], 200, 60).contains { $0.contains("方法") && $0.contains("オンライン") })
    }

    @Test func whatIsTooLongForARowGoesOnBelow() throws {
        let frame = try lines([], 120, 40)
        let name = try #require(frame.firstIndex { $0.contains("山本 花子  人事部採用担当課長") })
        #expect(frame[name + 1].contains("092-000-1111  hanako.yamamoto@saiyou.example.jp"))
    }

    /// The reasons of the chosen verdict can be read whole at 80 columns.
    @Test func theVerdictsReasonsAreWhole() throws {
        let desk = try Desk(companies: 60)
        let frame = desk.run(GoldenFrameTests.toCompany, size: Size(width: 80, height: 24)).frame.lines
        let verdict = try #require(frame.firstIndex { $0.contains("適格  ") })
        #expect(!frame[verdict].contains("…"))
        #expect((frame[verdict] + frame[verdict + 1]).contains("中小企業基本法第2条"))
    }

    /// A chosen consultation is in sight with its note, and the list scrolls by rows.
    @Test func theTimelineScrollsByRows() {
        let items = (0..<10).map { index in
            TimelineItem(
                date: Day(2025, 9, 20)! + (-index), key: RecordKey(.consultation, Int64(index)),
                what: .consultation(ordinal: Ordinal(1)!, minutes: 60, mode: .online, topics: ""), by: "")
        }
        let notes = Dictionary(uniqueKeysWithValues: items.map { ($0.key, "メモ\($0.key.id)") })
        let context = FakeDesk(companies: 0).context(size: Size(width: 40, height: 7))
        for place in items.indices {
            var canvas = Canvas(size: context.size)
            let panel = TimelinePanel(
                title: "経過", items: items, selected: place, place: place, notes: notes, context: context)
            let cursor = panel.draw(on: &canvas, in: canvas.bounds)
            #expect(canvas.lines[cursor.y + 1].contains("メモ\(place)"))
            #expect(canvas[0, cursor.y].style.surface == .selection)
        }
    }
}
