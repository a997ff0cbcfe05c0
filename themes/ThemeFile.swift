import BansoTOML
import TOMLKit
import TerminalUI

/// A theme as its file states it. Strict: every role and surface once, and nothing else, so that a typing error is
/// found where it was made and not as a missing colour on some screen; and text can be seen on whatever it may lie on.
public struct ThemeFile: Hashable, Sendable {
    public struct Label: Hashable, Sendable {
        public var ja: String
        public var en: String
    }

    /// Its label is the English one.
    public var theme: Theme
    public var label: Label

    public init(_ text: String, file: String) throws(TOMLProblem) {
        let reader = ThemeReader(file: file)
        let root = try reader.document(text)
        try reader.check(root, has: ["name", "label", "dark", "roles", "surfaces"], at: "")
        let names = try reader.table(root, "label", at: "")
        try reader.check(names, has: ["ja", "en"], at: "label")
        label = Label(
            ja: try reader.string(names, "ja", at: "label"), en: try reader.string(names, "en", at: "label"))
        theme = Theme(
            name: try reader.string(root, "name", at: ""), label: label.en,
            isDark: try reader.bool(root, "dark", at: ""),
            roles: try reader.inks(root, "roles", of: Role.allCases.map { ($0, $0.name) }, colour: "colour"),
            surfaces: try reader.inks(
                root, "surfaces", of: Surface.allCases.map { ($0, $0.name) }, colour: "background"))
        try reader.checkReadable(theme)
    }
}
