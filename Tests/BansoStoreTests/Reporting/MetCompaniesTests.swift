import BansoCatalogue
import BansoDomain
import Testing

@testable import BansoStore

/// The companies of monthly reports, counted once more by hand.
@Suite struct MetCompaniesTests {
    private struct Meeting {
        var company: Int64
        var contact: CompanyContact
        var date: Day
    }

    /// From November what is a visit is defined otherwise.
    private static func catalogue() throws -> String {
        var visit = try #require(
            R7Desk.parse(CatalogueFile.embedded).definitions.last { $0.id == "company-visit" })
        (visit.version, visit.since) = (visit.version + 1, day(2025, 11, 1))
        visit.setting = .visits([.consultationOnline, .processConsultation])
        return CatalogueFile.adding(visit, to: CatalogueFile.embedded)
    }

    /// Some forty companies, met up to three times each in every way, and a few once more.
    private func meetings(_ desk: R7Desk) throws -> [Meeting] {
        var random = OracleRandom(seed: 7)
        var met: [Meeting] = []
        for number in 1...40 {
            let company = try desk.company("会社\(number)")
            let days = (0..<6).map { _ in day(2025, 6, 2) + Int.random(in: 0..<200, using: &random) }.sorted()
            for date in Set(days.prefix(3)).sorted() {
                let isOnline = random.chance(50)
                try OctoberDesk.book(desk, company, on: date, isOnline ? .online : .inPerson)
                met.append(
                    Meeting(
                        company: company, contact: isOnline ? .consultationOnline : .consultationInPerson, date: date))
            }
            for date in Set(days.dropFirst(3)) {
                let isHearing = random.chance(50)
                let fields: KeyValuePairs<String, FieldValue> =
                    isHearing
                    ? [
                        "activity": .text("C2"), "organisation": .number(company), "date": .day(date),
                        "employs_foreign_talent": .flag(false),
                    ] : ["activity": .text("D3-4"), "organisation": .number(company), "date": .day(date)]
                try desk.add(isHearing ? .hearing : .processConsultation, fields)
                met.append(
                    Meeting(company: company, contact: isHearing ? .hearing : .processConsultation, date: date))
            }
        }
        return met
    }

    @Test func eachIsCountedOnceByWhatIsAVisitInThatMonth() throws {
        let text = try Self.catalogue()
        let desk = try R7Desk(text: text)
        let met = try meetings(desk)
        let ways: [ProgrammeID: [CompanyContact]] = [
            "A": [.consultationInPerson, .consultationOnline], "B": [], "C": [.hearing], "D": [.processConsultation],
        ]
        for number in 6...12 {
            let month = try #require(FiscalMonth(year: 2025, month: number))
            let visits: [CompanyContact] =
                number < 11 ? [.consultationInPerson, .hearing] : [.consultationOnline, .processConsultation]
            for reported in try desk.store.monthlyReports(of: month, programmes: ["A", "B", "C", "D"]) {
                let report = reported.report
                let own = met.filter { ways[report.programme]?.contains($0.contact) == true }
                func pair(from first: Day) -> CompanyFigures.Pair {
                    let those = own.filter { (first...month.lastDay).contains($0.date) }
                    return CompanyFigures.Pair(
                        visited: Set(those.filter { visits.contains($0.contact) }.map(\.company)).count,
                        informed: Set(those.map(\.company)).count)
                }
                #expect(report.companies.month == pair(from: month.firstDay), "\(report.programme) \(month.iso)")
                #expect(report.companies.soFar == pair(from: day(2025, 4, 1)), "\(report.programme) \(month.iso)")
            }
        }
    }

    @Test func beforeThePeriodNobodyIsMet() throws {
        let text = R7Desk.catalogue("period = { from = 2025-04-01", is: "period = { from = 2025-04-10")
        let desk = try R7Desk(text: text)
        for (name, date) in [("前", day(2025, 4, 9)), ("初日", day(2025, 4, 10))] {
            try OctoberDesk.book(desk, try desk.company(name), on: date, .inPerson)
        }
        let once = CompanyFigures.Pair(visited: 1, informed: 1)
        let april = try #require(FiscalMonth(year: 2025, month: 4))
        let report = try #require(try desk.store.monthlyReports(of: april, programmes: ["A"]).first).report
        #expect(report.companies == CompanyFigures(month: once, soFar: once))
    }
}
