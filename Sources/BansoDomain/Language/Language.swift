/// The language the program speaks. Data stays in the language it was entered in.
public enum Language: String, Sendable, CaseIterable {
    case ja, en

    /// Chooses the wording for this language, so that both stand side by side where they are used.
    public func callAsFunction(_ japanese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        self == .ja ? japanese() : english()
    }
}

/// One wording in both languages.
public struct LocalizedText: Hashable, Sendable, Codable {
    public var ja: String
    public var en: String

    public init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    public func callAsFunction(_ language: Language) -> String { language == .ja ? ja : en }
}
