/// Tells UTF-8 from CP932 by a file's first bytes that are not ASCII.
struct EncodingGuess {
    /// How many bytes are looked at, from the first that is not ASCII.
    static let window = 64 * 1024

    private var expected = 0
    private var characters = 0
    private var errors = 0
    private var seen = 0

    /// UTF-8 where nearly all reads as UTF-8: one damaged byte must not turn a whole file into CP932. In CP932 nearly
    /// every kanji breaks UTF-8, its lead byte (0x81–0x9F) being none that a character can begin with.
    var encoding: TextEncoding { characters >= 4 * errors ? .utf8 : .cp932 }

    /// Reads from the file's start as far as needed and goes back to it.
    static func of(_ file: FileBytes) throws(ImportError) -> TextEncoding {
        var guess = EncodingGuess()
        while guess.seen < window, try file.refill() {
            guess.add(UnsafeBufferPointer(start: file.buffer, count: file.count))
        }
        guess.finish()
        try file.rewind()
        return guess.encoding
    }

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            if seen == 0, byte < 0x80 { continue }
            seen += 1
            if seen > EncodingGuess.window { return }
            if expected > 0, byte & 0xC0 == 0x80 {
                expected -= 1
                if expected == 0 { characters += 1 }
                continue
            }
            if expected > 0 { errors += 1 }
            switch byte {
            case 0..<0x80: expected = 0
            case 0xC2...0xDF: expected = 1
            case 0xE0...0xEF: expected = 2
            case 0xF0...0xF4: expected = 3
            default:
                expected = 0
                errors += 1
            }
        }
    }

    /// A character cut off by the end of the file is an error; by the end of the window it is none.
    private mutating func finish() {
        if expected > 0, seen < EncodingGuess.window { errors += 1 }
    }
}
