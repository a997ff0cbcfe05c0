import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Any record by the fields of its kind.
@Suite struct RecordScreenTests {
    private let key = RecordKey(.application, 9)

    private func desk() -> FakeDesk {
        let desk = FakeDesk(companies: 3)
        desk.addApplication(9, company: 2)
        return desk
    }

    private func screen(_ desk: FakeDesk, _ actions: [Action] = [], _ context: Context) throws -> RecordScreen {
        var screen = RecordScreen(key: key)
        try screen.load(from: desk, context)
        for action in actions {
            _ = screen.update(.action(action), context)
            try screen.load(from: desk, context)
        }
        return screen
    }

    private func lines(_ screen: RecordScreen, _ context: Context) -> [String] {
        var canvas = Canvas(size: context.size)
        _ = screen.draw(on: &canvas, in: context.body, context)
        return canvas.lines
    }

    @Test func everyFieldIsThereWithReferencesByName() throws {
        let desk = desk()
        let context = desk.context()
        let frame = lines(try screen(desk, [], context), context)
        for field in key.kind.fields {
            #expect(frame.contains { $0.contains(field.label.ja) }, "\(field.id)")
        }
        #expect(frame.contains { $0.contains("求人") && $0.contains("EC サイトの改善 ›") })
        #expect(frame.contains { $0.contains("応募日") && $0.contains("令和7年11月20日(木)") })
        #expect(frame.contains { $0.contains("書類提出") && $0.contains("いいえ") })
        #expect(frame.contains { $0.contains("内定日") && $0.hasSuffix("–") })
        // Notes go on over several lines
        #expect(frame.filter { $0.contains("確かめること") }.count > 2)
    }

    @Test func aCardsStageAndPipelineAreSaidInTheCallsWords() throws {
        let desk = FakeDesk()
        desk.stored[RecordKey(.pipelineEntry, 3)] = Record(
            .pipelineEntry, ["pipeline": .text("C"), "stage": .text("interview"), "stage_order": .number(4)])
        var context = desk.context()
        context.catalogue = Desk.catalogue
        var card = RecordScreen(key: RecordKey(.pipelineEntry, 3))
        try card.load(from: desk, context)
        let frame = lines(card, context)
        // A and C call this stage differently
        #expect(frame.contains { $0.contains("段階") && $0.hasSuffix(" 面接") })
        #expect(frame.contains { $0.contains("パイプライン") && $0.contains("C 高度外国人材確保支援等") })
        #expect(!frame.contains { $0.contains("順") || $0.contains("interview") })
    }

    @Test func onlyWhatCanBeAnOrganisationsLeadsToIt() throws {
        let desk = FakeDesk()
        desk.stored[RecordKey(.coordinator, 1)] = Record(.coordinator, ["name": .text("青木")])
        let context = desk.context()
        var coordinator = RecordScreen(key: RecordKey(.coordinator, 1))
        try coordinator.load(from: desk, context)
        #expect(!coordinator.bindings(context).contains { $0.action == .organisation })
        #expect(try screen(self.desk(), [], context).bindings(context).contains { $0.action == .organisation })
    }

    @Test func enterFollowsAReferenceAndSaysWhereThereIsNone() throws {
        let desk = desk()
        let context = desk.context()
        var first = try screen(desk, [], context)
        #expect(first.update(.action(.open), context) == [.open(.record(RecordKey(.posting, 9)))])
        var posting = RecordScreen(key: RecordKey(.posting, 9))
        try posting.load(from: desk, context)
        #expect(posting.update(.action(.open), context) == [.open(.organisation(OrganisationID(2)))])
        let onDate = try screen(desk, [.down, .down], context)
        #expect(onDate.bindings(context).first { $0.action == .open }?.refusal != nil)
    }

    @Test func theSelectedFieldIsInSightOnASmallScreen() throws {
        let desk = desk()
        let context = desk.context(.ja, size: Size(width: 40, height: 12))
        let top = lines(try screen(desk, [.first], context), context)
        #expect(top.contains { $0.contains("求人") })
        // The long notes are gone through line by line: their beginning first, then their end
        let notes = lines(try screen(desk, Array(repeating: .down, count: 8), context), context)
        #expect(notes.contains { $0.contains("メモ") && $0.contains("面談で") })
        let end = lines(try screen(desk, Array(repeating: .down, count: 60), context), context)
        #expect(end.last { !$0.isEmpty }!.hasSuffix("。"))
        #expect(lines(try screen(desk, [.last], context), context) == end)
        #expect(lines(try screen(desk, [.last] + Array(repeating: .up, count: 60), context), context) == top)
    }

    @Test func aDeletedRecordSaysSo() throws {
        let desk = desk()
        desk.stored[key] = nil
        let context = desk.context()
        #expect(lines(try screen(desk, [], context), context).contains { $0.contains("削除されました") })
    }
}
