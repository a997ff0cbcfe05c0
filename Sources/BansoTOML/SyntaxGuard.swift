/// Finds the places where toml++ 3.4 aborts the process by an assertion instead of refusing a text: a closing brace where
/// an array's value should stand, `[ }`; a table's heading that begins with no key, `[=`; and a date with a space and one
/// digit after it, `2025-04-01 1`. For the last, times after a date and a space are refused as a whole: no key takes one.
///
/// It follows strings, comments and brackets as TOML has them. Where a text breaks off being TOML, toml++ refuses it there
/// and never gets to what comes after.
struct SyntaxGuard {
    private let bytes: [UInt8]
    private var place = 0
    private var isLineStart = true
    /// The brackets that are open, as their opening bytes.
    private var open: [UInt8] = []

    private static let newLine: UInt8 = 0x0A
    private static let comment: UInt8 = 0x23
    private static let comma: UInt8 = 0x2C
    private static let underscore: UInt8 = 0x5F
    private static let bracket: (open: UInt8, close: UInt8) = (0x5B, 0x5D)
    private static let brace: (open: UInt8, close: UInt8) = (0x7B, 0x7D)

    /// The line and column, in characters from 1, of the first such place.
    static func problem(in bytes: [UInt8]) -> TOMLFault.Position? {
        var scanner = SyntaxGuard(bytes: bytes)
        guard let offset = scanner.firstProblem() else { return nil }
        let before = scanner.bytes[..<offset]
        let start = before.lastIndex(of: newLine).map { $0 + 1 } ?? 0
        // A character's bytes after its first are 10xxxxxx.
        let column = before[start...].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        return TOMLFault.Position(line: 1 + before.count { $0 == newLine }, column: column)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    private mutating func firstProblem() -> Int? {
        // The last byte that was neither blank nor comment.
        var last: UInt8 = 0
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case Self.newLine: isLineStart = true
            case 0x09, 0x0B, 0x0C, 0x0D, 0x20: break
            case Self.comment: skip { $0 != Self.newLine }
            default:
                if byte == Self.bracket.open, isLineStart, open.isEmpty {
                    if let problem = headingProblem() { return problem }
                } else if byte == Self.bracket.open || byte == Self.brace.open {
                    open.append(byte)
                } else if byte == Self.bracket.close || byte == Self.brace.close {
                    let isValueDue = last == Self.bracket.open || last == Self.comma
                    if byte == Self.brace.close, open.last == Self.bracket.open, isValueDue { return place }
                    _ = open.popLast()
                } else if Self.isDigit(byte), !isLineStart, Self.isBlank(bytes[place - 1]) {
                    if Self.isDigit(last) || last == Self.underscore { return place }
                } else if byte == 0x22 || byte == 0x27 {
                    skipString(byte)
                }
                last = byte
                isLineStart = false
            }
            place += 1
        }
        return nil
    }

    /// Moves to the last byte before the key of a heading; what stands there instead of a key, if none does.
    private mutating func headingProblem() -> Int? {
        skip(Self.isBlank)
        if place + 1 < bytes.count, bytes[place + 1] == Self.bracket.open {
            place += 1
            skip(Self.isBlank)
        }
        guard place + 1 < bytes.count else { return nil }
        switch bytes[place + 1] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x22, 0x27, Self.bracket.close: return nil
        default: return place + 1
        }
    }

    /// Moves to the last byte of those that follow here and hold.
    private mutating func skip(_ holds: (UInt8) -> Bool) {
        while place + 1 < bytes.count, holds(bytes[place + 1]) { place += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// Moves to the last byte of the string that starts here, in one kind of quotation mark or three.
    private mutating func skipString(_ quote: UInt8) {
        if isTriple(quote) {
            place += 3
            while place < bytes.count, !isTriple(quote) { skipCharacter(quote) }
            place += 2
            // Up to two quotation marks of the text may stand right before the closing three.
            for _ in 0..<2 where place + 1 < bytes.count && bytes[place + 1] == quote { place += 1 }
        } else {
            place += 1
            while place < bytes.count, bytes[place] != quote, bytes[place] != Self.newLine { skipCharacter(quote) }
        }
    }

    private mutating func skipCharacter(_ quote: UInt8) {
        let isEscape = quote == 0x22 && bytes[place] == 0x5C
        place += isEscape ? 2 : 1
    }

    private func isTriple(_ quote: UInt8) -> Bool {
        place + 2 < bytes.count && bytes[place...(place + 2)].allSatisfy { $0 == quote }
    }
}
