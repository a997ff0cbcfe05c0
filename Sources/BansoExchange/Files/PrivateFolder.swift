import Foundation

/// A folder of the program's own, 0700, among the system's temporary ones. It is locked as long as the program runs, so that
/// what one that was killed left behind is known, and taken away when the next one is made.
public final class PrivateFolder: Sendable {
    /// What one is for; its name tells.
    public enum Purpose: String, CaseIterable, Sendable {
        case demo, pdf, preview, sheet, xlsx
    }

    public let path: String
    private let descriptor: Int32

    /// - Throws: `POSIXError` where it can't be made.
    public init(for purpose: Purpose) throws {
        PrivateFolder.removeAbandoned()
        var template = Array((PrivateFolder.parent + "/banso-new-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw PrivateFolder.failure() }
        let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        descriptor = open(made, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // Under its name it is never seen without its lock.
        path = PrivateFolder.parent + "/\(PrivateFolder.prefix(purpose))" + made.suffix(6)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0, rename(made, path) == 0 else {
            let failure = PrivateFolder.failure()
            rmdir(made)
            throw failure
        }
    }

    deinit { close(descriptor) }

    public func remove() { try? FileManager.default.removeItem(atPath: path) }

    /// Takes away those of this user that no program holds any more.
    public static func removeAbandoned() {
        let prefixes = Purpose.allCases.map(prefix)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where prefixes.contains(where: name.hasPrefix) {
            let path = parent + "/" + name
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            var found = stat()
            guard fstat(descriptor, &found) == 0, found.st_uid == geteuid(), flock(descriptor, LOCK_EX | LOCK_NB) == 0
            else { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    private static var parent: String { NSTemporaryDirectory() }

    private static func prefix(_ purpose: Purpose) -> String { "banso-\(purpose.rawValue)-" }

    private static func failure() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
