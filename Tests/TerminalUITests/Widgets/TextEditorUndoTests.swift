import Testing

@testable import TerminalUI

/// Ctrl-_ in a field.
@Suite struct TextEditorUndoTests {
    private func editor(_ keys: [Key], from text: String = "") -> TextEditor {
        var editor = TextEditor(text, isMultiline: true)
        for key in keys { _ = editor.press(key) }
        return editor
    }

    @Test func aRunOfLettersIsOneStepAndAPasteAnother() {
        let keys: [Key] = [.character("a"), .character("b"), .paste("一行\n二行"), .character("c")]
        #expect(editor(keys).text == "ab一行\n二行c")
        #expect(editor(keys + [.control("_")]).text == "ab一行\n二行")
        #expect(editor(keys + [.control("_"), .control("_")]).text == "ab")
        #expect(editor(keys + [.control("_"), .control("_"), .control("_")]).text == "")
        #expect(editor(keys + Array(repeating: .control("_"), count: 9)).text == "")
    }

    @Test func movingEndsARun() {
        let keys: [Key] = [.character("a"), .left, .character("b"), .control("_")]
        #expect(editor(keys).text == "a")
    }

    @Test func deletionsComeBackWithTheCursorWhereItWas() {
        let undone = editor([.control("k"), .control("_")], from: "山田")
        #expect(undone.text == "山田" && undone.cursor == 2)
        let start = editor([.home, .control("k"), .control("_")], from: "山田")
        #expect(start.text == "山田" && start.cursor == 0)
    }

    @Test func whatWasUndoneIsDoneAgain() {
        let keys: [Key] = [.character("a"), .paste("b"), .control("_"), .control("_")]
        #expect(editor(keys).text == "")
        #expect(editor(keys + [.control("r")]).text == "a")
        #expect(editor(keys + [.control("r"), .control("r"), .control("r")]).text == "ab")
        #expect(editor(keys + [.control("r"), .control("_")]).text == "")
        #expect(editor(keys + [.character("c"), .control("r")]).text == "c", "another change ends it")
    }

    @Test(arguments: [
        (Key.control("k"), "山田 ", "花子"), (.control("u"), "花子", "山田 "), (.control("w"), "花子", "山田 "),
        (.alt("\u{7F}"), "花子", "山田 "), (.alt("d"), "山田 ", "花子"),
    ])
    func whatWasCutComesBackElsewhere(_ key: Key, _ rest: String, _ cut: String) {
        let keys: [Key] = [.alt("b"), key]
        #expect(editor(keys, from: "山田 花子").text == rest)
        #expect(editor(keys + [.end, .control("y"), .control("y")], from: "山田 花子").text == rest + cut + cut)
        #expect(editor(keys + [key, .end, .control("y")], from: "山田 花子").text == rest + cut, "nothing is left to cut")
    }
}
