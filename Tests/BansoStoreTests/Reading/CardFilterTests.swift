import BansoDomain
import BansoStore
import Testing

struct CardFilterTests {
    private static let today = day(2025, 11, 20)

    /// Five cards, the last in the other pipeline.
    private func filled() throws -> TestDesk {
        let desk = try TestDesk()
        let people = try ["白石", "森"].map { name in
            try desk.store.add(Record(.coordinator, ["name": .text(name)]), by: Actor("青木"))
        }
        let cards: [(Organisation, PipelineEntry.Side?, Int64?, NextAction?)] = [
            (
                Organisation(name: "山田製作所", prefecture: Prefecture(code: 40), eligibility: .eligible, tags: "重点 紹介"),
                .sender, people[0], NextAction(text: "電話", due: day(2025, 11, 19))
            ),
            (
                Organisation(name: "川端商店", prefecture: Prefecture(code: 43), tags: "重点地域"), .receiver, people[1],
                NextAction(text: "訪問", due: day(2025, 11, 20))
            ),
            (Organisation(name: "北山田工業", prefecture: Prefecture(code: 43), tags: "紹介"), nil, people[1], nil),
            (Organisation(name: "別府温泉"), nil, nil, NextAction(text: "メール", due: day(2025, 11, 28))),
            (Organisation(name: "山田会議所", tags: "重点"), nil, nil, nil),
        ]
        for (index, (organisation, side, coordinator, next)) in cards.enumerated() {
            let id = try desk.store.add(organisation, by: desk.aoki)
            _ = try desk.store.add(
                PipelineEntry(
                    organisation: id, pipeline: index < 4 ? "A" : "B", stage: index < 4 ? "lead" : "guide",
                    since: day(2025, 7, index + 1), side: side,
                    coordinator: coordinator.map { CoordinatorID($0) }, nextAction: next), by: desk.aoki)
            if index == 3 {
                _ = try desk.store.add(
                    Record(
                        .contact,
                        ["organisation": .number(id.value), "name": .text("山田花子"), "phone": .text("092-111-2222")]),
                    by: desk.aoki)
            }
        }
        return desk
    }

    private static let all: [(String, CardFilter, [String])] = [
        ("nothing", CardFilter(today: today), ["山田製作所", "川端商店", "北山田工業", "別府温泉"]),
        ("text, a contact's too", CardFilter(text: "ヤマダ", today: today), []),
        ("text", CardFilter(text: "山田", today: today), ["山田製作所", "北山田工業", "別府温泉"]),
        ("a telephone number", CardFilter(text: "092-111", today: today), ["別府温泉"]),
        ("its digits", CardFilter(text: "0921112222", today: today), ["別府温泉"]),
        ("wildcard", CardFilter(text: "%", today: today), []),
        ("NUL", CardFilter(text: "山\u{0}", today: today), []),
        ("prefecture", CardFilter(prefecture: Prefecture(code: 43), today: today), ["川端商店", "北山田工業"]),
        ("coordinator", CardFilter(coordinator: 3, today: today), ["川端商店", "北山田工業"]),
        ("a whole tag", CardFilter(tag: "重点", today: today), ["山田製作所"]),
        ("the last tag", CardFilter(tag: "紹介", today: today), ["山田製作所", "北山田工業"]),
        ("eligibility", CardFilter(eligibility: .eligible, today: today), ["山田製作所"]),
        ("side", CardFilter(side: .receiver, today: today), ["川端商店"]),
        ("overdue", CardFilter(due: .overdue, today: today), ["山田製作所"]),
        ("week", CardFilter(due: .week, today: today), ["川端商店"]),
        ("no next action", CardFilter(due: CardFilter.Due.none, today: today), ["北山田工業"]),
        (
            "several", CardFilter(text: "山田", prefecture: Prefecture(code: 43), tag: "紹介", today: today), ["北山田工業"]
        ),
    ]

    @Test("Given a filter, then only its cards come, and the counts of stages are theirs", arguments: all.indices)
    func filters(_ index: Int) throws {
        let (name, filter, found) = CardFilterTests.all[index]
        let desk = try filled()
        let cards = try desk.store.cards(CardQuery(pipeline: "A", filter: filter, limit: 10))
        #expect(cards.map(\.name) == found, "\(name)")
        #expect(try desk.store.stageCounts(of: "A", filter: filter) == (found.isEmpty ? [:] : ["lead": found.count]))
        if let last = cards.last {
            let page = CardQuery(
                pipeline: "A", stage: "lead", from: last.place, direction: .backward, filter: filter, limit: 10)
            #expect(try desk.store.cards(page).map(\.name) == found.dropLast())
        }
    }

    @Test("Given tags, then the words come by how many organisations have them")
    func tags() throws {
        #expect(try filled().store.tags() == ["紹介", "重点", "重点地域"])
    }
}
