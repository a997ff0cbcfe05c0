import TerminalUI

/// How a terminal shows a theme's colours.
enum ColourTable: CaseIterable {
    case trueColour
    /// xterm's colour cube and greys; its first 16 are left out, because people change them.
    case xterm256
    /// xterm's own first 16, for themes that name them.
    case xterm16
    /// The Linux console's first 16.
    case console16

    func light(_ colour: Colour) -> Light {
        switch (self, colour) {
        case (.xterm256, .rgb(let red, let green, let blue)):
            let nearest = ColourTable.xterm256Colours.min {
                distance($0, (red, green, blue)) < distance($1, (red, green, blue))
            }!
            return Light(nearest.0, nearest.1, nearest.2)
        case (_, .rgb(let red, let green, let blue)):
            return Light(red, green, blue)
        case (.console16, .ansi(let number)):
            let (red, green, blue) = ColourTable.console16Colours[Int(number)]
            return Light(red, green, blue)
        case (_, .ansi(let number)):
            let (red, green, blue) = ColourTable.xterm16Colours[Int(number)]
            return Light(red, green, blue)
        }
    }

    typealias Channels = (UInt8, UInt8, UInt8)

    private func distance(_ one: Channels, _ two: Channels) -> Int {
        let red = Int(one.0) - Int(two.0)
        let green = Int(one.1) - Int(two.1)
        let blue = Int(one.2) - Int(two.2)
        return red * red + green * green + blue * blue
    }

    private static let xterm256Colours: [Channels] = {
        let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
        var colours: [Channels] = []
        for red in steps {
            for green in steps {
                for blue in steps { colours.append((red, green, blue)) }
            }
        }
        for grey in stride(from: UInt8(8), through: 238, by: 10) { colours.append((grey, grey, grey)) }
        return colours
    }()

    private static let xterm16Colours: [Channels] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
        (255, 255, 255),
    ]

    private static let console16Colours: [Channels] = [
        (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
        (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255),
        (255, 255, 255),
    ]
}
