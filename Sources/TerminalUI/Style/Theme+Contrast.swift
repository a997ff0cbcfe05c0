extension Theme {
    /// A role's text on a surface, and how many times lighter one is than the other.
    public struct Pair: Hashable, Sendable {
        public var role: Role
        public var surface: Surface
        /// WCAG 2.2: from 1 to 21.
        public var contrast: Double
    }

    /// What is read worst, where it is below 4.5:1 (WCAG 2.2, 1.4.3).
    public var hardToRead: Pair? { weakest.flatMap { $0.contrast < 4.5 ? $0 : nil } }

    /// What can't be read at all: text that is hardly another colour than what it lies on.
    public var unreadable: Pair? { weakest.flatMap { $0.contrast < Theme.leastReadable ? $0 : nil } }

    /// Below this times lighter or darker, text is taken for a mistake in a theme.
    public static let leastReadable = 1.5

    /// Of anything that is read on anything it can lie on; infinite where the colours are the terminal's own.
    var leastContrast: Double { weakest?.contrast ?? .infinity }

    private var weakest: Pair? {
        var weakest: Pair?
        for role in Role.allCases where !Theme.drawn.contains(role) {
            guard let ink = roles[role]?.colour?.luminance else { continue }
            for surface in Surface.allCases {
                guard let ground = surfaces[surface]?.colour?.luminance else { continue }
                let contrast = (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05)
                if contrast < weakest?.contrast ?? .infinity {
                    weakest = Pair(role: role, surface: surface, contrast: contrast)
                }
            }
        }
        return weakest
    }

    /// Seen, not read.
    private static let drawn: Set<Role> = [.border, .track]
}
