import BansoDomain

/// What has to be refused before TOMLKit sees a text, because it would truncate, exhaust memory or exhaust the stack.
enum TextGuard {
    /// A catalogue has some 60 kB; a file of another kind given by mistake should not be read for long.
    static let mostBytes = 1_048_576
    /// Dotted keys nest as deep as they have dots, and toml++ frees nested tables by recursion.
    static let mostDotsInALine = 64

    /// TOMLKit hands texts on as C strings, which end at the first NUL, and what follows would be lost unseen.
    private static let nul = LocalizedText(ja: "NUL文字が入っています", en: "has a NUL character")

    static func problem(in text: [UInt8]) -> LocalizedText? {
        if text.count > mostBytes {
            return LocalizedText(ja: "\(mostBytes)バイトを超えています", en: "is longer than \(mostBytes) bytes")
        }
        var (line, dots) = (1, 0)
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x0A: (line, dots) = (line + 1, 0)
            case 0x2E:
                dots += 1
                if dots > mostDotsInALine {
                    return LocalizedText(
                        ja: "\(line)行目に . が\(mostDotsInALine)個を超えています",
                        en: "line \(line) has more than \(mostDotsInALine) dots")
                }
            case 0: return nul
            case 0x5C: if isNulEscaped(text[(index + 1)...]) { return nul }
            default: break
            }
        }
        return nil
    }

    /// Whether what follows a backslash is NUL as TOML escapes it.
    private static func isNulEscaped(_ text: ArraySlice<UInt8>) -> Bool {
        text.starts(with: "u0000".utf8) || text.starts(with: "U00000000".utf8)
    }
}
