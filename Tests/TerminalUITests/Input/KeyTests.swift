import Testing

@testable import TerminalUI

@Suite("Keys")
struct KeyTests {
    @Test("full-width letters mean their half-width twins as commands")
    func command() {
        for (wide, narrow) in [
            ("ｊ", "j"), ("？", "?"), ("／", "/"), ("！", "!"), ("～", "~"), ("Ｇ", "G"), ("　", " "), ("９", "9"),
        ] {
            #expect(Key.character(Character(wide)).command == .character(Character(narrow)))
        }
        for value in UInt32(0xFF01)...0xFF5E {
            guard case .character(let key) = Key.character(Character(Unicode.Scalar(value)!)).command else {
                Issue.record("not a character")
                continue
            }
            #expect(key.isASCII && key.unicodeScalars.first?.value == value - 0xFEE0)
        }
    }

    @Test(
        "what has no twin stays",
        arguments: [
            Key.character("あ"), .character("ｱ"), .character("j"), .character("ｊ\u{301}"), .character("\u{FF5F}"),
            .enter,
            .paste("ｊ"), .control("c"),
        ])
    func stays(key: Key) {
        #expect(key.command == key)
    }

    @Test("kana show that an input method is on")
    func kana() {
        for kana in "あんアヴーｱｦﾟが" { #expect(Key.character(kana).isKana, "\(kana)") }
        #expect(Key.character("か\u{3099}").isKana)
        for other in "a漢１ｊ 。＠" { #expect(!Key.character(other).isKana, "\(other)") }
        #expect(!Key.paste("あ").isKana && !Key.enter.isKana)
    }

    @Test(
        "keys are written as people say them",
        arguments: [
            (Key.character(" "), "Space"), (.character("j"), "j"), (.control("c"), "Ctrl-C"), (.alt("x"), "Alt-X"),
            (.control(" "), "Ctrl-Space"), (.alt(" "), "Alt-Space"), (.enter, "Enter"), (.backTab, "Shift-Tab"),
            (.escape, "Esc"),
            (.pageDown, "PgDn"), (.function(12), "F12"), (.up, "↑"), (.paste("rm -rf\u{1B}"), "paste"),
        ])
    func label(key: Key, label: String) {
        #expect(key.label == label)
    }
}
