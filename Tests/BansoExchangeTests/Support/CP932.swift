import Foundation

/// Text as bytes of CP932, by glibc's iconv.
enum CP932 {
    /// - Parameter name: another encoding.
    static func encode(_ text: String, as name: String = "CP932") -> [UInt8] {
        let converter = iconv_open(name, "UTF-8")!
        defer { iconv_close(converter) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 2 + 8)
        var length = 0
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var fromLeft = source.count
                var to = target.baseAddress
                var toLeft = target.count
                guard iconv(converter, &from, &fromLeft, &to, &toLeft) == 0 else { return }
                length = target.count - toLeft
            }
        }
        return output.prefix(length).map { UInt8(bitPattern: $0) }
    }
}
