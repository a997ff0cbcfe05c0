import Foundation

/// A small file that only its owner can read.
enum PrivateFile {
    /// Whole or not at all: written under another name and put in place. What the system holds outlives the program;
    /// waiting for the disk at every key would be felt.
    static func replace(_ path: String, with data: Data) throws {
        let fresh = path + "-new"
        let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteNoPermission) }
        // One that somebody left there has rights of its own.
        fchmod(file, 0o600)
        let isWhole = data.withUnsafeBytes { write(file, $0.baseAddress, $0.count) == $0.count }
        close(file)
        guard isWhole, rename(fresh, path) == 0 else {
            unlink(fresh)
            throw CocoaError(.fileWriteUnknown)
        }
    }
}
