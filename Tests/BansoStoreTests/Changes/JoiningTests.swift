import BansoDomain
import BansoStore
import Testing

/// A contract brings both cards of A3 to its stage.
struct JoiningTests {
    private let sender: Int64
    private let receiver: Int64
    private let desk: R7Desk

    init() throws {
        desk = try R7Desk()
        (sender, receiver) = (try desk.company("派遣産業"), try desk.company("受入商店"))
    }

    private func enter(
        _ company: Int64, _ side: PipelineEntry.Side?, at stage: StageID, in pipeline: PipelineID = "A3"
    ) throws {
        var entry = PipelineEntry(
            organisation: OrganisationID(company), pipeline: pipeline, stage: stage, since: day(2025, 9, 1))
        entry.side = side
        _ = try desk.store.add(entry, by: desk.aoki)
    }

    private func sign(on date: Day = day(2025, 11, 10), project: String = "改善") throws {
        try desk.add(
            .interCompanyContract,
            [
                "activity": .text("A3-4"), "sender": .number(sender), "receiver": .number(receiver),
                "date": .day(date), "project": .text(project),
            ])
    }

    private func cards() throws -> [Card] { try desk.store.cards(CardQuery(pipeline: "A3", limit: 9)) }

    @Test("Given one of each side, when a contract joins them, then both stand there, and undo takes it back")
    func joins() throws {
        try enter(sender, .sender, at: "seminar")
        try enter(receiver, .receiver, at: "pitch")
        try enter(receiver, nil, at: "lead", in: "A")
        try sign()
        let joined = try cards()
        #expect(joined.map(\.stage) == ["contract", "contract"])
        #expect(joined.map(\.key.since) == [day(2025, 11, 10), day(2025, 11, 10)])
        #expect(joined.first { $0.side == .sender }?.partners == Card.Partners(latest: "受入商店", count: 1))
        #expect(joined.first { $0.side == .receiver }?.partners == Card.Partners(latest: "派遣産業", count: 1))
        #expect(try desk.store.cards(CardQuery(pipeline: "A", limit: 9)).map(\.stage) == ["lead"])
        let undone = try desk.store.undo(by: desk.aoki)
        #expect(undone?.change?.label == RecordKind.interCompanyContract.label)
        #expect(try cards().map(\.stage) == ["seminar", "pitch"])
        #expect(try cards().allSatisfy { $0.partners == nil })
        #expect(try desk.store.redo(by: desk.aoki)?.change?.label == RecordKind.interCompanyContract.label)
        #expect(try cards().map(\.stage) == ["contract", "contract"])
        #expect(try desk.store.check().isSound)
    }

    @Test("Given cards that came after the contract's day, then they stand there from when they came")
    func neverBeforeItCame() throws {
        try enter(sender, .sender, at: "seminar")
        try sign(on: day(2025, 8, 20))
        #expect(try cards().map(\.stage) == ["contract"])
        #expect(try cards().map(\.key.since) == [day(2025, 9, 1)])
    }

    @Test("Given cards that are further, on the other side or not there, then they stay as they are")
    func stays() throws {
        try enter(sender, .sender, at: "project")
        try enter(receiver, .sender, at: "seminar")
        try sign()
        #expect(Set(try cards().map(\.stage)) == ["project", "seminar"])
        let other = try R7Desk()
        let pair = (try other.company("甲"), try other.company("乙"))
        try other.add(
            .interCompanyContract,
            [
                "activity": .text("A3-4"), "sender": .number(pair.0), "receiver": .number(pair.1),
                "date": .day(day(2025, 11, 10)),
            ])
        #expect(try other.store.cards(CardQuery(pipeline: "A3", limit: 9)).isEmpty)
    }

    @Test("Given a card without a side, then it is joined; of several partners the latest is named")
    func partners() throws {
        try enter(sender, nil, at: "seminar")
        try sign()
        #expect(try cards().map(\.stage) == ["contract"])
        let third = try desk.company("第三")
        try enter(third, .receiver, at: "seminar")
        for (date, project) in [(day(2025, 11, 12), "一"), (day(2025, 11, 13), "二")] {
            try desk.add(
                .interCompanyContract,
                [
                    "activity": .text("A3-4"), "sender": .number(receiver), "receiver": .number(third),
                    "date": .day(date), "project": .text(project),
                ])
        }
        try desk.add(
            .interCompanyContract,
            [
                "activity": .text("A3-4"), "sender": .number(sender), "receiver": .number(third),
                "date": .day(day(2025, 11, 11)), "project": .text("三"),
            ])
        let card = try cards().first { $0.name == "第三" }
        #expect(card?.partners == Card.Partners(latest: "受入商店", count: 2))
        #expect(card?.key.since == day(2025, 11, 12), "the first contract brought it there")
    }
}
