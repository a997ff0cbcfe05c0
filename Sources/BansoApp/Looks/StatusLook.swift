import BansoDomain
import TerminalUI

/// A status as glyph, word and colour: never by colour alone.
struct StatusLook {
    var glyph: String
    var word: String
    var role: Role

    init(_ status: Pace.Status, _ context: Context) {
        let glyphs = context.glyphs
        word = status.label(context.language)
        switch status {
        case .met: (glyph, role) = (glyphs.met, .good)
        case .ahead: (glyph, role) = (glyphs.ahead, .good)
        case .onTrack: (glyph, role) = (glyphs.onTrack, .text)
        case .behind: (glyph, role) = (glyphs.behind, .behind)
        case .endedShort: (glyph, role) = (glyphs.short, .behind)
        case .notStarted: (glyph, role) = (glyphs.notStarted, .muted)
        }
    }

    /// The widest word in a language, so that columns line up.
    static func width(_ language: Language) -> Int {
        2 + Pace.Status.allCases.map { cellWidth($0.label(language)) }.max()!
    }
}
