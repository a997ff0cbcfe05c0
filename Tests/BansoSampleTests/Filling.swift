import BansoCatalogue
import BansoDomain

@testable import BansoSample

/// The holidays of the fiscal year up to the new year.
let holidays = WorkingCalendar(
    holidays: [
        Day(2025, 4, 29)!, Day(2025, 5, 5)!, Day(2025, 5, 6)!, Day(2025, 7, 21)!, Day(2025, 8, 11)!, Day(2025, 9, 15)!,
        Day(2025, 9, 23)!, Day(2025, 10, 13)!, Day(2025, 11, 3)!, Day(2025, 11, 24)!, Day(2026, 1, 1)!,
    ])

func filled(
    companies: Int, seed: UInt64 = 1, through day: Day = Sample.usualDay, catalogue: Catalogue = .small,
    consultationsPerCompany: Double? = nil, attendances: Int? = nil, applications: Int? = nil
) throws -> RecordingDesk {
    let desk = RecordingDesk()
    let sample = Sample(
        companies: companies, seed: seed, through: day, calendar: holidays,
        consultationsPerCompany: consultationsPerCompany, attendances: attendances, applications: applications)
    try sample.fill(desk, catalogue: catalogue) { _ in }
    return desk
}

extension Catalogue {
    static let r7 = try! CatalogueFile.parse(CatalogueFile.embedded, file: CatalogueFile.embeddedName)
}
