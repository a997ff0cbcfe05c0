import RandomFrames
import Testing

@testable import TerminalUI

@Suite("Text as cells")
struct TextCellsTests {
    /// The cells as text, `|` between them.
    private func cells(_ text: String) -> String {
        TextCells(text).map { cell in
            var scalars = String.UnicodeScalarView()
            cell.forEachScalar { scalars.append($0) }
            return String(scalars)
        }.joined(separator: "|")
    }

    @Test("what must not reach a terminal comes out as text")
    func replaced() {
        let values = Array(0...0x1F) + Array(0x7F...0x9F) + ignorable + [0xFFFE, 0xFFFF, 0xFDD0, 0x10FFFF]
        for value in values {
            let raw = Unicode.Scalar(value)!
            let digits = String(value, radix: 16, uppercase: true)
            let name = "‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›"
            let drawn = cells("a\(raw)b")
            #expect(
                Array(drawn.unicodeScalars)
                    == Array("a|\(name.map(String.init).joined(separator: "|"))|b".unicodeScalars))
            #expect(Array(visible("a\(raw)b").unicodeScalars) == Array("a\(name)b".unicodeScalars))
        }
    }

    @Test("an escape sequence is read, not obeyed")
    func escape() {
        #expect(visible("\u{1B}]0;x\u{7}\u{9B}2J") == "‹U+001B›]0;x‹U+0007›‹U+009B›2J")
    }

    @Test("no random text holds anything raw, and a second pass changes nothing")
    func random() {
        var random = RandomText(seed: 1)
        for _ in 0..<2_000 {
            let text = random.text(upTo: 12)
            for cell in TextCells(text) {
                #expect(cell.width == 1 || cell.width == 2)
                cell.forEachScalar { #expect(cellWidth(of: $0) >= 0) }
            }
            let once = visible(text)
            #expect(Array(visible(once).unicodeScalars) == Array(once.unicodeScalars))
            #expect(once.unicodeScalars.allSatisfy { cellWidth(of: $0) >= 0 })
        }
    }

    @Test("variation selectors are left out")
    func variationSelectors() {
        for value in Array(UInt32(0xFE00)...0xFE0F) + Array(0xE0100...0xE01EF) {
            #expect(Array(cells("葛\(Unicode.Scalar(value)!)x").unicodeScalars) == Array("葛|x".unicodeScalars))
        }
        #expect(cells("\u{FE0F}") == "")
        #expect(Array(cells("e\u{FE0F}\u{301}").unicodeScalars) == ["e", "\u{301}"])
    }

    @Test("emoji are drawn without skin tones, and flags as letters")
    func emoji() {
        #expect(cells("👍🏽x") == "👍|x")
        #expect(cells("🇯🇵") == "J|P")
    }

    @Test("emoji that are joined are drawn beside each other; a joiner anywhere else is shown")
    func joinedEmoji() {
        #expect(cells("👩\u{200D}💻x") == "👩|💻|x" && cellWidth("👩\u{200D}💻x") == 5)
        #expect(cells("👨🏽\u{200D}⚕\u{FE0F}") == "👨|⚕")
        #expect(cells("👨\u{200D}👩\u{200D}👧") == "👨|👩|👧")
        let shown = "‹|U|+|2|0|0|D|›"
        #expect(cells("a\u{200D}b") == "a|\(shown)|b" && cells("1\u{200D}2") == "1|\(shown)|2")
        #expect(cells("👩\u{200D}") == "👩|\(shown)" && cells("\u{200D}👩") == "\(shown)|👩")
        #expect(cells("👩\u{200D}a") == "👩|\(shown)|a")
    }

    @Test("text is the same whatever the width, and measured by it", arguments: ["○×商店", "a·b→…", "①※―"])
    func ambiguous(_ text: String) {
        let drawn = AmbiguousWidth.$current.withValue(.wide) { cells(text) }
        #expect(drawn == cells(text) && drawn.replacing("|", with: "") == text)
        let ambiguous = text.unicodeScalars.filter { !$0.isASCII && $0.value < 0x3000 }.count
        #expect(AmbiguousWidth.$current.withValue(.wide) { cellWidth(text) } == cellWidth(text) + ambiguous)
    }

    @Test("a mark with nothing to stand on stands on a space")
    func loneMark() {
        #expect(Array(cells("\u{301}").unicodeScalars) == [" ", "\u{301}"])
        #expect(Array(cells("\u{1B}\u{3099}").unicodeScalars.suffix(2)) == [" ", "\u{3099}"])
    }

    @Test("a cell takes two marks and leaves out the rest")
    func manyMarks() {
        let drawn = Array(TextCells("a" + String(repeating: "\u{301}\u{302}", count: 500) + "b"))
        #expect(drawn.count == 2)
        #expect(drawn.first?.firstMark == 0x301 && drawn.first?.secondMark == 0x302)
        #expect(Array(TextCells("\u{301}\u{302}\u{303}")).map(\.secondMark) == [0x302])
    }

    @Test("line breaks are kept where they are wanted, and carriage returns never")
    func lineBreaks() {
        #expect(visible("a\nb") == "a‹U+000A›b")
        #expect(visible("a\nb", keepingLineBreaks: true) == "a\nb")
        #expect(visible("a\r\nb\n", keepingLineBreaks: true) == "a‹U+000D›\nb\n")
        #expect(visible("a\r\nb") == "a‹U+000D›‹U+000A›b")
        #expect(visible("a\rb", keepingLineBreaks: true) == "a‹U+000D›b")
    }
}
