import TerminalUI

/// What is wrong with a theme file, in one line that a terminal may show.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    public var file: String
    /// The dotted key, "line 3, column 1" where the file is not TOML at all, empty where no such theme exists.
    public var key: String
    public var reason: String

    public init(file: String, key: String, reason: String) {
        self.file = file
        self.key = key
        self.reason = reason
    }

    public var description: String {
        visible([file, key, reason].filter { !$0.isEmpty }.joined(separator: ": "))
    }
}
