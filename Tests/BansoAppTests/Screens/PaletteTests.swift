import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Anything by its name.
@Suite struct PaletteTests {
    @Test(arguments: ["相談の登録", "適格確認", "てきかく", "eligib"]) func aboutTheOrganisationInSight(_ text: String) throws {
        let desk = try Desk(companies: 60)
        let keys = GoldenFrameTests.toCompany + [.character(":")] + .typed(text)
        let frame = desk.run(keys).frame.lines
        if text == "相談の登録" {
            #expect(frame.contains { $0.contains("見つかりません") })
        } else {
            #expect(frame.contains { $0.contains("新規：適格確認") }, "\(text)")
            let opened = desk.run(keys + [.enter]).frame.lines
            #expect(opened.contains { $0.contains("適格確認の登録") }, "\(text)")
        }
    }

    @Test(arguments: ["概況", "がいきょう", "ガイキョウ", "overview", "ｶﾞｲｷｮｳ"]) func aPageInAnyWriting(_ text: String) throws {
        let desk = try Desk(companies: 60)
        let frame = desk.run([.character(":")] + .typed(text) + [.enter]).frame.lines
        #expect(frame.contains { $0.contains("全体 KPI") }, "\(text)")
    }

    private let screen = [
        Binding([.character("j")], .down, "下へ", "down"), Binding([.character("u")], .undo, "取消", "undo"),
        Binding([.control("r")], .redo, "やり直し", "redo"),
        Binding([.character("x")], .done, "済み", "done"),
        Binding([.character("r")], .roster, "名簿", "the event's roster"),
        Binding([.character("e")], .edit, "編集", "edit", refusal: LocalizedText(ja: "だめ", en: "no")),
    ]

    private func palette(_ desk: Desk, typed text: String = "") -> (PaletteLayer, Context) {
        var context = desk.context(.ja, size: Size(width: 80, height: 24))
        context.themes = ThemeShelf(entries: { [.init(name: "sixteen", label: LocalizedText(ja: "十六色", en: "Few"))] })
        var layer = PaletteLayer(over: screen, of: nil, context)
        for key in [Key].typed(text) { _ = layer.update(.key(key), context) }
        return (layer, context)
    }

    @Test func itListsWhatTheScreenCanDoButNotMovingAbout() throws {
        let desk = try Desk(companies: 0)
        let (layer, _) = palette(desk)
        #expect(layer.found.prefix(3).map(\.label.en) == ["undo", "redo", "done"])
        #expect(layer.found.first?.key == "u")
    }

    @Test func namesThatBeginSoComeFirstAndEveryWordCounts() throws {
        let desk = try Desk(companies: 0)
        let contains = palette(desk, typed: "do").0.found.map(\.label.en)
        #expect(contains.prefix(2) == ["done", "undo"])
        #expect(palette(desk, typed: "event").0.found.first?.label.en == "new event", "by its kind alone")
        let both = palette(desk, typed: "内訳　A2").0.found
        #expect(!both.isEmpty && both.allSatisfy { $0.label.ja.contains("内訳") && $0.label.ja.contains("A2") })
        #expect(palette(desk, typed: "sixteen").0.found.map(\.label.ja) == ["テーマ：十六色"])
    }

    @Test func typingBeginsAtTheTopAgain() throws {
        let desk = try Desk(companies: 0)
        var (layer, context) = palette(desk)
        for _ in 0..<4 { _ = layer.update(.action(.down), context) }
        #expect(layer.selected == 4)
        #expect(layer.update(.action(.open), context) == [.say(Message(.error, "だめ"))], "why it can't be done")
        _ = layer.update(.action(.up), context)
        #expect(layer.update(.action(.open), context) == [.pass(.roster)])
        _ = layer.update(.key(.character("e")), context)
        #expect(layer.selected == 0)
        for _ in 0..<500 { _ = layer.update(.action(.down), context) }
        #expect(layer.selected == layer.found.count - 1)
        #expect(layer.lines(context).contains { $0.contains(layer.found.last!.label.ja.prefix(8)) }, "it scrolls")
    }

    @Test func additionsOfTheOrganisationInSightStandInForThoseOfAnybody() throws {
        let desk = try Desk(companies: 0)
        let id = try desk.store.add(Organisation(name: "株式会社はじめ"), by: Actor("田中"))
        let context = desk.context(.ja, size: Size(width: 80, height: 24))
        var layer = PaletteLayer(over: [], of: id, context)
        try layer.load(from: desk.store, context)
        let labels = layer.commands.map(\.label)
        #expect(Set(labels).count == labels.count)
        let posting = layer.commands.first { $0.label.en == "new posting" }
        #expect(posting?.run == .open(.form(.add(.posting, to: id))))
    }

    @Test func whatIsTypedWholeComesFirst() throws {
        let (layer, _) = palette(try Desk(companies: 0), typed: "new consultation")
        let exact = layer.found.filter { $0.names.contains(Folding.searchKey("new consultation")) }
        #expect(exact.count == 1 && layer.found.first == exact.first && layer.found.count > 1)
    }

    @Test func anIndicatorByItsNumber() throws {
        let desk = try Desk(companies: 60)
        let frame = desk.run([.character(":")] + .typed("内訳 A2.comp") + [.enter]).frame.lines
        #expect(frame.contains { $0.contains("支援企業６０社以上") })
    }

    @Test func whatCanNotBeDoneNowSaysWhy() throws {
        let desk = try Desk(companies: 0)
        let frame = desk.run([.character("1"), .character(":")] + .typed("次の段階") + [.enter]).frame.lines
        #expect(frame.last!.contains("選ばれているものがありません"))
    }

    @Test(arguments: ["しぼりこみ", "絞込", "絞込み"]) func whatAnotherPageCanDoLeadsThere(_ text: String) throws {
        let desk = try Desk(companies: 60)
        let keys: [Key] = [.character("t"), .character(":")] + .typed(text)
        let frame = desk.run(keys).frame.lines
        #expect(frame.contains { $0.contains("絞り込み（Aの画面：1）") }, "\(frame)")
        let opened = desk.run(keys + [.enter]).frame.lines
        #expect(opened.contains { $0.contains("ここで f を押すと「絞り込み」です") }, "\(opened)")
    }

    @Test func whatNeedsARecordSaysWhere() throws {
        let desk = try Desk(companies: 60)
        let keys: [Key] = [.character("t"), .character(":")] + .typed("merge")
        #expect(desk.run(keys).frame.lines.contains { $0.contains("企業・機関の画面で使えます") })
    }

    @Test(arguments: ["取込", "取込み", "取り込み", "とりこみ"]) func kanaBehindKanjiMayBeLeftOut(_ text: String) throws {
        #expect(palette(try Desk(companies: 0), typed: text).0.found.contains { $0.label.en == "import" })
    }

    @Test func whatBeginsWithAllThatWasTypedComesFirst() {
        let context = FakeDesk().context(.en)
        let bindings = [
            Binding([.character("a")], .theme("dark"), "暗い", "theme dark"),
            Binding([.character("b")], .theme("high-contrast"), "高コントラスト", "theme high contrast"),
        ]
        var palette = PaletteLayer(over: bindings, of: nil, context)
        for key in [Key].typed("theme h") { _ = palette.update(.key(key), context) }
        #expect(palette.found.first?.run == .action(.theme("high-contrast")))
    }
}
