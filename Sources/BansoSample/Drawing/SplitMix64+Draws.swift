extension SplitMix64 {
    /// The numbers of one record: they depend on the seed and its index alone, so a larger sample begins like a smaller.
    init(seed: UInt64, _ stream: Stream, index: Int = 0) {
        var outer = SplitMix64(seed: seed &+ stream.rawValue &* 0xD1B5_4A32_D192_ED03)
        self.init(seed: outer.next() ^ (UInt64(index) &* 0xA24B_AED4_963E_E407))
    }

    /// 0 ..< `bound`.
    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// 0 ..< 1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func chance(percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    mutating func pick<Element>(_ elements: [Element], weight: (Element) -> Int) -> Element {
        var rest = below(elements.reduce(0) { $0 + weight($1) })
        for element in elements {
            rest -= weight(element)
            if rest < 0 { return element }
        }
        return elements[elements.count - 1]
    }
}

extension SplitMix64 {
    /// Different ones, in any order; all of them where there are no more.
    mutating func some<Element>(_ count: Int, of elements: [Element]) -> [Element] {
        var rest = elements
        let count = min(max(0, count), rest.count)
        for place in 0..<count { rest.swapAt(place, place + below(rest.count - place)) }
        return Array(rest.prefix(count))
    }
}
