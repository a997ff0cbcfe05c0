import Crypto
import Foundation
import GRDB

/// The hashes of the audit trail: SHA-256 over length-prefixed fields, so that no two lists of fields look the same.
struct AuditHash {
    private var bytes: [UInt8] = []

    /// What stands before the first entry.
    static let start = Data(count: 32)

    /// Over the salt and the texts before and after a change, in UTF-8.
    static func detail(salt: Data, before: [UInt8]?, after: [UInt8]?) -> Data {
        var hash = AuditHash(capacity: salt.count + (before?.count ?? 0) + (after?.count ?? 0))
        hash.add(salt)
        hash.add(before)
        hash.add(after)
        return hash.value
    }

    /// - Parameter capacity: how many bytes about its fields have.
    init(capacity: Int = 256) { bytes.reserveCapacity(capacity + 64) }

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

    /// As the text that it is in UTF-8.
    mutating func add(_ text: [UInt8]?) {
        guard let text else { return addLength(.max) }
        addLength(UInt64(text.count))
        bytes += text
    }

    mutating func add(_ number: Int64?) { add(number.map { String($0) }) }

    var value: Data {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
        return hash.finalize().withUnsafeBytes { Data($0) }
    }

    private mutating func addLength(_ length: UInt64) {
        withUnsafeBytes(of: length.bigEndian) { bytes += $0 }
    }
}
