import TerminalUI

/// How a style is drawn on a terminal with certain colours.
struct Look: Hashable, Sendable {
    /// The terminal's number for the colour; -1: its own.
    var foreground: Int32 = -1
    var background: Int32 = -1
    var isBold: Bool
    var isUnderlined: Bool
    var isReversed: Bool
    var isDim: Bool

    init(_ style: Style, theme: Theme, palette: Palette) {
        let own = theme.roles[style.role] ?? Theme.Ink()
        let text = theme.roles[.text]?.colour
        let base = theme.surfaces[.base]?.colour
        let surface = theme.surfaces[style.surface] ?? Theme.Ink()
        let behind = surface.colour ?? base
        if let behind { background = palette.index(of: behind) }
        // A surface that the theme tells apart by colour alone stays apart where the terminal can't show that colour.
        let isLost =
            surface.colour != nil && surface.colour != base && background == (base.map(palette.index) ?? -1)
        let isMarked = surface.isReversed || isLost && [.bar, .selection, .focus].contains(style.surface)
        // Reversed, a role's colour would be the ground, and a row of several roles a patchwork: there all have the text's.
        let colour = isMarked ? text : own.colour ?? text
        if let colour { foreground = palette.index(of: colour) }
        if let behind, foreground == background, foreground >= 0 { foreground = palette.contrast(to: behind) }
        let isBright = palette.brightensByBold(isMarked ? text : own.colour)
        // Bold may brighten one of eight colours, and dim darkens any: the ground as well, where it is one.
        isBold = isMarked && palette == .eight ? isBright : style.isBold || own.isBold || surface.isBold || isBright
        isUnderlined = own.isUnderlined || surface.isUnderlined || isLost && style.surface == .field
        isReversed = own.isReversed || isMarked
        isDim = surface.isDim || own.isDim && !isMarked
    }
}
