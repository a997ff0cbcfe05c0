import Testing

@testable import BansoDomain

/// What is fast says the same as what asks Unicode about each letter.
@Suite struct PlainFoldingTests {
    private static let pieces = [
        "a", "Z", " ", "　", "表", "が", "か\u{3099}", "ハ\u{309A}", "\u{FA19}", "ｶﾞ", "Ａ", "é", "e\u{301}", "Å", "々", "ー",
        "ヴ", "ヶ",
        "\u{302A}", "゛", "㈱", "𠮷", "〜", "\u{00A0}", "\t", "髙", "〈", "\u{2329}", "\u{3000}", "ゟ", "ヿ", "ゝ", "ヾ", "ん",
        "ヺ",
        "株式会社", "(有)", "co.,ltd.", "-", "\u{4DC0}", "齊", "﨑", "\u{0B}", "0", "\u{FF9E}", "・",
    ]

    private func texts() -> [String] {
        var random = SystemRandomNumberGenerator()
        return (0..<20_000).map { _ in
            (0..<Int.random(in: 0...5, using: &random)).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
        }
    }

    @Test func storedTextIsTheSame() {
        for text in texts() {
            #expect(
                Array(Folding.stored(text).unicodeScalars) == Array(Folding.composedAndTrimmed(text).unicodeScalars))
        }
    }

    @Test func keysAreTheSame() {
        for text in texts() {
            #expect(
                Array(Folding.searchKey(text).unicodeScalars) == Array(Folding.foldedKey(text).unicodeScalars),
                "\(text.debugDescription)")
        }
    }

    @Test func everyLetterIsFoldedTheSame() {
        for code in (0...0xFFFF).compactMap({ Unicode.Scalar(UInt32($0)) }) {
            let text = String(Character(code))
            #expect(Array(Folding.searchKey(text).unicodeScalars) == Array(Folding.foldedKey(text).unicodeScalars))
        }
    }

    @Test func matchKeysKeepLettersAndFiguresOnly() {
        for text in texts() {
            let key = MatchKey(text).text
            let folded = Folding.searchKey(text)
            let letters = key.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "ー"
            }
            #expect(letters || folded.contains(key), "\(text.debugDescription)")
        }
    }
}
