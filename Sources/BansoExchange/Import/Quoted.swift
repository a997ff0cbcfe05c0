import BansoDomain

/// A value from a file, as it is named in a message.
enum Quoted {
    /// More than this is cut: a message is one line.
    static let limit = 40

    static func text(_ value: String) -> LocalizedText {
        let shown = value.count > limit ? value.prefix(limit) + "…" : Substring(value)
        return LocalizedText(ja: "「\(shown)」", en: "\"\(shown)\"")
    }
}
