import Testing

@testable import TerminalUI

@Suite struct GaugeTests {
    private func line(_ gauge: Gauge, width: Int = 10, glyphs: Glyphs = .unicode) -> String {
        var canvas = Canvas(size: Size(width: width + 2, height: 1))
        canvas.fill(canvas.bounds, style: .plain, with: "x")
        gauge.draw(on: &canvas, in: Rect(x: 1, y: 0, width: width, height: 1), glyphs: glyphs)
        return canvas.lines[0]
    }

    @Test func itGrowsByEighthsOfACell() {
        #expect(line(Gauge(share: 0)) == "x──────────x")
        #expect(line(Gauge(share: 0.0125)) == "x▏─────────x")
        #expect(line(Gauge(share: 0.5)) == "x█████─────x")
        #expect(line(Gauge(share: 0.55)) == "x█████▌────x")
        #expect(line(Gauge(share: 1)) == "x██████████x")
        #expect(line(Gauge(share: 7)) == "x██████████x")
        #expect(line(Gauge(share: -1)) == "x──────────x")
    }

    @Test func theMarkStandsWhereItShouldBe() {
        #expect(line(Gauge(share: 0.5, pace: 0.7)) == "x█████──┃──x")
        #expect(line(Gauge(share: 0, pace: 1)) == "x─────────┃x")
        #expect(line(Gauge(share: 1, pace: 0)) == "x┃█████████x")
    }

    @Test func aBandIsDrawnAsOne() {
        #expect(line(Gauge(share: 0.3, band: 0.7...1)) == "x███────═══x")
        #expect(line(Gauge(share: 0.8, pace: 0.9, band: 0.7...1)) == "x████████═┃x")
        #expect(line(Gauge(share: 0.3, band: 0.7...1), glyphs: .ascii) == "x###....:::x")
    }

    @Test func withoutRoomNothingIsDrawn() {
        #expect(line(Gauge(share: 0.5, pace: 0.5), width: 0) == "xx")
    }
}
