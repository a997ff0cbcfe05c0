/// Turns text into the bytes of a file.
enum FieldEncoder {
    case utf8
    /// The bytes of each BMP code, lead × 256 + trail; 0 where it has none.
    case cp932([UInt16])

    /// - Throws: `ImportProblem.encodingUnavailable` where the system can't convert it.
    init(_ encoding: ExportEncoding) throws(ImportProblem) {
        switch encoding {
        case .utf8, .utf8WithMark: self = .utf8
        case .cp932: self = .cp932(FieldEncoder.reversed(try CP932Table()))
        }
    }

    /// - Returns: whether every character has bytes; where one has none, only those before it are there.
    func append(_ text: String, to bytes: inout [UInt8]) -> Bool {
        guard case .cp932(let codes) = self else {
            bytes.append(contentsOf: text.utf8)
            return true
        }
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(scalar.value))
                continue
            }
            guard scalar.value < 0x10000, case let code = codes[Int(scalar.value)], code > 0 else { return false }
            if code > 0xFF { bytes.append(UInt8(code >> 8)) }
            bytes.append(UInt8(code & 0xFF))
        }
        return true
    }

    /// The characters that have no bytes, each once.
    func missing(in text: String) -> [Unicode.Scalar] {
        guard case .cp932(let codes) = self else { return [] }
        var missing: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars where scalar.value >= 0x80 && !missing.contains(scalar) {
            if scalar.value >= 0x10000 || codes[Int(scalar.value)] == 0 { missing.append(scalar) }
        }
        return missing
    }

    /// Characters that JIS, Latin-1 and Windows name differently: the same sign on paper, another code. Kanji are never
    /// among them: 剝 is not 剥 where it stands in a name.
    private static let twins: [UInt16: UInt16] = [
        0x301C: 0xFF5E, 0x2212: 0xFF0D, 0x2014: 0x2015, 0x2016: 0x2225, 0xA2: 0xFFE0, 0xA3: 0xFFE1, 0xAC: 0xFFE2,
        0xA5: 0xFFE5, 0xA6: 0xFFE4, 0xAF: 0xFFE3, 0x203E: 0xFFE3, 0xB5: 0x03BC, 0xB7: 0x30FB, 0x2011: 0x2010,
        0xA0: 0x20, 0xC5: 0x212B,
    ]

    /// Where a character has several codes, Windows writes the first, but IBM's (0xFA…) before NEC's copy (0xED, 0xEE).
    private static func reversed(_ table: CP932Table) -> [UInt16] {
        var codes = [UInt16](repeating: 0, count: 0x10000)
        let copies = 0xED00...0xEEFF
        for code in Array(0x80..<0xED00) + Array(0xEF00...0xFFFF) + Array(copies) where table.codes[code] != 0 {
            let place = Int(table.codes[code])
            if codes[place] == 0 { codes[place] = UInt16(code) }
        }
        for (twin, other) in twins where codes[Int(twin)] == 0 {
            codes[Int(twin)] = other < 0x80 ? other : codes[Int(other)]
        }
        return codes
    }
}
