import BansoDomain

/// What has to be refused before TOMLKit sees a text, because it would truncate, exhaust memory or exhaust the stack.
enum TextGuard {
    /// A catalogue has some 60 kB; a file of another kind given by mistake should not be read for long.
    static let mostBytes = 1_048_576
    /// Dotted keys nest as deep as they have dots, and toml++ frees nested tables by recursion.
    static let mostDotsInALine = 64

    static func problem(in text: String) -> LocalizedText? {
        if text.utf8.count > mostBytes {
            return LocalizedText(ja: "\(mostBytes)バイトを超えています", en: "is longer than \(mostBytes) bytes")
        }
        // TOMLKit hands texts on as C strings, which end at the first NUL, and what follows would be lost unseen.
        if text.utf8.contains(0) || text.contains("\\u0000") || text.contains("\\U00000000") {
            return LocalizedText(ja: "NUL文字が入っています", en: "has a NUL character")
        }
        for (number, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let dots = line.reduce(0) { $0 + ($1 == 0x2E ? 1 : 0) }
            if dots > mostDotsInALine {
                return LocalizedText(
                    ja: "\(number + 1)行目に . が\(mostDotsInALine)個を超えています",
                    en: "line \(number + 1) has more than \(mostDotsInALine) dots")
            }
        }
        return nil
    }
}
