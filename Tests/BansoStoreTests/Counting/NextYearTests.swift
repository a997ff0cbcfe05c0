import BansoDomain
import BansoStore
import Testing

@Suite("Next year's call is a file")
struct NextYearTests {
    @Test func hasOneProgrammeFewerAndItsOwnNumbers() throws {
        let catalogue = try NextYear.catalogue
        #expect(catalogue.programmes.map(\.id) == ["A", "B", "C"])
        #expect(catalogue.indicators.count == 37)
        #expect(catalogue.consultation.limit == 2)
        #expect(catalogue.indicator("A2.companies")?.target.value == 40)
        #expect(catalogue.period == day(2026, 4, 1)...day(2027, 3, 31))
    }

    @Test func countsByItsOwnRules() throws {
        let desk = try R7Desk(text: NextYear.text)
        let end = day(2027, 3, 31)
        let company = OrganisationID(try desk.company())
        for month in [6, 7] {
            let consultation = Consultation(company: company, date: day(2026, month, 1), minutes: 60, mode: .online)
            _ = try desk.store.book(consultation, nextAction: nil, by: desk.aoki)
        }
        let third = Consultation(company: company, date: day(2026, 8, 1), minutes: 60, mode: .online)
        #expect(throws: DeskError.consultationLimit(company: "有明食品株式会社", limit: 2)) {
            try desk.store.book(third, nextAction: nil, by: desk.aoki)
        }
        _ = try desk.event("C1", on: day(2026, 7, 1), prefecture: 44, municipality: "日田市")
        _ = try desk.event("C1", on: day(2026, 7, 2), prefecture: 44, municipality: "大分市")
        _ = try desk.event("C1", on: day(2025, 7, 2), prefecture: 44, municipality: "大分市")
        #expect(try desk.reading("A2.consultations", asOf: end)?.actual == 2)
        #expect(try desk.reading("C1.workshops", asOf: end)?.actual == 1)
        #expect(try desk.reasons("C1.workshops", asOf: end) == [.excludedMunicipality: 1, .outsidePeriod: 1])
        #expect(throws: DeskError.self) { try desk.event("D1", on: day(2026, 7, 1)) }
        #expect(try desk.store.check().isSound)
    }
}
