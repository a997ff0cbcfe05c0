import TerminalUI
import Testing

@testable import BansoApp

/// What is only read, line by line.
@Suite struct ProsePanelTests {
    private func lines(_ lines: [ProsePanel.Line], width: Int = 20, height: Int = 8, most: Int = 2) -> [String] {
        let size = Size(width: width, height: height)
        var canvas = Canvas(size: size)
        let context = FakeDesk(companies: 0).context(size: size)
        ProsePanel(lines: lines, context: context, mostRows: most).draw(on: &canvas, in: canvas.bounds)
        return canvas.lines
    }

    @Test func whatIsTooLongGoesOnBelowAndSaysWhereItIsCut() {
        let text = lines([.text("あいうえおかきくけこさしすせそ", .text, indent: 2), .text("次", .text)])
        #expect(text.prefix(3) == ["  あいうえおかきくけ", "  こさしすせそ", "次"])
        let cut = lines([.text(String(repeating: "あ", count: 40), .text), .text("次", .text)])
        #expect(cut.prefix(3) == ["ああああああああああ", "あああああああああ…", "次"])
    }

    @Test func labelsStandInAColumnAndAHeadingNeverAlone() {
        let facts: [ProsePanel.Line] = [.heading("一"), .fact(label: "業種", "小売業"), .fact(label: "所", "福岡")]
        #expect(lines(facts).prefix(3) == ["一 ─────────────────", "業種  小売業", "所    福岡"])
        #expect(lines([.text("一", .text), .heading("二"), .text("三", .text)], height: 2) == ["一", ""])
    }

    @Test func whoDidItStandsAtTheRightWhereThereIsRoom() {
        #expect(lines([.line("2回目", .accent, by: "田中")])[0] == "2回目           田中")
        #expect(lines([.line("2回目  9/18  90分", .accent, by: "田中")])[0] == "2回目  9/18  90分")
    }

    @Test func noSizeBreaksIt() {
        let all: [ProsePanel.Line] = [
            .heading("見出し"), .fact(label: "長いラベル", "値"), .text("文", .text, indent: 4), .line("行", .text, by: "人"), .gap,
        ]
        for width in 0...12 {
            for height in 0...6 { #expect(lines(all, width: width, height: height).count == height) }
        }
    }
}
