import BansoDomain

/// What has to be refused before TOMLKit sees a text, because it would truncate, exhaust memory or exhaust the stack.
enum TextGuard {
    /// A catalogue has some 60 kB; a file of another kind given by mistake should not be read for long.
    static let mostBytes = 1_048_576
    /// Dotted keys nest as deep as they have dots, and toml++ frees nested tables by recursion.
    static let mostDotsInALine = 64

    static func problem(in text: [UInt8]) -> LocalizedText? {
        if text.count > mostBytes {
            return LocalizedText(ja: "\(mostBytes)バイトを超えています", en: "is longer than \(mostBytes) bytes")
        }
        // TOMLKit hands texts on as C strings, which end at the first NUL, and what follows would be lost unseen.
        if hasNul(text) {
            return LocalizedText(ja: "NUL文字が入っています", en: "has a NUL character")
        }
        var (line, dots) = (1, 0)
        for byte in text {
            if byte == 0x0A { (line, dots) = (line + 1, 0) }
            if byte == 0x2E { dots += 1 }
            if dots > mostDotsInALine {
                return LocalizedText(
                    ja: "\(line)行目に . が\(mostDotsInALine)個を超えています",
                    en: "line \(line) has more than \(mostDotsInALine) dots")
            }
        }
        return nil
    }

    /// Raw, or escaped as TOML escapes it.
    private static func hasNul(_ text: [UInt8]) -> Bool {
        if text.contains(0) { return true }
        func zeros(_ count: Int, from start: Int) -> Bool {
            start + count <= text.count && text[start..<(start + count)].allSatisfy { $0 == 0x30 }
        }
        return text.indices.dropLast().contains { index in
            guard text[index] == 0x5C else { return false }
            let letter = text[index + 1]
            return letter == 0x75 && zeros(4, from: index + 2) || letter == 0x55 && zeros(8, from: index + 2)
        }
    }
}
