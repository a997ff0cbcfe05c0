import BansoCatalogue
import BansoDomain
import BansoStore
import Testing

/// A change of one record reaches the counts of others.
@Suite struct ReachTests {
    private let end = day(2026, 3, 31)

    @Test(
        "Given an applicant who was at the event, when the company turns out to have presented, then the applicant is none"
    )
    func aPresenterThatIsEnteredLater() throws {
        let desk = try R7Desk()
        let company = try desk.company()
        let event = try desk.event("A1-4", on: day(2025, 9, 1))
        let person = try desk.add(.talent, ["name": .text("佐藤")])
        try desk.add(.attendance, ["event": .number(event), "talent": .number(person)])
        let posting = try desk.add(
            .posting,
            [
                "organisation": .number(company), "activity": .text("A1-4"), "kind": .token(EmploymentKind.regular),
                "title": .text("求人"), "date": .day(day(2025, 8, 1)),
            ])
        try desk.add(
            .application,
            [
                "posting": .number(posting), "talent": .number(person), "date": .day(day(2025, 8, 5)),
                "documents": .flag(true),
            ])
        #expect(try desk.reading("A1-4.talent", asOf: end)?.actual == 2)
        let presents = try desk.add(
            .attendance,
            [
                "event": .number(event), "organisation": .number(company),
                "role": .token(AttendanceRole.presenter),
            ])
        #expect(try desk.reading("A1-4.talent", asOf: end)?.actual == 1)
        #expect(try desk.reading("A1-4.talent", asOf: day(2025, 8, 31))?.actual == 1)
        #expect(try desk.reasons("A1-4.talent", asOf: end) == [.metAtEvent: 1])
        try desk.store.delete(RecordKey(.attendance, presents), version: 1, by: desk.aoki)
        #expect(try desk.reading("A1-4.talent", asOf: end)?.actual == 2)
        #expect(try desk.store.check().isSound)
    }

    @Test("Given a call that counts receivers of contracts, then a contract counts for its receiver too")
    func theOtherSideOfAContract() throws {
        let text = CatalogueFile.embedded.replacing(
            "\"inter-company-sides\", activities = [\"A3-4\"], role = \"sender\"",
            with: "\"inter-company-sides\", activities = [\"A3-4\"], role = \"receiver\"")
        let desk = try R7Desk(text: text)
        let (sender, receiver) = (try desk.company("派遣"), try desk.company("受入"))
        let event = try desk.event("A3-3", on: day(2025, 9, 1))
        try desk.add(
            .attendance,
            [
                "event": .number(event), "organisation": .number(receiver), "role": .token(AttendanceRole.receiver),
            ])
        try desk.add(
            .interCompanyContract,
            [
                "activity": .text("A3-4"), "sender": .number(sender), "receiver": .number(receiver),
                "date": .day(day(2025, 10, 1)), "project": .text("生産"),
            ])
        #expect(try desk.reading("A3-4.senders", asOf: end)?.actual == 1)
        #expect(try desk.store.check().isSound)
    }
}
