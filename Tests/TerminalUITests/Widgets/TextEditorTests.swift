import Testing

@testable import TerminalUI

/// The keys of a field.
@Suite struct TextEditorTests {
    private func editor(_ text: String, _ keys: [Key], isMultiline: Bool = false) -> TextEditor {
        var editor = TextEditor(text, isMultiline: isMultiline)
        for key in keys { _ = editor.press(key) }
        return editor
    }

    /// The text with | where the cursor stands.
    private func shown(_ text: String, _ keys: [Key], isMultiline: Bool = false) -> String {
        let editor = editor(text, keys, isMultiline: isMultiline)
        return String(editor.characters[..<editor.cursor]) + "|" + String(editor.characters[editor.cursor...])
    }

    @Test(arguments: [
        ([Key.left], "山田 太|郎"), ([.control("b"), .control("b")], "山田 |太郎"), ([.home], "|山田 太郎"),
        ([.control("a")], "|山田 太郎"), ([.home, .right], "山|田 太郎"), ([.home, .control("f")], "山|田 太郎"),
        ([.home, .end], "山田 太郎|"), ([.home, .control("e")], "山田 太郎|"), ([.right], "山田 太郎|"),
        ([.home, .left], "|山田 太郎"), ([.alt("b")], "山田 |太郎"), ([.home, .alt("f")], "山田| 太郎"),
        ([.home, .alt("f"), .alt("f")], "山田 太郎|"), ([.alt("b"), .alt("b")], "|山田 太郎"),
    ])
    func movesAsInAShell(_ keys: [Key], _ after: String) { #expect(shown("山田 太郎", keys) == after) }

    @Test(arguments: [
        ([Key.backspace], "山田 太|"), ([.control("h")], "山田 太|"), ([.home, .backspace], "|山田 太郎"),
        ([.home, .delete], "|田 太郎"), ([.home, .control("d")], "|田 太郎"), ([.delete], "山田 太郎|"),
        ([.control("w")], "山田 |"), ([.alt("\u{7F}")], "山田 |"), ([.control("w"), .control("w")], "|"),
        ([.left, .control("u")], "|郎"), ([.home, .right, .control("k")], "山|"),
    ])
    func deletesAsInAShell(_ keys: [Key], _ after: String) { #expect(shown("山田 太郎", keys) == after) }

    @Test(arguments: [
        ([Key.home], "一\n|二二\n三"), ([.home, .end], "一\n二二|\n三"), ([.left, .control("k")], "一\n二|\n三"),
        ([.left, .control("u")], "一\n|二\n三"),
    ])
    func ofSeveralLinesItMeansTheOneWithTheCursor(_ keys: [Key], _ after: String) {
        #expect(shown("一\n二二\n三", [.left, .left] + keys, isMultiline: true) == after)
    }

    @Test func enterBreaksALineOnlyWhereThereAreSeveral() {
        var line = TextEditor("山")
        #expect(line.press(.enter) == false && line.text == "山")
        #expect(shown("山田", [.left, .enter], isMultiline: true) == "山\n|田")
        #expect(line.press(.tab) == false && line.press(.function(3)) == false, "not an editor's")
    }

    @Test func whatIsTypedIsText() {
        #expect(shown("", [.character("\u{1B}"), .character("\u{7F}"), .character("\u{85}"), .character("x")]) == "x|")
        // A mark that follows joins the character before it, and the cursor stands behind both.
        #expect(shown("", [.character("か"), .character("\u{3099}"), .character("。")]) == "が。|")
        #expect(editor("", [.character("か"), .character("\u{3099}"), .backspace]).text.isEmpty, "it is one")
    }

    @Test func pastedTextIsCleaned() {
        let text = "一\r\n二\n三\t四\u{1B}[31m\u{7F}\u{9B}五"
        #expect(editor("", [.paste(text)]).text == "一 二 三 四[31m五")
        #expect(editor("", [.paste(text)], isMultiline: true).text == "一\n二\n三 四[31m五")
    }

    @Test func undoGoesBackAHundredStepsAndWhatIsTypedThenIsAStepOfItsOwn() {
        var keys: [Key] = []
        for _ in 0..<120 { keys += [.paste("山")] }
        let undone = editor("", keys + Array(repeating: .control("_"), count: 200))
        #expect(undone.text == String(repeating: "山", count: 20))
        let typed: [Key] = [.paste("一"), .character("二"), .control("_"), .character("三"), .control("_")]
        #expect(editor("", typed).text == "一")
    }

    @Test func upAndDownKeepTheColumn() {
        var editor = TextEditor("山田太郎\nab\n佐藤花子", isMultiline: true)
        #expect(editor.moveLine(by: -1, width: 20) && editor.cursor == 7, "the shorter line ends before the column")
        #expect(editor.moveLine(by: -1, width: 20) && editor.cursor == 1, "two cells are one kanji")
        #expect(!editor.moveLine(by: -1, width: 20) && editor.cursor == 1)
        // Wrapped rows are lines too
        var long = TextEditor("山田太郎佐藤花子", isMultiline: true)
        #expect(long.moveLine(by: -1, width: 8) && long.cursor == 4)
        #expect(long.moveLine(by: 1, width: 8) && long.cursor == 8 || long.cursor == 4)
    }

    private func drawn(_ editor: TextEditor, width: Int, height: Int) -> (lines: [String], cursor: Point) {
        var canvas = Canvas(size: Size(width: width, height: height))
        let cursor = editor.draw(
            on: &canvas, in: Rect(x: 0, y: 0, width: width, height: height), style: Style(.text),
            glyphs: .unicode)
        return (canvas.lines, cursor)
    }

    @Test func aLineScrollsSidewaysWithTheCursor() {
        let end = drawn(TextEditor("山田太郎"), width: 6, height: 1)
        #expect(end.lines == ["太郎"] && end.cursor == Point(x: 4, y: 0))
        let home = drawn(editor("山田太郎", [.home]), width: 6, height: 1)
        #expect(home.lines == ["山田太"] && home.cursor == Point(x: 0, y: 0))
    }

    @Test func whereALineIsCutItSaysSo() {
        let name = "山田太郎佐藤花子"
        let end = drawn(TextEditor(name), width: 10, height: 1)
        #expect(end.lines == ["… 藤花子"] && end.cursor == Point(x: 8, y: 0))
        #expect(drawn(editor(name, [.home]), width: 10, height: 1).lines == ["山田太郎 …"])
        // The mark is never in the place of what the cursor is at
        let middle = drawn(editor(name, [.left, .left, .left]), width: 10, height: 1)
        #expect(middle.lines == ["… 郎佐藤 …"] && middle.cursor == Point(x: 6, y: 0))
        #expect(drawn(TextEditor("山田太郎"), width: 10, height: 1).lines == ["山田太郎"])
    }

    @Test func notesWrapAndScrollDownWithTheCursor() {
        let notes = TextEditor("山田太郎\n三", isMultiline: true)
        let all = drawn(notes, width: 5, height: 4)
        #expect(all.lines == ["山田", "太郎", "三", ""] && all.cursor == Point(x: 2, y: 2))
        let home = editor("一\n二", [.left, .left], isMultiline: true)
        #expect(drawn(home, width: 5, height: 1).lines == ["一  ↓"])
        let end = drawn(notes, width: 5, height: 2)
        #expect(end.lines == ["太郎↑", "三"] && end.cursor == Point(x: 2, y: 1))
    }
}
