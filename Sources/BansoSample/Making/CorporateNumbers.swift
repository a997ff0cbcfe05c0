import BansoDomain

/// Corporate numbers that are valid and unique by how they are made: bureau, form and serial number.
///
/// The serial numbers are of the upper half, which the bureaus have not come to: no real company has one of these.
struct CorporateNumbers {
    private static let serials = 500_000
    /// Shares no factor with `serials`, so that an index each has its own serial number.
    private static let stride = 314_159
    private let offset: Int

    init(seed: UInt64) {
        var draw = SplitMix64(seed: seed, .company)
        offset = draw.below(Self.serials)
    }

    /// - Parameter form: two digits; the same index may stand for one of each form only.
    func number(bureau: Int, form: String, index: Int) -> CorporateNumber? {
        let (round, place) = index.quotientAndRemainder(dividingBy: Self.serials)
        let serial = Self.serials + (place * Self.stride + offset) % Self.serials
        return CorporateNumber(twelve: String(bureau + round) + form + String(serial))
    }
}
