import BansoDomain
import Testing

@testable import BansoSample

@Suite struct SampleTests {
    @Test func `the same numbers give the same calls`() throws {
        #expect(try filled(companies: 300).calls == filled(companies: 300).calls)
    }

    @Test func `another seed gives other companies and other work`() throws {
        let (one, two) = (try filled(companies: 300), try filled(companies: 300, seed: 2))
        #expect(one.organisations != two.organisations)
        #expect(one.entries.map(\.stage) != two.entries.map(\.stage))
        #expect(one.consultations.map(\.date) != two.consultations.map(\.date))
    }

    @Test func `a larger sample begins like a smaller one`() throws {
        let small = try filled(companies: 300)
        let large = try filled(companies: 1000)
        #expect(Array(large.calls.prefix(small.calls.count)) == small.calls)
    }

    @Test func `300 companies come with 40 institutions`() throws {
        let desk = try filled(companies: 300)
        #expect(desk.organisations.count { $0.kind == .company } == 300)
        #expect(desk.organisations.count { $0.kind == .institution } == 40)
    }

    @Test func `progress rises to 1`() throws {
        var heard: [Double] = []
        let sample = Sample(companies: 1200, seed: 1, calendar: holidays)
        try sample.fill(RecordingDesk(), catalogue: .small) { heard.append($0) }
        #expect(heard.count == 3)
        #expect(heard == heard.sorted())
        #expect(heard.last == 1)
    }

    @Test func `no companies are no records`() throws {
        #expect(try filled(companies: 0).organisations.isEmpty)
    }

    @Test func `before the period there are organisations only`() throws {
        let desk = try filled(companies: 60, through: Day(2025, 3, 31)!)
        #expect(desk.organisations.count == 68)
        #expect(desk.entries.isEmpty)
        #expect(desk.consultations.isEmpty)
    }

    @Test func `before June nobody was consulted`() throws {
        let desk = try filled(companies: 60, through: Day(2025, 5, 30)!)
        #expect(!desk.entries.isEmpty)
        #expect(desk.consultations.isEmpty)
    }
}
