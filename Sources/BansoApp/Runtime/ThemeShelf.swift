import BansoDomain
import TerminalUI

/// The themes that a person can switch to while the program runs.
public struct ThemeShelf: Sendable {
    public struct Entry: Hashable, Sendable {
        public var name: String
        public var label: LocalizedText

        public init(name: String, label: LocalizedText) {
            self.name = name
            self.label = label
        }
    }

    /// Asked when they are to be listed, so that the start reads one theme alone.
    public var entries: @Sendable () -> [Entry]
    /// - Throws: what is wrong with the theme's file, as a text.
    public var theme: @Sendable (String) throws(Refused) -> Theme
    /// What stands for a dark and for a light terminal, where the terminal is to decide; nil where a person has chosen.
    public var automatic: (dark: String, light: String)?

    /// The name of the one in use.
    public var current: String

    /// Why a theme can't be used.
    public struct Refused: Error {
        public var reason: LocalizedText

        public init(_ reason: LocalizedText) { self.reason = reason }
    }

    public init(
        entries: @escaping @Sendable () -> [Entry] = { [] },
        theme: @escaping @Sendable (String) throws(Refused) -> Theme = { name throws(Refused) in
            throw Refused(LocalizedText(ja: name, en: name))
        }, automatic: (dark: String, light: String)? = nil, current: String = ""
    ) {
        self.current = current
        self.entries = entries
        self.theme = theme
        self.automatic = automatic
    }

    /// Where a terminal has few colours, or none, the usual themes would lose theirs: then the one that is made for it is
    /// chosen, unless a person has.
    /// - Parameter colours: how many there are; 0 also where none are wanted.
    /// - Returns: whether another one is the current one now.
    public mutating func adapt(to colours: Int) -> Bool {
        guard automatic != nil, colours < 256 else { return false }
        (automatic, current) = (nil, colours == 0 ? "monochrome" : "sixteen")
        return true
    }
}
