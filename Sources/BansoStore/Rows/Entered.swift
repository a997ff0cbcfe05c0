import BansoDomain

/// Text on its way into the database.
enum Entered {
    /// As it is stored.
    /// - Throws: `DeskError.invalid` where it has a control character; SQLite would cut it off at a NUL.
    static func line(_ text: String, _ field: LocalizedText) throws(DeskError) -> String {
        try checked(Folding.stored(text), field) { $0 >= 0x20 && $0 != 0x7F }
    }

    /// As `line`, with tabs and line feeds allowed.
    static func paragraph(_ text: String, _ field: LocalizedText) throws(DeskError) -> String {
        try checked(Folding.stored(text), field) { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 }
    }

    private static func checked(
        _ text: String, _ field: LocalizedText, _ isAllowed: (UInt8) -> Bool
    ) throws(DeskError) -> String {
        // C1 is 0xC2 0x80–0x9F in UTF-8; a 0xC2 alone is worth the second look.
        let mayHaveC1 = text.utf8.contains(0xC2)
        guard text.utf8.allSatisfy(isAllowed),
            !mayHaveC1 || !text.unicodeScalars.contains(where: { (0x80...0x9F).contains($0.value) })
        else {
            throw .invalid(
                field: field, reason: LocalizedText(ja: "制御文字は使えません", en: "control characters are not allowed"))
        }
        return text
    }
}
