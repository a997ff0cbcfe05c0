import BansoDomain
import Testing

@testable import BansoSample

@Suite struct ConsultationTests {
    let today = Sample.usualDay

    @Test(arguments: 1...20) func `figures are those of a usual November`(seed: UInt64) throws {
        let consultations = try filled(companies: 300, seed: seed).consultations
        #expect((38...44).contains(Set(consultations.map(\.company)).count))
        #expect((55...62).contains(consultations.count), "\(consultations.count)")
        #expect((2...4).contains(consultations.count { $0.date == today }))
        #expect(consultations.count { $0.date > today + -7 } >= 4)
    }

    @Test(arguments: [0.5, 1.5, 3]) func `an average can be asked for`(average: Double) throws {
        let desk = try filled(companies: 4000, consultationsPerCompany: average)
        let found = Double(desk.consultations.count) / 4000
        #expect(abs(found - average) < 0.01)
        #expect(consultationsByCompany(desk).values.allSatisfy { (1...3).contains($0.count) })
    }

    @Test func `no company has more than the catalogue's limit`() throws {
        var catalogue = Catalogue.small
        catalogue.consultation.limit = 2
        let desk = try filled(companies: 1000, catalogue: catalogue, consultationsPerCompany: 1.5)
        #expect(consultationsByCompany(desk).values.allSatisfy { $0.count <= 2 })
        #expect(consultationsByCompany(try filled(companies: 1000)).values.contains { $0.count == 3 })
    }

    @Test(arguments: [Day(2025, 11, 20)!, Day(2025, 11, 23)!, Day(2025, 6, 2)!, Day(2026, 5, 1)!])
    func `they are on working days of the period, in order`(day: Day) throws {
        let desk = try filled(companies: 300, through: day)
        #expect(!desk.consultations.isEmpty)
        for consultation in desk.consultations {
            #expect(consultation.date >= Day(2025, 6, 2)!)
            #expect(consultation.date <= min(day, Catalogue.small.period.upperBound))
            #expect(holidays.isWorking(consultation.date))
        }
        for dates in consultationsByCompany(desk).values { #expect(dates == dates.sorted()) }
    }

    @Test func `they take one to two hours mostly, within office hours`() throws {
        let consultations = try filled(companies: 3000).consultations
        for consultation in consultations {
            let start = try #require(consultation.start)
            #expect((540...990).contains(start.minutes))
            #expect(start.minutes % 15 == 0)
            #expect((45...150).contains(consultation.minutes))
            #expect(!consultation.topics.isEmpty)
        }
        let usual = consultations.count { (60...120).contains($0.minutes) }
        #expect(usual * 100 / consultations.count >= 88)
        #expect(usual < consultations.count)
        #expect(Set(consultations.map(\.mode)) == Set(Consultation.Mode.allCases))
        #expect(consultations.contains { $0.notes.isEmpty })
        #expect(consultations.contains { $0.notes.split(separator: "。").count == 3 })
    }

    @Test(arguments: [nil, 1.5]) func `a consulted company stands at the consultation or later`(average: Double?) throws
    {
        let desk = try filled(companies: 300, consultationsPerCompany: average)
        let pipeline = try #require(Catalogue.small.pipeline("A"))
        for (company, dates) in consultationsByCompany(desk) {
            let entry = try #require(desk.entries.first { $0.organisation == company && $0.pipeline == "A" })
            #expect(try #require(pipeline.order(of: entry.stage)) >= 3)
            #expect(entry.since >= dates[0])
        }
    }

    @Test func `the entry comes before the bookings, which keep its next action`() throws {
        var entries: [OrganisationID: PipelineEntry] = [:]
        for call in try filled(companies: 300).calls {
            switch call {
            case .entry(let entry) where entry.pipeline == "A": entries[entry.organisation] = entry
            case .booking(let consultation, let nextAction):
                let entry = try #require(entries[consultation.company])
                #expect(entry.nextAction == nextAction)
            default: break
            }
        }
    }

    private func consultationsByCompany(_ desk: RecordingDesk) -> [OrganisationID: [Day]] {
        Dictionary(grouping: desk.consultations, by: \.company).mapValues { $0.map(\.date) }
    }
}
