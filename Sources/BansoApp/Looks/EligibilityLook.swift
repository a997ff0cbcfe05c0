import BansoDomain
import TerminalUI

/// How a company's eligibility is shown: ✓ 適格, ○ 未確認, ! 大企業.
struct EligibilityLook {
    let glyph: String
    let role: Role
    private let eligibility: Eligibility

    init(_ eligibility: Eligibility, _ glyphs: Glyphs) {
        self.eligibility = eligibility
        switch eligibility {
        case .eligible: (glyph, role) = (glyphs.met, .good)
        case .unknown: (glyph, role) = (glyphs.open, .warning)
        case .large, .deemedLarge, .other: (glyph, role) = (glyphs.warning, .behind)
        }
    }

    func text(_ language: Language) -> String { glyph + " " + eligibility.label(language) }
}
