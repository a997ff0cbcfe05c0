import TerminalUI

/// The colours that a terminal can show.
enum Palette: Hashable, Sendable {
    case none, eight, sixteen, xterm256
    /// As `DirectColours` describes them.
    case direct

    /// - Parameter colours: as ncurses counts them.
    init(colours: Int) {
        switch colours {
        case ..<8: self = .none
        case ..<16: self = .eight
        case ..<256: self = .sixteen
        case ..<0x100_0000: self = .xterm256
        default: self = .direct
        }
    }

    /// The number by which the terminal knows the colour that comes nearest.
    func index(of colour: Colour) -> Int32 {
        switch (self, colour) {
        case (.none, _): -1
        case (.eight, .ansi(let number)): Int32(number & 7)
        case (_, .ansi(let number)): Int32(number & 15)
        case (.eight, .rgb(let red, let green, let blue)): Self.nearest(RGB(red, green, blue), in: 0..<8)
        case (.sixteen, .rgb(let red, let green, let blue)): Self.nearest(RGB(red, green, blue), in: 0..<16)
        case (.xterm256, .rgb(let red, let green, let blue)): Self.nearest256(RGB(red, green, blue))
        case (.direct, .rgb(let red, let green, let blue)): Self.packed(RGB(red, green, blue))
        }
    }

    /// Whether the colour is a bright one on a terminal with eight: those show the bright ones as bold.
    func brightensByBold(_ colour: Colour?) -> Bool {
        guard self == .eight, case .ansi(8...)? = colour else { return false }
        return true
    }

    /// Black or white: what is read best on this colour.
    func contrast(to colour: Colour) -> Int32 {
        let value: RGB =
            switch colour {
            case .ansi(let number): Self.standard[Int(number & 15)]
            case .rgb(let red, let green, let blue): RGB(red, green, blue)
            }
        let isLight = 299 * value.red + 587 * value.green + 114 * value.blue > 128_000
        switch self {
        case .none: return -1
        case .eight: return isLight ? 0 : 7
        case .sixteen: return isLight ? 0 : 15
        case .xterm256: return isLight ? 16 : 231
        case .direct: return isLight ? 0 : 0xFF_FFFF
        }
    }

    struct RGB: Hashable, Sendable {
        var red: Int
        var green: Int
        var blue: Int

        init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
            self.red = Int(red)
            self.green = Int(green)
            self.blue = Int(blue)
        }

        /// How far it is from a grey.
        var chroma: Int { max(red, green, blue) - min(red, green, blue) }

        /// Weighted as the eye weighs ("redmean").
        func distance(to other: RGB) -> Int {
            let mean = (red + other.red) / 2
            let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
            return (512 + mean) * r * r / 256 + 4 * g * g + (767 - mean) * b * b / 256
        }
    }

    /// The usual look of the sixteen (xterm's).
    static let standard: [RGB] = [
        RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238), RGB(205, 0, 205),
        RGB(0, 205, 205), RGB(229, 229, 229), RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
        RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
    ]

    /// 16…231 the cube, 232…255 the greys. The first sixteen are the user's own and may look like anything.
    static let fixed: [RGB] = {
        let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
        var colours: [RGB] = []
        for red in levels {
            for green in levels {
                for blue in levels { colours.append(RGB(red, green, blue)) }
            }
        }
        for grey: UInt8 in 0..<24 { colours.append(RGB(8 + 10 * grey, 8 + 10 * grey, 8 + 10 * grey)) }
        return colours
    }()

    /// A colour that means something never becomes a grey, be that as near as it may.
    private static func nearest256(_ colour: RGB) -> Int32 {
        let isColoured = colour.chroma >= leastChroma
        var (nearest, least) = (0, Int.max)
        for (index, choice) in fixed.enumerated() {
            let green = choice.green - colour.green
            // What is further off by its green alone is not asked for the rest.
            guard 4 * green * green < least else { continue }
            let distance = choice.distance(to: colour)
            if distance < least, !isColoured || choice.chroma > 0 { (nearest, least) = (index, distance) }
        }
        return Int32(16 + nearest)
    }

    private static let leastChroma = 48

    private static func nearest(_ colour: RGB, in range: Range<Int>) -> Int32 {
        Int32(range.min { standard[$0].distance(to: colour) < standard[$1].distance(to: colour) }!)
    }

    /// 0…15 mean the terminal's own colours, so the darkest blues become black.
    private static func packed(_ colour: RGB) -> Int32 {
        let value = colour.red << 16 | colour.green << 8 | colour.blue
        return value < 16 ? 0 : Int32(value)
    }
}
