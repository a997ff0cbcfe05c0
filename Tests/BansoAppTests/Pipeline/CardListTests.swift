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

    /// Also far outside of what the list holds, there and back.
    @Test(arguments: [CardOrder.usual, CardOrder(by: .age), CardOrder(group: .stage, by: .name)])
    func theSelectionGoesWithItsCardWhereverThatOneMoves(_ order: CardOrder) throws {
        let desk = try Desk(companies: 300)
        let pipeline = try #require(Desk.catalogue.pipeline("A"))
        var list = CardList(pipeline: "A", order: order)
        let total = try desk.store.stageCounts(of: "A").values.reduce(0, +)
        for (round, move) in ([.first, .by(40), .last, .by(-3)] as [CardList.Move]).enumerated() {
            list.move(move)
            try list.load(from: desk.store, total: total, height: 5, version: round * 9)
            for (step, stage) in [4, 0, 2].enumerated() {
                let card = try #require(list.current)
                try? desk.store.move(
                    card.entry, version: card.version, to: pipeline.stages[stage].id, on: Desk.day, by: Actor("佐藤"))
                try list.load(from: desk.store, total: total, height: 5, version: round * 9 + step + 1)
                let whole = try desk.store.cards(CardQuery(pipeline: "A", order: order, limit: 10_000)).map(\.entry)
                try #require(list.current?.entry == card.entry)
                #expect(list.position == whole.firstIndex(of: card.entry))
                #expect(list.rows.map(\.entry) == Array(whole[list.offset..<(list.offset + list.rows.count)]))
                #expect((list.top..<(list.top + 5)).contains(list.selected))
            }
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
