import Glibc

/// Every character of CP932 as glibc's iconv converts it, asked once: a look-up is then ten times as fast as a call per
/// field, and tells which byte is wrong.
struct CP932Table: Sendable {
    /// The BMP code of each one-byte (0x00–0xFF) and two-byte (lead × 256 + trail) sequence; 0 where there is none.
    let codes: [UInt16]
    /// Whether a byte begins a two-byte sequence.
    let isLead: [Bool]

    /// - Throws: `ImportProblem.encodingUnavailable` where iconv doesn't know `charset`.
    init(charset: String = "CP932") throws(ImportProblem) {
        guard let converter = iconv_open("UTF-16LE", charset), Int(bitPattern: converter) != -1 else {
            throw .encodingUnavailable(charset)
        }
        defer { iconv_close(converter) }
        var codes = [UInt16](repeating: 0, count: 0x10000)
        var isLead = [Bool](repeating: false, count: 0x100)
        for first in 0x01...0xFF {
            switch CP932Table.convert([UInt8(first)], with: converter) {
            case .code(let code): codes[first] = code
            case .incomplete: isLead[first] = true
            case .invalid: break
            }
        }
        for lead in 0x80...0xFF where isLead[lead] {
            for trail in 0x40...0xFC {
                if case .code(let code) = CP932Table.convert([UInt8(lead), UInt8(trail)], with: converter) {
                    codes[lead << 8 | trail] = code
                }
            }
        }
        self.codes = codes
        self.isLead = isLead
    }

    private enum Conversion {
        case code(UInt16)
        case incomplete, invalid
    }

    private static func convert(_ bytes: [UInt8], with converter: iconv_t) -> Conversion {
        var input = bytes.map { CChar(bitPattern: $0) }
        var output: [UInt8] = [0, 0, 0, 0]
        iconv(converter, nil, nil, nil, nil)
        return input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress
                var fromLeft = source.count
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var toLeft = target.count
                if iconv(converter, &from, &fromLeft, &to, &toLeft) == -1 {
                    return errno == EINVAL ? .incomplete : .invalid
                }
                guard toLeft == 2, fromLeft == 0 else { return .invalid }
                return .code(UInt16(target[0]) | UInt16(target[1]) << 8)
            }
        }
    }
}
