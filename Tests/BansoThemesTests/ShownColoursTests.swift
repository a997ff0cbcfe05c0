import BansoThemes
import TerminalUI
import Testing

@testable import CursesTerminal

/// What terminals make of a theme's colours, by day and dimmed for the night.
@Suite struct ShownColoursTests {
    /// The wall's share of light at night.
    private static let night = 0.45

    /// A colour as a terminal shows it; nil where it is the terminal's own.
    private func light(_ index: Int32, isBold: Bool, _ palette: Palette) -> Light? {
        guard index >= 0 else { return nil }
        let colour: Palette.RGB
        switch palette {
        case .none: return nil
        case .direct where index > 15:
            return Light(UInt8(index >> 16 & 255), UInt8(index >> 8 & 255), UInt8(index & 255))
        case .xterm256 where index > 15: colour = Palette.fixed[Int(index) - 16]
        case .eight: colour = Palette.standard[Int(index) + (isBold ? 8 : 0)]
        default: colour = Palette.standard[Int(index)]
        }
        return Light(UInt8(colour.red), UInt8(colour.green), UInt8(colour.blue))
    }

    private func contrast(_ role: Role, _ surface: Surface, _ theme: Theme, _ palette: Palette) -> Double {
        let look = Look(Style(role, on: surface), theme: theme, palette: palette)
        guard let ink = light(look.foreground, isBold: look.isBold, palette),
            let ground = light(look.background, isBold: false, palette)
        else { return 0 }
        return ink.contrast(ground)
    }

    /// Terminals with 8 and 16 colours get this one where nobody chose another.
    static let ofFew = "sixteen"

    static let shown: [(name: String, palette: Palette)] =
        ["dark", "light", "high-contrast", "colour-blind"].flatMap { [($0, .xterm256), ($0, .direct)] }
        + [(ofFew, .eight), (ofFew, .sixteen), (ofFew, .xterm256), (ofFew, .direct)]

    @Test(arguments: shown) func whatIsReadStandsOut(name: String, palette: Palette) throws {
        let day = try Themes.named(name)
        // How dim its own colours are is the terminal's: no contrast that could be computed.
        let themes = name == Self.ofFew ? [day] : [day, day.dimmed(to: Self.night)]
        for (theme, time) in zip(themes, ["day", "night"]) {
            for role in Role.allCases where !ThemeContrastTests.chrome.contains(role) {
                for surface in Surface.allCases {
                    let contrast = contrast(role, surface, theme, palette)
                    let needed = name == "high-contrast" ? 7 : 4.5
                    #expect(contrast >= needed, "\(name) by \(time), \(palette): \(role) on \(surface) \(contrast):1")
                }
            }
        }
    }

    @Test(arguments: Themes.names, [Palette.none, .eight, .sixteen, .xterm256, .direct])
    func goodAndBadLookDifferentAtNightToo(name: String, palette: Palette) throws {
        // Without colours only the theme that needs none tells them apart by looks.
        guard palette != .none || name == "monochrome" else { return }
        let day = try Themes.named(name)
        guard palette != .eight && palette != .sixteen || name == Self.ofFew || name == "monochrome" else { return }
        for theme in [day, day.dimmed(to: Self.night)] {
            let looks = [Role.good, .warning, .behind].map { Look(Style($0), theme: theme, palette: palette) }
            #expect(Set(looks).count == 3, "\(name), \(palette): \(looks)")
            let colours = Set(looks.map(\.foreground))
            #expect(colours.count == 3 || name == "monochrome")
        }
    }

    @Test(arguments: Themes.names) func theNightIsDarker(name: String) throws {
        let day = try Themes.named(name)
        let night = day.dimmed(to: Self.night)
        #expect(night != day)
        for (role, ink) in night.roles {
            guard case .rgb(let red, let green, let blue) = ink.colour,
                case .rgb(let r, let g, let b) = day.roles[role]?.colour
            else { continue }
            #expect(Light(red, green, blue).luminance < Light(r, g, b).luminance)
        }
    }
}
