import BansoCatalogue
import BansoDomain
import BansoStore
import TerminalUI
import Testing

@testable import BansoApp

/// The loop: keys in, transactions and frames out.
@Suite struct AppTests {
    private func count(_ desk: Desk) throws -> Int {
        try desk.store.readings(asOf: Desk.day).first { $0.indicator.id == "A2.consultations" }!.tally.counted
    }

    @Test func aConsultationIsBookedAndUndone() throws {
        let desk = try Desk(companies: 300)
        let before = try count(desk)
        let form: [Key] = [.character("1"), .character("c"), .tab] + .typed("1400") + [.control("s")]
        let booked = desk.run(form)
        #expect(try count(desk) == before + 1)
        #expect(booked.frame.lines.last!.contains("相談 1/3 を記録しました"))
        let undone = desk.run([.character("u")])
        #expect(try count(desk) == before)
        #expect(undone.frame.lines.last!.contains("取り消しました"))
    }

    @Test func fullWidthLettersAreCommandsAndKanaHints() throws {
        let desk = try Desk(companies: 60)
        // The stages stand on the pipeline's page only
        #expect(desk.run([.character("１")]).frame.lines.contains { $0.contains("適格確認") })
        #expect(desk.run([.character("あ")]).frame.lines.last!.contains("日本語入力がオン"))
    }

    @Test func pastedTextIsNeverACommand() throws {
        let desk = try Desk(companies: 60)
        let untouched = desk.run([])
        #expect(desk.run([.paste("1")]).frame == untouched.frame)
        // Had q been a command, the key after it would not have been taken.
        #expect(desk.run([.paste("q"), .character("1")]).frame.lines.contains { $0.contains("適格確認") })
    }

    /// While the program is stopped the shell is told of the terminal's size, and nobody else.
    @Test func whoComesBackFromTheShellSeesTheWindowAsItIsNow() throws {
        let desk = try Desk(companies: 60)
        let (before, after) = (Size(width: 100, height: 30), Size(width: 80, height: 24))
        let terminal = BurstTerminal([.key(.character("1")), .key(.control("z"))], size: before, later: after)
        App(terminal: terminal, reader: desk.store, writer: desk.store, context: desk.context(.ja, size: before)).run()
        #expect(terminal.frame == desk.run([.character("1")], size: after).frame)
    }

    @Test func messagesNameTheKeyInForce() throws {
        func message(_ keys: KeyMap, _ language: Language) throws -> String {
            let desk = try Desk(companies: 60)
            let size = Size(width: 120, height: 40)
            let terminal = ScriptedTerminal(size: size, keys: [.character("1"), .character(">")])
            var context = desk.context(language, size: size)
            context.keys = keys
            App(terminal: terminal, reader: desk.store, writer: desk.store, context: context).run()
            return terminal.frame.lines.last!
        }
        #expect(try message(KeyMap(), .ja).hasSuffix("（u で取消）"))
        #expect(try message(KeyMap(["undo": [.function(4)]]), .en).hasSuffix(" (F4 undoes)"))
        #expect(try message(KeyMap(["redo": [.character("u")]]), .ja).contains("取消") == false)
        #expect(try message(KeyMap(["undo": []]), .en).contains("undoes") == false)
    }

    /// Asks nothing, and knows how often it was asked whether anything changed.
    private final class WatchedDesk: QuietDesk {
        let catalogue = Desk.catalogue
        private(set) var asked = 0
        func changeToken() -> Int {
            asked += 1
            return 0
        }
    }

    private func context(_ today: Day = Desk.day) -> Context {
        Context(
            catalogue: Desk.catalogue, language: .ja, today: today, calendar: Desk.calendar, actor: Actor("田中"),
            size: Size(width: 80, height: 24))
    }

    /// A repaint would erase what an input method is composing.
    @Test func figuresHoldStillWhileSomethingIsTyped() {
        func asked(_ keys: [Key]) -> Int {
            let desk = WatchedDesk()
            let terminal = ScriptedTerminal(size: Size(width: 80, height: 24), keys: keys)
            App(terminal: terminal, reader: desk, writer: ClosedDesk(), context: context()).run()
            return desk.asked
        }
        let form: [Key] = [.character("n"), .character("t")]
        let typed = asked(form + .typed("山田花子")) - asked(form)
        #expect(typed == 0)
        #expect(asked(form + [.escape, .down, .down]) - asked(form + [.escape]) == 2)
    }

