import BansoDomain
import BansoStore
import Testing

struct ReadingsTests {
    @Test("Given consultations on several days, when read as of a day, then that day counts and the next does not")
    func asOf() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        for date in [day(2025, 7, 31), day(2025, 8, 5), day(2025, 8, 6)] { try desk.book(company, on: date) }
        let counts = try [day(2025, 7, 30), day(2025, 7, 31), day(2025, 8, 5), day(2025, 8, 6), day(2025, 12, 1)]
            .map { try desk.actual("A2.consultations", asOf: $0) }
        #expect(counts == [0, 1, 2, 3, 3])
        #expect(try desk.actual("A2.companies", asOf: day(2025, 12, 1)) == 1)
    }

    @Test(
        "Given consultations in and out of the period, then the latter are excluded, and kept by prefecture and month")
    func parts() throws {
        let desk = try TestDesk()
        try desk.book(try desk.company("一社", prefecture: 40), on: day(2025, 5, 31))
        try desk.book(try desk.company("二社", prefecture: 43), on: day(2025, 8, 5))
        let tally = try #require(try desk.store.readings(asOf: day(2025, 8, 31)).last?.tally)
        #expect(tally.counted == 1)
        #expect(tally.excluded == 1)
        let cell = CountMatrix.Cell(month: FiscalMonth(year: 2025, month: 8)!, prefecture: Prefecture(code: 43))
        #expect(try desk.store.matrix(of: "A2.consultations", asOf: day(2025, 8, 31)).counts == [cell: 1])
        #expect(try desk.store.matrix(of: "A2.consultations", asOf: day(2025, 8, 4)).counts == [:])
        #expect(tally.byMonth == [FiscalMonth(year: 2025, month: 8)!: 1])
        #expect(tally.byActivity == ["A2": 1])
    }

    @Test("Given an earlier consultation booked later, then the company counts at the earlier one")
    func firstOccurrence() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        try desk.book(company, on: day(2025, 9, 1))
        try desk.book(company, on: day(2025, 7, 1))
        #expect(try desk.actual("A2.companies", asOf: day(2025, 7, 1)) == 1)
        #expect(try desk.actual("A2.companies") == 1)
    }

    @Test("Given a company whose prefecture an import fills in, then its contributions carry it in the same step")
    func prefectureChanges() throws {
        let desk = try TestDesk()
        let number = try CorporateNumber("4011001098993")
        let company = try desk.store.add(Organisation(name: "甲社", corporateNumber: number), by: desk.aoki)
        try desk.book(company)
        var outcomes: [MergeOutcome] = []
        try desk.store.bulk(.importCompanies, by: desk.aoki, isDryRun: false) { bulk in
            let better = Organisation(name: "甲社", corporateNumber: number, prefecture: Prefecture(code: 44))
            outcomes = [try bulk.merge(better), try bulk.merge(Organisation(name: "甲社", corporateNumber: number))]
        }
        #expect(outcomes == [.updated, .unchanged])
        let cell = CountMatrix.Cell(month: FiscalMonth(year: 2025, month: 8)!, prefecture: Prefecture(code: 44))
        #expect(try desk.store.matrix(of: "A2.companies", asOf: day(2026, 3, 31)).counts == [cell: 1])
        #expect(try desk.store.check().isSound)
    }

    @Test("Given a new database, then there is no last write; after a write there is one")
    func lastWrite() throws {
        let desk = try TestDesk()
        #expect(try desk.store.lastWrite() == nil)
        _ = try desk.company()
        #expect(try desk.store.lastWrite() ?? 0 > 1_700_000_000)
        #expect(try desk.store.coordinators().map(\.record.name) == ["青木"])
    }
}
