import BansoDomain

/// Text of a field on its way into a record.
enum FieldText {
    /// The first C0, C1 or DEL character.
    static func control(in text: String) -> Unicode.Scalar? {
        var text = text
        // C1 is 0xC2 0x80–0x9F in UTF-8; a 0xC2 alone is worth the second look.
        guard text.withUTF8({ $0.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 } }) else { return nil }
        return text.unicodeScalars.first { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    }

    /// A line break or tab of a field that is one line here becomes a space.
    static func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return text }
        return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }

    /// Whether a field that is one line here holds several.
    static func isBroken(_ text: String) -> Bool {
        guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return false }
        return text.split(whereSeparator: \.isNewline).filter { !Folding.stored(String($0)).isEmpty }.count > 1
    }

    /// A cell as it was meant: on one line or, for a paragraph, on lines that end in LF.
    /// - Throws: `RowFailure.row` for a control character.
    static func cell(_ text: String, isParagraph: Bool, column: ImportColumn?) throws(RowFailure) -> String {
        let laid = isParagraph ? lines(text) : oneLine(text)
        let checked = isParagraph ? oneLine(laid) : laid
        if let control = control(in: checked) { throw .row(column, ControlCharacter.reason(control)) }
        return Folding.stored(laid)
    }

    /// Line breaks of any system as LF, tabs as spaces.
    private static func lines(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0D || $0 == 0x09 }) else { return text }
        return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 == "\t" ? " " : $0 })
    }
}
