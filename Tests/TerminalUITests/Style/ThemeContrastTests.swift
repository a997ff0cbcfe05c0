import TerminalUI
import Testing

@Suite struct ThemeContrastTests {
    private func theme(_ roles: [Role: Theme.Ink], _ surfaces: [Surface: Theme.Ink]) -> Theme {
        Theme(name: "x", label: "x", isDark: true, roles: roles, surfaces: surfaces)
    }

    @Test func theWorstOfAllPairsIsNamedWhereItIsBelowTheBound() throws {
        let black = Theme.Ink(colour: .rgb(0, 0, 0))
        let clear = Theme.Ink(colour: .rgb(255, 255, 255))
        let surfaces: [Surface: Theme.Ink] = [.base: black, .selection: .init(colour: .rgb(60, 60, 60))]
        let pair = try #require(
            theme([.text: clear, .muted: .init(colour: .rgb(110, 110, 110))], surfaces).hardToRead)
        #expect(pair.role == .muted && pair.surface == .selection && pair.contrast > 1 && pair.contrast < 4.5)
        // 0x75 on white is just enough, 0x78 just too little (WCAG's own examples); what is drawn need not be read
        let white: [Surface: Theme.Ink] = [.base: clear]
        #expect(theme([.text: .init(colour: .rgb(0x75, 0x75, 0x75))], white).hardToRead == nil)
        #expect(theme([.text: .init(colour: .rgb(0x78, 0x78, 0x78))], white).hardToRead != nil)
        #expect(theme([.border: black, .track: black], surfaces).hardToRead == nil)
        // The terminal's own colours are its own matter
        #expect(theme([.text: .init(colour: .ansi(0))], surfaces).hardToRead == nil)
    }
}
