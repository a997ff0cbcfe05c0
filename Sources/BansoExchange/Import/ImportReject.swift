import BansoDomain

/// A row that was not taken, and why.
public struct ImportReject: Error, Hashable, Sendable {
    /// The line of the file the row starts on; 1 for the first.
    public var line: Int
    /// Nil where the reason is about the whole row.
    public var column: ImportColumn?
    /// May quote up to 40 characters of the file as they are: whoever prints it makes controls visible.
    public var reason: LocalizedText
    /// How the file, or how it is imported, can settle it; nil where the reason says so.
    public var advice: LocalizedText?
    /// The records of the same name or number, of which a person has to say whether the row is one; empty for other reasons.
    public var namesakes: [RecordKey]
    /// It isn't what the rest of the file is, in columns, quotes or encoding.
    public var isBroken: Bool

    public init(
        line: Int, column: ImportColumn?, reason: LocalizedText, advice: LocalizedText? = nil,
        namesakes: [RecordKey] = [], isBroken: Bool = false
    ) {
        self.line = line
        self.isBroken = isBroken
        self.column = column
        self.reason = reason
        self.advice = advice
        self.namesakes = namesakes
    }

    /// The column and the reason, for whoever can settle it right there.
    public var question: LocalizedText { placed(reason) }

    /// The same with what to do about it in the file.
    public var cause: LocalizedText { placed(advised) }

    private var advised: LocalizedText {
        guard let advice else { return reason }
        return LocalizedText(ja: "\(reason.ja)。\(advice.ja)", en: "\(reason.en); \(advice.en)")
    }

    private func placed(_ text: LocalizedText) -> LocalizedText {
        guard let column else { return text }
        return LocalizedText(
            ja: "\(column.number)列目（\(column.name.ja)）：\(text.ja)",
            en: "column \(column.number) (\(column.name.en)): \(text.en)")
    }

    /// `12行目 2列目（法人番号）：…`
    public var text: LocalizedText {
        let (ja, en) = column == nil ? ("：", ": ") : (" ", ", ")
        return LocalizedText(ja: "\(line)行目\(ja)\(cause.ja)", en: "line \(line)\(en)\(cause.en)")
    }
}
