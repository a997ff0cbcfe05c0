/// The beginning of a mouse's report (ESC [ < button ; column ; row M) that was given up: what comes late, or behind a key that
/// came between, is its rest and nothing that anybody has typed.
struct TornReport: Hashable {
    private var seen: [UInt8]
    /// Keys that have come since.
    private var strangers = 0

    /// How long its rest is waited for, in milliseconds after the last byte.
    static let patience = 1000
    private static let mostStrangers = 2
    private static let head = Array("\u{1B}[<".utf8)

    /// Nil where no report that isn't whole begins so.
    init?(_ bytes: some Collection<UInt8>) {
        let seen = Array(bytes)
        guard !seen.isEmpty, TornReport.length(of: seen, behind: []) == seen.count, !TornReport.isWhole(seen) else {
            return nil
        }
        self.seen = seen
    }

    /// How many of the bytes go on with it, and whether it is whole then.
    func rest(in bytes: some Collection<UInt8>) -> (length: Int, isWhole: Bool) {
        let length = TornReport.length(of: bytes, behind: seen)
        return (length, TornReport.isWhole(seen + bytes.prefix(length)))
    }

    /// The same with more of it; nil where that may be what a person types: a digit, or anything behind the Escape key.
    func going(on bytes: some Collection<UInt8>) -> TornReport? {
        let isTyped = bytes.count < 2 && bytes.first != UInt8(ascii: ";")
        guard !isTyped, seen.count + bytes.count > TornReport.head.count else { return nil }
        return TornReport(seen + bytes)
    }

    /// The same after a key that is none of it; nil where it is waited for no longer.
    var behindKey: TornReport? {
        var torn = self
        torn.strangers += 1
        return seen.count < TornReport.head.count || torn.strangers >= TornReport.mostStrangers ? nil : torn
    }

    private static func isWhole(_ bytes: [UInt8]) -> Bool { bytes.last.map(isFinal) ?? false }

    private static func isFinal(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "M") || byte == UInt8(ascii: "m") }

    private static func length(of bytes: some Collection<UInt8>, behind seen: [UInt8]) -> Int {
        var all = seen
        for byte in bytes {
            guard goes(byte, on: all) else { break }
            all.append(byte)
        }
        return all.count - seen.count
    }

    private static func goes(_ byte: UInt8, on seen: [UInt8]) -> Bool {
        if seen.count < head.count { return byte == head[seen.count] }
        guard let last = seen.last, !isFinal(last) else { return false }
        let separator = UInt8(ascii: ";")
        let isInNumber = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last)
        let separators = seen.count { $0 == separator }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return true
        case separator: return isInNumber && separators < 2
        default: return isInNumber && separators == 2 && isFinal(byte)
        }
    }
}
