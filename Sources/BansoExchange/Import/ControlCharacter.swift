import BansoDomain

/// Why text with a C0, C1 or DEL character is refused: on a terminal it is a command.
enum ControlCharacter {
    static func reason(_ scalar: Unicode.Scalar) -> LocalizedText {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: 4 - hex.count) + hex
        return LocalizedText(ja: "制御文字（\(code)）が入っています", en: "holds a control character (\(code))")
    }
}