    @Test func theCursorStandsOnTheFieldWhereSomethingIsTyped() {
        func terminal(_ keys: [Key]) -> ScriptedTerminal {
            let terminal = ScriptedTerminal(size: Size(width: 80, height: 24), keys: keys)
            App(terminal: terminal, reader: WatchedDesk(), writer: ClosedDesk(), context: context()).run()
            return terminal
        }
        #expect(!terminal([]).isCursorShown)
        let form = terminal([.character("n"), .character("t")] + .typed("山田"))
        let row = form.frame.lines.firstIndex { $0.contains("山田") }
        let column = form.frame.lines[row ?? 0].prefix { $0 != "山" }.reduce(0) { $0 + cellWidth(String($1)) }
        #expect(form.isCursorShown && form.cursor == Point(x: column + 4, y: row ?? 0))
    }

    @Test func halfWidthKanaHintsTooAndAMessageGoesWithTheNextKey() throws {
        let desk = try Desk(companies: 0)
        #expect(desk.run([.character("ｱ")]).frame.lines.last!.contains("日本語入力がオン"))
        #expect(!desk.run([.character("あ"), .down]).frame.lines.last!.contains("日本語入力がオン"))
        // In a field they are text
        let form: [Key] = [.character("n"), .character("t")]
        #expect(desk.run(form + [.character("１"), .character("あ")]).frame.lines.contains { $0.contains("１あ") })
        // Ideographic space is Space
        #expect(desk.run([.character("　")]).frame == desk.run([.character(" ")]).frame)
    }

    @Test func theDayChangesAtMidnight() {
        let days = [Desk.day, Desk.day + 1]
        var asked = 0
        let terminal = ScriptedTerminal(size: Size(width: 80, height: 24), keys: [.down, .down])
        App(
            terminal: terminal, reader: WatchedDesk(), writer: ClosedDesk(), context: context(),
            day: {
                asked += 1
                return days[min(asked - 1, 1)]
            }
        ).run()
        #expect(terminal.frame.lines[0].contains("11/21"))
    }

    @Test func afterDamageIsFoundNothingIsWrittenAnyMore() throws {
        let desk = try Desk(companies: 60)
        let before = try count(desk)
        let terminal = ScriptedTerminal(
            size: Size(width: 120, height: 40),
            keys: [.character("1"), .character("c"), .tab] + .typed("1400") + [.control("s")])
        App(
            terminal: terminal, reader: desk.store, writer: desk.store,
            context: desk.context(.ja, size: terminal.size),
            alarm: { .corrupt(path: desk.path, detail: "page 7") }
        ).run()
        #expect(try count(desk) == before)
        #expect(terminal.frame.lines.contains { $0.contains("page 7") || $0.contains("壊れ") })
    }

    @Test func aBusyDatabaseIsTriedAgainAndADamagedOneIsNot() {
        let keys: [Key] = [.character("n"), .character("t")] + .typed("山田") + [.control("s"), .control("s")]
        for (refusal, asked) in [
            (DeskError.busy(path: "x"), 2), (.full(path: "x"), 2), (.readOnly(path: "x"), 2),
            (.corrupt(path: "x", detail: "page 7"), 1),
        ] {
            let writer = ClosedDesk(refusal)
            let terminal = ScriptedTerminal(size: Size(width: 80, height: 24), keys: keys)
            App(terminal: terminal, reader: WatchedDesk(), writer: writer, context: context()).run()
            #expect(writer.asked == asked, "\(refusal)")
        }
    }

    /// What a person has seen outlives a crash at that moment.
    @Test func aDraftIsKeptBeforeItsFrameIsShown() {
        let keeper = MemoryDrafts()
        let inputs = ([.character("n"), .character("t")] + [Key].typed("山田花子")).flatMap { [Input.key($0), .none] }
        let terminal = BurstTerminal(inputs)
        var seen = 0
        terminal.onFrame = { frame in
            for name in ["山田花子", "山田花", "山田", "山"] where frame.lines.contains(where: { $0.contains(name) }) {
                seen += 1
                #expect(keeper.drafts.first?.texts["talent.name"] == name)
                return
            }
        }
        App(
            terminal: terminal, reader: WatchedDesk(), writer: ClosedDesk(), context: context(), drafts: keeper
        ).run()
        #expect(seen == 4)
    }

