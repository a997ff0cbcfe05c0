import BansoDomain
import Glibc

/// Which file a path names: another one at the same path differs in it.
public struct FileIdentity: Hashable, Sendable {
    let device: UInt
    let inode: UInt

    /// Nil where there is no file.
    public init?(path: String) {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        device = info.st_dev
        inode = info.st_ino
    }
}
