import BansoDomain

/// Why a text is not taken as TOML.
public struct TOMLFault: Error, Hashable, Sendable {
    /// Where the text stops being TOML, both from 1.
    public struct Position: Hashable, Sendable {
        public var line: Int
        public var column: Int
    }

    /// Nil where it is about the text as a whole.
    public var position: Position?
    /// May quote the text, control characters included.
    public var reason: LocalizedText
}
