import BansoDomain
import Foundation
import Testing

@Suite struct FoldingTests {
    @Test(arguments: [
        ("ﾔﾏﾀﾞ", "やまだ"), ("ヤマダ", "やまだ"), ("髙田", "高田"), ("山﨑", "山崎"), ("\u{FA19}谷", "神谷"), ("ｶﾞｷﾞﾊﾟ", "がぎぱ"),
        ("Ａｂｃ １２", "abc12"), ("霞ヶ関", "霞ケ関"), ("ヴ", "ゔ"), ("か\u{3099}", "が"), ("か゛", "が"), ("ラーメン", "らーめん"),
        ("㈱", "(株)"), ("渡邊", "渡辺"), ("渡邉", "渡辺"), ("齋藤", "斎藤"), ("齊藤", "斉藤"), ("𠮷野", "吉野"), ("大\u{3000}分", "大分"),
    ])
    func oneSearchKey(_ left: String, _ right: String) {
        // SQLite compares bytes, Swift does not.
        #expect(Array(Folding.searchKey(left).utf8) == Array(Folding.searchKey(right).utf8))
    }

    @Test(arguments: [("山田", "山本"), ("ハ", "バ"), ("は", "ぱ"), ("つ", "っ"), ("ー", "一")])
    func notOneSearchKey(_ left: String, _ right: String) {
        #expect(Folding.searchKey(left) != Folding.searchKey(right))
    }

    @Test func foldingTwiceChangesNothing() {
        let alphabet = "ｶﾞﾊﾟガがか゛゜\u{3099}髙高﨑崎碕\u{FA19}ヶヵケ 　Ａaﬁ㈱①ー\u{301}İ´齊斉斎".map(String.init)
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let text = generator.text(of: alphabet, length: 8)
            let key = Folding.searchKey(text)
            if Array(Folding.searchKey(key).utf8) != Array(key.utf8) {
                Issue.record("\(text.unicodeScalars.map { String($0.value, radix: 16) })")
                return
            }
        }
    }

    @Test(arguments: [
        ("Ｒ７．８．５", "r7.8.5"), (" 　abc　 ", "abc"), ("", ""), ("１０−１", "10-1"), ("ＡＢＣ", "abc"), ("㋿", "令和"),
    ])
    func typed(_ text: String, _ folded: String) {
        #expect(Folding.typed(text) == folded)
    }

    @Test func storedTextIsTrimmedAndComposed() {
        #expect(Array(Folding.stored(" か\u{3099}\n").unicodeScalars) == ["が"])
        #expect(Folding.stored("ｶﾞ") == "ｶﾞ")
        #expect(Folding.stored("\t abc ") == "abc")
        #expect(Folding.stored("Ａ㈱") == "Ａ㈱")
    }

    /// What lies outside is what the standard library of the platform trims, whichever character it is.
    @Test func outerSpaceIsWhatThePlatformTrims() {
        let categories: Set<Unicode.GeneralCategory> = [
            .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .unassigned,
        ]
        for scalar in (0..<0x3_1000).compactMap({ Unicode.Scalar($0) })
        where categories.contains(scalar.properties.generalCategory) {
            let text = "\(scalar)x y\(scalar)"
            #expect(Folding.stored(text) == text.trimmingCharacters(in: .whitespacesAndNewlines), "\(scalar.value)")
            let typed = text.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespaces)
            #expect(Folding.typed(text) == typed.lowercased(), "\(scalar.value)")
        }
        #expect(Folding.stored(" \t\u{2028}").isEmpty && Folding.typed(" \t").isEmpty)
    }

    @Test(arguments: ["\u{FA19}谷", "か\u{FA1B}岡", "\u{FA10}本\u{FA1E}", "\u{2F81A}"])
    func storedTextKeepsTheKanjiThatWasEntered(_ text: String) {
        #expect(Array(Folding.stored(text).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test func storedTextIsComposedBesideSuchKanjiToo() {
        #expect(Array(Folding.stored("か\u{3099}\u{FA19}は\u{309A}").unicodeScalars) == ["が", "\u{FA19}", "ぱ"])
    }

    @Test(arguments: ["ヤマダ", "やまだ", "ﾔﾏﾀﾞ", "やまダ"]) func aReadingIsKatakanaHoweverItIsTyped(_ text: String) {
        #expect(Array(Folding.katakana(text).unicodeScalars) == Array("ヤマダ".unicodeScalars))
    }

    @Test func aReadingKeepsWhatIsNoKana() {
        #expect(Folding.katakana("ｴｰﾋﾞｰＣ・１号 ゔ") == "エービーC・1号 ヴ")
    }

    @Test(arguments: ["092-123-4567", "０９２－１２３－４５６７", "０９２ー１２３ー４５６７", "092−123‐4567"])
    func aTelephoneNumberIsHalfWidthHoweverItIsTyped(_ text: String) {
        #expect(Folding.halfWidth(text) == "092-123-4567")
    }

    @Test(arguments: [
        ("２０２５ー１１ー２０", "2025-11-20"), ("〒８４２ー０６０７", "〒842-0607"), ("ー１ｗ", "-1w"), ("サーバー2", "サーバー2"), ("2ー", "2ー"),
        ("10–1", "10-1"),
    ])
    func theHyphenOfKanaInputStandsBetweenDigits(_ text: String, _ typed: String) {
        #expect(Folding.typed(text) == typed)
    }

    @Test(arguments: [
        ("092-111-2222", "0921112222"), ("０９２ー１１１", "092111"), ("(092)111", "092111"), ("+81-92", "+8192"),
        ("092-", "092"),
        ("0921112222", nil), ("9-1", nil), ("a-111", nil), ("阿蘇", nil), ("", nil), ("---", nil),
    ])
    func aNumberThatIsLookedForIsItsDigits(_ text: String, _ digits: String?) {
        #expect(Folding.digits(text) == digits)
    }

    @Test func aTelephoneNumberIsFoundByItsDigits() {
        #expect(Folding.phoneKey("０９２ー１１１（２２２２） 内線１２") == "0921112222内線12")
    }
}
