import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Several cards are ticked, and then moved or changed as one.
@Suite struct SelectionTests {
    private func write(_ action: Action, _ screen: PipelineScreen, _ context: Context) -> [Write.Edit]? {
        var screen = screen
        guard case .write(.several(let edits))? = screen.update(.action(action), context).first else { return nil }
        return edits
    }

    @Test(arguments: [[Action](), [.toggleView]]) func spaceTicksAndTicksStayWhileOneScrolls(_ view: [Action]) throws {
        let desk = CardDesk(cards: 90)
        let context = desk.context(width: 80, height: 24)
        var screen = try desk.screen("A", view + [.select, .down, .select], context)
        #expect(screen.selection.count == 2)
        let ticked = screen.lines(context).filter { $0.contains("● 株式会社") }
        #expect(ticked.count == 2)
        #expect(screen.lines(context)[1].contains("選択 2件"))
        try desk.press([.last, .select, .first], on: &screen, context)
        #expect(screen.selection.count == 3)
        #expect(screen.lines(context).filter { $0.contains("● 株式会社") }.count == 2)
        try desk.press([.select], on: &screen, context)
        #expect(screen.selection.count == 2)
    }

    @Test func escapeClearsTheTicksThenTheFilterThenLeaves() throws {
        let desk = CardDesk(cards: 30)
        let context = desk.context()
        func escape(_ screen: PipelineScreen) -> Action? {
            screen.bindings(context).first { $0.keys.contains(.escape) }?.action
        }
        let filter = Record(.savedFilter, ["tag": .text("重点")])
        var screen = try desk.screen("A", [.toggleView, .narrow(filter), .select], context)
        for expected in [Action.selectNone, .widen, .close] {
            #expect(escape(screen) == expected)
            #expect(screen.bindings(context).filter { $0.keys.contains(.escape) }.count == 1)
            try desk.press([expected], on: &screen, context)
        }
        #expect(screen.selection.isEmpty && screen.narrowing == nil)
    }

    @Test func theStageKeysMoveAllThatAreTicked() throws {
        let desk = CardDesk(cards: 30)
        let context = desk.context()
        var screen = try desk.screen("A", [.select, .down, .select, .right, .down, .select], context)
        let edits = try #require(write(.stageForward, screen, context))
        #expect(edits.count == 3)
        for edit in edits {
            let before = desk.stored[edit.key]!
            #expect(edit.version == before.version)
            #expect(edit.record["stage_order"].number == before.record["stage_order"].number! + 1)
            #expect(
                edit.record["stage"].text == screen.pipeline.stages[Int(edit.record["stage_order"].number!)].id.text)
            #expect(edit.record["since"].day == CardDesk.today)
        }
        // Those at the pipeline's first stage stay there
        #expect(write(.stageBack, screen, context)?.count == 1)
        desk.perform(edits)
        var after = context
        after.dataVersion += 1
        let said = screen.update(.written(.several(edits), .edited), after)
        #expect(said == [.say(Message(.good, "3件を変更しました（u で一度に取消）"))])
        #expect(screen.selection.isEmpty)
    }

    @Test func whereNoneCanMoveTheKeySaysSo() throws {
        let desk = CardDesk(cards: 30)
        let context = desk.context()
        let first = try desk.screen("A", [.select], context)
        #expect(first.refusal(of: .stageBack, context)?.en == "this is the first stage")
        #expect(first.refusal(of: .stageForward, context) == nil)
        #expect(try desk.screen("A", [], context).refusal(of: .several, context)?.en == "tick some first (Space)")
        let empty = try CardDesk(cards: 0).screen("A", [], context)
        #expect(empty.refusal(of: .select, context) == Refusal.nothingSelected)
    }

    @Test func versionsAreThoseOfTheDataAsItIsNow() throws {
        let desk = CardDesk(cards: 30)
        var context = desk.context()
        var screen = try desk.screen("A", [.select, .down, .select], context)
        let read = desk.recordsRead
        try desk.press([.down, .up], on: &screen, context)
        #expect(desk.recordsRead == read, "nothing is read again while nothing changed")
        let (kept, gone) = (screen.selection.sorted[0], screen.selection.sorted[1])
        var record = desk.stored[RecordKey(.pipelineEntry, kept.entry.value)]!.record
        record["next_action"] = .text("訪問")
        desk.put(.pipelineEntry, kept.entry.value, record, version: 5)
        desk.remove(RecordKey(.pipelineEntry, gone.entry.value))
        context.dataVersion += 1
        try screen.load(from: desk, context)
        #expect(screen.selection.count == 1)
        let edits = try #require(write(.stageForward, screen, context))
        #expect(edits.map(\.version) == [5])
        #expect(edits[0].record["next_action"] == .text("訪問"))
    }

    @Test func theLayerGetsWhatIsTickedAndItsSavingClearsTheTicks() throws {
        let desk = CardDesk(cards: 30)
        let context = desk.context()
        var screen = try desk.screen("A", [.select, .down, .select], context)
        let cards = screen.selection.sorted
        #expect(screen.update(.action(.several), context) == [.open(.form(.several(cards, of: "A")))])
        _ = screen.update(.returned(cards[0].entry.key), context)
        #expect(screen.selection.isEmpty)
    }
}

extension PipelineEntryID {
    fileprivate var key: RecordKey { RecordKey(.pipelineEntry, value) }
}
