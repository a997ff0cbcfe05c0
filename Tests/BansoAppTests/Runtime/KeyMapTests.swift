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
