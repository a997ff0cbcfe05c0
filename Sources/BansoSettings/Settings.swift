import BansoApp
import BansoDomain
import TerminalUI

/// What a person has settled for every run: `config.toml`. What the command line says goes before it.
public struct Settings: Hashable, Sendable {
    public var language: Language?
    /// A theme's name, or `auto`: as the terminal's background is.
    public var theme: String?
    /// The page the desk begins with: today, overview, matching, or a pipeline's name.
    public var start: String?
    public var isASCII = false
    public var hasMouse = false
    /// How many cells the terminal gives to ambiguous characters; nil (`auto`): it is asked.
    public var ambiguousWidth: AmbiguousWidth?
    public var keys = KeyMap()
    public var wall = Wall()

    public struct Wall: Hashable, Sendable {
        public var pages: [String] = []
        /// Seconds a page stays.
        public var interval: Double?

        public init() {}
    }

    public init() {}
}
