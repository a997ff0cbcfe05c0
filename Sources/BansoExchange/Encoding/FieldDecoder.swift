/// Turns the bytes of a field into text.
enum FieldDecoder {
    case utf8
    case cp932(CP932Table)

    /// - Throws: `ImportProblem.encodingUnavailable` where the system can't convert it.
    init(_ encoding: TextEncoding) throws(ImportProblem) {
        switch encoding {
        case .cp932: self = .cp932(try CP932Table())
        case .utf8, .auto: self = .utf8
        }
    }

    /// - Throws: `Undecodable` with the first byte that has no meaning.
    func decode(_ bytes: UnsafeBufferPointer<UInt8>) throws(Undecodable) -> String {
        switch self {
        case .utf8:
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            throw FieldDecoder.firstError(inUTF8: bytes)
        case .cp932(let table):
            return try FieldDecoder.decode(bytes, with: table)
        }
    }

    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, with table: CP932Table
    ) throws(Undecodable) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        var failure: Undecodable?
        // A half-width kana is one byte here and three in UTF-8; nothing grows more.
        let text = String(unsafeUninitializedCapacity: bytes.count * 3) { output in
            var index = 0
            var length = 0
            while index < bytes.count {
                let first = Int(bytes[index])
                var code = first
                var size = 1
                if first >= 0x80 {
                    if table.isLead[first], index + 1 < bytes.count {
                        code = Int(table.codes[first << 8 | Int(bytes[index + 1])])
                        size = 2
                    } else {
                        code = Int(table.codes[first])
                    }
                    if code == 0 {
                        failure = Undecodable(byte: bytes[index], offset: index, encoding: .cp932)
                        return 0
                    }
                }
                index += size
                length = append(code, to: output, at: length)
            }
            return length
        }
        if let failure { throw failure }
        return text
    }

    /// Writes a BMP code as UTF-8.
    private static func append(_ code: Int, to output: UnsafeMutableBufferPointer<UInt8>, at length: Int) -> Int {
        if code < 0x80 {
            output[length] = UInt8(code)
            return length + 1
        }
        if code < 0x800 {
            output[length] = UInt8(0xC0 | code >> 6)
            output[length + 1] = UInt8(0x80 | code & 0x3F)
            return length + 2
        }
        output[length] = UInt8(0xE0 | code >> 12)
        output[length + 1] = UInt8(0x80 | code >> 6 & 0x3F)
        output[length + 2] = UInt8(0x80 | code & 0x3F)
        return length + 3
    }

    private static func firstError(inUTF8 bytes: UnsafeBufferPointer<UInt8>) -> Undecodable {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        return Undecodable(byte: bytes[offset], offset: offset, encoding: .utf8)
    }
}
