import BansoDomain
import BansoStore
import Testing

struct EligibilityTests {
    private func check(_ company: Int64, on date: Day, employees: Int = 45, holders: LargeFirmAnswer = .no) -> Record {
        Record(
            .eligibilityCheck,
            [
                "organisation": .number(company), "date": .day(date), "legal_form": .token(LegalForm.company),
                "business_class": .token(BusinessClass.service), "capital": .number(90_000_000),
                "employees": .number(employees), "one_large_firm": .token(holders),
                "large_firms": .token(LargeFirmAnswer.no), "officers": .token(LargeFirmAnswer.no),
                "evidence": .text("登記事項証明書"), "verdict": .token(Eligibility.other),
            ])
    }

    private func eligibility(_ desk: R7Desk, _ company: Int64) throws -> Eligibility? {
        try desk.store.file(of: OrganisationID(company))?.organisation.record.eligibility
    }

    private func receivers(_ desk: R7Desk) throws -> Int? {
        try desk.reading("A3-1.receivers", asOf: day(2026, 3, 31))?.tally.counted
    }

    @Test("Given a check, then its verdict follows from the answers, the company from the verdict, and the count too")
    func follows() throws {
        let desk = try R7Desk()
        let company = try desk.company(eligibility: .unknown)
        let event = try desk.event("A3-1", on: day(2025, 8, 5))
        try desk.add(
            .attendance,
            ["event": .number(event), "organisation": .number(company), "role": .token(AttendanceRole.receiver)])
        #expect(try receivers(desk) == 0)
        let id = try desk.store.add(check(company, on: day(2025, 8, 1)), by: desk.aoki)
        #expect(try desk.store.record(RecordKey(.eligibilityCheck, id))?.record["verdict"] == .text("eligible"))
        #expect(try eligibility(desk, company) == .eligible)
        #expect(try receivers(desk) == 1)
        _ = try desk.store.add(check(company, on: day(2025, 8, 2), employees: 900), by: desk.aoki)
        #expect(try eligibility(desk, company) == .large)
        #expect(try receivers(desk) == 0)
        for _ in 0..<2 { _ = try desk.store.undo(by: desk.aoki) }
        #expect(try eligibility(desk, company) == .unknown)
        #expect(try receivers(desk) == 0)
        #expect(try desk.store.check().isSound)
    }

    @Test("Given several checks, then the newest by date decides, whenever each was written, edited or deleted")
    func newest() throws {
        let desk = try R7Desk()
        let company = try desk.company(eligibility: .unknown)
        let late = try desk.store.add(check(company, on: day(2025, 9, 1), holders: .yes), by: desk.aoki)
        let early = try desk.store.add(check(company, on: day(2025, 8, 1)), by: desk.aoki)
        #expect(try eligibility(desk, company) == .deemedLarge)
        try desk.store.edit(
            RecordKey(.eligibilityCheck, late), version: 1, to: check(company, on: day(2025, 9, 1), employees: 900),
            by: desk.aoki)
        #expect(try eligibility(desk, company) == .large)
        try desk.store.delete(RecordKey(.eligibilityCheck, late), version: 2, by: desk.aoki)
        #expect(try eligibility(desk, company) == .eligible)
        try desk.store.bulk(.importRecords, by: desk.aoki, isDryRun: false) { bulk in
            _ = try bulk.put(check(company, on: day(2025, 8, 1), holders: .yes), id: early)
        }
        #expect(try eligibility(desk, company) == .deemedLarge)
        try desk.store.delete(RecordKey(.eligibilityCheck, early), version: 2, by: desk.aoki)
        #expect(try eligibility(desk, company) == .unknown)
    }

    @Test("Given a check that goes over to another company, then both follow")
    func movedToAnother() throws {
        let desk = try R7Desk()
        let (one, other) = (try desk.company(eligibility: .unknown), try desk.company("別社", eligibility: .unknown))
        let id = try desk.store.add(check(one, on: day(2025, 8, 1)), by: desk.aoki)
        try desk.store.edit(
            RecordKey(.eligibilityCheck, id), version: 1, to: check(other, on: day(2025, 8, 1)), by: desk.aoki)
        #expect(try eligibility(desk, one) == .unknown)
        #expect(try eligibility(desk, other) == .eligible)
    }
}
