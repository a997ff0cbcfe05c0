/// The same random text on every run, out of what a Japanese desk meets and what should not be there.
public struct RandomText: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// SplitMix64.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    public static let pieces: [String] = [
        "a", "Z", "7", " ", " ", "株", "式", "会", "社", "福", "岡", "髙", "𠮷", "﨑", "㈱", "ア", "ん", "。", "、", "ー", "ｶ", "ﾞ",
        "ﾊﾟ", "か\u{3099}", "e\u{301}", "①", "⑳", "○", "■", "※", "→", "…", "─", "│", "█", "Ω", "Я", "±", "“", "\u{A0}",
        "😀", "👍🏽", "🇯🇵", "👨\u{200D}👩\u{200D}👧", "♥\u{FE0F}", "1\u{FE0F}\u{20E3}", "\u{301}", "\u{302}\u{303}\u{304}",
        "\u{3099}", "กำ", "น้ำ", "각", "\u{1112}\u{1161}\u{11AB}", "سلام", "عَ", "नि", "שָׁ", "\u{202E}", "\u{200B}",
        "\u{1B}[2J", "\u{7}", "\t", "\r", "\u{9B}", "\u{AD}", "葛\u{E0100}", "\u{3000}", "\u{10FFFF}",
    ]

    public mutating func text(upTo count: Int) -> String {
        (0..<Int.random(in: 0...count, using: &self)).map { _ in piece }.joined()
    }

    /// One in sixteen is any code point at all.
    private var piece: String {
        mutating get {
            if Int.random(in: 0..<16, using: &self) > 0 { return Self.pieces.randomElement(using: &self)! }
            let last: UInt32 = Bool.random(using: &self) ? 0xFFFF : 0x3FFFF
            return Unicode.Scalar(UInt32.random(in: 0xA0...last, using: &self)).map { String(Character($0)) } ?? "�"
        }
    }
}
