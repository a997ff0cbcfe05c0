/// A cell as RFC 4180 writes it, safe to open in a spreadsheet.
enum CSVCell {
    /// With a `'` in front where a spreadsheet would take it for a formula or a number with a sign: where it begins with
    /// `=`, `+`, `-`, `@`, one of their full-width twins, a tab or a CR. A text that begins like that with `'`s in front
    /// gets another, so that `unguarded` always gives back what was there.
    static func guarded(_ text: String) -> String { isFormula(text) || isGuarded(text) ? "'" + text : text }

    /// Guarded and quoted. Most texts need neither, and are known by one look at their bytes.
    static func written(_ text: String) -> String {
        var text = text
        let isPlain = text.withUTF8 { bytes in
            guard let first = bytes.first else { return true }
            switch first {
            case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x27, 0xEF, 0xE2: return false
            default: return !bytes.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
            }
        }
        return isPlain ? text : quoted(guarded(text))
    }

    /// Takes the `'` off again.
    static func unguarded(_ text: String) -> String { isGuarded(text) ? String(text.unicodeScalars.dropFirst()) : text }

    /// In quotes where it holds a quote, a comma or a line break.
    static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    private static func isGuarded(_ text: String) -> Bool {
        text.utf8.first == 0x27 && isFormula(text.unicodeScalars.drop { $0 == "'" })
    }

    private static func isFormula(_ text: String) -> Bool { isFormula(Substring(text).unicodeScalars) }

    private static func isFormula(_ text: Substring.UnicodeScalarView) -> Bool {
        switch text.first {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\u{2212}", "\t", "\r": true
        default: false
        }
    }
}
