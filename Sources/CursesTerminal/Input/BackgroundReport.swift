/// The terminal's answer to "what colour is your background?" (xterm's OSC 11): ESC ] 11 ; rgb:RRRR/GGGG/BBBB, ended by
/// BEL or ESC \\. Each part has one to four hexadecimal digits.
struct BackgroundReport: Hashable {
    static let question = "\u{1B}]11;?\u{1B}\\"
    /// How the answer begins.
    static let head = Array("\u{1B}]11;".utf8)

    /// Of the light that such a background gives, 0...1 (ITU-R BT.709's weights on the parts as they are).
    var lightness: Double

    var isDark: Bool { lightness < 0.5 }

    /// - Returns: nil where it is another report.
    init?(_ bytes: ArraySlice<UInt8>) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasPrefix("\u{1B}]11;rgb") else { return nil }
        let body = text.drop { $0 != ":" }.dropFirst().prefix { $0.isHexDigit || $0 == "/" }
        let parts = body.split(separator: "/", omittingEmptySubsequences: false).compactMap { digits -> Double? in
            guard (1...4).contains(digits.count), let value = Int(digits, radix: 16) else { return nil }
            return Double(value) / Double((1 << (4 * digits.count)) - 1)
        }
        guard parts.count >= 3 else { return nil }
        lightness = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
