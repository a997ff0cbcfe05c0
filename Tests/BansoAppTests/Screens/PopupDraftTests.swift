import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// What is typed in the layers over a page is a draft like that of any form.
@Suite struct PopupDraftTests {
    private let size = Size(width: 120, height: 40)

    private func run(_ desk: Desk, _ keys: [Key], _ drafts: MemoryDrafts) -> [String] {
        let terminal = ScriptedTerminal(size: size, keys: keys)
        App(
            terminal: terminal, reader: desk.store, writer: desk.store, context: desk.context(.ja, size: size),
            drafts: drafts
        ).run()
        return terminal.frame.lines
    }

    private func desk() throws -> (desk: Desk, cards: [RecordKey]) {
        let desk = try Desk(companies: 0)
        let pipeline = Desk.catalogue.pipeline("A")!
        let cards = try ["甲社", "乙社", "丙社"].map { name in
            let id = try desk.store.add(Organisation(name: name), by: Actor("田中"))
            return RecordKey(
                .pipelineEntry,
                try desk.store.add(
                    PipelineEntry(
                        organisation: id, pipeline: pipeline.id, stage: pipeline.stages[0].id, since: Desk.day),
                    by: Actor("田中")
                ).value)
        }
        return (desk, cards)
    }

    private let several: [Key] = [
        .character("1"), .character(" "), .character("j"), .character(" "), .character("b"),
    ]
    private let action: [Key] = [.tab, .tab, .tab] + .typed("資料を送る")

    @Test func whatIsTypedForSeveralCardsWaitsForThemAndIsGoneWhenItIsSaved() throws {
        let (desk, cards) = try desk()
        let drafts = MemoryDrafts()
        let left = run(desk, several + action + [.escape], drafts)
        #expect(left.last!.contains("下書きを残しました"))
        #expect(drafts.drafts.map { $0.texts["pipeline_entry.next_action"] } == ["資料を送る"])
        // On the page of the day, on the companies' own pages, and where the same cards are ticked
        let today = run(desk, [], drafts)
        #expect(today.contains { $0.contains("2件をまとめて変更") && $0.contains("資料を送る") })
        let ticked = Set(try #require(drafts.drafts.first).request.several)
        for (card, name) in zip(cards, ["甲社", "乙社", "丙社"]) {
            let page = run(desk, [.character("/")] + .typed(name) + [.enter], drafts)
            #expect(page.contains { $0.contains("まとめて変更") } == ticked.contains(card.id), "\(name)")
        }
        let again = run(desk, several, drafts)
        #expect(again.contains { $0.contains("下書きの続き") } && again.contains { $0.contains("資料を送る") })
        // Other cards are another form, and leave it alone
        let one = run(desk, [.character("1"), .character(" "), .character("b")], drafts)
        #expect(!one.contains { $0.contains("資料を送る") } && drafts.drafts.count == 1)
        let saved = run(desk, [.enter, .control("s")], drafts)
        #expect(saved.last!.contains("2件を変更しました") && drafts.drafts.isEmpty)
        for card in cards {
            let isTicked = ticked.contains(card.id)
            let next = try desk.store.record(card)?.record["next_action"]
            #expect((next == .text("資料を送る")) == isTicked)
        }
    }

    @Test func whatIsTypedInAFilterWaitsForItsPage() throws {
        let (desk, _) = try desk()
        let drafts = MemoryDrafts()
        let filter: [Key] = [.character("2"), .character("f")]
        _ = run(desk, filter + .typed("食品") + [.escape], drafts)
        #expect(drafts.drafts.map(\.request) == [.filter("A3")])
        #expect(run(desk, [], drafts).contains { $0.contains("A3 の絞り込み") && $0.contains("食品") })
        #expect(!run(desk, [.character("1"), .character("f")], drafts).contains { $0.contains("下書きの続き") })
        // From the page of the day the pipeline is gone to first: what is narrowed is in sight
        let applied = run(desk, [.enter, .control("s")], drafts)
        #expect(applied[1].contains("A3") && applied[1].contains("食品") && drafts.drafts.isEmpty)
    }

    @Test(arguments: [false, true]) func itIsTakenAwayAndBroughtBackByTheSameKey(_ isFilter: Bool) throws {
        let (desk, _) = try desk()
        let drafts = MemoryDrafts()
        let typed = isFilter ? [.character("1"), .character("f")] + .typed("資料を送る") : several + action
        let gone = run(desk, typed + [.control("x")], drafts)
        #expect(!gone.contains { $0.contains("資料を送る") } && drafts.drafts.isEmpty)
        #expect(gone.last!.contains("消した入力を戻す"))
        let back = run(desk, typed + [.control("x"), .control("x")], drafts)
        #expect(back.contains { $0.contains("資料を送る") } && drafts.drafts.count == 1)
        // The next run finds it; there too it can be taken away
        _ = run(desk, (isFilter ? [.character("1"), .character("f")] : several) + [.control("x"), .escape], drafts)
        #expect(drafts.drafts.isEmpty)
    }

    @Test func aPageThatIsNarrowedHasNoDraftUntilSomethingElseIsTyped() throws {
        let (desk, _) = try desk()
        let drafts = MemoryDrafts()
        let narrowed: [Key] = [.character("1"), .character("f")] + .typed("甲") + [.control("s"), .character("f")]
        _ = run(desk, narrowed + [.escape], drafts)
        #expect(drafts.drafts.isEmpty)
        _ = run(desk, narrowed + .typed("社") + [.escape], drafts)
        #expect(drafts.drafts.count == 1)
    }

    @Test func theyGoOnInPlainModeToo() throws {
        let (desk, _) = try desk()
        let drafts = MemoryDrafts()
        _ = run(desk, several + action + [.escape], drafts)
        let talk = Talk(desk, drafts: drafts)
        let rows = talk.say("")
        let row = try #require(rows.first { $0.contains("まとめて変更") }?.prefix { $0 != "." })
        #expect(talk.say(String(row)).contains("下書きの続きです"))
        #expect(talk.say("!", "y").first?.contains("2件を変更しました") == true)
        #expect(drafts.drafts.isEmpty)
    }
}
