import BansoDomain
import Testing

/// Programme C, indicator by indicator, with figures worked out by hand.
struct WorkedExamplesCTests {
    @Test("C1.workshops: not in the cities of earlier years")
    func c1Workshops() throws {
        let world = try World()
        try world.event("C1", prefecture: 43, municipality: "八代市")
        try world.event("C1", prefecture: 44, municipality: "大分県別府市北浜")
        try world.event("C1", prefecture: 40, municipality: "八女市")
        try world.expect("C1.workshops", 1, excluded: [.excludedMunicipality, .excludedMunicipality])
    }

    @Test("C2.companies: hearing and consulting, each company once")
    func c2Companies() throws {
        let world = try World()
        let company = try world.company()
        try world.hearing(company)
        try world.hearing(company, on: "2025-10-01")
        try world.hearing(try world.company(), employs: true)
        try world.expect("C2.companies", 2, excluded: [.alreadyCounted])
    }

    @Test("C2.non-users: as it was at the first hearing; an earlier one found later changes it")
    func c2NonUsers() throws {
        let world = try World()
        let (company, other) = (try world.company(), try world.company())
        try world.hearing(company, employs: false)
        try world.hearing(company, employs: true, on: "2025-10-01")
        try world.hearing(other, employs: true)
        try world.hearing(other, employs: false, on: "2025-10-01")
        try world.expect("C2.non-users", 1, asOf: World.usual, excluded: [.employedAtFirst])
        try world.expect("C2.non-users", 1, excluded: [.alreadyCounted, .employedAtFirst, .employedAtFirst])
        try world.hearing(company, employs: true, on: "2025-08-01")
        try world.expect(
            "C2.non-users", 0,
            excluded: [.employedAtFirst, .employedAtFirst, .employedAtFirst, .employedAtFirst, .employedAtFirst])
    }

    @Test("C3.companies: once for each event")
    func c3Companies() throws {
        let world = try World()
        let (company, event) = (try world.company(), try world.event("C3"))
        try world.visit(event, company)
        try world.visit(event, company, .presenter, attendee: "社長")
        try world.visit(try world.event("C3", on: "2025-10-01"), company)
        try world.expect("C3.companies", 2, excluded: [.sameSession])
    }

    @Test("C3.interviews: arranged or held, by the day they were arranged; not cancelled ones, visits and internships")
    func c3Interviews() throws {
        let world = try World()
        let (company, person) = (try world.company(), try world.person())
        try world.interview(company, person, .arranged)
        try world.interview(company, person, on: "2025-10-01", .held)
        try world.interview(company, person, .cancelled)
        try world.interview(company, person, .held, .visit)
        try world.interview(company, person, .held, .internship)
        try world.expect(
            "C3.interviews", 1, asOf: World.usual, excluded: [.cancelled, .otherMeeting, .otherMeeting])
        try world.expect("C3.interviews", 2, excluded: [.cancelled, .otherMeeting, .otherMeeting])
    }

    @Test("C4.training-companies: every training (延べ)")
    func c4TrainingCompanies() throws {
        let world = try World()
        let company = try world.company()
        try world.training(company)
        try world.training(company, on: "2025-10-01")
        try world.training(company, on: World.early)
        try world.expect("C4.training-companies", 2, excluded: [.outsidePeriod])
    }

    @Test("C4.cases: companies, each once, finished ones only")
    func c4Cases() throws {
        let world = try World()
        let company = try world.company()
        try world.caseStudy("C4", of: company)
        try world.caseStudy("C4", of: company, on: "2025-10-01")
        try world.caseStudy("C4", of: try world.company(prefecture: 46))
        try world.caseStudy("C4", of: try world.company(), status: .draft)
        try world.expect("C4.cases", 2, excluded: [.alreadyCounted, .draft])
    }
}
