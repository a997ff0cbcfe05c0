import Testing

@testable import TerminalUI

@Suite struct DimmedThemeTests {
    private func theme(isDark: Bool, _ roles: [Role: Theme.Ink], base: Colour) -> Theme {
        Theme(name: "x", label: "x", isDark: isDark, roles: roles, surfaces: [.base: .init(colour: base)])
    }

    @Test func aDarkGroundLosesAllTheLightAndTheTextOnlySoMuch() {
        let dim = theme(isDark: true, [.text: .init(colour: .rgb(200, 200, 200))], base: .rgb(20, 20, 20))
            .dimmed(to: 0.5)
        #expect(dim.surfaces[.base]?.colour == .rgb(10, 10, 10))
        // 7:1 by day and by night, and some more for terminals that round colours.
        #expect(dim.roles[.text]?.colour == .rgb(162, 162, 162))
        // Where there is contrast enough the text goes all the way too.
        let clear = theme(isDark: true, [.text: .init(colour: .rgb(255, 255, 255))], base: .rgb(0, 0, 0))
        #expect(clear.dimmed(to: 0.7).roles[.text]?.colour == .rgb(179, 179, 179))
        #expect(clear.dimmed(to: 1) == clear)
    }

    @Test func aLightThemeLosesTheSameEverywhere() {
        let dim = theme(isDark: false, [.text: .init(colour: .rgb(0, 0, 0))], base: .rgb(255, 255, 255))
            .dimmed(to: 0.45)
        // 7:1 here too.
        #expect(dim.surfaces[.base]?.colour == .rgb(158, 158, 158))
    }

    @Test func whatCantBeReadByDayIsNoReasonToStayBright() {
        let faint = theme(isDark: true, [.text: .init(colour: .rgb(60, 60, 60))], base: .rgb(20, 20, 20))
        #expect(faint.dimmed(to: 0.5).surfaces[.base]?.colour == .rgb(10, 10, 10))
    }

    @Test func theTerminalsOwnColoursAreAskedToBeDimAndBoldOnesNoLongerToBeBold() {
        let own = Theme(
            name: "x", label: "x", isDark: true,
            roles: [
                .key: .init(colour: .ansi(4), isBold: true), .good: .init(colour: .ansi(2)), .muted: .init(),
                .behind: .init(isBold: true, isUnderlined: true),
            ],
            surfaces: [.bar: .init(colour: .ansi(0))])
        let dim = own.dimmed(to: 0.5)
        #expect(dim.roles[.key] == .init(colour: .ansi(4)) && dim.roles[.good] == .init(colour: .ansi(2), isDim: true))
        #expect(dim.roles[.muted] == .init(isDim: true) && dim.roles[.behind] == .init(isUnderlined: true))
        #expect(dim.surfaces == own.surfaces)
    }
}
