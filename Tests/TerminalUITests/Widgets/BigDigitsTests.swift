import Testing

@testable import TerminalUI

/// Figures to be read from across a room.
@Suite struct BigDigitsTests {
    private func lines(_ text: String, scale: Int, glyphs: Glyphs = .unicode) -> [String] {
        var canvas = Canvas(
            size: Size(width: BigDigits.width(of: text, scale: scale), height: BigDigits.height * scale))
        BigDigits.draw(text, on: &canvas, x: 0, y: 0, style: .plain, scale: scale, glyphs: glyphs)
        return canvas.lines
    }

    @Test func threeRowsHigh() {
        #expect(lines("4/", scale: 1) == ["█ █   █", "▀▀█  █", "  ▀ ▀"])
        #expect(BigDigits.width(of: "4/") == 8)
    }

    @Test func twiceAsHighAndAsWideItIsTheSameFigure() {
        #expect(
            lines("4.", scale: 2) == [
                "██  ██", "██  ██", "██████", "    ██", "    ██  ██", "",
            ])
        #expect(lines(",", scale: 2) == ["", "", "", "", "", "██"])
        #expect(BigDigits.width(of: "4/", scale: 2) == 16)
    }

    @Test func inPlainCharactersEachFigureIsAsWideAndNoTwoLookAlike() {
        #expect(lines("42/5", scale: 1, glyphs: .ascii) == ["     _    /  _", "|_|  _|  /  |_", "  | |_  /    _|"])
        #expect(lines("4.", scale: 2, glyphs: .ascii)[2] == "######")
        for scale in 1...2 {
            let all = "0123456789/%.,–".map { lines(String($0), scale: scale, glyphs: .ascii) }
            #expect(Set(all).count == all.count && all.joined().allSatisfy { $0.utf8.allSatisfy { $0 < 0x7F } })
            for (text, drawn) in zip("0123456789/%.,–", all) {
                let width = drawn.map(cellWidth).max() ?? 0
                #expect(width <= BigDigits.width(of: String(text), scale: scale) - scale)
            }
        }
    }
}
