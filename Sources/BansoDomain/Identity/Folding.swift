import Foundation

/// Turns text into the forms in which it is compared. The text itself is always kept as it was entered.
public enum Folding {
    /// What was typed in a field or as a search, in half width, lower case, without outer spaces: `Ｒ７．８．５` → `r7.8.5`.
    public static func typed(_ text: String) -> String {
        let folded = trimmed(compatibility(text)) { isBlank($0) }.lowercased()
        guard !folded.utf8.allSatisfy({ $0 < 0x80 }) else { return folded }
        var previous: Character?
        let characters = Array(folded)
        return String(
            characters.enumerated().map { index, character in
                defer { previous = character }
                // Input methods other than Microsoft's type U+2212 for the full-width hyphen, and NFKC leaves it.
                if character == "\u{2212}" { return "-" }
                // While kana are typed the hyphen's key gives ー: between digits nothing else can be meant.
                guard dashes.contains(character), previous?.isNumber ?? true,
                    index + 1 < characters.count, characters[index + 1].isNumber
                else { return character }
                return "-"
            })
    }

    /// Without the characters at both ends for which it holds.
    private static func trimmed(_ text: String, _ isOuter: (Unicode.Scalar) -> Bool) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isOuter($0) }),
            let last = scalars.lastIndex(where: { !isOuter($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// The zero width space, which Unicode calls a format, is copied along from web pages.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar == "\u{200B}" || scalar.properties.generalCategory == .spaceSeparator
    }

    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// What is typed or copied for a hyphen.
    private static let dashes = "\u{2212}ー－―‐–"

    /// How a name is read, in full-width katakana: `ﾔﾏﾀﾞ` and `やまだ` are ヤマダ.
    public static func katakana(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in compatibility(text).unicodeScalars {
            scalars.append((0x3041...0x3096).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0x60)! : scalar)
        }
        return String(scalars)
    }

    /// In half width: `０９２－１２３` is 092-123.
    public static func halfWidth(_ text: String) -> String {
        String(compatibility(text).map { dashes.contains($0) ? "-" : $0 })
    }

    /// A telephone number as it is found: in half width, without the marks between its digits.
    public static func phoneKey(_ text: String) -> String {
        searchKey(halfWidth(text).filter { !marks.contains($0) })
    }

    /// What somebody is reached by, as it is found: as it stands, and where it holds marks without them; none of an empty one.
    public static func contactKeys(_ text: String) -> [String] {
        let (whole, bare) = (searchKey(text), phoneKey(text))
        return whole.isEmpty ? [] : whole == bare ? [whole] : [whole, bare]
    }

    /// The digits of a number that is looked for with marks between them: `092-111` is 092111.
    /// - Returns: nil where the text holds anything else, or no marks, or fewer digits than tell numbers apart.
    public static func digits(_ text: String) -> String? {
        let key = searchKey(halfWidth(text))
        let digits = key.filter { !marks.contains($0) }
        let isNumber = digits.count >= 3 && digits.allSatisfy { $0 == "+" || $0.isASCII && $0.isNumber }
        return isNumber && digits != searchKey(text) ? digits : nil
    }

    private static let marks = "-()."

    /// Text as it is stored: NFC, outer white space removed. Compatibility ideographs (U+FA19 beside 神) stay as entered:
    /// NFC would put another kanji into a company's name.
    public static func stored(_ text: String) -> String {
        isStored(text) ? text : composedAndTrimmed(text)
    }

    /// The same without looking first whether there is anything to do.
    static func composedAndTrimmed(_ text: String) -> String {
        let trimmed = trimmed(text) { isBlank($0) || isLineEnd($0) }
        if trimmed.utf8.allSatisfy({ $0 < 0x80 }) { return trimmed }
        var result = ""
        var run = String.UnicodeScalarView()
        for scalar in trimmed.unicodeScalars {
            guard (0xF900...0xFAFF).contains(scalar.value) || (0x2F800...0x2FA1F).contains(scalar.value) else {
                run.append(scalar)
                continue
            }
            result += String(run).precomposedStringWithCanonicalMapping
            result.unicodeScalars.append(scalar)
            run.removeAll()
        }
        return result + String(run).precomposedStringWithCanonicalMapping
    }

    /// Whether a text is what `stored` would make of it, told at a tenth of the cost for what people mostly write: kana,
    /// kanji, full-width forms and ASCII without outer space, which NFC leaves as they are.
    private static func isStored(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(isStored)
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

    /// For searching: NFKC, lower case, kanji variants folded, katakana as hiragana, spaces removed.
    /// `ﾔﾏﾀﾞ` and `やまだ` are one, and so are 髙田 and 高田.
    public static func searchKey(_ text: String) -> String { PlainFolding.searchKey(text) ?? foldedKey(text) }

    /// The same for any text.
    static func foldedKey(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in compatibility(text).lowercased().unicodeScalars where !scalar.properties.isWhitespace {
            scalars.append(hiragana(variants[scalar] ?? scalar))
        }
        return composed(String(scalars))
    }

    /// NFKC.
    static func compatibility(_ text: String) -> String {
        PlainFolding.isPlain(text) ? text : composed(text.precomposedStringWithCompatibilityMapping)
    }

    /// Joins marks to the letter before them. Foundation on Linux leaves half-width ﾀﾞ as タ and U+3099, and taking out
    /// the space of ゛ brings a mark to its letter; Swift's `==` hides both, SQLite does not.
    private static func composed(_ text: String) -> String {
        let hasMarks = text.unicodeScalars.contains {
            (0x300...0x36F).contains($0.value) || $0 == "\u{3099}" || $0 == "\u{309A}"
        }
        return hasMarks ? text.precomposedStringWithCanonicalMapping : text
    }

    private static func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x30A1...0x30F6: Unicode.Scalar(scalar.value - 0x60)!
        default: scalar
        }
    }

    /// Kanji that Unicode keeps apart and people do not: for matching only, never for display.
    static let variants: [Unicode.Scalar: Unicode.Scalar] = [
        "髙": "高", "﨑": "崎", "碕": "崎", "嵜": "崎", "邊": "辺", "邉": "辺", "齋": "斎", "齊": "斎", "斉": "斎", "澤": "沢",
        "濵": "浜", "濱": "浜", "嶋": "島", "嶌": "島", "廣": "広", "國": "国", "櫻": "桜", "瀨": "瀬", "德": "徳", "榮": "栄",
        "壽": "寿", "惠": "恵", "龍": "竜", "瀧": "滝", "藏": "蔵", "眞": "真", "靜": "静", "總": "総", "學": "学", "會": "会",
        "實": "実", "圓": "円", "當": "当", "條": "条", "鐵": "鉄", "鷗": "鴎", "塚": "塚", "𠮷": "吉", "桒": "桑", "﨟": "臈",
        "ヶ": "ケ", "ヵ": "カ",
    ]
}
