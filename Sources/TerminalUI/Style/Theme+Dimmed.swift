extension Theme {
    /// The same with so much of each colour's light. Colours that are the terminal's own are asked to be dim.
    public func dimmed(to share: Double) -> Theme {
        var theme = self
        theme.roles = roles.mapValues { $0.dimmed(to: share) }
        theme.surfaces = surfaces.mapValues { ink in
            if case .rgb = ink.colour { ink.dimmed(to: share) } else { ink }
        }
        return theme
    }
}

extension Theme.Ink {
    fileprivate func dimmed(to share: Double) -> Theme.Ink {
        var ink = self
        guard case .rgb(let red, let green, let blue)? = colour else {
            ink.isDim = true
            ink.isBold = false
            return ink
        }
        func part(_ value: UInt8) -> UInt8 { UInt8((Double(value) * share).rounded()) }
        ink.colour = .rgb(part(red), part(green), part(blue))
        return ink
    }
}
