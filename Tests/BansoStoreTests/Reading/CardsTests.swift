import BansoDomain
import GRDB
import Testing

@testable import BansoStore

struct CardsTests {
    /// 25 cards over three stages, several on one day.
    private func filled() throws -> TestDesk {
        let desk = try TestDesk()
        let stages: [StageID] = ["lead", "eligible", "posting"]
        try desk.store.bulk(.sample, by: desk.aoki, isDryRun: false) { bulk in
            for number in 0..<25 {
                let company = try bulk.add(Organisation(name: "企業\(number)"))
                _ = try bulk.add(
                    PipelineEntry(
                        organisation: company, pipeline: "A", stage: stages[number % 3],
                        since: day(2025, 7, 1) + (number * 7) % 5))
            }
        }
        return desk
    }

    @Test("Given 25 cards, when paged forward by 7, then every card comes once, in order")
    func forward() throws {
        let desk = try filled()
        var seen: [CardKey] = []
        var page = try desk.store.cards(CardQuery(pipeline: "A", limit: 7))
        while let last = page.last {
            seen += page.map(\.key)
            page = try desk.store.cards(CardQuery(pipeline: "A", from: last.place, limit: 7))
        }
        #expect(seen.count == 25)
        #expect(seen == seen.sorted())
        #expect(Set(seen).count == 25)
    }

    @Test("Given 25 cards, when paged backward by 7, then the pages are those of the same order from its end")
    func backward() throws {
        let desk = try filled()
        let all = try desk.store.cards(CardQuery(pipeline: "A", limit: 100)).map(\.key)
        var seen: [CardKey] = []
        var page = try desk.store.cards(CardQuery(pipeline: "A", direction: .backward, limit: 7))
        while let first = page.first {
            seen = page.map(\.key) + seen
            page = try desk.store.cards(
                CardQuery(pipeline: "A", from: first.place, direction: .backward, limit: 7))
        }
        #expect(seen == all)
    }

    @Test("Given a stage, then only its cards come, with the one at the start where asked")
    func stage() throws {
        let desk = try filled()
        let cards = try desk.store.cards(CardQuery(pipeline: "A", stage: "eligible", limit: 100))
        #expect(cards.count == 8)
        #expect(Set(cards.map(\.stage)) == ["eligible"])
        let fromThird = CardQuery(pipeline: "A", stage: "eligible", from: cards[2].place, isInclusive: true, limit: 2)
        #expect(try desk.store.cards(fromThird) == Array(cards[2...3]))
        #expect(try desk.store.stageCounts(of: "A") == ["lead": 9, "eligible": 8, "posting": 8])
        #expect(try desk.store.cards(CardQuery(pipeline: "B", limit: 5)).isEmpty)
    }

    @Test("Given a consulted company, then its card shows how often, and the next action")
    func contents() throws {
        let desk = try TestDesk()
        let company = try desk.company()
        try desk.book(company)
        try desk.book(company, next: NextAction(text: "電話", due: day(2025, 9, 1)))
        let card = try #require(try desk.store.cards(CardQuery(pipeline: "A", limit: 1)).first)
        #expect(card.consultations == 2)
        #expect(card.nextAction == NextAction(text: "電話", due: day(2025, 9, 1)))
        #expect(card.prefecture == Prefecture(code: 40))
    }

    @Test(
        "Given a key, when a page is read from it, then the index is entered at the key and nothing is sorted",
        arguments: [nil, "lead"] as [StageID?], [CardQuery.Direction.forward, .backward])
    func plan(_ stage: StageID?, _ direction: CardQuery.Direction) throws {
        let desk = try filled()
        let from = try desk.store.cards(CardQuery(pipeline: "A", stage: stage, limit: 3)).last?.place
        let query = CardQuery(pipeline: "A", stage: stage, from: from, direction: direction, limit: 3)
        let statement = CardStatement(query, catalogue: SmallCatalogue.value)
        let plan = try desk.plainSQL { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + statement.sql, arguments: statement.arguments)
                .map { $0["detail"] as String }
        }
        // SQLite enters at the day and passes over what of that day lies before the key.
        let sign = direction == .forward ? ">" : "<"
        let columns = stage == nil ? "(stage_order,since)\(sign)(?,?)" : "stage_order=? AND since\(sign)?"
        #expect(plan.contains { $0.contains("pipeline_entry_place") && $0.contains(columns) }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") })
    }
}
