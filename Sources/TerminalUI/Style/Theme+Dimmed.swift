extension Theme {
    /// The same with less of each colour's light: down to `share`, but what is read stays at the contrast that the theme
    /// keeps by day: 7:1 or 4.5:1 (WCAG 2.2, 1.4.6 and 1.4.3). So the ground of a dark theme goes as far as it may, its
    /// text less; a light theme loses little, because its text can't get darker than black.
    ///
    /// Colours that are the terminal's own are asked to be dim, where they are bold to be no longer so.
    public func dimmed(to share: Double) -> Theme {
        let least = leastContrast
        let needed = min(least, (least >= 7 ? 7 : 4.5) * Theme.rounding)
        let shares = stride(from: share, to: 1, by: 0.01)
        let ways = shares.lazy.map { scaled(ink: $0, ground: isDark ? share : $0) }
        return ways.first { $0.leastContrast >= needed } ?? scaled(ink: 1, ground: isDark ? share : 1)
    }

    /// A terminal with 256 colours shows the nearest that it has, which may cost some contrast.
    private static let rounding = 1.1
    private func scaled(ink: Double, ground: Double) -> Theme {
        var theme = self
        theme.roles = roles.mapValues { $0.dimmed(to: ink) }
        theme.surfaces = surfaces.mapValues { surface in
            if case .rgb = surface.colour { surface.dimmed(to: ground) } else { surface }
        }
        return theme
    }
}

extension Theme.Ink {
    fileprivate func dimmed(to share: Double) -> Theme.Ink {
        var ink = self
        guard case .rgb(let red, let green, let blue)? = colour else {
            (ink.isDim, ink.isBold) = (!isBold, false)
            return ink
        }
        func part(_ value: UInt8) -> UInt8 { UInt8((Double(value) * share).rounded()) }
        ink.colour = .rgb(part(red), part(green), part(blue))
        return ink
    }
}
