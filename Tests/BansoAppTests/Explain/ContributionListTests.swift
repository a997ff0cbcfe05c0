import BansoDomain
import Testing

@testable import BansoApp

/// A window on the rows must show what the whole list would, and never hold it.
@Suite struct ContributionListTests {
    private func place(_ list: ContributionList) -> ContributionPlace? { list.current?.place }

    @Test(arguments: [ContributionQuery.Verdict.all, .counted, .excluded])
    func anyMovesEndWhereTheyWouldInTheWholeList(_ verdict: ContributionQuery.Verdict) throws {
        let desk = FakeDesk(companies: 1500)
        let whole = desk.contributions(
            ContributionQuery(
                indicator: FakeDesk.companies, asOf: FakeDesk.today, verdict: verdict, limit: 10_000)
        ).map(\.place)
        var list = ContributionList(indicator: FakeDesk.companies, verdict: verdict)
        var expected = 0
        var random: UInt64 = 7
        for round in 0..<400 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let choice = Int(random >> 33)
            switch choice % 12 {
            case 0:
                list.move(.first)
                expected = 0
            case 1:
                list.move(.last)
                expected = whole.count - 1
            default:
                let steps = choice / 12 % 401 - 200
                list.move(.by(steps))
                expected = min(max(0, expected + steps), whole.count - 1)
            }
            // A change of the data between any two moves reads everything anew
            try list.load(from: desk, asOf: FakeDesk.today, height: 20, version: round / 7)
            try #require(place(list) == whole[expected], "round \(round)")
            #expect(list.position == expected)
            #expect(list.rows.count <= ContributionList.limit + ContributionList.page * 2)
            #expect((list.top..<(list.top + 20)).contains(list.selected))
            #expect(list.rows.count - list.top >= min(20, whole.count))
        }
    }

    @Test func theSelectionStaysOnItsRowWhenOthersComeBefore() throws {
        let desk = FakeDesk(companies: 300)
        var list = ContributionList(indicator: FakeDesk.companies)
        list.move(.by(40))
        try list.load(from: desk, asOf: FakeDesk.today, height: 10, version: 0)
        let kept = try #require(place(list))
        for index in 300..<305 { desk.add(index, date: Day(2025, 4, 1)!) }
        try list.load(from: desk, asOf: FakeDesk.today, height: 10, version: 1)
        #expect(place(list) == kept)
        #expect(list.position == 45)
    }

    @Test func rowsThatAreGoneLeaveTheSelectionInTheList() throws {
        let desk = FakeDesk(companies: 1200)
        var list = ContributionList(indicator: FakeDesk.companies)
        list.move(.last)
        try list.load(from: desk, asOf: FakeDesk.today, height: 10, version: 0)
        desk.rows.removeLast(1150)
        try list.load(from: desk, asOf: FakeDesk.today, height: 10, version: 1)
        #expect(place(list) == desk.rows.last?.place)
        desk.rows = []
        try list.load(from: desk, asOf: FakeDesk.today, height: 10, version: 2)
        #expect(list.current == nil)
        #expect(list.position == 0)
    }

    @Test func openingReadsOnePage() throws {
        let desk = FakeDesk(companies: 2000)
        var list = ContributionList(indicator: FakeDesk.companies)
        try list.load(from: desk, asOf: FakeDesk.today, height: 66, version: 0)
        #expect(list.rows.count == ContributionList.page)
        #expect(desk.largestPage == ContributionList.page)
    }
}
