import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What is set for several cards is one write.
@Suite struct SeveralLayerTests {
    private let desk = CardDesk(cards: 12)

    private var cards: [Card] { Array(desk.cards(CardQuery(pipeline: "A", limit: 3))) }

    private func layer(_ context: Context) throws -> SeveralLayer {
        var layer = SeveralLayer(.several(cards, of: "A"), in: desk.catalogue.pipeline("A")!, context)
        try layer.load(from: desk, context)
        return layer
    }

    @discardableResult
    private func press(_ keys: [Key], _ layer: inout SeveralLayer, _ context: Context) throws -> [Effect] {
        var effects: [Effect] = []
        for key in keys {
            effects = layer.update(.key(key), context)
            try layer.load(from: desk, context)
        }
        return effects
    }

    private func edits(_ effects: [Effect]) -> [Write.Edit] {
        guard case .write(.several(let edits))? = effects.first else { return [] }
        return edits
    }

    private func typed(_ text: String) -> [Key] { text.map { .character($0) } }

    @Test func everyFieldIsSetOnEveryCardInOneWrite() throws {
        let context = desk.context()
        var layer = try layer(context)
        // The third stage, the coordinator who is found, one tag, an action with its day
        try press(
            [.character("3"), .tab] + typed("田") + [.enter] + typed("重点 九州") + [.tab] + typed("訪問") + [.tab]
                + typed("12/1"), &layer, context)
        let edits = edits(layer.update(.action(.save), context))
        let entries = edits.filter { $0.key.kind == .pipelineEntry }
        #expect(entries.count == 3 && edits.count == 6)
        for edit in entries {
            #expect(edit.record["stage"] == .text("support") && edit.record["stage_order"] == .number(2))
            #expect(edit.record["since"] == .day(CardDesk.today) && edit.record["coordinator"] == .number(7))
            #expect(edit.record["next_action"] == .text("訪問"))
            #expect(edit.record["next_due"] == .day(Day(2025, 12, 1)!))
        }
        for edit in edits where edit.key.kind == .organisation {
            let before = desk.stored[edit.key]!.record["tags"].text!
            #expect(edit.record["tags"].text == (before.isEmpty ? "重点 九州" : before + " 九州"))
        }
        let after = layer.update(.written(.several(edits), .edited), context)
        #expect(
            after == [
                .forgetDraft(.several(cards, of: "A")), .finish(RecordKey(.pipelineEntry, cards[0].entry.value)),
                .say(Message(.good, "3件を変更しました（u で一度に取消）")),
            ])
    }

    @Test func whatIsLeftEmptyStaysAsItIs() throws {
        let context = desk.context()
        var layer = try layer(context)
        try press([.tab, .tab, .tab] + typed("電話") + [.tab], &layer, context)
        let edits = edits(try press([.enter], &layer, context))
        #expect(!edits.isEmpty)
        for edit in edits {
            var before = desk.stored[edit.key]!.record
            before["next_action"] = .text("電話")
            before["next_due"] = .none
            #expect(edit.record == before)
        }
    }

    @Test func cardsThatAreSoAlreadyAreLeftAlone() {
        let pipeline = desk.catalogue.pipeline("A")!
        let stored = cards.map { desk.stored[RecordKey(.pipelineEntry, $0.entry.value)]! }
        let stage = SeveralChange(["stage": stored[0].record["stage"]])
        let moved = stage.edits(of: stored, organisations: [], in: pipeline, on: CardDesk.today)
        #expect(moved.allSatisfy { $0.key != stored[0].key })
        let tagged = desk.stored[RecordKey(.organisation, 4)]!
        let tag = SeveralChange(["tags": .text("重点")])
        #expect(tag.edits(of: stored, organisations: [tagged], in: pipeline, on: CardDesk.today).isEmpty)
    }

    @Test func whatIsSoAlreadyOnAllIsSaidAndTagsAreNotDoubled() throws {
        let context = desk.context()
        let stored = desk.stored[RecordKey(.pipelineEntry, cards[0].entry.value)]!
        var layer = SeveralLayer(.several([cards[0]], of: "A"), in: desk.catalogue.pipeline("A")!, context)
        try layer.load(from: desk, context)
        let stages = desk.catalogue.pipeline("A")!.stages.map(\.id.text)
        let place = stages.firstIndex(of: stored.record["stage"].text!)! + 1
        try press([.character(Character(String(place)))], &layer, context)
        #expect(layer.update(.action(.save), context) == [.say(Message(.hint, "もうすべてその通りです"))])
        // Another action has its own day, or none
        var dated = stored
        dated.record["next_due"] = .day(CardDesk.today)
        let next = SeveralChange(["next_action": .text("電話")]).edits(
            of: [dated], organisations: [], in: desk.catalogue.pipeline("A")!, on: CardDesk.today)
        #expect(next.map(\.record["next_due"]) == [FieldValue.none])
        let tagged = desk.stored[RecordKey(.organisation, 4)]!
        let tags = SeveralChange(["tags": .text("重点 新")]).edits(
            of: [], organisations: [tagged], in: desk.catalogue.pipeline("A")!, on: CardDesk.today)
        #expect(tags.map(\.record["tags"]) == [.text(tagged.record["tags"].text! + " 新")])
    }

    @Test func onlyTheCardsThatChangedAreCounted() throws {
        let context = desk.context()
        var layer = try layer(context)
        let key = RecordKey(.pipelineEntry, cards[1].entry.value)
        let stored = desk.stored[key]!
        let edit = Write.Edit(key: key, version: stored.version, record: stored.record)
        let said = layer.update(.written(.several([edit]), .edited), context).last
        #expect(said == .say(Message(.good, "1件を変更しました（u で一度に取消）")))
    }

    @Test func cardsThatAreGoneAreRefusedOnceSavingHasFoundOut() throws {
        let context = desk.context()
        var layer = try layer(context)
        #expect(layer.refusal(of: .save, context) == nil && layer.entries.count == 3)
        for card in cards { desk.remove(RecordKey(.pipelineEntry, card.entry.value)) }
        try layer.load(from: desk, context)
        #expect(layer.entries.count == 3)
        for error in [DeskError.stale(what: RecordKind.pipelineEntry.label), .notFound(what: RecordKind.talent.label)] {
            var layer = layer
            _ = layer.update(.written(.several([]), .failed(error)), context)
            try layer.load(from: desk, context)
            #expect(layer.refusal(of: .save, context)?.ja == "選んだカードは削除されました")
        }
    }

    @Test func whatAnotherHasChangedMeanwhileIsShownBeforeItIsChangedToo() throws {
        let desk = try Desk(companies: 0)
        let id = try desk.store.add(Organisation(name: "甲社"), by: Actor("田中"))
        let pipeline = Desk.catalogue.pipeline("A")!
        _ = try desk.store.add(
            PipelineEntry(organisation: id, pipeline: pipeline.id, stage: pipeline.stages[0].id, since: Desk.day),
            by: Actor("田中"))
        let context = desk.context(.ja, size: Size(width: 80, height: 24))
        let card = try #require(try desk.store.cards(CardQuery(pipeline: pipeline.id, limit: 1)).first)
        let key = RecordKey(.pipelineEntry, card.entry.value)
        var layer = SeveralLayer(.several([card], of: pipeline.id), in: pipeline, context)
        try layer.load(from: desk.store, context)
        for key in [.tab, .tab, .tab] + typed("電話") { _ = layer.update(.key(key), context) }
        var theirs = try #require(try desk.store.record(key))
        theirs.record["next_action"] = .text("高橋の用件")
        try desk.store.edit(key, version: theirs.version, to: theirs.record, by: Actor("高橋"))
        func save() throws {
            guard case .write(let write)? = layer.update(.action(.save), context).first else {
                Issue.record("nothing is saved")
                return
            }
            do {
                let outcome = try write.perform(on: desk.store, by: context.actor, today: context.today)
                _ = layer.update(.written(write, outcome), context)
            } catch let error as DeskError {
                _ = layer.update(.written(write, .failed(error)), context)
            }
            try layer.load(from: desk.store, context)
        }
        try save()
        #expect(try desk.store.record(key)?.record["next_action"] == .text("高橋の用件"))
        var canvas = Canvas(size: context.size)
        _ = layer.draw(on: &canvas, in: context.body, context)
        #expect(canvas.lines.contains { $0.contains("甲社") && $0.contains("高橋の用件") })
        try save()
        #expect(try desk.store.record(key)?.record["next_action"] == .text("電話"))
    }

    @Test func itSaysWhatIsMissing() throws {
        let context = desk.context()
        var layer = try layer(context)
        #expect(layer.update(.action(.save), context) == [.say(Message(.hint, "変える項目に入力してください"))])
        try press([.backTab] + typed("12/1"), &layer, context)
        #expect(layer.update(.action(.save), context).isEmpty)
        #expect(layer.form.focused?.field.id == "next_action" && layer.form.focused?.error != nil)
        var wrong = try self.layer(context)
        try press([.tab] + typed("だれか"), &wrong, context)
        guard case .say(let message)? = wrong.update(.action(.save), context).first else {
            Issue.record("nothing said")
            return
        }
        #expect(message.kind == .error)
    }

    @Test func aFailedWriteIsShownAndCanBeTriedAgain() throws {
        let context = desk.context()
        var layer = try layer(context)
        try press([.character("3")], &layer, context)
        let edits = edits(layer.update(.action(.save), context))
        #expect(layer.update(.action(.save), context).isEmpty, "not twice while the first is under way")
        _ = layer.update(.written(.several(edits), .failed(.busy(path: "x.db"))), context)
        #expect(layer.lines(context).contains { $0.contains("他の処理が書き込み中です") })
        #expect(self.edits(layer.update(.action(.save), context)).count == 3)
    }

    @Test func throughTheProgramItIsOneStepAndTheTicksAreGone() throws {
        let context = desk.context(width: 80, height: 24)
        let writer = EditingDesk(desk)
        let wanted = cards.prefix(2)
        func frame(_ keys: [Key]) -> [String] {
            let terminal = ScriptedTerminal(size: context.size, keys: [.character("1")] + keys, interludes: [:])
            App(terminal: terminal, reader: desk, writer: writer, context: context).run()
            return terminal.frame.lines
        }
        let ticks: [Key] = [.character(" "), .down, .character(" ")]
        let after = frame(ticks + [.character("b"), .character("3"), .control("s")])
        #expect(writer.steps == [.editSeveral])
        #expect(
            wanted.allSatisfy {
                desk.stored[RecordKey(.pipelineEntry, $0.entry.value)]!.record["stage"] == .text("support")
            })
        #expect(after.last!.contains("2件を変更しました（u で一度に取消）"))
        #expect(!after[1].contains("選択") && !after.contains { $0.contains("選択した") })
        let moved = frame([.character("v")] + ticks + [.character(">")])
        #expect(writer.steps.count == 2 && moved.last!.contains("2件を変更しました") && !moved[1].contains("選択"))
    }

    @Test func noLabelIsCutWhereThereIsRoom() throws {
        let context = desk.context(.en, width: 80, height: 24)
        let frame = try layer(context).lines(context)
        for label in ["stage", "coordinator", "add tags", "next action", "due"] {
            #expect(frame.contains { $0.contains(" " + label + "  ") }, "\(label)")
        }
    }

    @Test(arguments: [(80, 24), (40, 12)]) func theNamesThatFitStandAboveTheFields(_ width: Int, _ height: Int) throws {
        let context = desk.context(width: width, height: height)
        let frame = try layer(context).lines(context)
        #expect(frame.contains { $0.contains("選択した3件を変更") })
        #expect(frame.contains { $0.contains(cards[0].name) && (width > 60 || $0.contains("ほか2件")) })
        for label in ["段階", "担当", "タグ追加", "次の対応", "期限"] {
            #expect(frame.contains { $0.contains(label) }, "\(label)")
        }
    }
}
