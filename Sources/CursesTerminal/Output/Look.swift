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
        let role = theme.roles[style.role] ?? Theme.Ink()
        let base = theme.surfaces[.base]?.colour
        let surface = theme.surfaces[style.surface] ?? Theme.Ink()
        isBold = style.isBold || role.isBold || surface.isBold || palette.brightensByBold(role.colour)
        isUnderlined = role.isUnderlined || surface.isUnderlined
        isReversed = role.isReversed || surface.isReversed
        isDim = role.isDim || surface.isDim
        let behind = surface.colour ?? base
        if let behind { background = palette.index(of: behind) }
        if let colour = role.colour ?? theme.roles[.text]?.colour { foreground = palette.index(of: colour) }
        if let behind, foreground == background, foreground >= 0 { foreground = palette.contrast(to: behind) }
        // A surface that the theme tells apart by colour alone stays apart where the terminal can't show that colour.
        guard let colour = surface.colour, colour != base, background == (base.map(palette.index) ?? -1) else { return }
        switch style.surface {
        case .bar, .selection, .focus: isReversed = true
        case .field: isUnderlined = true
        case .base, .popup: break
        }
    }
}
