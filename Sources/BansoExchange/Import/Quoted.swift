import BansoDomain

/// A value from a file, as it is named in a message.
enum Quoted {
    /// More than this is cut: a message is one line.
    static let limit = 40

    static func text(_ value: String) -> LocalizedText {
        let value = FieldText.oneLine(value)
        let shown = value.count > limit ? value.prefix(limit) + "…" : Substring(value)
        return LocalizedText(ja: "「\(shown)」", en: "\"\(shown)\"")
    }

    /// A reason with the value in front.
    static func reason(_ value: String, _ reason: LocalizedText) -> LocalizedText {
        let quoted = text(value)
        return LocalizedText(ja: "\(quoted.ja)：\(reason.ja)", en: "\(quoted.en): \(reason.en)")
    }
}
