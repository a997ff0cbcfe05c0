/// How roles and surfaces look. Loaded from a file by BansoThemes.
public struct Theme: Hashable, Sendable {
    public struct Ink: Hashable, Sendable {
        /// Nil: the terminal's own.
        public var colour: Colour?
        public var isBold: Bool
        public var isUnderlined: Bool
        public var isReversed: Bool
        public var isDim: Bool

        public init(
            colour: Colour? = nil, isBold: Bool = false, isUnderlined: Bool = false, isReversed: Bool = false,
            isDim: Bool = false
        ) {
            self.colour = colour
            self.isBold = isBold
            self.isUnderlined = isUnderlined
            self.isReversed = isReversed
            self.isDim = isDim
        }
    }

    public var name: String
    public var label: String
    public var isDark: Bool
    public var roles: [Role: Ink]
    /// The colour behind each surface, and what it adds to the text (a monochrome theme reverses).
    public var surfaces: [Surface: Ink]

    public init(name: String, label: String, isDark: Bool, roles: [Role: Ink], surfaces: [Surface: Ink]) {
        self.name = name
        self.label = label
        self.isDark = isDark
        self.roles = roles
        self.surfaces = surfaces
    }

    /// The terminal's own colours; meanings by bold, underline and reverse only. Needs no file.
    public static let fallback = Theme(
        name: "monochrome", label: "Monochrome", isDark: true,
        roles: [
            .accent: Ink(isBold: true), .heading: Ink(isBold: true), .error: Ink(isBold: true),
            .behind: Ink(isBold: true), .key: Ink(isBold: true),
        ],
        surfaces: [
            .bar: Ink(isReversed: true), .selection: Ink(isReversed: true), .field: Ink(isUnderlined: true),
            .focus: Ink(isReversed: true),
        ])
}

public enum Colour: Hashable, Sendable {
    /// One of the terminal's own 16: 0–7 normal, 8–15 bright.
    case ansi(UInt8)
    case rgb(UInt8, UInt8, UInt8)
}
