import BansoDomain
import Testing

/// Programme A, indicator by indicator, with figures worked out by hand.
struct WorkedExamplesATests {
    @Test("A1.seminars: ① and ② together, held ones only")
    func a1Seminars() throws {
        let world = try World()
        try world.event("A1-1")
        try world.event("A1-2")
        try world.event("A1-2", .planned)
        try world.event("A1-1", .cancelled)
        try world.event("A1-1", on: World.early)
        try world.expect("A1.seminars", 2, excluded: [.planned, .cancelled, .outsidePeriod])
    }

    @Test("A1.seminar-companies: two people of one company are one company; no-shows and institutions are none")
    func a1SeminarCompanies() throws {
        let world = try World()
        let (first, second) = (try world.event("A1-1"), try world.event("A1-2", on: "2025-10-01"))
        let (company, other) = (try world.company(), try world.company())
        try world.visit(first, company, attendee: "田中")
        try world.visit(first, company, attendee: "中村")
        try world.visit(second, company)
        try world.visit(first, other, .participant, .noShow)
        try world.visit(second, other, .participant, .registered)
        try world.expect("A1.seminar-companies", 1, asOf: "2025-09-30", excluded: [.sameSession, .noShow])
        try world.expect("A1.seminar-companies", 2, excluded: [.sameSession, .noShow, .registered])
    }

    @Test("A1-3.postings: side jobs only")
    func a13Postings() throws {
        let world = try World()
        let company = try world.company()
        try world.posting("A1-3", company)
        try world.posting("A1-3", company)
        try world.posting("A1-3", company, .regular)
        try world.posting("A1-4", company)
        try world.expect("A1-3.postings", 2, excluded: [.otherKind])
    }

    @Test("A1-3.companies: one for each posting, the same company's second too")
    func a13Companies() throws {
        let world = try World()
        let company = try world.company()
        try world.posting("A1-3", company)
        try world.posting("A1-3", company, on: "2025-12-01")
        try world.posting("A1-3", company, .regular)
        try world.expect("A1-3.companies", 1, asOf: "2025-11-30", excluded: [.otherKind])
        try world.expect("A1-3.companies", 2, excluded: [.otherKind])
    }

    @Test("A1-3.applicants: with documents; one person at two postings of one company counts twice (延べ)")
    func a13Applicants() throws {
        let world = try World()
        let (company, person, other) = (try world.company(), try world.person(), try world.person())
        let (first, second) = (try world.posting("A1-3", company), try world.posting("A1-3", company))
        try world.apply(person, to: first)
        try world.apply(person, to: second)
        try world.apply(other, to: first, documents: false)
        try world.expect("A1-3.applicants", 2, excluded: [.noDocuments])
    }

    @Test("A1-4.events: an event cancelled after all, and held again")
    func a14Events() throws {
        let world = try World()
        let event = try world.event("A1-4")
        try world.set(event, "status", .token(EventStatus.cancelled))
        try world.expect("A1-4.events", 0, excluded: [.cancelled])
        try world.undo()
        try world.expect("A1-4.events", 1)
    }

    @Test("A1-4.companies: ａ presenters, ｂ new postings; a posting is none once its company presented")
    func a14Companies() throws {
        let world = try World()
        let (company, other) = (try world.company(), try world.company())
        let event = try world.event("A1-4", on: "2025-10-01")
        try world.visit(event, company, .presenter)
        try world.visit(event, other)
        try world.posting("A1-4", company, .regular)
        try world.posting("A1-4", other, .regular)
        try world.posting("A1-4", other, .sideJob)
        try world.expect("A1-4.companies", 2, asOf: "2025-09-30", excluded: [.otherKind])
        try world.expect("A1-4.companies", 2, excluded: [.otherKind, .presented])
    }

