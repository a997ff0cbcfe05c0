/// The form of an organisation's name in which two spellings of one name are equal.
///
/// NFKC (㈱ becomes (株)), kanji variants folded, the legal form and all spacing and punctuation removed, lower case.
/// It proposes duplicates for a person to decide; it never merges: hundreds of companies share one name.
public struct MatchKey: Hashable, Sendable {
    public let text: String

    public init(_ name: String) { self.init(folded: Folding.searchKey(name)) }

    /// - Parameter folded: a name as `Folding.searchKey` leaves it.
    public init(folded: String) {
        var folded = folded
        let kept = folded.withUTF8 { bytes in
            let inner = MatchKey.withoutLegalForm(bytes)
            return MatchKey.letters(of: inner) ?? String(decoding: inner, as: UTF8.self)
        }
        text = kept
    }

    private static func withoutLegalForm(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        for form in legalForms where bytes.count > form.count {
            if bytes.starts(with: form) { return UnsafeBufferPointer(rebasing: bytes[form.count...]) }
            let rest = bytes.count - form.count
            if bytes[rest...].elementsEqual(form) { return UnsafeBufferPointer(rebasing: bytes[..<rest]) }
        }
        return bytes
    }

    /// Letters and figures; nil where there are none.
    private static func letters(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
        // Kanji but for the hexagrams, hiragana, ASCII's letters and figures: all of most names.
        var isPlain = !bytes.isEmpty
        var index = 0
        while index < bytes.count, isPlain {
            switch bytes[index] {
            case 0x30...0x39, 0x61...0x7A: index += 1
            case 0xE5...0xE9: index += 3
            case 0xE3 where index + 1 < bytes.count && bytes[index + 1] == 0x81: index += 3
            default: isPlain = false
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if isPlain { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars
        where scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "ー" {
            scalars.append(scalar)
        }
        return scalars.isEmpty ? nil : String(scalars)
    }

    private static let legalForms = legalFormNames.map { Array($0.utf8) }

    /// As `Folding.searchKey` leaves them.
    static let legalFormNames = [
        "特定非営利活動法人", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "社会福祉法人", "医療法人社団",
        "医療法人", "農事組合法人", "協同組合", "株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "(株)", "(有)",
        "(同)", "(資)", "(名)", "(一社)", "(一財)", "(特非)", "co.,ltd.", "k.k.",
    ]
}
