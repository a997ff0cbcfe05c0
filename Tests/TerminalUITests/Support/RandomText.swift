/// The same random text on every run, out of what a Japanese desk meets and what should not be there.
struct RandomText: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    static let pieces: [String] = [
        "a", "Z", "7", " ", " ", "株", "式", "会", "社", "福", "岡", "髙", "𠮷", "﨑", "㈱", "ア", "ん", "。", "、", "ー", "ｶ", "ﾞ",
        "ﾊﾟ", "か\u{3099}", "e\u{301}", "①", "※", "…", "─", "😀", "👨\u{200D}👩", "♥\u{FE0F}", "\u{301}", "\u{302}",
        "\u{3099}", "\u{202E}", "\u{200B}", "\u{1B}", "\u{7}", "\u{9B}", "葛\u{E0100}", "\u{3000}",
    ]

    mutating func text(upTo count: Int) -> String {
        (0..<Int.random(in: 0...count, using: &self)).map { _ in Self.pieces.randomElement(using: &self)! }.joined()
    }
}
