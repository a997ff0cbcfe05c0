import Foundation
import Synchronization

/// Bytes that are kept on the disk without a name and are gone with the program: a list that is too long for memory.
final class ScratchFile: Sendable {
    private struct State {
        var waiting: [UInt8] = []
        var written = 0
    }

    private let descriptor: Int32
    private let state = Mutex(State())

    private static let block = 1 << 16

    /// - Throws: `CommandFailure` where there is no room for it.
    init() throws {
        var template = Array((NSTemporaryDirectory() + "/banso-rows-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw ScratchFile.failure() }
        unlink(template)
    }

    deinit { close(descriptor) }

    var count: Int { state.withLock { $0.written + $0.waiting.count } }

    /// - Returns: where they begin.
    /// - Throws: `CommandFailure` where the disk is full.
    @discardableResult
    func append(_ bytes: some Collection<UInt8>) throws -> Int {
        try state.withLock { state in
            let start = state.written + state.waiting.count
            state.waiting += bytes
            if state.waiting.count >= ScratchFile.block { try flush(&state) }
            return start
        }
    }

    /// - Returns: fewer than asked for at the end.
    func read(at start: Int, count: Int) -> [UInt8] {
        state.withLock { state in
            guard (try? flush(&state)) != nil else { return [] }
            var bytes = [UInt8](repeating: 0, count: max(0, min(count, state.written - start)))
            let found = pread(descriptor, &bytes, bytes.count, off_t(start))
            return Array(bytes.prefix(max(0, found)))
        }
    }

    private func flush(_ state: inout State) throws {
        guard Descriptor.write(state.waiting[...], to: descriptor) else { throw ScratchFile.failure() }
        state.written += state.waiting.count
        state.waiting.removeAll(keepingCapacity: true)
    }

    private static func failure() -> CommandFailure {
        let (folder, reason) = (NSTemporaryDirectory(), String(cString: strerror(errno)))
        return CommandFailure(
            "\(folder) に書けません（\(reason)、TMPDIR を確かめてください）", "can't write to \(folder) (\(reason)); check TMPDIR")
    }
}
