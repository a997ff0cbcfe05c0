import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What stands beside a form while somebody is on the phone.
@Suite struct FormAsideTests {
    private func company(_ desk: Desk) throws -> OrganisationID {
        let id = try desk.store.add(
            Organisation(name: "株式会社はじめ", prefecture: Prefecture(code: 40)), by: Actor("田中"))
        var contact = Record(.contact)
        contact["organisation"] = .number(id.value)
        contact["name"] = .text("山本 花子")
        contact["phone"] = .text("092-000-1111")
        _ = try desk.store.add(contact, by: Actor("田中"))
        _ = try desk.store.book(
            Consultation(
                company: id, date: Day(2025, 9, 18)!, minutes: 90, mode: .online, topics: "求人票の原案",
                notes: "次回は報酬の目安を決める"), nextAction: nil, by: Actor("田中"))
        return id
    }

    private let toForm: [Key] = [.character("/")] + .typed("はじめ") + [.enter, .character("c")]

    @Test func theCompanyStandsBesideItsConsultation() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let wide = desk.run(toForm, size: Size(width: 120, height: 40)).frame.lines
        for text in ["山本 花子", "092-000-1111", "求人票の原案", "次回は報酬の目安を決める", "1回目  9/18", "●○○ 1/3"] {
            #expect(wide.contains { $0.contains(text) }, "\(text)")
        }
        let narrow = desk.run(toForm, size: Size(width: 80, height: 24)).frame.lines
        #expect(!narrow.contains { $0.contains("山本 花子") })
    }

    @Test func aCompanyPickedInTheFormAppears() throws {
        let desk = try Desk(companies: 0)
        _ = try company(desk)
        let form: [Key] = [.character("n"), .character("p")]
        let before = desk.run(form, size: Size(width: 120, height: 40)).frame.lines
        #expect(!before.contains { $0.contains("山本 花子") })
        let after = desk.run(form + .typed("はじ") + [.enter], size: Size(width: 120, height: 40)).frame.lines
        #expect(after.contains { $0.contains("山本 花子") })
    }

    @Test func recordsThatNameTheEditedOneStandBesideIt() throws {
        let desk = try Desk(companies: 60)
        let frame = desk.run(GoldenFrameTests.toEvent + [.character("e")], size: Size(width: 120, height: 40)).frame
        #expect(frame.lines.contains { $0.contains("関連する記録") })
    }

    private final class Counting: QuietDesk {
        let catalogue = FakeDesk.call
        var count = 0
        func file(of organisation: OrganisationID) -> OrganisationFile? {
            count += 1
            return OrganisationFile(
                organisation: Listed(id: organisation, version: 1, record: Organisation(name: "株式会社はじめ")),
                entries: [], consultations: [], timeline: [])
        }
    }

    /// Nothing is read again for a typed letter.
    @Test func typingReadsNothing() throws {
        let desk = Counting()
        var context = FakeDesk(companies: 0).context(size: Size(width: 120, height: 40))
        var screen = FormScreen(.add(.consultation, to: OrganisationID(7)))
        try screen.load(from: desk, context)
        for letter in "14:00" {
            _ = screen.update(.key(.character(letter)), context)
            try screen.load(from: desk, context)
        }
        #expect(desk.count == 1)
        context.dataVersion += 1
        try screen.load(from: desk, context)
        #expect(desk.count == 2)
    }
}
