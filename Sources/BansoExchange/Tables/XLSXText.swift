import BansoDomain

/// What spreadsheets ask of text, dates and references.
enum XLSXText {
    /// At most 31 characters, without those that a sheet's name can't have.
    static func sheetName(_ title: String) -> String {
        let name = String(title.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
        return name.isEmpty ? "banso" : name
    }

    /// Days since 1899-12-30, as Excel counts them; nil before March 1900, where it counts a day that never was.
    static func serial(_ day: Day) -> Int? {
        let serial = day.ordinal + 25_569
        return serial > 60 ? serial : nil
    }

    /// A column's letters: A, B … Z, AA.
    static func reference(ofColumn index: Int) -> String {
        var letters = ""
        var rest = index + 1
        while rest > 0 {
            letters = String(Character(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// Of the longest line, in characters of half width.
    static func width(_ text: String) -> Int {
        var (width, most) = (0, 0)
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                width = 0
            } else {
                width += scalar.value < 0x1100 || (0xFF61...0xFF9F).contains(scalar.value) ? 1 : 2
            }
            most = max(most, width)
        }
        return most
    }

    /// A text that looks like an escaped character (`_x0041_`) is one to a spreadsheet: its underscore is escaped.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(0x5F), text.contains("_x") else { return text }
        return text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }
}
