import BansoDomain

/// A byte that has no meaning in the encoding.
public struct Undecodable: Error, Hashable, Sendable {
    var byte: UInt8
    /// Where in the field, or in the line; 0 for its first byte.
    var offset: Int
    var encoding: TextEncoding

    var text: LocalizedText {
        let digits = String(byte, radix: 16, uppercase: true)
        let hex = "0x" + (digits.count < 2 ? "0" : "") + digits
        let name = encoding == .utf8 ? "UTF-8" : "CP932"
        return LocalizedText(
            ja: "\(offset + 1)バイト目の \(hex) は \(name) として読めません",
            en: "byte \(offset + 1) (\(hex)) is not \(name)")
    }
}
