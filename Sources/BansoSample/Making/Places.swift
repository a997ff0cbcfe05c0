/// What follows the municipality in an address, and the postcode before it.
enum Places {
    static func address(_ draw: inout SplitMix64) -> String {
        let quarter = draw.pick(Streets.quarters)
        let street = "\(quarter)\(draw.within(1...6))丁目\(draw.within(1...24))番\(draw.within(1...30))号"
        guard draw.chance(percent: 12) else { return street }
        return street + " \(draw.pick(Streets.buildings))\(draw.within(2...9))階"
    }

    static func postcode(_ municipality: Municipality, _ draw: inout SplitMix64) -> String {
        municipality.postcode + String(String(10000 + draw.within(1...999)).dropFirst())
    }
}
