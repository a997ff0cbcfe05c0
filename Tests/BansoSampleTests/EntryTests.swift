import BansoDomain
import Testing

@testable import BansoSample

@Suite struct EntryTests {
    let desk: RecordingDesk
    let today = Sample.usualDay

    init() throws { desk = try filled(companies: 300) }

    @Test(arguments: [1, 2, 3, 4, 5]) func `every stage is in use at 300`(seed: UInt64) throws {
        let desk = try filled(companies: 300, seed: seed)
        for pipeline in Catalogue.small.pipelines {
            let counts = desk.counts(in: pipeline)
            #expect(counts.allSatisfy { $0 > 0 }, "\(pipeline.id): \(counts)")
        }
    }

    @Test func `every stage is in use at 60 where there are as many entries`() throws {
        let desk = try filled(companies: 60)
        for pipeline in Catalogue.small.pipelines where pipeline.subject != .twoSided {
            let counts = desk.counts(in: pipeline)
            #expect(counts.allSatisfy { $0 > 0 }, "\(pipeline.id): \(counts)")
        }
    }

    @Test(arguments: [1, 2, 3]) func `pipelines are funnels`(seed: UInt64) throws {
        let desk = try filled(companies: 300, seed: seed)
        for pipeline in Catalogue.small.pipelines {
            let counts = desk.counts(in: pipeline)
            let half = counts.count / 2
            #expect(counts[..<half].reduce(0, +) > counts[half...].reduce(0, +), "\(pipeline.id): \(counts)")
            #expect(counts[0] > counts[counts.count - 1], "\(pipeline.id): \(counts)")
        }
    }

    @Test func `each pipeline has its share, and nobody twice`() {
        let shares: [PipelineID: ClosedRange<Int>] = [
            "A": 186...204, "A3": 18...30, "B": 40...40, "C": 72...78, "D": 87...93,
        ]
        for (pipeline, share) in shares {
            let members = desk.entries.filter { $0.pipeline == pipeline }.map(\.organisation)
            #expect(share.contains(members.count), "\(pipeline): \(members.count)")
            #expect(Set(members).count == members.count)
        }
    }

    @Test func `institutions and companies each stand in their own pipelines`() {
        for entry in desk.entries {
            #expect((desk.organisation(entry.organisation).kind == .institution) == (entry.pipeline == "B"))
        }
    }

    @Test func `senders are larger than receivers, and others have no side`() throws {
        let sides = desk.entries.filter { $0.pipeline == "A3" }
        let senders = sides.filter { $0.side == .sender }.compactMap { desk.organisation($0.organisation).employees }
        let receivers = sides.filter { $0.side == .receiver }.compactMap {
            desk.organisation($0.organisation).employees
        }
        #expect(senders.count >= 3)
        #expect(receivers.count >= 10)
        #expect(try #require(senders.min()) > #require(receivers.max()))
        #expect(desk.entries.allSatisfy { ($0.side == nil) == ($0.pipeline != "A3") })
    }

    @Test(arguments: [Day(2025, 11, 20)!, Day(2025, 11, 23)!, Day(2025, 7, 1)!, Day(2025, 4, 9)!])
    func `entries are since working days of the year's work`(day: Day) throws {
        for entry in try filled(companies: 300, through: day).entries {
            #expect(entry.since >= Day(2025, 4, 7)! && entry.since <= day)
            #expect(holidays.isWorking(entry.since))
        }
    }

    @Test func `later stages are younger, and some wait long`() throws {
        let ages = desk.entries.map { holidays.workingDays(from: $0.since, to: today) }
        #expect(ages.contains { $0 <= 1 })
        #expect((15...120).contains(ages.count { $0 >= 60 }))
        let pipeline = try #require(Catalogue.small.pipeline("D"))
        let late = desk.entries.filter { $0.pipeline == "D" && (pipeline.order(of: $0.stage) ?? 0) >= 5 }
        #expect(late.allSatisfy { holidays.workingDays(from: $0.since, to: today) <= 75 })
    }

    @Test func `a third has a next action, due around today`() throws {
        let actions = desk.entries.compactMap { entry in entry.nextAction.map { (entry, $0) } }
        #expect((28...42).contains(actions.count * 100 / desk.entries.count))
        for (entry, action) in actions {
            let due = try #require(action.due)
            #expect(!action.text.isEmpty)
            #expect(holidays.isWorking(due))
            #expect(due >= entry.since)
            #expect(holidays.workingDays(from: due, to: today) <= 10)
            #expect(holidays.workingDays(from: today, to: due) <= 30)
        }
        #expect(actions.contains { _, action in action.due == today })
        #expect(actions.count { _, action in (action.due ?? today) < today } >= 10)
        #expect(actions.count { _, action in (action.due ?? today) > today } >= 30)
    }

    @Test func `three to six coordinators share the work`() {
        let coordinators = Set(desk.entries.compactMap(\.coordinator))
        #expect((3...6).contains(coordinators.count))
    }
}
