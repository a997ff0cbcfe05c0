import Glibc

/// Wakes whoever waits for input when somebody writes to the database, removes it or changes its permissions: inotify, told of
/// the file and its log. It says only that it is time to look: what was written, SQLite tells.
public final class FileWatch {
    /// Can be read as soon as something was done to the files.
    public let descriptor: Int32

    /// - Returns: nil where the kernel has none left to give, or there is no log: then one has to look from time to time.
    public init?(database path: String) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        for file in [path, path + "-wal"] {
            let events = IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
            guard inotify_add_watch(descriptor, file, UInt32(events)) >= 0 else {
                close(descriptor)
                return nil
            }
        }
    }

    deinit { close(descriptor) }
}
