import Testing

@testable import TerminalUI

@Suite struct KeyNameTests {
    @Test(
        arguments: [
            ("x", Key.character("x")), ("X", .character("X")), ("/", .character("/")), ("Ctrl-R", .control("r")),
            ("ctrl-_", .control("_")), ("Alt-x", .alt("x")), ("F5", .function(5)), ("Shift-Tab", .backTab),
            ("PgUp", .pageUp), ("Space", .character(" ")), ("Esc", .escape), ("Up", .up), ("f", .character("f")),
        ]) func aKeyIsNamedAsItIsShown(_ name: String, _ key: Key)
    {
        #expect(Key(named: name) == key)
    }

    @Test(arguments: ["", " ", "Hyper-Q", "F0", "F21", "Ctrl-", "Ctrl-あ", "Ctrl-ab", "xx", "Alt-"]) func whatIsNoKey(
        _ name: String
    ) {
        #expect(Key(named: name) == nil)
    }

    @Test func whatTheHelpShowsCanBeWritten() {
        let keys: [Key] = [
            .character("j"), .character(" "), .control("s"), .alt("b"), .enter, .tab, .backTab, .escape, .backspace,
            .delete, .insert, .home, .end, .pageUp, .pageDown, .function(12),
        ]
        for key in keys { #expect(Key(named: key.label) == key, "\(key.label)") }
    }
}
