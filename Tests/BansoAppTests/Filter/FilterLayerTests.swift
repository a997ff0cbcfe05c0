import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// A filter is filled in like a form, or picked from those that were saved.
@Suite struct FilterLayerTests {
    private let overdue = Record(
        .savedFilter,
        ["name": .text("熊本の期限切れ"), "pipeline": .text("A3"), "prefecture": .number(43), "due": .text("overdue")])
    private let focus = Record(.savedFilter, ["name": .text("重点"), "pipeline": .text("A3"), "tag": .text("重点")])

    private func desk(saved: Bool = true) -> CardDesk {
        let desk = CardDesk(cards: 10)
        guard saved else { return desk }
        desk.put(.savedFilter, 1, overdue)
        desk.put(
            .savedFilter, 2, Record(.savedFilter, ["name": .text("別のページ"), "pipeline": .text("A"), "tag": .text("x")]))
        desk.put(.savedFilter, 3, focus, version: 4)
        return desk
    }

    private func layer(
        _ desk: CardDesk, _ context: Context, _ pipeline: PipelineID = "A3", current: Record? = nil
    ) throws -> FilterLayer {
        var layer = FilterLayer(desk.catalogue.pipeline(pipeline)!, record: current)
        try layer.load(from: desk, context)
        return layer
    }

    @discardableResult
    private func press(_ keys: [Key], _ layer: inout FilterLayer, _ desk: CardDesk, _ context: Context) throws
        -> [Effect]
    {
        var effects: [Effect] = []
        for key in keys {
            effects = layer.update(.key(key), context)
            try layer.load(from: desk, context)
        }
        return effects
    }

    private func typed(_ text: String) -> [Key] { text.map { .character($0) } }

    private func unnamed(_ record: Record) -> Record {
        var record = record
        record["name"] = .text("")
        return record
    }

    @Test func aDigitOrEnterTakesASavedFilterOfThisPipeline() throws {
        let desk = desk()
        let context = desk.context()
        var layer = try layer(desk, context)
        #expect(layer.saved.map(\.key.id) == [1, 3])
        #expect(try press([.character("2")], &layer, desk, context) == [.pass(.narrow(unnamed(focus)))])
        #expect(try press([.character("２")], &layer, desk, context) == [.pass(.narrow(unnamed(focus)))])
        #expect(try press([.character("9")], &layer, desk, context) == [])
        #expect(try press([.down, .enter], &layer, desk, context) == [.pass(.narrow(unnamed(focus)))])
    }

