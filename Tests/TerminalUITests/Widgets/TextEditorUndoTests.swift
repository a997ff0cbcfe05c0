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
}
