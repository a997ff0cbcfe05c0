import BansoDomain
import Testing

/// Programme B, indicator by indicator, with figures worked out by hand.
struct WorkedExamplesBTests {
    @Test("B1.guideline-seminars: online; one in person is shown, not counted; the other track is the other's")
    func b1Guideline() throws {
        let world = try World()
        try world.event("B1", .held, .online, track: "guideline")
        try world.event("B1", .held, .inPerson, track: "guideline")
        try world.event("B1", .held, .online, track: "productivity")
        try world.expect("B1.guideline-seminars", 1, excluded: [.notOnline])
    }

    @Test("B1.productivity-seminars: on the same day as the other; hybrid is online too")
    func b1Productivity() throws {
        let world = try World()
        try world.event("B1", .held, .online, track: "guideline")
        try world.event("B1", .held, .hybrid, track: "productivity")
        try world.event("B1", .planned, .online, track: "productivity")
        try world.expect("B1.productivity-seminars", 1, excluded: [.planned])
    }

    @Test("B2.workshops: a second one in a prefecture is shown, not counted; nor is one without a prefecture")
    func b2Workshops() throws {
        let world = try World()
        try world.event("B2", on: "2025-07-01", prefecture: 43)
        let second = try world.event("B2", on: "2025-08-01", prefecture: 43)
        try world.event("B2", prefecture: 44)
        try world.event("B2")
        try world.expect("B2.workshops", 2, excluded: [.prefectureTwice, .noPrefecture])
        // Moved to before the first one: still one for Kumamoto, a month earlier.
        try world.set(second, "date", .day(Day(2025, 6, 1)!))
        try world.expect("B2.workshops", 1, asOf: "2025-06-30")
        try world.expect("B2.workshops", 2, excluded: [.prefectureTwice, .noPrefecture])
    }

    @Test("B3.workshops: every one held, in one region too")
    func b3Workshops() throws {
        let world = try World()
        let region = try world.region("筑豊")
        try world.event("B3", region: region)
        try world.event("B3", region: region)
        try world.event("B3", .planned, region: region)
        try world.expect("B3.workshops", 2, excluded: [.planned])
    }

    @Test("B3.regions: each region once, when its first workshop was held")
    func b3Regions() throws {
        let world = try World()
        let (one, other) = (try world.region("筑豊"), try world.region("天草"))
        try world.event("B3", region: one)
        try world.event("B3", on: "2025-10-01", region: one)
        try world.event("B3", on: "2025-11-01", region: other)
        try world.expect("B3.regions", 1, asOf: "2025-10-31", excluded: [.alreadyCounted])
        try world.expect("B3.regions", 2, excluded: [.alreadyCounted])
    }

    @Test("B4.cases: finished ones, two of a region too")
    func b4Cases() throws {
        let world = try World()
        let region = try world.region("筑豊")
        try world.caseStudy("B4", of: region)
        try world.caseStudy("B4", of: region)
        try world.caseStudy("B4", of: try world.region("天草"), status: .draft)
        try world.expect("B4.cases", 2, excluded: [.draft])
    }
}
