/// The terminal's answer to "where is the cursor?": ESC [ row ; column R.
struct CursorReport: Hashable {
    static let question = "\u{1B}[6n"

    /// From 1.
    var column: Int
    /// What was typed around the answer.
    var others: [UInt8]

    /// - Returns: nil while the answer is not there as a whole.
    init?(_ bytes: [UInt8]) {
        for start in bytes.indices where bytes[start...].starts(with: [0x1B, UInt8(ascii: "[")]) {
            let body = bytes[(start + 2)...]
            let numbers = body.prefix { (UInt8(ascii: "0")...UInt8(ascii: ";")).contains($0) }
            guard numbers.endIndex < bytes.endIndex, bytes[numbers.endIndex] == UInt8(ascii: "R") else { continue }
            let parts = numbers.split(separator: UInt8(ascii: ";"))
            guard parts.count == 2, let column = Int(String(decoding: parts[1], as: UTF8.self)) else { continue }
            self.column = column
            others = Array(bytes[..<start] + bytes[(numbers.endIndex + 1)...])
            return
        }
        return nil
    }
}
