import BansoDomain
import BansoStore
import Testing

/// Whatever cards are ordered by, they page by key, in the order that sorting all of them would give.
struct CardOrderTests {
    private static let names: [(name: String, kana: String)] = [
        ("山田製作所", "ヤマダセイサクショ"), ("ﾔﾏﾀﾞ食品", "やまだしょくひん"), ("髙田商店", ""), ("Alpha", ""), ("かささぎ林業", ""),
        ("阿蘇牧場", "ｱｿﾎﾞｸｼﾞｮｳ"), ("あそ温泉", ""),
    ]

    /// Cards that are equal in much, and in which much is missing.
    private func filled() throws -> TestDesk {
        let desk = try TestDesk()
        let people = try [nil, "白石", "森", "Sato"].map { name in
            try name.map { CoordinatorID(try desk.store.add(Record(.coordinator, ["name": .text($0)]), by: desk.aoki)) }
        }
        let stages: [StageID] = ["lead", "eligible", "posting"]
        var random: UInt64 = 11
        func any(_ count: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % count
        }
        try desk.store.bulk(.sample, by: desk.aoki, isDryRun: false) { bulk in
            for number in 0..<60 {
                let (name, kana) = CardOrderTests.names[any(7)]
                let company = try bulk.add(
                    Organisation(
                        name: name + (number % 4 == 0 ? "" : String(number)), kana: kana,
                        prefecture: Prefecture(code: [0, 1, 40, 43, 47][any(5)]),
                        eligibility: Eligibility.allCases[any(5)], tags: ["", "重点", "紹介"][any(3)]))
                let action = ["電話", "訪問", "面談"][any(3)]
                _ = try bulk.add(
                    PipelineEntry(
                        organisation: company, pipeline: number % 9 == 8 ? "B" : "A",
                        stage: number % 9 == 8 ? "guide" : stages[any(3)], since: day(2025, 7, 1) + any(5),
                        side: [nil, .sender, .receiver][any(3)],
                        coordinator: people[any(4)],
                        nextAction: [
                            nil, NextAction(text: action), NextAction(text: action, due: day(2025, 11, 18) + any(4)),
                        ][any(3)]))
            }
        }
        for ordinal in 1...3 {
            for number in 1...Int64(12 - ordinal * 3) { try desk.book(OrganisationID(number * 2)) }
        }
        return desk
    }

    private static let orders: [CardOrder] = CardColumn.allCases.flatMap { column in
        [nil, .prefecture, .stage, .side, .coordinator].flatMap { (group: CardColumn?) in
            [false, true].map { CardOrder(group: group, by: column, isDescending: $0) }
        }
    }

    @Test(
        "Given any order, when paged from end to end and back, then each card comes once, as sorting all would have it")
    func paging() throws {
        let desk = try filled()
        let all = try desk.store.cards(CardQuery(pipeline: "A", limit: 100))
        var keys: [OrganisationID: String] = [:]
        for card in all {
            let file = try #require(try desk.store.file(of: card.organisation))
            keys[card.organisation] = Self.nameKey(file.organisation.record)
        }
        for order in Self.orders {
            let sorted = all.sorted { Self.places($0, before: $1, order, keys) }.map(\.entry)
            var seen: [PipelineEntryID] = []
            var query = CardQuery(pipeline: "A", order: order, limit: 7)
            while let page = Optional(try desk.store.cards(query)), let last = page.last {
                seen += page.map(\.entry)
                query.from = last.place
            }
            #expect(seen == sorted, "\(order)")
            seen = []
            query = CardQuery(pipeline: "A", direction: .backward, order: order, limit: 7)
            while let page = Optional(try desk.store.cards(query)), let first = page.first {
                seen = page.map(\.entry) + seen
                query.from = first.place
            }
            #expect(seen == sorted, "\(order), backward")
            query = CardQuery(pipeline: "A", from: query.from, isInclusive: true, order: order, limit: 3)
            #expect(try desk.store.cards(query).map(\.entry) == Array(sorted.prefix(3)), "\(order), inclusive")
        }
    }

