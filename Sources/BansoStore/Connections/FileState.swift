import Glibc

/// What a database's file is like at a moment: after every write that reaches it, it is another one.
struct FileState: Hashable, Sendable {
    let identity: FileIdentity?
    let size: Int
    /// When its bytes and its traits were last changed, in nanoseconds since 1970.
    let written: Int
    let changed: Int
    /// Of the log beside it, in bytes.
    let logSize: Int
    /// Whether somebody has made the log's index.
    let hasIndex: Bool

    init(_ place: DatabasePath) {
        var info = stat()
        _ = stat(place.text, &info)
        identity = FileIdentity(path: place.text)
        size = Int(info.st_size)
        written = info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
        changed = info.st_ctim.tv_sec * 1_000_000_000 + info.st_ctim.tv_nsec
        logSize = PrivateFiles.size(place.wal)
        hasIndex = FileIdentity(path: place.index) != nil
    }
}
