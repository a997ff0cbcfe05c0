import Testing

@testable import TerminalUI

/// Figures to be read from across a room.
@Suite struct BigDigitsTests {
    private func lines(_ text: String, scale: Int) -> [String] {
        var canvas = Canvas(size: Size(width: 24, height: BigDigits.height * scale))
        BigDigits.draw(text, on: &canvas, x: 0, y: 0, style: .plain, scale: scale)
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
}
