/// Turns text into the bytes of a file.
enum FieldEncoder {
    case utf8
    /// The bytes of each BMP code, lead × 256 + trail.
    case cp932([UInt16: UInt16])

    /// - Throws: `ImportProblem.encodingUnavailable` where the system can't convert it.
    init(_ encoding: ExportEncoding) throws(ImportProblem) {
        switch encoding {
        case .utf8, .utf8WithMark: self = .utf8
        case .cp932: self = .cp932(FieldEncoder.reversed(try CP932Table()))
        }
    }

    /// - Throws: `Unencodable` with the first character that has no bytes.
    func encode(_ text: String, into bytes: inout [UInt8]) throws(Unencodable) {
        guard case .cp932(let codes) = self else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                bytes.append(UInt8(scalar.value))
                continue
            }
            let written = FieldEncoder.twins[scalar] ?? scalar
            guard let code = UInt16(exactly: written.value).flatMap({ codes[$0] }) else {
                throw Unencodable(scalar: scalar)
            }
            if code > 0xFF { bytes.append(UInt8(code >> 8)) }
            bytes.append(UInt8(code & 0xFF))
        }
    }

    /// Characters that JIS and Windows name differently: the same sign on paper, another code.
    private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{301C}": "\u{FF5E}", "\u{2212}": "\u{FF0D}", "\u{2014}": "\u{2015}", "\u{2016}": "\u{2225}",
        "\u{A2}": "\u{FFE0}", "\u{A3}": "\u{FFE1}", "\u{AC}": "\u{FFE2}",
    ]

    /// Where a character has several codes, Windows writes the first, but IBM's (0xFA…) before NEC's copy (0xED, 0xEE).
    private static func reversed(_ table: CP932Table) -> [UInt16: UInt16] {
        var codes: [UInt16: UInt16] = [:]
        let copies = 0xED00...0xEEFF
        for code in Array(0x80..<0xED00) + Array(0xEF00...0xFFFF) + Array(copies) where table.codes[code] != 0 {
            if codes[table.codes[code]] == nil { codes[table.codes[code]] = UInt16(code) }
        }
        return codes
    }
}

/// A character that the encoding doesn't have.
struct Unencodable: Error, Hashable {
    var scalar: Unicode.Scalar
}
