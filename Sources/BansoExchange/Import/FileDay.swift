import BansoDomain

/// A date in a file. `today` and `+3d` are none: a file means the same whenever it is read.
enum FileDay {
    static func isDate(_ typed: String) -> Bool {
        let folded = Folding.typed(typed)
        return folded.contains(where: \.isNumber) && folded.first != "+" && folded.first != "-"
    }

    static let reason = LocalizedText(ja: "日付ではありません（例 2025-10-01）", en: "is no date (such as 2025-10-01)")
}
