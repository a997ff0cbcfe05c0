import BansoCatalogue
import BansoDomain
import BansoStore
import Testing

@Suite("A definition changes")
struct DefinitionTests {
    private let end = day(2026, 3, 31)

    /// One company at one seminar, which answered 4.
    private func answered() throws -> R7Desk {
        let desk = try R7Desk()
        let company = try desk.company()
        let event = try desk.event("A1-1", on: day(2025, 9, 1))
        try desk.add(.attendance, ["event": .number(event), "organisation": .number(company)])
        try desk.add(
            .surveyAnswer,
            [
                "event": .number(event), "organisation": .number(company), "date": .day(day(2025, 9, 1)),
                "score": .number(4),
            ])
        return desk
    }

    private func stricter(since: Day) -> Definition {
        Definition(
            id: "satisfaction-scale", version: 2, since: since, label: LocalizedText(ja: "尺度", en: "scale"),
            value: "「最上位」のみ", setting: .contentFrom(5))
    }

    private func adopt(
        _ definition: Definition, on store: Store, isDryRun: Bool
    ) throws -> [(before: Reading, after: Reading)] {
        let text = CatalogueFile.adding(definition, to: try store.catalogueText())
        return try store.adopt(
            try CatalogueFile.parse(text, file: "x"), text: text, asOf: end, by: Actor("青木"), isDryRun: isDryRun)
    }

    @Test("Given a stricter scale is tried, then what it moves is shown and nothing is written")
    func showsWhatItMoves() throws {
        let desk = try answered()
        let moved = try adopt(stricter(since: day(2025, 4, 1)), on: desk.store, isDryRun: true)
        #expect(moved.map(\.before.indicator.id) == ["KPI.satisfaction"])
        #expect(moved.first?.before.rate?.pooled == Fraction(1, of: 1))
        #expect(moved.first?.after.rate?.pooled == Fraction(0, of: 1))
        #expect(try desk.reading("KPI.satisfaction", asOf: end)?.rate?.pooled == Fraction(1, of: 1))
        #expect(try desk.store.check().isSound)
    }

    @Test("Given it is taken, then the new one counts, the old one is kept, and others must open the database again")
    func isTaken() throws {
        let desk = try answered()
        let other = try Store.open(at: desk.store.path) { try CatalogueFile.parse($0, file: "x") }
        _ = try adopt(stricter(since: day(2025, 4, 1)), on: desk.store, isDryRun: false)
        #expect(throws: DeskError.outdated(path: desk.store.path)) { try desk.company("二社") }
        #expect(throws: DeskError.outdated(path: desk.store.path)) {
            try other.add(Organisation(name: "三社"), by: desk.aoki)
        }
        let again = try Store.open(at: desk.store.path) { try CatalogueFile.parse($0, file: "x") }
        #expect(again.catalogue.definitions.filter { $0.id == "satisfaction-scale" }.map(\.version) == [1, 2])
        let rate = try again.readings(asOf: end).first { $0.indicator.id == "KPI.satisfaction" }?.rate
        #expect(rate?.pooled == Fraction(0, of: 1))
        #expect(try again.check().isSound)
    }

    @Test("Given it holds from a later day, then what happened before is read as it was")
    func holdsFromItsDate() throws {
        let desk = try answered()
        #expect(try adopt(stricter(since: day(2025, 9, 2)), on: desk.store, isDryRun: true).isEmpty)
        #expect(try adopt(stricter(since: day(2025, 9, 1)), on: desk.store, isDryRun: true).count == 1)
    }
}