    @Test func whatWasTypedAndLeftInOneGoIsADraft() {
        let keeper = MemoryDrafts()
        let keys: [Key] = [.character("n"), .character("t")] + .typed("山田") + [.escape]
        App(
            terminal: BurstTerminal(keys.map { .key($0) }), reader: WatchedDesk(), writer: ClosedDesk(),
            context: context(), drafts: keeper
        ).run()
        #expect(keeper.drafts.map(\.texts["talent.name"]) == ["山田"])
    }

    @Test func aFrameIsAsLargeAsTheTerminal() {
        let resized = BurstTerminal([.resized, .key(.down), .none, .gone], later: Size(width: 100, height: 30))
        App(terminal: resized, reader: WatchedDesk(), writer: ClosedDesk(), context: context()).run()
        #expect(resized.frame.lines.count == 30)
    }

    @Test func draftsAreKeptOnceAChangeAndNotAtEveryKey() {
        func saves(_ keys: [Key]) -> Int {
            let keeper = MemoryDrafts()
            let terminal = ScriptedTerminal(size: Size(width: 80, height: 24), keys: keys)
            App(terminal: terminal, reader: WatchedDesk(), writer: ClosedDesk(), context: context(), drafts: keeper)
                .run()
            return keeper.saves
        }
        let form: [Key] = [.character("n"), .character("t")]
        #expect(saves(form + [.tab, .left, .backTab]) == 0)
        #expect(saves(form + .typed("山田") + [.tab, .left, .backTab]) == 2)
    }

    @Test func stagesMoveForwardAndBack() throws {
        let desk = try Desk(companies: 60)
        let counts = try desk.store.stageCounts(of: "A")
        desk.run([.character("1"), .character(">")])
        let stages = Desk.catalogue.pipeline("A")!.stages
        let moved = try desk.store.stageCounts(of: "A")
        #expect(moved[stages[0].id] == counts[stages[0].id]! - 1)
        #expect(moved[stages[1].id] == counts[stages[1].id]! + 1)
        desk.run([.character("u")])
        #expect(try desk.store.stageCounts(of: "A") == counts)
    }

    @Test func aCompanyIsEnteredIntoAPipelineAndTakenOutAgain() throws {
        let desk = try Desk(companies: 0)
        let id = try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("田中"))
        let open: [Key] = [.character("/")] + .typed("はじめ") + [.enter]
        // A is the first of the list, A3 as a sender the second
        let entered = desk.run(open + [.character("n"), .character("n"), .down, .enter])
        #expect(entered.frame.lines.last!.contains("A3 に登録しました"))
        #expect(try desk.store.file(of: id)!.entries.map(\.record.side) == [.sender])
        desk.run([.character("u")])
        #expect(try desk.store.file(of: id)!.entries.isEmpty)
    }

    @Test func aWriteBySomebodyElseShowsWithoutAKey() throws {
        // Given a desk that looks at A's pipeline, and another program on the same database
        let desk = try Desk(companies: 300)
        let before = try count(desk)
        let other = try Store.open(at: desk.path, mode: .readWrite) {
            try CatalogueFile.parse($0, file: CatalogueFile.embeddedName)
        }
        let company = try desk.store.search("株式会社", limit: 300).first { hit in
            try! desk.store.file(of: hit.organisation!)!.consultations.isEmpty
        }!
        let keys: [Key] = [.character("1")] + .typed("lll") + [.control("l"), .control("l")]
        // When the other one books while the desk waits
        let terminal = desk.run(
            keys,
            interludes: [
                4: {
                    _ = try! other.book(
                        Consultation(company: company.organisation!, date: Desk.day, minutes: 60, mode: .online),
                        nextAction: nil, by: Actor("佐藤"))
                }
            ])
        // Then its next frame shows the new figure
        #expect(terminal.frame.lines.contains { $0.contains("支援回数") && $0.contains("\(before + 1)/90") })
    }

    @Test func theFormKeepsWhatWasTypedWhenSavingIsRefused() throws {
        let desk = try Desk(companies: 300)
        let terminal = desk.run(
            [.character("1"), .character("c"), .control("u")] + .typed("2/30") + [.tab, .tab, .control("s")])
        #expect(terminal.frame.lines.contains { $0.contains("2/30") })
        #expect(terminal.frame.lines.contains { $0.contains("日付ではありません") })
    }
}
