import TerminalUI
import Testing

@testable import CursesTerminal

struct LookTests {
    @Test func roleAndSurfaceGiveTheColours() {
        let look = Look(Style(.text, on: .selection), theme: .coloured, palette: .xterm256)
        #expect(look.foreground == 196)
        #expect(look.background == Palette.xterm256.index(of: .rgb(60, 60, 60)))
        #expect(!look.isReversed)
    }

    @Test func aRoleWithoutColourTakesTheTexts() {
        let look = Look(Style(.heading), theme: .coloured, palette: .xterm256)
        #expect(look.foreground == 196 && look.isBold)
    }

    @Test(arguments: [Surface.bar, .selection, .focus]) func withoutColoursASurfaceIsReversed(_ surface: Surface) {
        let look = Look(Style(.muted, on: surface, isBold: true), theme: .coloured, palette: .none)
        #expect(look.foreground == -1 && look.background == -1)
        #expect(look.isReversed && look.isBold && !look.isDim)
    }

    @Test func withoutColoursAFieldIsUnderlined() {
        let look = Look(Style(.text, on: .field), theme: .coloured, palette: .none)
        #expect(look.isUnderlined && !look.isReversed)
        #expect(!Look(.plain, theme: .coloured, palette: .none).isReversed)
    }

    /// Eight colours know no dark grey: the selection would be black on a black base.
    @Test func aColourThatIsLostBecomesReverse() {
        #expect(Look(Style(.text, on: .bar), theme: .coloured, palette: .eight).isReversed)
        #expect(!Look(.plain, theme: .coloured, palette: .eight).isReversed)
    }

    @Test func textIsNeverDrawnInTheColourBehindIt() {
        let look = Look(Style(.muted, on: .selection), theme: .coloured, palette: .xterm256)
        #expect(look.foreground == 231)
    }

    @Test func theTerminalsOwnColoursStay() {
        let look = Look(Style(.error, on: .bar), theme: .fallback, palette: .xterm256)
        #expect(look.foreground == -1 && look.background == -1)
        #expect(look.isReversed && look.isBold)
    }

    /// Eight colours have no bright ones: bold makes them so.
    @Test func brightColoursOfEightAreBold() {
        var theme = Theme.coloured
        theme.roles[.good] = .init(colour: .ansi(10))
        theme.roles[.behind] = .init(colour: .ansi(1))
        let good = Look(Style(.good), theme: theme, palette: .eight)
        #expect(good.foreground == 2 && good.isBold)
        #expect(!Look(Style(.behind), theme: theme, palette: .eight).isBold)
        #expect(!Look(Style(.good), theme: theme, palette: .sixteen).isBold)
    }
}
