import BansoDomain

/// A record's number as files have it: `12` or `#12`.
enum RecordNumber {
    /// Far above what a desk enters, and far from where the next number could not be given.
    static let most: Int64 = 1_000_000_000

    static func read(_ text: String) -> Int64? {
        let typed = Folding.typed(text)
        let digits = typed.first == "#" ? typed.dropFirst() : Substring(typed)
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(digits),
            (1...most).contains(number)
        else { return nil }
        return number
    }

    static let none = LocalizedText(ja: "番号ではありません（例 12）", en: "is no number (such as 12)")
}
