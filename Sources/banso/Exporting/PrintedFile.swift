import Foundation

/// Standard output as a file: it waits on the disk, without a name, until it is whole. So nothing is printed of an export
/// that fails, and its ledger's entry comes first.
final class PrintedFile: OutgoingFile {
    private let waiting: FileHandle

    let name = ""

    /// - Throws: `CommandFailure` where there is no room for what waits.
    init() throws {
        let path = "\(NSTemporaryDirectory())/banso-export-\(UUID().uuidString)"
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw PrintedFile.failure() }
        unlink(path)
        waiting = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func write(_ bytes: ArraySlice<UInt8>) throws {
        guard Descriptor.write(bytes, to: waiting.fileDescriptor) else { throw PrintedFile.failure() }
    }

    func seal() throws {}

    func publish() throws {
        try waiting.seek(toOffset: 0)
        var output = StandardOutput()
        while let block = try waiting.read(upToCount: 1 << 16), !block.isEmpty {
            try StandardOutput.assert(output.write(Array(block)[...]))
        }
        try StandardOutput.assert(output.finish())
    }

    func discard() {}

    private static func failure() -> CommandFailure {
        let (folder, reason) = (NSTemporaryDirectory(), String(cString: strerror(errno)))
        return CommandFailure(
            "\(folder) に書けません（\(reason)、TMPDIR を確かめるか --out を指定）",
            "can't write to \(folder) (\(reason)); check TMPDIR or give --out")
    }
}
