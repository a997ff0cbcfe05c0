import BansoThemes
import TerminalUI
import Testing

@testable import CursesTerminal

/// What lies behind the text.
@Suite struct GroundTests {
    /// In every theme, on every terminal: what a role says by its colour is not worth a patchwork.
    @Test(arguments: Themes.names, [Palette.none, .eight, .sixteen, .xterm256, .direct])
    func allCellsOfASelectedRowHaveOneGround(_ name: String, _ palette: Palette) throws {
        let theme = try Themes.named(name)
        for surface in [Surface.selection, .focus, .bar] {
            let grounds = Role.allCases.flatMap { role in
                [false, true].map { isBold -> [Int32] in
                    let look = Look(Style(role, on: surface, isBold: isBold), theme: theme, palette: palette)
                    guard look.isReversed else { return [look.background] }
                    // Bold may make one of eight colours a bright one, and dim makes any darker.
                    return [look.foreground, palette == .eight && look.isBold ? 1 : 0, look.isDim ? 1 : 0]
                }
            }
            #expect(Set(grounds).count == 1, "\(surface)")
        }
    }
}
