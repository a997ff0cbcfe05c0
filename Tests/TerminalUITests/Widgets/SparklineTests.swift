import Testing

@testable import TerminalUI

@Suite struct SparklineTests {
    @Test func theLargestIsTheHighestAndLittleIsMoreThanNothing() {
        #expect(Sparkline.text([0, 1, 3, 6], glyphs: .unicode) == "·▁▃▆")
        #expect(Sparkline.text([1, 1000], glyphs: .unicode) == "▁▆")
        #expect(Sparkline.text([5, 5], glyphs: .unicode) == "▆▆")
        #expect(Sparkline.text([0, 0], glyphs: .unicode) == "··")
        #expect(Sparkline.text([], glyphs: .unicode).isEmpty)
    }

    @Test func asciiSaysTheSame() {
        #expect(Sparkline.text([0, 1, 3, 6], glyphs: .ascii) == "._-#")
        // Nothing is seen, and is none of the heights
        #expect(Glyphs.ascii.nothing != " " && !Glyphs.ascii.levels.contains(Glyphs.ascii.nothing))
    }
}
