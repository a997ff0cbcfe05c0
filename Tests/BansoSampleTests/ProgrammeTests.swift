import BansoCatalogue
import BansoDomain
import Testing

@testable import BansoSample

@Suite struct ProgrammeTests {
    /// Those that are put as records; why something was corrected comes once reports are frozen.
    static let kinds = RecordKind.allCases.filter {
        ![.organisation, .pipelineEntry, .consultation, .coordinator, .correctionReason].contains($0)
    }

    @Test func `the same numbers give the same records`() throws {
        let one = try filled(companies: 300, catalogue: .r7, attendances: 500, applications: 90)
        let other = try filled(companies: 300, catalogue: .r7, attendances: 500, applications: 90)
        #expect(one.log == other.log)
        #expect(one.log != (try filled(companies: 300, seed: 2, catalogue: .r7)).log)
    }

    @Test func `every kind of record is there, in the numbers of a usual November`() throws {
        let desk = try filled(companies: 300, catalogue: .r7)
        for kind in Self.kinds { #expect(!desk.all(kind).isEmpty, "\(kind)") }
        #expect((250...270).contains(desk.all(.talent).count))
        #expect((3...4).contains(desk.all(.region).count))
    }

    @Test(arguments: [0, 1, 2, 5, 40, 300], [1, 2, 3] as [UInt64])
    func `every record is within the rules, and refers to what is there`(companies: Int, seed: UInt64) throws {
        let desk = try filled(companies: companies, seed: seed, catalogue: .r7, attendances: 30, applications: 30)
        for record in desk.log {
            #expect(throws: Never.self) { try RecordRules.check(record, catalogue: .r7) }
            for (field, value) in zip(record.kind.fields, record.values) {
                guard case .reference(let kind) = field.kind, let number = value.number else { continue }
                #expect(try desk.exists(RecordKey(kind, number)), "\(record)")
            }
        }
        #expect(companies > 0 || desk.log.isEmpty)
    }

    @Test(arguments: [
        Day(2025, 4, 9)!, Day(2025, 5, 30)!, Day(2025, 7, 1)!, Day(2025, 9, 6)!, Sample.usualDay, Day(2026, 2, 1)!,
        Day(2026, 3, 31)!, Day(2026, 5, 1)!,
    ]) func `nothing has happened after the day`(day: Day) throws {
        let desk = try filled(companies: 300, through: day, catalogue: .r7, attendances: 900, applications: 50)
        let end = Catalogue.r7.period.upperBound
        for record in desk.log {
            for (field, value) in zip(record.kind.fields, record.values) {
                guard let date = value.day else { continue }
                if case .day(inPeriod: true) = field.kind { #expect(Catalogue.r7.period.contains(date), "\(record)") }
                let isPlanned = record.kind == .event && record["status"] != .token(EventStatus.held)
                let isOpen = ["closed_on", "starts_on", "ends_on", "until"].contains(field.id)
                #expect(isPlanned || isOpen || date <= min(day, end), "\(field.id) \(record)")
                #expect(isOpen || holidays.isWorking(date), "\(field.id) \(record)")
            }
        }
        for event in desk.all(.event) where event["status"] == .token(EventStatus.planned) {
            #expect(event["date"].day! > day || day > end)
        }
    }

    @Test func `the year fills up`() throws {
        var last = -1
        for day in [Day(2025, 3, 31)!, Day(2025, 6, 1)!, Day(2025, 8, 1)!, Sample.usualDay, Day(2026, 3, 31)!] {
            let count = try filled(companies: 300, through: day, catalogue: .r7).log.count
            #expect(count > last)
            last = count
        }
        #expect(try filled(companies: 300, through: Day(2025, 3, 31)!, catalogue: .r7).log.isEmpty)
    }

    @Test func `stages of an application follow one another`() throws {
        let stages = ["date", "interviewed_on", "offered_on", "contracted_on"]
        let desk = try filled(companies: 300, catalogue: .r7)
        for application in desk.all(.application) {
            let days = stages.compactMap { application[$0].day }
            #expect(days == days.sorted())
            #expect(application["date"].day! >= desk.record(.posting, application["posting"])["date"].day!)
            #expect(application["declined_on"] == .none || application["offered_on"] == .none)
        }
    }

    @Test(arguments: [300, 1000]) func `nobody is on a list twice`(companies: Int) throws {
        let desk = try filled(companies: companies, catalogue: .r7, attendances: 2000, applications: 300)
        let guests = desk.all(.attendance).map { [$0["event"], $0["organisation"], $0["talent"], $0["attendee"]] }
        #expect(Set(guests).count == guests.count)
        let applications = desk.all(.application).map { [$0["posting"], $0["talent"]] }
        #expect(Set(applications).count == applications.count)
    }

    @Test func `very many attendances and applications can be asked for`() throws {
        let usual = try filled(companies: 1000, catalogue: .r7)
        let desk = try filled(companies: 1000, catalogue: .r7, attendances: 4000, applications: 1000)
        func more(_ kind: RecordKind) -> Int { desk.all(kind).count - usual.all(kind).count }
        #expect(more(.attendance) == 4000)
        #expect(more(.event) == 10)
        #expect(more(.application) == 1000)
        #expect(more(.talent) == 200)
        #expect(more(.posting) == 100)
        #expect(Array(desk.log.prefix(usual.log.count)) == usual.log)
    }

    @Test func `every event activity has held events or, before its time, planned ones`() throws {
        let events = try filled(companies: 300, catalogue: .r7).all(.event)
        func count(_ activity: String, _ status: EventStatus) -> Int {
            events.count { $0["activity"].text == activity && $0["status"] == .token(status) }
        }
        let held = [
            "A1-1", "A1-2", "A1-4", "A3-1", "A3-2", "A3-3", "A3-5", "B1", "B2", "B3", "C1", "C3", "D1", "D2", "D4-1",
        ]
        for activity in held { #expect(count(activity, .held) > 0, "\(activity)") }
        for activity in held where activity != "D1" { #expect(count(activity, .planned) > 0, "\(activity)") }
        #expect(Set(events.compactMap { $0["track"].text }) == ["guideline", "productivity"])
        #expect(events.allSatisfy { ($0["region"] != .none) == ($0["activity"].text == "B3") })
        for event in events where event["activity"].text == "D1" { #expect(event["date"].day!.month == 7) }
    }

    @Test func `a small desk's records are those of a larger one`() throws {
        let (small, large) = (
            try filled(companies: 300, catalogue: .r7).log, try filled(companies: 1000, catalogue: .r7).log
        )
        #expect(small.count == large.count)
        #expect(small.filter { $0.kind == .event } == large.filter { $0.kind == .event })
    }
}
