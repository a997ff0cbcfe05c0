import TerminalUI
import Testing

@testable import CursesTerminal

struct PaletteTests {
    @Test(arguments: [
        (0, Palette.none), (2, .none), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .xterm256),
        (0x100_0000, .direct),
    ]) func countOfColours(_ colours: Int, _ palette: Palette) {
        #expect(Palette(colours: colours) == palette)
    }

    /// Each colour of the cube and each grey is its own nearest, and the user's sixteen are never taken.
    @Test func fixedColoursAreTheirOwnNearest() {
        #expect(Palette.fixed.count == 240)
        for (index, colour) in Palette.fixed.enumerated() {
            let rgb = Colour.rgb(UInt8(colour.red), UInt8(colour.green), UInt8(colour.blue))
            let found = Palette.xterm256.index(of: rgb)
            #expect(found >= 16 && Palette.fixed[Int(found) - 16] == colour, "\(index + 16)")
        }
    }

    /// As it would be found by asking each of the 240 how far off it is.
    @Test func noColourIsNearerThanTheNearest() {
        let steps = stride(from: 0, through: 255, by: 17).map(UInt8.init)
        for red in steps {
            for green in steps {
                for blue in steps {
                    let colour = Palette.RGB(red, green, blue)
                    let choices = Palette.fixed.filter { colour.chroma < 48 || $0.chroma > 0 }
                    let least = choices.map { $0.distance(to: colour) }.min()
                    let found = Palette.fixed[Int(Palette.xterm256.index(of: .rgb(red, green, blue))) - 16]
                    #expect(found.distance(to: colour) == least, "\(colour)")
                }
            }
        }
    }

    @Test(arguments: [
        (Colour.rgb(255, 255, 255), Palette.xterm256, Int32(231)), (.rgb(9, 9, 9), .xterm256, 232),
        (.rgb(250, 5, 5), .xterm256, 196), (.rgb(0, 90, 250), .xterm256, 27), (.ansi(12), .xterm256, 12),
        (.rgb(0x1D, 0x5C, 0x36), .xterm256, 23),
        (.rgb(200, 10, 10), .eight, 1), (.rgb(10, 10, 20), .eight, 0), (.ansi(12), .eight, 4),
        (.rgb(250, 10, 10), .sixteen, 9), (.rgb(120, 130, 125), .sixteen, 8), (.ansi(12), .sixteen, 12),
        (.rgb(1, 2, 3), .direct, 0x010203), (.rgb(0, 0, 5), .direct, 0), (.ansi(3), .direct, 3),
        (.ansi(9), .direct, 9), (.rgb(0, 0, 16), .direct, 16), (.rgb(1, 2, 3), .none, -1), (.ansi(3), .none, -1),
    ]) func nearest(_ colour: Colour, _ palette: Palette, _ index: Int32) {
        #expect(palette.index(of: colour) == index)
    }

    @Test func contrast() {
        #expect(Palette.xterm256.contrast(to: .rgb(240, 240, 240)) == 16)
        #expect(Palette.eight.contrast(to: .ansi(4)) == 7)
    }
}
