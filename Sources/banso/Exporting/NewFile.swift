import BansoDomain
import Foundation

/// A file that is there whole or not at all: it is written beside its place, 0600, and moved there at the end.
final class NewFile: OutgoingFile {
    let path: String
    private let temporary: String
    private let handle: FileHandle

    /// - Throws: `CommandFailure` where a file is already there or can't be made.
    init(_ path: String) throws {
        self.path = path
        temporary = "\(path).part-\(UUID().uuidString)"
        try NewFile.assertFree(path)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw NewFile.failure(path) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    var name: String { URL(fileURLWithPath: path).lastPathComponent }

    /// - Throws: `CommandFailure` where a file is already there.
    static func assertFree(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure("\(path) は既にあります（別の名前を指定）", "\(path) is already there; name another file")
        }
    }

    func write(_ bytes: ArraySlice<UInt8>) throws {
        guard Descriptor.write(bytes, to: handle.fileDescriptor) else { throw NewFile.failure(path) }
    }

    func seal() throws {
        guard fsync(handle.fileDescriptor) == 0 else { throw NewFile.failure(path) }
        do {
            try handle.close()
        } catch {
            throw NewFile.failure(path)
        }
    }

    func publish() throws {
        // A link, unlike a rename, never replaces a file that came meanwhile.
        guard link(temporary, path) == 0 else { throw NewFile.failure(path) }
        unlink(temporary)
    }

    func discard() { unlink(temporary) }

    private static func failure(_ path: String) -> CommandFailure {
        let reason = String(cString: strerror(errno))
        return CommandFailure("\(path) に書けません（\(reason)）", "can't write \(path) (\(reason))")
    }
}
