/// Record numbers, one bit each where they follow one another: a file of any length may be remembered.
final class NumberSet {
    private var words: [Int64: UInt64] = [:]

    func contains(_ number: Int64) -> Bool { words[number >> 6, default: 0] & NumberSet.bit(number) != 0 }

    func insert(_ number: Int64) { words[number >> 6, default: 0] |= NumberSet.bit(number) }

    private static func bit(_ number: Int64) -> UInt64 { 1 << UInt64(number & 63) }
}
