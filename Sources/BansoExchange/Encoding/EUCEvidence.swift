/// How well bytes read as EUC-JP, which is not read here: its characters are kana of half width and rare kanji in CP932.
struct EUCEvidence {
    /// Whether all bytes do.
    private(set) var isValid = true
    private var characters = 0
    /// What kana of half width in CP932 hardly look like: 1 for hiragana and katakana, 2 for bytes above those of kana.
    private var telling = 0
    /// Of the character that is open: how many bytes it still needs, and what it tells so far.
    private var expected = 0
    private var told = 0

    /// Whether it is EUC-JP and no CP932 of kana alone.
    var isLikely: Bool { isValid && telling >= 2 && 8 * telling >= characters }

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isValid else { return }
        for byte in bytes {
            if expected > 0 {
                guard (0xA1...0xFE).contains(byte) else {
                    isValid = false
                    return
                }
                expected -= 1
                if byte >= 0xE0 { told = 2 }
                guard expected == 0 else { continue }
                characters += 1
                telling += told
            } else if byte >= 0x80 {
                switch byte {
                case 0x8E, 0xA1...0xA8, 0xAD, 0xB0...0xF4: expected = 1
                case 0x8F: expected = 2
                default:
                    isValid = false
                    return
                }
                told = byte >= 0xE0 ? 2 : byte == 0xA4 || byte == 0xA5 ? 1 : 0
            }
        }
    }

    mutating func finish() { isValid = isValid && expected == 0 }
}
