import BansoDomain
import TerminalUI
import Testing

@testable import BansoApp

/// Keys of a person's own.
@Suite struct KeyMapTests {
    private let bindings = [
        Binding([.character("u")], .undo, "取消", "undo"), Binding([.control("r")], .redo, "やり直し", "redo"),
        Binding([.character("x"), .character("d")], .delete, "削除", "delete"),
        Binding([.control("s")], .save, "保存", "save"), Binding([.character("2")], .pipeline("A3"), "A3", "A3"),
    ]

    private func keys(_ map: KeyMap, takesText: Bool = false) -> [[Key]] {
        map.applied(to: bindings, takesText: takesText).map(\.keys)
    }

    @Test func withoutAnySettingNothingChanges() { #expect(keys(KeyMap()) == bindings.map(\.keys)) }

    @Test func aKeyGivenToAnActionIsTakenFromWhatElseHadIt() {
        let map = KeyMap(["undo": [.character("x"), .function(2)], "page-A3": [.function(3)]])
        #expect(
            keys(map) == [
                [.character("x"), .function(2)], [.control("r")], [.character("d")], [.control("s")], [.function(3)],
            ])
    }

    @Test func anActionCanHaveNoKeyAtAll() { #expect(keys(KeyMap(["delete": []]))[2].isEmpty) }

    @Test func whereTextIsTypedACharacterStaysTextAndAFormCanStillBeSaved() {
        #expect(keys(KeyMap(["save": [.character("s")]]), takesText: true)[3] == [.control("s")])
        #expect(keys(KeyMap(["save": [.character("s"), .function(10)]]), takesText: true)[3] == [.function(10)])
        // No key at all is what was asked for there too
        #expect(keys(KeyMap(["save": []]), takesText: true)[3].isEmpty)
    }

    @Test func aKeyOfTwoActionsOfOneScreenIsNamedWithBoth() throws {
        let context = FakeDesk().context(.en)
        func collisions(_ keys: [String: [Key]]) -> [String] {
            KeyMap(keys).collisions(context).map { "\($0.key) \($0.action) \($0.other)" }
        }
        #expect(collisions(["undo": [.character("j")]]) == ["j undo down"])
        // Of layers and forms too: there characters are text
        #expect(collisions(["repaint": [.control("s")]]).contains("Ctrl-S repaint save"))
        #expect(collisions(["save": [.character("j")]]).isEmpty)
        // Screens on which they never meet are no matter; nor is an action's own usual key
        #expect(collisions(["roster": [.character("m")]]).isEmpty && collisions(["undo": [.character("u")]]).isEmpty)
        // The other one may give the key up
        #expect(collisions(["undo": [.character("j")], "down": [.down]]).isEmpty)
        #expect(collisions(["undo": [.character("j")], "down": []]).isEmpty)
        // What keys do as a rule is not at odds with itself
        #expect(collisions([:]).isEmpty)
        let reason = try #require(KeyMap(["undo": [.character("j")]]).collisions(context).first?.reason)
        #expect(reason.en.contains("\"j\" is the key of keys.down (down) on the screen Today"))
        #expect(reason.ja.contains("「j」は今日の画面で keys.down（下へ）のキーです"))
    }

    @Test func everyScreenFollowsThem() throws {
        let desk = try Desk(companies: 20)
        var context = desk.context(.ja, size: Size(width: 120, height: 40))
        context.keys = KeyMap(["overview": [.character("z")], "palette": [.function(1)]])
        func lines(_ keys: [Key]) -> [String] {
            let terminal = ScriptedTerminal(size: context.size, keys: keys)
            App(terminal: terminal, reader: desk.store, writer: desk.store, context: context).run()
            return terminal.frame.lines
        }
        #expect(lines([.character("z")]).contains { $0.contains("全体 KPI") })
        #expect(!lines([.character("0")]).contains { $0.contains("全体 KPI") })
        #expect(lines([.function(1)]).contains { $0.contains("コマンド") })
        // The list of keys and the palette say what holds now
        #expect(lines([.character("?")] + .typed("概況")).contains { $0.contains("z") && $0.contains("概況") })
    }

    @Test(arguments: Language.allCases) func screensWithoutAKeyForAnyActionAreDrawn(_ language: Language) throws {
        let desk = try Desk(companies: 20)
        var context = desk.context(language, size: Size(width: 80, height: 24))
        // What changes the page keeps its keys, so that there are pages
        let leaders: Set = ["pipeline", "today", "overview", "matching", "open", "search", "reports"]
        context.keys = KeyMap(
            Dictionary(uniqueKeysWithValues: KeyMap.names.filter { !leaders.contains($0) }.map { ($0, []) }))
        for keys in ["t", "0", "1", "3", "6", "R", "/"].map([Key].typed) + [[.character("1"), .enter]] {
            let terminal = ScriptedTerminal(size: context.size, keys: keys)
            App(terminal: terminal, reader: desk.store, writer: desk.store, context: context).run()
            let footer = try #require(terminal.frame.lines.last)
            #expect(!footer.contains(language("キー一覧", "keys")) && terminal.frame.lines.count == 24, "\(footer)")
        }
    }

    @Test func whatIsTypedInTheListOfKeysNarrowsItAndEnterDoesIt() throws {
        let desk = try Desk(companies: 20)
        let narrowed = desk.run([.character("?")] + .typed("がいきょう")).frame.lines
        #expect(narrowed.contains { $0.contains("0") && $0.contains("概況") })
        #expect(!narrowed.contains { $0.contains("やり直し") })
        #expect(desk.run([.character("?")] + .typed("がいきょう") + [.enter]).frame.lines.contains { $0.contains("全体 KPI") })
        #expect(desk.run([.character("?")] + .typed("ctrl-r")).frame.lines.contains { $0.contains("やり直し") })
        #expect(desk.run([.character("?")] + .typed("zzz")).frame.lines.contains { $0.contains("見つかりません") })
    }
}
