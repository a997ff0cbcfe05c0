import Crypto
import Foundation
import GRDB

/// The hashes of the audit trail: SHA-256 over length-prefixed fields, so that no two lists of fields look the same.
struct AuditHash {
    private var bytes: [UInt8] = []

    /// What stands before the first entry.
    static let start = Data(count: 32)

    /// Over the salt and the texts before and after a change.
    static func detail(salt: Data, before: String?, after: String?) -> Data {
        var hash = AuditHash()
        hash.add(salt)
        hash.add(before)
        hash.add(after)
        return hash.value
    }

    mutating func add(_ data: Data) {
        addLength(UInt64(data.count))
        bytes += data
    }

    /// Nil differs from the empty text.
    mutating func add(_ text: String?) {
        guard let text else { return addLength(.max) }
        let utf8 = text.utf8
        addLength(UInt64(utf8.count))
        bytes += utf8
    }

    mutating func add(_ number: Int64?) { add(number.map { String($0) }) }

    var value: Data { Data(SHA256.hash(data: bytes)) }

    private mutating func addLength(_ length: UInt64) {
        withUnsafeBytes(of: length.bigEndian) { bytes += $0 }
    }
}
