import Glibc

/// Wakes whoever waits for input when somebody writes to a database, removes it or changes its permissions: inotify, told of
/// the files and their logs. It says only that it is time to look: what was written, SQLite tells.
public final class FileWatch {
    /// Can be read as soon as something was done to the files.
    public let descriptor: Int32

    /// - Returns: nil where the kernel has none left to give, or one has no log: then one has to look from time to time.
    public init?(databases paths: [String]) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        for file in paths.flatMap({ [$0, $0 + "-wal"] }) {
            let events = IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
            // What is given up here is deinitialised: the descriptor is closed there, and only there.
            guard inotify_add_watch(descriptor, file, UInt32(events)) >= 0 else { return nil }
        }
    }

    deinit { close(descriptor) }
}