    @Test("Given any order, then a card is found by its entry, with its place in the list and how many come before")
    func places() throws {
        let desk = try filled()
        for order in Self.orders {
            for filter in [nil, CardFilter(tag: "重点", today: day(2025, 11, 20))] {
                let all = try desk.store.cards(CardQuery(pipeline: "A", filter: filter, order: order, limit: 100))
                #expect(
                    try desk.store.cardCount(CardQuery(pipeline: "A", filter: filter, order: order, limit: 1))
                        == all.count)
                for (index, card) in all.enumerated() {
                    var query = CardQuery(pipeline: "A", entry: card.entry, filter: filter, order: order, limit: 1)
                    #expect(try desk.store.cards(query) == [card], "\(order)")
                    query = CardQuery(
                        pipeline: "A", from: card.place, direction: .backward, filter: filter, order: order, limit: 1)
                    #expect(try desk.store.cardCount(query) == index, "\(order)")
                }
            }
        }
        let card = try #require(try desk.store.cards(CardQuery(pipeline: "A", limit: 1)).first)
        let stages = SmallCatalogue.value.pipelines[0].stages.map(\.id)
        for stage in stages {
            let query = CardQuery(pipeline: "A", stage: stage, entry: card.entry, limit: 1)
            #expect(try desk.store.cards(query).count == (stage == card.stage ? 1 : 0))
        }
    }

    @Test("Given a filter, then another order shows the same cards")
    func filtered() throws {
        let desk = try filled()
        let filter = CardFilter(text: "あそ", tag: "重点", today: day(2025, 11, 20))
        let usual = try desk.store.cards(CardQuery(pipeline: "A", filter: filter, limit: 100))
        let byDue = try desk.store.cards(
            CardQuery(pipeline: "A", filter: filter, order: CardOrder(group: .side, by: .due), limit: 100))
        #expect(!usual.isEmpty && Set(byDue.map(\.entry)) == Set(usual.map(\.entry)))
    }

    @Test("Given a column that groups, then the counts are those of its cards", arguments: CardColumn.allCases)
    func counts(_ column: CardColumn) throws {
        guard column.canGroup else { return }
        let desk = try filled()
        let filter = CardFilter(tag: "重点", today: day(2025, 11, 20))
        for filter in [nil, filter] {
            let cards = try desk.store.cards(CardQuery(pipeline: "A", filter: filter, limit: 100))
            let expected = Dictionary(grouping: cards) { $0.value(grouping: column) }.mapValues(\.count)
            #expect(expected.count > 1)
            #expect(try desk.store.groupCounts(of: "A", by: column, filter: filter) == expected)
        }
    }

    // MARK: What the statements are compared with

    private static func nameKey(_ organisation: Organisation) -> String {
        Folding.searchKey(organisation.kana.isEmpty ? organisation.name : organisation.kana)
    }

    private enum Value: Equatable {
        case number(Int)
        case text(String)

        static func < (left: Value, right: Value) -> Bool {
            switch (left, right) {
            case (.number(let one), .number(let other)): one < other
            case (.text(let one), .text(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
            default: false
            }
        }
    }

    private static func places(
        _ left: Card, before right: Card, _ order: CardOrder, _ keys: [OrganisationID: String]
    ) -> Bool {
        func compare(_ column: CardColumn, _ isDescending: Bool) -> Bool? {
            let (one, other) = (value(column, left, keys), value(column, right, keys))
            guard one != other else { return nil }
            guard let one, let other else { return one != nil }
            return (one < other) != isDescending
        }
        if let group = order.group, group != order.column, let decided = compare(group, false) { return decided }
        return compare(order.column, order.isDescending) ?? (left.key < right.key)
    }

    private static func value(_ column: CardColumn, _ card: Card, _ keys: [OrganisationID: String]) -> Value? {
        switch column {
        case .name: .text(keys[card.organisation] ?? "")
        case .prefecture: card.prefecture.map { .number($0.code) }
        case .stage: .number(["lead", "eligible", "consultation", "posting"].firstIndex(of: card.stage.text) ?? 9)
        case .side: card.side.map { .number($0 == .sender ? 0 : 1) }
        case .consultations: .number(card.consultations)
        case .age: .number(-card.key.since.ordinal)
        case .nextAction: card.nextAction.map { .text($0.text) }
        case .due: card.nextAction?.due.map { .text($0.iso) }
        case .coordinator: card.coordinator.isEmpty ? nil : .text(card.coordinator)
        case .eligibility: .number(Eligibility.allCases.firstIndex(of: card.eligibility) ?? 0)
        case .tags: card.tags.isEmpty ? nil : .text(card.tags)
        }
    }
}
