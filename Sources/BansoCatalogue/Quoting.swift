/// Text from a file as it may stand in an error message: one line, nothing invisible, not long.
enum Quoting {
    /// In quotation marks and cut after `limit` characters.
    static func quoted(_ text: String, limit: Int = 40) -> String {
        let cut = text.unicodeScalars.count > limit
        let head = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
        return "\"" + visible(head) + (cut ? "…" : "") + "\""
    }

    /// Whether it can stand as a name: letters, digits, `.`, `-` and `_`, at most 64.
    static func isPlain(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x2D, 0x5F: true
                default: false
                }
            }
    }

    /// With control and format characters written out: ‹U+001B›.
    static func visible(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            if isInvisible(scalar) {
                let code = String(scalar.value, radix: 16, uppercase: true)
                shown += "‹U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code + "›"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// Control, bidirectional, zero-width and line-breaking characters: they have no place in a label.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        // Kana, kanji, full-width forms and ASCII, which are nearly all of a file, need no look-up: none of them is invisible.
        switch scalar.value {
        case 0x20...0x7E, 0x3000...0x9FFF, 0xFF01...0xFFEE: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
