import CSQLite

/// The folded keys of one table in memory, in their order, so that a look-up is one walk over their bytes.
struct KeyList: Sendable {
    struct Hit {
        var place: KeyPlace
        var index: Int
    }

    /// What a record is besides its key.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8

        static let isInstitution = Traits(rawValue: 1)
        static let hasPostings = Traits(rawValue: 2)
    }

    /// Keys one after the other, a zero behind each.
    private(set) var keys: [UInt8] = []
    /// Where each key begins, and after them where the last one ends.
    private var starts: [Int32] = [0]
    /// Names without their legal form, which "begins with" looks at too. As a rule one stands within its key.
    private var others: [Range<Int32>] = []
    /// Those that don't, one after the other.
    private var apart: [UInt8] = []
    private(set) var ids: [Int64] = []
    /// What a record belongs to: of a contact its organisation. Empty where none of them belongs to any.
    private var owners: [Int64] = []
    private(set) var traits: [Traits] = []

    var count: Int { ids.count }

    init() {}

    /// With room for so many keys of so many bytes in all, so that filling it copies nothing.
    init(count: Int, bytes: Int) {
        keys.reserveCapacity(bytes + count)
        starts.reserveCapacity(count + 1)
        ids.reserveCapacity(count)
        traits.reserveCapacity(count)
    }

    /// In the order of the keys' bytes, then of the numbers.
    /// - Parameter owner: of every one in a list, or of none.
    mutating func append(id: Int64, owner: Int64? = nil, traits: Traits = [], key: String, other: String = "") {
        ids.append(id)
        if let owner { owners.append(owner) }
        self.traits.append(traits)
        let start = keys.count
        keys.append(contentsOf: key.utf8)
        if !other.isEmpty { append(other, of: start) }
        keys.append(0)
        starts.append(Int32(keys.count))
    }

    /// - Parameter start: of its key, the last one.
    private mutating func append(_ other: String, of start: Int) {
        // Keys before it that have none have an empty one.
        while others.count < ids.count - 1 { others.append(0..<0) }
        let text = other.utf8.map { CChar(bitPattern: $0) }
        let place = keys.withUnsafeBytes { all in
            banso_find(base(all, start), all.count - start, text, text.count)
        }
        if place >= 0 {
            others.append(Int32(start + place)..<Int32(start + place + text.count))
        } else {
            // Numbers below zero lead into `apart`.
            let from = Int32(apart.count) - Int32.max
            apart.append(contentsOf: other.utf8)
            others.append(from..<from + Int32(text.count))
        }
    }

    func key(at index: Int) -> String {
        String(decoding: keys[Int(starts[index])..<(Int(starts[index + 1]) - 1)], as: UTF8.self)
    }

    func owner(at index: Int) -> Int64? { owners.isEmpty ? nil : owners[index] }

    private func other(at index: Int) -> ArraySlice<UInt8> {
        guard others.indices.contains(index) else { return [] }
        let place = others[index]
        if place.lowerBound >= 0 { return keys[Int(place.lowerBound)..<Int(place.upperBound)] }
        return apart[Int(place.lowerBound + Int32.max)..<Int(place.upperBound + Int32.max)]
    }

    /// Those that hold the text and that `isWanted` takes, at most `limit` of each place, in the order of places and keys.
    /// - Parameter text: folded, without zeros, not empty.
    func hits(_ text: String, limit: Int, where isWanted: (Int) -> Bool) -> [Hit] {
        let needle = text.utf8.map { CChar(bitPattern: $0) }
        var found: [KeyPlace: [Int]] = [:]
        keys.withUnsafeBytes { all in
            let end = walk(all, needle) { index, at in
                guard isWanted(index) else { return true }
                let place = place(all, index, at: at, needle)
                if found[place, default: []].count < limit { found[place, default: []].append(index) }
                return found[.begins, default: []].count < limit
            }
            // Of those that begin with it there are enough; a whole one may stand behind them all.
            let later = [CChar(0x0A), 0].flatMap { mark in
                var whole: [Int] = []
                _ = walk(all, from: end, needle + [mark]) { index, at in
                    if isWanted(index), place(all, index, at: at, needle) == .whole { whole.append(index) }
                    return whole.count < limit
                }
                return whole
            }
            found[.whole, default: []] += Set(later).sorted()
        }
        return KeyPlace.allCases.flatMap { place in
            found[place, default: []].prefix(limit).map { Hit(place: place, index: $0) }
        }
    }

    /// Goes through the keys that hold the text, each once with where in all bytes it first stands, until `visit` says no.
    /// - Returns: where the next key begins.
    private func walk(
        _ all: UnsafeRawBufferPointer, from start: Int = 0, _ needle: [CChar], _ visit: (Int, Int) -> Bool
    ) -> Int {
        var (from, index, goesOn) = (start, 0, true)
        while goesOn, from < all.count, let found = memory(all, from: from, needle) {
            index = entry(of: found, after: index)
            from = Int(starts[index + 1])
            goesOn = visit(index, found)
        }
        return goesOn ? all.count : from
    }

    private func memory(_ all: UnsafeRawBufferPointer, from: Int, _ needle: [CChar]) -> Int? {
        let place = banso_find(base(all, from), all.count - from, needle, needle.count)
        return place < 0 ? nil : from + place
    }

    private func base(_ all: UnsafeRawBufferPointer, _ from: Int) -> UnsafePointer<CChar> {
        (all.baseAddress! + from).assumingMemoryBound(to: CChar.self)
    }

    /// The key that a byte belongs to: steps that double, then halves.
    private func entry(of byte: Int, after index: Int) -> Int {
        var (low, step) = (index, 1)
        while low + step < count, Int(starts[low + step]) <= byte {
            low += step
            step *= 2
        }
        var high = min(low + step, count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= byte { low = middle } else { high = middle }
        }
        return low
    }

    /// How the text stands in a key, at `found` for the first time, or in the other key.
    private func place(_ all: UnsafeRawBufferPointer, _ index: Int, at found: Int, _ needle: [CChar]) -> KeyPlace {
        let (start, end) = (Int(starts[index]), Int(starts[index + 1]))
        var best = KeyPlace.within
        var at: Int? = found
        while let place = at, place + needle.count < end {
            if place == start || all[place - 1] == 0x0A {
                if [0x0A, 0].contains(all[place + needle.count]) { return .whole }
                best = .begins
            }
            let next = banso_find(base(all, place + 1), end - place - 1, needle, needle.count)
            at = next < 0 ? nil : place + 1 + next
        }
        let other = other(at: index)
        guard other.starts(with: needle.lazy.map { UInt8(bitPattern: $0) }) else { return best }
        return other.count == needle.count ? .whole : .begins
    }
}
