import Testing

@testable import TerminalUI

@Suite("Glyphs and the fallback theme")
struct GlyphsTests {
    private func all(_ glyphs: Glyphs) -> [String] {
        Mirror(reflecting: glyphs).children.flatMap { $0.value as? [String] ?? [$0.value as? String ?? ""] }
    }

    @Test("every glyph takes one cell, so that swapping the set moves nothing")
    func width() {
        for glyph in all(.unicode) + all(.ascii) { #expect(cellWidth(glyph) == 1, "\(glyph)") }
        #expect(all(.unicode).count == all(.ascii).count)
        #expect(Glyphs.unicode.eighths.count == 8 && Glyphs.ascii.eighths.count == 8)
    }

    @Test("the plain set is ASCII")
    func plain() {
        for glyph in all(.ascii) { #expect(glyph.utf8.count == 1, "\(glyph)") }
    }

    @Test("states differ by glyph, not by colour alone", arguments: [Glyphs.unicode, .ascii])
    func states(glyphs: Glyphs) {
        let states = [glyphs.met, glyphs.ahead, glyphs.onTrack, glyphs.behind, glyphs.short, glyphs.notStarted]
        #expect(Set(states).count == states.count)
        #expect(glyphs.done != glyphs.open)
    }

    @Test("a style keeps its role and weight on another surface")
    func style() {
        #expect(Style(.good, isBold: true).on(.selection) == Style(.good, on: .selection, isBold: true))
    }

    @Test("the fallback theme needs no colour")
    func fallback() {
        let theme = Theme.fallback
        for ink in Array(theme.roles.values) + Array(theme.surfaces.values) { #expect(ink.colour == nil) }
        #expect(theme.surfaces[.selection]?.isReversed == true)
    }
}
