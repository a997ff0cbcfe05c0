import RandomFrames
import Testing

@testable import TerminalUI

@Suite("Clipping")
struct ClippingTests {
    @Test(
        "text is cut at a cell boundary, with … at the end",
        arguments: [
            ("banso", 5, "banso"), ("banso", 4, "ban…"), ("伴走支援", 8, "伴走支援"), ("伴走支援", 7, "伴走支…"), ("伴走支援", 6, "伴走…"),
            ("伴走支援", 2, "…"), ("伴走支援", 1, "…"), ("伴", 1, "…"), ("伴走", 0, ""), ("伴走", -3, ""), ("", 0, ""), ("", 5, ""),
            ("ｶﾞｶﾞ", 3, "ｶﾞ…"), ("か\u{3099}か\u{3099}", 3, "か\u{3099}…"), ("a\u{1B}", 4, "a‹U…"),
            ("a\u{1B}", 9, "a‹U+001B›"),
        ])
    func clips(text: String, width: Int, expected: String) {
        #expect(Array(clipped(text, to: width).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "what stands in brackets is never cut",
        arguments: [
            ("3回目（前回：9/18）", 20, "3回目（前回：9/18）"), ("3回目（前回：9/18）", 15, "3回目…"),
            ("no. 3 (the last: 18 Sep)", 16, "no. 3…"),
            ("小売業（飲食店を含む）：5000万円以下", 16, "小売業…"), ("小売業（飲食店を含む）：5000万円以下", 26, "小売業（飲食店を含む）：5…"),
            ("（株）ありあけ水産", 5, "（株…"), ("ありあけ水産", 7, "ありあ…"),
        ])
    func brackets(text: String, width: Int, expected: String) {
        #expect(clippedOutsideBrackets(text, to: width) == expected)
    }

    @Test("a wide ellipsis is left out where it doesn't fit")
    func wideEllipsis() {
        #expect(clipped("abc", to: 2, ellipsis: "...") == "ab")
        #expect(clipped("abcdef", to: 5, ellipsis: "...") == "ab...")
        #expect(clipped("abc", to: 2, ellipsis: "") == "ab")
    }

    @Test("no random text gets wider than asked, and what fits stays whole")
    func neverExceeds() {
        var random = RandomText(seed: 2)
        for _ in 0..<2_000 {
            let text = random.text(upTo: 12)
            let full = cellWidth(text)
            for width in 0...14 {
                let cut = clipped(text, to: width)
                #expect(cellWidth(cut) <= width)
                #expect(cellWidth(padded(text, to: width)) == width)
                #expect(cellWidth(padded(text, to: width, isRightAligned: true)) == width)
                #expect((full <= width) == (cellWidth(cut) == full && !(full > 0 && width == 0)))
                if full > width, width > 0 { #expect(cut.hasSuffix("…") && cellWidth(cut) >= width - 1) }
            }
        }
    }

    @Test("what is measured and cut the short way is what the cells come to")
    func shortWay() {
        var random = SystemRandomNumberGenerator()
        let alphabet = ["a", "Z", " ", "~", "か", "ー", "ヴ", "株", "鿼", "㈱", "é", "か\u{3099}", "…", "\u{3099}"]
        for _ in 0..<4_000 {
            let text = (0..<Int.random(in: 0...9, using: &random))
                .map { _ in alphabet.randomElement(using: &random)! }.joined()
            #expect(cellWidth(text) == TextCells(text).reduce(0) { $0 + Int($1.width) })
            for (width, ellipsis) in [(0, "…"), (1, "…"), (4, "…"), (5, "..."), (2, "..."), (6, "")] {
                let cells = TextCells(text).map { $0 }
                var (fitting, used) = ("", 0)
                let mark = cellWidth(ellipsis)
                let isCut = cells.reduce(0) { $0 + Int($1.width) } > width
                let room = isCut && mark <= width ? width - mark : width
                for cell in cells {
                    guard used + Int(cell.width) <= room else { break }
                    cell.forEachScalar { fitting.unicodeScalars.append($0) }
                    used += Int(cell.width)
                }
                let expected = fitting + (isCut && mark <= width && width > 0 ? ellipsis : "")
                let found = clipped(text, to: width, ellipsis: ellipsis)
                #expect(Array(found.unicodeScalars) == Array(expected.unicodeScalars), "\(text) \(width)")
            }
        }
    }

    @Test("padding fills to the cell")
    func pads() {
        #expect(padded("株", to: 4) == "株  ")
        #expect(padded("12", to: 4, isRightAligned: true) == "  12")
        #expect(padded("株式会社", to: 6) == "株式… ")
        #expect(padded("x", to: 0) == "")
        #expect(padded("x", to: -1) == "")
    }

    @Test(
        "text breaks at spaces, and anywhere between kanji",
        arguments: [
            ("one two three", 7, ["one two", "three"]), ("one two", 3, ["one", "two"]), ("ab cd", 2, ["ab", "cd"]),
            ("ab   cd", 2, ["ab", "cd"]), ("ab  ", 2, ["ab"]), ("abcdef", 4, ["abcd", "ef"]),
            ("伴走支援", 5, ["伴走", "支援"]),
            ("支援 company", 8, ["支援", "company"]), ("支援の company", 8, ["支援の", "company"]),
            ("支援company", 8, ["支援", "company"]), ("a\nb", 5, ["a", "b"]), ("a\r\nb", 5, ["a", "b"]),
            ("a\n\nb", 5, ["a", "", "b"]),
            ("", 5, [""]), ("a b", 1, ["a", "b"]), ("伴a走", 1, ["a"]), ("abc", 0, []), ("  ab", 4, ["  ab"]),
            ("a\u{1B}", 4, ["a‹U+", "001B", "›"]), ("伴走支援。", 8, ["伴走支", "援。"]), ("伴走）。次", 6, ["伴", "走）。", "次"]),
            ("求人（案）", 6, ["求人", "（案）"]), ("求人「", 4, ["求人", "「"]), ("。。。", 4, ["。。", "。"]),
            (" 伴。", 4, [" 伴", "。"]), ("セミナー", 6, ["セミ", "ナー"]),
        ])
    func wraps(text: String, width: Int, expected: [String]) {
        #expect(wrapped(text, to: width) == expected)
    }

    @Test("no random line gets wider than asked, and but for spaces the lines join to the text")
    func wrapsRandomText() {
        var random = RandomText(seed: 3)
        func withoutSpaces(_ text: String) -> [Unicode.Scalar] { text.unicodeScalars.filter { $0 != " " } }
        for _ in 0..<2_000 {
            let text = random.text(upTo: 20)
            for width in 2...15 {
                let lines = wrapped(text, to: width)
                for line in lines { #expect(cellWidth(line) <= width, "\(text.debugDescription) to \(width)") }
                // Each line as it is drawn; a text that is nothing but selectors draws nothing.
                #expect(
                    withoutSpaces(lines.joined()) == withoutSpaces(clipped(text, to: 1_000)), "\(text.debugDescription)"
                )
            }
        }
    }
}
