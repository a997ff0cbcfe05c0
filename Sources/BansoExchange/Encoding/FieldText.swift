import BansoDomain

/// Text of a field on its way into a record.
enum FieldText {
    /// The same as `Folding.stored`, at a tenth of the cost for what files mostly hold: kana, kanji, full-width forms and
    /// ASCII without outer space, which NFC leaves as they are.
    static func stored(_ text: String) -> String {
        var text = text
        return text.withUTF8(isStored) ? text : Folding.stored(text)
    }

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

    /// A cell as it was meant: without the guard of an export, on one line or, for a paragraph, on lines that end in LF.
    /// - Throws: `RowFailure.row` for a control character.
    static func cell(_ found: String, isParagraph: Bool, column: ImportColumn?) throws(RowFailure) -> String {
        let text = CSVCell.unguarded(found)
        let laid = isParagraph ? lines(text) : oneLine(text)
        let checked = isParagraph ? oneLine(laid) : laid
        if let control = control(in: checked) { throw .row(column, ControlCharacter.reason(control)) }
        return stored(laid)
    }

    /// Line breaks of any system as LF, tabs as spaces.
    private static func lines(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0D || $0 == 0x09 }) else { return text }
        return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 == "\t" ? " " : $0 })
    }

    private static func isStored(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        guard first > 0x20, last > 0x20, !bytes.starts(with: space), !bytes.suffix(3).elementsEqual(space) else {
            return false
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            guard index + 2 < bytes.count else { return false }
            switch (byte, bytes[index + 1]) {
            case (0xE4...0xE9, _), (0xE3, 0x81), (0xE3, 0x83), (0xEF, 0xBC...0xBE): break
            // All but the combining tone marks (U+302A…) and voicing marks (U+3099, U+309A).
            case (0xE3, 0x80): if bytes[index + 2] >= 0xAA { return false }
            case (0xE3, 0x82): if bytes[index + 2] == 0x99 || bytes[index + 2] == 0x9A { return false }
            default: return false
            }
            index += 3
        }
        return true
    }

    /// U+3000.
    private static let space: [UInt8] = [0xE3, 0x80, 0x80]
}