    @Test("A1-4.talent: who met the company at the event is not an applicant besides")
    func a14Talent() throws {
        let world = try World()
        let (company, other) = (try world.company(), try world.company())
        let (met, stranger) = (try world.person(), try world.person())
        let event = try world.event("A1-4", on: "2025-10-01")
        try world.visit(event, company, .presenter)
        try world.visit(event, met)
        let (posting, elsewhere) = (
            try world.posting("A1-4", company, .regular), try world.posting("A1-4", other, .regular)
        )
        try world.apply(met, to: posting)
        try world.apply(stranger, to: posting)
        try world.apply(met, to: elsewhere)
        try world.apply(stranger, to: elsewhere, documents: false)
        // 3 pairs; then the event adds one person, and takes the pair that met there.
        try world.expect("A1-4.talent", 3, asOf: "2025-09-30", excluded: [.noDocuments])
        try world.expect("A1-4.talent", 3, excluded: [.noDocuments, .metAtEvent])
    }

    @Test("A2.companies: each company once, at its first consultation")
    func a2Companies() throws {
        let world = try World()
        let (company, other) = (try world.company(), try world.company())
        try world.consult(company)
        try world.consult(company, on: "2025-10-01")
        try world.consult(other, on: "2025-11-01")
        try world.expect("A2.companies", 1, asOf: "2025-10-31", excluded: [.alreadyCounted])
        try world.expect("A2.companies", 2, excluded: [.alreadyCounted])
    }

    @Test("A2.consultations: three for a company, a fourth is refused")
    func a2Consultations() throws {
        let world = try World()
        let (company, other) = (try world.company(), try world.company())
        for _ in 1...3 { try world.consult(company) }
        try world.consult(other)
        #expect(throws: DeskError.consultationLimit(company: "株式会社", limit: 3)) { try world.consult(company) }
        try world.expect("A2.consultations", 4)
    }

    @Test("A3-1.seminars: held ones only")
    func a31Seminars() throws {
        let world = try World()
        try world.event("A3-1", .held, .online)
        try world.event("A3-1", .held, .hybrid)
        try world.event("A3-1", .planned)
        try world.expect("A3-1.seminars", 2, excluded: [.planned])
    }

    @Test("A3-1.senders: a large firm with an office in Kyushu counts once; one without does not; receivers neither")
    func a31Senders() throws {
        let world = try World()
        let (local, office, away) = (
            try world.company(prefecture: 43, .large), try world.company(prefecture: 13, .large, office: true),
            try world.company(prefecture: 13, .large)
        )
        let (first, second) = (try world.event("A3-1"), try world.event("A3-1", on: "2025-10-01"))
        for company in [local, office, away] { try world.visit(first, company, .sender) }
        try world.visit(second, local, .sender)
        try world.visit(second, try world.company(), .receiver)
        try world.expect("A3-1.senders", 2, excluded: [.noDistrictOffice, .alreadyCounted])
    }

    @Test("A3-1.receivers: eligible SMEs only; deemed large and unchecked ones are shown, not counted")
    func a31Receivers() throws {
        let world = try World()
        let event = try world.event("A3-1")
        let unchecked = try world.company(.unknown)
        try world.visit(event, try world.company(), .receiver)
        try world.visit(event, try world.company(.deemedLarge), .receiver)
        try world.visit(event, unchecked, .receiver)
        try world.expect("A3-1.receivers", 1, excluded: [.notEligible, .eligibilityUnknown])
        try world.set(unchecked, "eligibility", .token(Eligibility.eligible))
        try world.expect("A3-1.receivers", 2, excluded: [.notEligible])
    }

    @Test("A3-2.sessions: a planned session counts from the day it was held")
    func a32Sessions() throws {
        let world = try World()
        let event = try world.event("A3-2", on: "2025-11-05", .planned)
        try world.expect("A3-2.sessions", 0, excluded: [.planned])
        try world.set(event, "status", .token(EventStatus.held))
        try world.expect("A3-2.sessions", 0, asOf: "2025-11-04")
        try world.expect("A3-2.sessions", 1, asOf: "2025-11-05")
    }

