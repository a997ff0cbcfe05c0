import BansoDomain
import Testing

/// The two rates, with figures worked out by hand.
struct WorkedExamplesKPITests {
    @Test("KPI.satisfaction: one answer for each company that was there; people and institutions apart")
    func satisfaction() throws {
        let world = try World()
        let (seminar, other) = (try world.event("A1-1"), try world.event("D1"))
        let (one, two, absent) = (try world.company(), try world.company(), try world.company())
        let (person, institution) = (try world.person(), try world.institution())
        for who in [one, two, person, institution] { try world.visit(seminar, who) }
        try world.visit(other, one)
        try world.visit(other, absent, .participant, .noShow)
        try world.answer(seminar, one, score: 3, on: "2025-09-12")
        try world.answer(seminar, one, score: 5, on: "2025-09-11")
        try world.answer(other, one, score: 3)
        try world.answer(other, absent, score: 5)
        try world.answer(seminar, person, score: 5)
        try world.answer(seminar, institution, score: 2)
        // Company one: 5 at A1-① (the earlier answer), 3 at D1. 2 answers of 3 companies at events (two never answered).
        try world.expect(
            "KPI.satisfaction", (1, 2), programmes: ["A": (1, 1), "D": (0, 1)], beside: [(2, 3), (1, 1), (0, 1)],
            excluded: [.anotherAnswer, .notAttended, .noShow])
    }

    @Test("KPI.satisfaction: an answer is dated the event's day at the earliest, and read by the scale of its day")
    func satisfactionScale() throws {
        let world = try World(OracleDesk.strictScale(from: "2025-10-01"))
        let (before, after) = (try world.event("A1-1", on: "2025-09-30"), try world.event("A1-1", on: "2025-10-01"))
        let company = try world.company()
        for event in [before, after] {
            try world.visit(event, company)
            try world.answer(event, company, score: 4)
        }
        try world.expect("KPI.satisfaction", (0, 0), beside: [(0, 0), (0, 0), (0, 0)], asOf: "2025-09-29")
        try world.expect("KPI.satisfaction", (1, 2), programmes: ["A": (1, 2)], beside: [(2, 2), (0, 0), (0, 0)])
    }

    @Test("KPI.satisfaction: an answer about an event before the period does not count, whenever it came")
    func satisfactionOutside() throws {
        let world = try World()
        let (event, company) = (try world.event("A1-1", on: World.early), try world.company())
        try world.visit(event, company)
        try world.answer(event, company, score: 5)
        try world.expectCount("KPI.satisfaction", 0)
    }

    @Test("KPI.offer-rate: offers over persons, participations beside; who met the company is no applicant besides")
    func offerRate() throws {
        let world = try World()
        let (company, one, two) = (try world.company(), try world.person(), try world.person())
        let joint = try world.event("A1-4", on: "2025-10-01")
        try world.visit(joint, company, .presenter)
        try world.visit(joint, one)
        try world.apply(one, to: try world.posting("A1-4", company, .regular), offered: "2025-11-01")
        let sideJob = try world.posting("A1-3", company)
        try world.apply(two, to: sideJob, contracted: "2025-12-01")
        try world.apply(two, to: try world.posting("A1-3", company))
        try world.assess(one)
        // Programme A: one at the event, two at A1-③ (two postings of one company: once). D: one, assessed.
        // By 2025-09-30: one applied at A1-④, two at A1-③, one was assessed; nobody has an offer.
        try world.expect(
            "KPI.offer-rate", (0, 2), programmes: ["A": (0, 2), "D": (0, 1)], beside: [(0, 2), (0, 3)],
            asOf: "2025-09-30", excluded: [.sameSession])
        try world.expect(
            "KPI.offer-rate", (2, 2), programmes: ["A": (2, 2), "D": (0, 1)], beside: [(2, 2), (2, 3)],
            excluded: [.sameSession, .metAtEvent])
    }
}
