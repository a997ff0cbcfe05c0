import BansoDomain
import Testing

/// Programme D, indicator by indicator, with figures worked out by hand.
struct WorkedExamplesDTests {
    @Test("D1.seminars: one after its month (７月頃) counts as well")
    func d1Seminars() throws {
        let world = try World()
        try world.event("D1", on: "2025-07-15")
        try world.event("D1", on: "2025-09-01")
        try world.event("D1", on: "2025-07-16", .cancelled)
        try world.expect("D1.seminars", 2, excluded: [.cancelled])
    }

    @Test("D1.companies: an event that is cancelled after all takes its companies with it")
    func d1Companies() throws {
        let world = try World()
        let event = try world.event("D1")
        for _ in 1...3 { try world.visit(event, try world.company()) }
        try world.expect("D1.companies", 3)
        try world.set(event, "status", .token(EventStatus.cancelled))
        try world.expect("D1.companies", 0, excluded: [.cancelled, .cancelled, .cancelled])
    }

    @Test("D2.seminars: none after the period")
    func d2Seminars() throws {
        let world = try World()
        try world.event("D2")
        try world.event("D2", on: "2026-03-31")
        try world.event("D2", on: "2026-04-01")
        try world.expect("D2.seminars", 2)
        try world.expect("D2.seminars", 2, asOf: "2026-04-30", excluded: [.outsidePeriod])
    }

    @Test("D2.companies: companies, not institutions, not people")
    func d2Companies() throws {
        let world = try World()
        let event = try world.event("D2")
        try world.visit(event, try world.company())
        try world.visit(event, try world.institution())
        try world.visit(event, try world.person())
        try world.expect("D2.companies", 1)
    }

    @Test("D2.institutions: institutions only, once for each event")
    func d2Institutions() throws {
        let world = try World()
        let (event, institution) = (try world.event("D2"), try world.institution())
        try world.visit(event, institution, attendee: "所長")
        try world.visit(event, institution, attendee: "主査")
        try world.visit(try world.event("D2", on: "2025-11-01"), institution)
        try world.visit(event, try world.company())
        try world.expect("D2.institutions", 2, excluded: [.sameSession])
    }

    @Test("D3-4.companies: each company once")
    func d34Companies() throws {
        let world = try World()
        let company = try world.company()
        try world.process(company)
        try world.process(company, on: "2025-10-01")
        try world.process(try world.company(), on: World.early)
        try world.expect("D3-4.companies", 1, excluded: [.alreadyCounted, .outsidePeriod])
    }

    @Test("D4-1.events: held ones only")
    func d41Events() throws {
        let world = try World()
        try world.event("D4-1", on: "2025-10-20")
        try world.event("D4-1", on: "2025-11-20", .planned)
        try world.expect("D4-1.events", 1, excluded: [.planned])
    }

    @Test("D4-1.companies: who registered but is not marked as present is none")
    func d41Companies() throws {
        let world = try World()
        let event = try world.event("D4-1")
        try world.visit(event, try world.company())
        let registered = try world.visit(event, try world.company(), .participant, .registered)
        try world.expect("D4-1.companies", 1, excluded: [.registered])
        try world.set(registered, "presence", .token(Presence.attended))
        try world.expect("D4-1.companies", 2)
    }

    @Test("D4-1.talent: people at the event, never those assessed, never applicants")
    func d41Talent() throws {
        let world = try World()
        let (event, person) = (try world.event("D4-1"), try world.person())
        try world.visit(event, person)
        try world.visit(event, try world.person(), .participant, .noShow)
        try world.assess(try world.person())
        try world.apply(try world.person(), to: try world.posting("D4-1", try world.company()))
        try world.expect("D4-1.talent", 1, excluded: [.noShow])
    }

    @Test("D4-3.talent: each assessment (延べ), never people at D4-①")
    func d43Talent() throws {
        let world = try World()
        let person = try world.person()
        try world.assess(person)
        try world.assess(person, on: "2025-11-01")
        try world.visit(try world.event("D4-1"), person)
        try world.expect("D4-3.talent", 1, asOf: "2025-10-31")
        try world.expect("D4-3.talent", 2)
    }

    @Test("D4-3.contracts: contracted applications, by the contract's day; an offer alone is none")
    func d43Contracts() throws {
        let world = try World()
        let posting = try world.posting("D4-3", try world.company())
        try world.apply(try world.person(), to: posting, offered: "2025-10-01", contracted: "2025-11-01")
        try world.apply(try world.person(), to: posting, offered: "2025-10-01")
        try world.apply(try world.person(), to: posting, contracted: "2025-12-01")
        try world.expect("D4-3.contracts", 0, asOf: "2025-10-31")
        try world.expect("D4-3.contracts", 2)
    }
}
