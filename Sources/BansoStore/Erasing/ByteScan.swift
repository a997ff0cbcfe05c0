import BansoDomain
import CSQLite
import Foundation

/// Looks for texts in the bytes of files, whatever those are.
struct ByteScan {
    private static let block = 4 << 20
    private let sought: [[CChar]]
    private let longest: Int

    init(_ texts: some Collection<String>) {
        sought = texts.map { $0.utf8.map { CChar(bitPattern: $0) } }
        longest = sought.map(\.count).max() ?? 0
    }

    /// Whether one of them stands in the file; false too where there is no file.
    /// - Throws: `DeskError.failed` where it can't be read.
    func finds(in path: String) throws(DeskError) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else {
            if errno == ENOENT { return false }
            throw .failed(path: path, detail: DatabasePath.systemMessage())
        }
        defer { close(file) }
        var bytes = [CChar](repeating: 0, count: ByteScan.block + longest)
        var kept = 0
        while true {
            let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress! + kept, ByteScan.block) }
            guard count >= 0 else { throw .failed(path: path, detail: DatabasePath.systemMessage()) }
            guard count > 0 else { return false }
            let length = kept + count
            if sought.contains(where: { banso_find(bytes, length, $0, $0.count) >= 0 }) { return true }
            // What begins at the end of a block ends in the next one.
            kept = min(length, max(0, longest - 1))
            bytes.withUnsafeMutableBytes { _ = memmove($0.baseAddress!, $0.baseAddress! + length - kept, kept) }
        }
    }
}
