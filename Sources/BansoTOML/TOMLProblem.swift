import BansoDomain

/// What is wrong with a TOML file that a person can write, in one line. It may quote the file, control characters included.
public struct TOMLProblem: Error, Hashable, Sendable {
    public var file: String
    /// The dotted key; a line and column where the file is not TOML at all, empty where it is about the file as a whole.
    public var key: LocalizedText
    public var reason: LocalizedText

    public init(file: String, key: String = "", reason: LocalizedText) {
        self.init(file: file, key: LocalizedText(ja: key, en: key), reason: reason)
    }

    private init(file: String, key: LocalizedText, reason: LocalizedText) {
        (self.file, self.key, self.reason) = (file, key, reason)
    }

    /// Where a text stops being TOML.
    public init(file: String, _ fault: TOMLFault) {
        let place = fault.position.map { position in
            LocalizedText(
                ja: "\(position.line)行\(position.column)文字目", en: "line \(position.line), column \(position.column)")
        }
        self.init(file: file, key: place ?? LocalizedText(ja: "", en: ""), reason: fault.reason)
    }

    /// A file that is no text.
    public static func noText(_ file: String) -> TOMLProblem {
        TOMLProblem(
            file: file, reason: LocalizedText(ja: "読めません（UTF-8の文字列にしてください）", en: "can't be read: make it UTF-8 text"))
    }

    /// A folder, a link that leads nowhere, or a file that isn't its owner's to read.
    public static func unreadable(_ file: String) -> TOMLProblem {
        TOMLProblem(
            file: file,
            reason: LocalizedText(
                ja: "開けません（フォルダーや切れたリンクではなく、読めるファイルにしてください）",
                en: "can't be opened: make it a file that can be read, no folder and no link that leads nowhere"))
    }

    public var text: LocalizedText {
        LocalizedText(
            ja: [file, key.ja, reason.ja].filter { !$0.isEmpty }.joined(separator: "："),
            en: [file, key.en, reason.en].filter { !$0.isEmpty }.joined(separator: ": "))
    }
}
