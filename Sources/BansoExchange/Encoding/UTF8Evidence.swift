/// How well bytes read as UTF-8 (Unicode 15, table 3-7).
struct UTF8Evidence {
    /// Those of three bytes and four, as Japanese has them: in CP932 hardly any comes about by chance.
    private(set) var characters = 0
    private(set) var errors = 0
    /// Where the first one stands, counted from the first byte that was added.
    private(set) var firstError: Int?
    private var offset = 0
    /// Of the character that is open: how many bytes it still needs, what the next may be, where it began, its length.
    private var expected = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF
    private var start = 0
    private var length = 0

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            if expected == 0 {
                index += UTF8Evidence.ascii(bytes, from: index)
                if index == bytes.count { break }
            }
            let byte = bytes[index]
            if expected > 0 {
                if allowed.contains(byte) {
                    expected -= 1
                    allowed = 0x80...0xBF
                    if expected == 0, length > 2 { characters += 1 }
                    index += 1
                    continue
                }
                // The byte may begin a character itself.
                fail(at: start)
            }
            begin(byte, at: offset + index)
            index += 1
        }
        offset += bytes.count
    }

    /// A character that the end of the file cuts off is an error.
    mutating func finish() {
        if expected > 0 { fail(at: start) }
    }

    private mutating func begin(_ byte: UInt8, at place: Int) {
        start = place
        switch byte {
        case 0..<0x80: return
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return fail(at: place)
        }
        expected = length - 1
        switch byte {
        case 0xE0: allowed = 0xA0...0xBF
        case 0xED: allowed = 0x80...0x9F
        case 0xF0: allowed = 0x90...0xBF
        case 0xF4: allowed = 0x80...0x8F
        default: allowed = 0x80...0xBF
        }
    }

    private mutating func fail(at place: Int) {
        errors += 1
        firstError = firstError ?? place
        expected = 0
    }

    /// How many bytes of ASCII stand at `start`.
    private static func ascii(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= raw.count,
            raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < raw.count, raw[index] < 0x80 { index += 1 }
        return index - start
    }
}