    @Test func deleteTakesAwayTheSavedFilterThatIsHighlightedAndNothingElse() throws {
        let desk = desk()
        let context = desk.context()
        var layer = try layer(desk, context)
        try press([.down], &layer, desk, context)
        #expect(layer.bindings(context).contains { $0.action == .delete })
        #expect(
            layer.update(.action(.delete), context)
                == [.write(.delete(RecordKey(.savedFilter, 3), version: 4, title: "重点"))])
        try press([.down], &layer, desk, context)
        #expect(layer.picked == nil)
        #expect(!layer.bindings(context).contains { $0.action == .delete }, "in the form it deletes a letter")
        #expect(layer.update(.action(.delete), context) == [])
    }

    @Test func withoutSavedFiltersOneTypesAtOnce() throws {
        let desk = desk(saved: false)
        let context = desk.context()
        var layer = try layer(desk, context)
        let keys = typed("食品1") + [.tab] + typed("くまもと") + [.tab, .control("s")]
        try press(Array(keys.dropLast()), &layer, desk, context)
        let wanted = Record(
            .savedFilter, ["pipeline": .text("A3"), "text": .text("食品1"), "prefecture": .number(43)])
        #expect(layer.update(.action(.save), context) == [.forgetDraft(.filter("A3")), .pass(.narrow(wanted))])
    }

    @Test func typingLeavesTheListForTheFirstField() throws {
        let desk = desk()
        let context = desk.context()
        var layer = try layer(desk, context)
        try press(typed("や1"), &layer, desk, context)
        #expect(layer.picked == nil && layer.form?.texts["saved_filter.text"] == "や1")
        // And up goes back to it
        try press([.up], &layer, desk, context)
        #expect(layer.picked == 1)
    }

    @Test func enterOnTheLastFieldAppliesAndANameSaves() throws {
        let desk = desk()
        let context = desk.context()
        var layer = try layer(desk, context)
        try press([.tab, .backTab], &layer, desk, context)
        #expect(layer.picked == 1)
        try press([.backTab], &layer, desk, context)
        #expect(layer.picked == nil && layer.form?.focused?.field.id == "name")
        layer = try self.layer(desk, context, current: Record(.savedFilter, ["text": .text("食品")]))
        let applied = Record(.savedFilter, ["pipeline": .text("A3"), "text": .text("食品")])
        try press(Array(repeating: .tab, count: 7), &layer, desk, context)
        #expect(try press([.enter], &layer, desk, context) == [.forgetDraft(.filter("A3")), .pass(.narrow(applied))])
        var named = applied
        named["name"] = .text("食品の会社")
        let write = Write.add(named)
        #expect(try press(typed("食品の会社") + [.enter], &layer, desk, context) == [.write(write)])
        let after = layer.update(.written(write, .added(RecordKey(.savedFilter, 9))), context)
        #expect(after.prefix(2) == [.forgetDraft(.filter("A3")), .pass(.narrow(applied))])
    }

    @Test func aNameThatIsThereIsGivenTheNewConditions() throws {
        let desk = desk()
        let context = desk.context()
        var layer = try layer(desk, context, current: unnamed(overdue))
        try press(Array(repeating: .tab, count: 7), &layer, desk, context)
        var changed = overdue
        changed["name"] = .text("重点")
        let asked = try press(typed("重点") + [.enter], &layer, desk, context)
        #expect(asked == [.say(Message(.hint, "「重点」は別の条件で保存されています。置き換えるなら、もう一度"))])
        #expect(
            try press([.enter], &layer, desk, context)
                == [.write(.edit(RecordKey(.savedFilter, 3), version: 4, to: changed))])
    }

    @Test func aNameWithJustTheseConditionsIsNotSavedAgain() throws {
        let desk = desk()
        let context = desk.context()
        let saved = try #require(desk.records(.savedFilter, after: 2, limit: 1).first?.record)
        var layer = try layer(desk, context, current: unnamed(saved))
        try press(Array(repeating: .tab, count: 7), &layer, desk, context)
        let effects = try press(typed(saved["name"].text ?? "") + [.enter], &layer, desk, context)
        #expect(effects.dropFirst().first == .pass(.narrow(unnamed(saved))) && effects.count == 3)
    }

    @Test func itBeginsWithWhatThePageIsNarrowedTo() throws {
        let desk = desk()
        let context = desk.context()
        var current = unnamed(overdue)
        current["coordinator"] = .number(7)
        var layer = try layer(desk, context, current: current)
        #expect(layer.picked == nil)
        #expect(
            layer.lines(context).contains { $0.contains("熊本県") } && layer.lines(context).contains { $0.contains("田中") })
        #expect(
            layer.update(.action(.save), context) == [.forgetDraft(.filter("A3")), .pass(.narrow(current))])
    }

    @Test func onlyTwoSidedPipelinesAskForTheSide() throws {
        let desk = desk()
        let context = desk.context()
        #expect(try layer(desk, context, "A").form?.index(of: "side", in: .savedFilter) == nil)
        #expect(try layer(desk, context, "A3").form?.index(of: "side", in: .savedFilter) != nil)
    }

    @Test func whatCannotBeReadIsMarkedAndNothingIsApplied() throws {
        let desk = desk(saved: false)
        let context = desk.context()
        var layer = try layer(desk, context)
        try press([.tab] + typed("どこか"), &layer, desk, context)
        guard case .say(let message)? = layer.update(.action(.save), context).first else {
            Issue.record("nothing said")
            return
        }
        #expect(message.kind == .error && layer.form?.focused?.error != nil)
    }

    @Test(arguments: [(80, 24), (120, 40), (40, 12)]) func savedFiltersStandAboveTheForm(_ width: Int, _ height: Int)
        throws
    {
        let desk = desk()
        let context = desk.context(width: width, height: height)
        let frame = try layer(desk, context).lines(context)
        #expect(frame.contains { $0.contains("1 熊本の期限切れ  熊本県・期限切") })
        #expect(frame.contains { $0.contains("2 重点  #重点") })
        #expect(frame.contains { $0.contains("検索語") } && frame.contains { $0.contains("A3 の絞り込み") })
    }

    @Test func throughTheProgramThePageIsNarrowedAndEscapeShowsAll() throws {
        let desk = desk()
        let keys: [Key] = [.character("2"), .character("f"), .character("2")]
        let context = desk.context(width: 80, height: 24)
        func frame(_ keys: [Key]) -> [String] {
            let terminal = ScriptedTerminal(size: context.size, keys: keys, interludes: [:])
            App(terminal: terminal, reader: desk, writer: ClosedDesk(), context: context).run()
            return terminal.frame.lines
        }
        #expect(frame(keys)[1].contains("#重点") && frame(keys)[1].hasSuffix("2/10社"))
        // Another page and back
        #expect(frame(keys + [.character("1"), .character("2")])[1].contains("#重点"))
        #expect(!frame(keys + [.escape])[1].contains("#重点"))
    }
}
