import Foundation

/// Random bytes that nobody can guess, 16 an entry of the audit trail, asked of the system for several entries at once.
struct Salts {
    private static let size = 16
    /// The most that getentropy(3) gives at once; up to that it never fails on a Linux that is running.
    private static let most = 256
    private var bytes: [UInt8] = []

    mutating func next() -> Data {
        if bytes.isEmpty {
            bytes = Array(repeating: 0, count: Salts.most)
            let code = getentropy(&bytes, Salts.most)
            precondition(code == 0, "no random bytes: \(String(cString: strerror(errno)))")
        }
        defer { bytes.removeLast(Salts.size) }
        return Data(bytes.suffix(Salts.size))
    }
}
