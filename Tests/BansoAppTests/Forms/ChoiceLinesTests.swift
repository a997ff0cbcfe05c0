import TerminalUI
import Testing

@testable import BansoApp

struct ChoiceLinesTests {
    @Test func aLineHasWholeChoicesAroundTheOneWithTheCursor() {
        let widths = [8, 10, 6, 12]
        #expect(ChoiceLines(widths, in: 40, around: 0).shown == 0..<4)
        #expect(ChoiceLines(widths, in: 39, around: 0).shown == 0..<4)
        #expect(ChoiceLines(widths, in: 38, around: 0).shown == 0..<3)
        let last = ChoiceLines(widths, in: 20, around: 3)
        #expect(last.shown == 2..<4 && last.places == [Point(x: 0, y: 0), Point(x: 7, y: 0)])
        // One that is wider than the line stands there alone.
        #expect(ChoiceLines(widths, in: 5, around: 1).shown == 1..<2)
        for place in widths.indices {
            for room in 12...40 {
                let line = ChoiceLines(widths, in: room, around: place)
                #expect(line.shown.contains(place) && line.count == 1)
                for (index, start) in zip(line.shown, line.places) { #expect(start.x + widths[index] <= room) }
            }
        }
    }
}
