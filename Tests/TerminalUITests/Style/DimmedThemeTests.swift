import Testing

@testable import TerminalUI

@Suite struct DimmedThemeTests {
    @Test func coloursLoseLightAndTheTerminalsOwnAreAskedToBeDim() {
        let theme = Theme(
            name: "x", label: "x", isDark: true,
            roles: [
                .text: .init(colour: .rgb(200, 100, 0)), .key: .init(colour: .ansi(4), isBold: true), .muted: .init(),
            ],
            surfaces: [.base: .init(colour: .rgb(20, 20, 20)), .bar: .init(colour: .ansi(0))])
        let dim = theme.dimmed(to: 0.5)
        #expect(dim.roles[.text]?.colour == .rgb(100, 50, 0))
        #expect(dim.surfaces[.base]?.colour == .rgb(10, 10, 10) && dim.surfaces[.bar] == theme.surfaces[.bar])
        #expect(dim.roles[.key] == .init(colour: .ansi(4), isDim: true) && dim.roles[.muted] == .init(isDim: true))
        #expect(theme.dimmed(to: 1).roles[.text] == theme.roles[.text])
    }
}
