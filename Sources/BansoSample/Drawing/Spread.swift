/// An evenly spread sequence in 0 ..< 1: the fractional parts of the multiples of an irrational number.
///
/// A share of 13.7 % of 300 then comes to 41, give or take one, for every seed, where drawing would give 29 to 53.
struct Spread {
    /// The fractional part of an irrational number, as 64 bits.
    enum Step: UInt64, CaseIterable {
        case golden = 0x9E37_79B9_7F4A_7C15
        case rootTwo = 0x6A09_E667_F3BC_C909
        case rootThree = 0xBB67_AE85_84CA_A73B
        case rootSeven = 0xA54F_F53A_5F1D_36F1
    }

    private let offset: UInt64
    private let step: Step

    init(seed: UInt64, _ stream: Stream, index: Int = 0, step: Step) {
        var draw = SplitMix64(seed: seed, stream, index: index)
        offset = draw.next()
        self.step = step
    }

    subscript(index: Int) -> Double { Double((offset &+ UInt64(index) &* step.rawValue) >> 11) * 0x1p-53 }
}
