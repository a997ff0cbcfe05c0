import BansoDomain
import Testing

@testable import BansoApp

/// A window on a list must show what the whole list would.
@Suite struct CardListTests {
    @Test(arguments: [nil, "lead"] as [StageID?]) func anyMovesEndWhereTheyWouldInTheWholeList(_ stage: StageID?) throws
    {
        let desk = try Desk(companies: 300)
        let whole = try desk.store.cards(CardQuery(pipeline: "A", stage: stage, limit: 10_000)).map(\.entry)
        var list = CardList(pipeline: "A", stage: stage)
        var expected = 0
        var random: UInt64 = 7
        for round in 0..<600 {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let choice = Int(random >> 33)
            switch choice % 10 {
            case 0:
                list.move(.first)
                expected = 0
            case 1:
                list.move(.last)
                expected = whole.count - 1
            default:
                let steps = choice / 10 % 41 - 20
                list.move(.by(steps))
                expected = min(max(0, expected + steps), whole.count - 1)
            }
            // A change of the data between any two moves reads everything anew
            try list.load(from: desk.store, total: whole.count, height: 5, version: round / 7)
            try #require(list.current?.entry == whole[expected], "round \(round)")
            #expect(list.position == expected)
            #expect(list.rows.count <= 5 * 12)
            #expect((list.top..<(list.top + 5)).contains(list.selected))
        }
    }

    @Test func theSelectionStaysOnItsCardWhenOthersComeBefore() throws {
        let desk = try Desk(companies: 60)
        var list = CardList(pipeline: "A", stage: "lead")
        let total = try desk.store.stageCounts(of: "A")["lead"]!
        list.move(.by(2))
        try list.load(from: desk.store, total: total, height: 5, version: 0)
        let kept = try #require(list.current?.entry)
        let id = try desk.store.add(Organisation(name: "新しい会社"), by: Actor("佐藤"))
        _ = try desk.store.add(
            PipelineEntry(organisation: id, pipeline: "A", stage: "lead", since: Day(2025, 4, 1)!), by: Actor("佐藤"))
        try list.load(from: desk.store, total: total + 1, height: 5, version: 1)
        #expect(list.current?.entry == kept)
        #expect(list.position == 3)
    }
}
