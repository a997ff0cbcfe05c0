import BansoThemes
import TerminalUI
import Testing

@Suite("Themes can be read")
struct ThemeContrastTests {
    static let coloured = Themes.names.filter { $0 != "monochrome" }
    /// Drawn, not read: a frame that stood at 4.5:1 would be louder than what it frames.
    static let chrome: Set<Role> = [.border, .track]

    @Test("every role stands out from every surface", arguments: coloured, ColourTable.allCases)
    func contrast(name: String, palette: ColourTable) throws {
        let theme = try Themes.named(name)
        let isHigh = name == "high-contrast"
        for surface in Surface.allCases {
            let behind = palette.light(try #require(theme.surfaces[surface]?.colour, "\(surface) paints nothing"))
            for role in Role.allCases {
                let ink = palette.light(try #require(theme.roles[role]?.colour, "\(role) has no colour"))
                let needed = Self.chrome.contains(role) ? (isHigh ? 3 : 1.5) : (isHigh ? 7 : 4.5)
                let contrast = ink.contrast(behind)
                #expect(contrast >= needed, "\(name), \(palette): \(role) on \(surface) is \(contrast):1")
            }
        }
    }

    @Test("no role or surface dims or reverses a colour, except where a whole surface reverses", arguments: coloured)
    func attributes(name: String) throws {
        let theme = try Themes.named(name)
        // Terminals dim as they like, so dimmed colours have no contrast that could be computed; a reversed role on a
        // reversed surface would cancel out.
        for (role, ink) in theme.roles { #expect(!ink.isDim && !ink.isReversed, "\(role)") }
        for (surface, ink) in theme.surfaces { #expect(!ink.isDim, "\(surface)") }
    }

    @Test(
        "the selection and the focused field differ from what is around them", arguments: Themes.names,
        ColourTable.allCases
    )
    func surfaces(name: String, palette: ColourTable) throws {
        let theme = try Themes.named(name)
        func look(_ surface: Surface) throws -> (Light?, [Bool]) {
            let ink = try #require(theme.surfaces[surface])
            return (ink.colour.map(palette.light), [ink.isReversed, ink.isUnderlined])
        }
        for (one, two) in [(Surface.selection, Surface.base), (.selection, .popup), (.focus, .field), (.focus, .base)] {
            #expect(try look(one) != look(two), "\(one) looks like \(two)")
        }
    }

    @Test("good, warning and behind stay apart without red or green cones")
    func colourBlind() throws {
        let theme = try Themes.named("colour-blind")
        for palette in [ColourTable.trueColour, .xterm256] {
            let lights = try [Role.good, .warning, .behind].map { palette.light(try #require(theme.roles[$0]?.colour)) }
            for (one, two) in [(0, 1), (0, 2), (1, 2)] {
                for seen in [\Light.self, \Light.protanopia, \Light.deuteranopia] {
                    let difference = lights[one][keyPath: seen].difference(lights[two][keyPath: seen])
                    #expect(difference >= 20, "\(palette): \(one) and \(two) are \(difference) apart")
                }
            }
        }
    }

    @Test("monochrome names no colour, and its roles never reverse")
    func monochrome() throws {
        let theme = try Themes.named("monochrome")
        for ink in Array(theme.roles.values) + Array(theme.surfaces.values) { #expect(ink.colour == nil) }
        for (role, ink) in theme.roles { #expect(!ink.isReversed, "\(role)") }
        let states = [Role.warning, .behind, .good].compactMap { theme.roles[$0] }
        #expect(Set(states).count == 3)
    }

    @Test("sixteen names the terminal's own sixteen colours only")
    func sixteen() throws {
        let theme = try Themes.named("sixteen")
        for ink in Array(theme.roles.values) + Array(theme.surfaces.values) {
            guard case .ansi(let number) = ink.colour else {
                Issue.record("\(ink) is no ansi colour")
                continue
            }
            #expect(number < 16)
        }
    }

    @Test("the yardstick itself: known contrasts and confusions")
    func yardstick() {
        let (black, white) = (Light(0, 0, 0), Light(255, 255, 255))
        #expect(abs(black.contrast(white) - 21) < 0.001)
        #expect(abs(Light(0x76, 0x76, 0x76).contrast(white) - 4.54) < 0.01)
        #expect(abs(white.difference(black) - 100) < 0.1)
        #expect(white.difference(white) == 0)
        // Red and green of one lightness are far apart, except for who can't tell them.
        let (red, green) = (Light(0xC8, 0x64, 0x3C), Light(0x6E, 0x8C, 0x32))
        #expect(red.difference(green) > 40)
        #expect(red.deuteranopia.difference(green.deuteranopia) < 20)
    }
}
