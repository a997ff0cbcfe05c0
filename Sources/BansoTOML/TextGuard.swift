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
        if hasNul(text) {
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

    /// Raw, or escaped as TOML escapes it.
    private static func hasNul(_ text: String) -> Bool {
        var escape = 0
        var zeros = 0
        for byte in text.utf8 {
            switch (escape, byte) {
            case (_, 0): return true
            case (_, 0x5C): (escape, zeros) = (1, 0)
            case (1, 0x75): escape = 4
            case (1, 0x55): escape = 8
            case (4, 0x30), (8, 0x30):
                zeros += 1
                if zeros == escape { return true }
            default: escape = 0
            }
        }
        return false
    }
}