    @Test("A3-2.receivers: no-shows are none, large firms neither")
    func a32Receivers() throws {
        let world = try World()
        let event = try world.event("A3-2")
        try world.visit(event, try world.company(), .receiver)
        try world.visit(event, try world.company(), .receiver, .noShow)
        try world.visit(event, try world.company(.large), .receiver)
        try world.expect("A3-2.receivers", 1, excluded: [.noShow, .notEligible])
    }

    @Test("A3-3.events: one deleted by mistake comes back by undo")
    func a33Events() throws {
        let world = try World()
        try world.event("A3-3")
        let event = try world.event("A3-3")
        try world.delete(event)
        try world.expect("A3-3.events", 1)
        try world.undo()
        try world.expect("A3-3.events", 2)
    }

    @Test("A3-3.senders: a participant made a sender counts from then on")
    func a33Senders() throws {
        let world = try World()
        let event = try world.event("A3-3")
        let visit = try world.visit(event, try world.company(.large))
        try world.expect("A3-3.senders", 0)
        try world.set(visit, "role", .token(AttendanceRole.sender))
        try world.expect("A3-3.senders", 1)
    }

    @Test("A3-3.receivers: each company once over two events")
    func a33Receivers() throws {
        let world = try World()
        let company = try world.company()
        try world.visit(try world.event("A3-3"), company, .receiver)
        try world.visit(try world.event("A3-3", on: "2025-10-01"), company, .receiver)
        try world.expect("A3-3.receivers", 1, excluded: [.alreadyCounted])
    }

    @Test("A3-4.senders: only those who were at A3-③ by the contract's day, each once")
    func a34Senders() throws {
        let world = try World()
        let (sender, late, receiver) = (try world.company(.large), try world.company(.large), try world.company())
        try world.visit(try world.event("A3-3"), sender, .sender)
        try world.visit(try world.event("A3-3", on: "2025-12-01"), late, .sender)
        try world.contract(sender, receiver, on: "2025-10-01")
        try world.contract(sender, receiver, on: "2025-10-02")
        try world.contract(late, receiver, on: "2025-11-30")
        try world.expect("A3-4.senders", 1, excluded: [.alreadyCounted, .notParticipant])
    }

    @Test("A3-4.senders: no institution, and nobody by an A3-③ outside the period")
    func a34SendersOutside() throws {
        let world = try World()
        let (institution, early, receiver) = (try world.institution(), try world.company(.large), try world.company())
        try world.visit(try world.event("A3-3"), institution, .sender)
        try world.visit(try world.event("A3-3", on: World.early), early, .sender)
        try world.contract(early, receiver, on: "2025-10-01")
        try world.expect("A3-4.senders", 0, excluded: [.notParticipant])
        try world.contract(institution, receiver, on: "2025-10-01")
        try world.expectCount("A3-4.senders", 0)
    }

    @Test("A3-4.contracts: every contract, whoever sends; none before the period")
    func a34Contracts() throws {
        let world = try World()
        let (sender, receiver) = (try world.company(prefecture: 13, .large), try world.company())
        try world.contract(sender, receiver)
        try world.contract(sender, receiver, on: "2025-10-01")
        try world.contract(sender, receiver, on: World.early)
        try world.expect("A3-4.contracts", 2, excluded: [.outsidePeriod])
    }

    @Test("A3-5.kickoffs: online ones count too (可能な限り対面)")
    func a35Kickoffs() throws {
        let world = try World()
        try world.event("A3-5")
        try world.event("A3-5", .held, .online)
        try world.event("A3-5", .cancelled)
        try world.expect("A3-5.kickoffs", 2, excluded: [.cancelled])
    }

    @Test("A5.cases: finished ones, side jobs and regular together")
    func a5Cases() throws {
        let world = try World()
        let company = try world.company()
        try world.caseStudy("A5", of: company, .sideJob)
        try world.caseStudy("A5", of: company, .regular)
        try world.caseStudy("A5", of: company, .sideJob, status: .draft)
        try world.expect("A5.cases", 2, excluded: [.draft])
    }
}
