/// What a piece of text means. Views name roles; a theme says how they look.
public enum Role: UInt8, Sendable, CaseIterable {
    case text, muted, accent, heading, good, warning, behind, error, border, gauge, track, pace, key

    /// As themes write it. A list: to ask the language for a case's name takes the start of a program half a millisecond.
    public var name: String { Role.names[Int(rawValue)] }

    private static let names = [
        "text", "muted", "accent", "heading", "good", "warning", "behind", "error", "border", "gauge", "track", "pace",
        "key",
    ]
}

/// What a piece of text lies on.
public enum Surface: UInt8, Sendable, CaseIterable {
    case base, bar, selection, field, focus, popup

    /// As themes write it.
    public var name: String { Surface.names[Int(rawValue)] }

    private static let names = ["base", "bar", "selection", "field", "focus", "popup"]
}

/// How a cell is drawn, in meanings only.
public struct Style: Hashable, Sendable {
    public var role: Role
    public var surface: Surface
    public var isBold: Bool

    public init(_ role: Role, on surface: Surface = .base, isBold: Bool = false) {
        self.role = role
        self.surface = surface
        self.isBold = isBold
    }

    public static let plain = Style(.text)

    public func on(_ surface: Surface) -> Style { Style(role, on: surface, isBold: isBold) }
}
