/// A prefecture by its JIS X 0401 code, 1 (北海道) to 47 (沖縄県).
public struct Prefecture: Hashable, Comparable, Sendable {
    public let code: Int

    public init?(code: Int) {
        guard (1...47).contains(code) else { return nil }
        self.code = code
    }

    /// The prefecture of this full (福岡県), short (福岡) or English name.
    public init?(name: String) {
        let folded = Folding.stored(name)
        guard
            let index = Prefecture.names.firstIndex(where: { ja, en in
                ja == folded || Prefecture.short(ja) == folded || en.lowercased() == folded.lowercased()
            })
        else { return nil }
        code = index + 1
    }

    /// The seven prefectures of METI Kyushu's district (seed Ⅱ: 管内), in JIS order.
    public static let kyushu = (40...46).map { Prefecture(code: $0)! }

    public var name: LocalizedText {
        LocalizedText(ja: Prefecture.names[code - 1].0, en: Prefecture.names[code - 1].1)
    }

    /// How it is read, without 都, 府 and 県.
    public var kana: String { Prefecture.readings[code - 1] }

    /// As fields offer them: the district first.
    public static let choices = (kyushu + (1...47).compactMap(Prefecture.init(code:)).filter { !kyushu.contains($0) })
        .map { Choice(String($0.code), ja: $0.name.ja, en: $0.name.en, kana: $0.kana) }

    /// Without 都, 府 or 県, for narrow columns: 福岡. 北海道 stays whole.
    public var shortName: LocalizedText { LocalizedText(ja: Prefecture.short(name.ja), en: name.en) }

    public static func < (left: Prefecture, right: Prefecture) -> Bool { left.code < right.code }

    private static func short(_ name: String) -> String { name == "北海道" ? name : String(name.dropLast()) }

    private static let names = [
        ("北海道", "Hokkaido"), ("青森県", "Aomori"), ("岩手県", "Iwate"), ("宮城県", "Miyagi"), ("秋田県", "Akita"),
        ("山形県", "Yamagata"), ("福島県", "Fukushima"), ("茨城県", "Ibaraki"), ("栃木県", "Tochigi"), ("群馬県", "Gunma"),
        ("埼玉県", "Saitama"), ("千葉県", "Chiba"), ("東京都", "Tokyo"), ("神奈川県", "Kanagawa"), ("新潟県", "Niigata"),
        ("富山県", "Toyama"), ("石川県", "Ishikawa"), ("福井県", "Fukui"), ("山梨県", "Yamanashi"), ("長野県", "Nagano"),
        ("岐阜県", "Gifu"), ("静岡県", "Shizuoka"), ("愛知県", "Aichi"), ("三重県", "Mie"), ("滋賀県", "Shiga"),
        ("京都府", "Kyoto"), ("大阪府", "Osaka"), ("兵庫県", "Hyogo"), ("奈良県", "Nara"), ("和歌山県", "Wakayama"),
        ("鳥取県", "Tottori"), ("島根県", "Shimane"), ("岡山県", "Okayama"), ("広島県", "Hiroshima"), ("山口県", "Yamaguchi"),
        ("徳島県", "Tokushima"), ("香川県", "Kagawa"), ("愛媛県", "Ehime"), ("高知県", "Kochi"), ("福岡県", "Fukuoka"),
        ("佐賀県", "Saga"), ("長崎県", "Nagasaki"), ("熊本県", "Kumamoto"), ("大分県", "Oita"), ("宮崎県", "Miyazaki"),
        ("鹿児島県", "Kagoshima"), ("沖縄県", "Okinawa"),
    ]

    private static let readings = [
        "ほっかいどう", "あおもり", "いわて", "みやぎ", "あきた", "やまがた", "ふくしま", "いばらき", "とちぎ", "ぐんま", "さいたま", "ちば",
        "とうきょう", "かながわ", "にいがた", "とやま", "いしかわ", "ふくい", "やまなし", "ながの", "ぎふ", "しずおか", "あいち", "みえ", "しが",
        "きょうと", "おおさか", "ひょうご", "なら", "わかやま", "とっとり", "しまね", "おかやま", "ひろしま", "やまぐち", "とくしま", "かがわ",
        "えひめ", "こうち", "ふくおか", "さが", "ながさき", "くまもと", "おおいた", "みやざき", "かごしま", "おきなわ",
    ]
}
