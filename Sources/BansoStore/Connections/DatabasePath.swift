import BansoDomain
import CSQLite
import Glibc

/// Where a database lies, and what must hold of the place.
struct DatabasePath: Sendable {
    /// With every symbolic link followed, so that the files beside it (-wal, -shm, -lock) are the same for everybody.
    let text: String

    var wal: String { text + "-wal" }
    /// The index of the log.
    var index: String { text + "-shm" }
    var lock: String { text + "-lock" }
    /// Where each backup was made.
    var backups: String { text + "-backups" }
    var folder: String { DatabasePath.folder(of: text) }

    /// As SQLite takes a file that never changes (sqlite.org/uri.html). Debian's SQLite understands such names.
    var still: String {
        let escaped = text.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
        return "file:" + escaped + "?immutable=1"
    }

    /// Whether the log's index can be made, or be written where it is.
    var canHaveIndex: Bool {
        DatabasePath.canWrite(folder) || DatabasePath.canWrite(wal) && DatabasePath.canWrite(index)
    }

    /// Whether the system lets this program write: to the file, and to what lies beside it.
    var isWritable: Bool {
        guard DatabasePath.canWrite(text) else { return false }
        if DatabasePath.canWrite(folder) { return true }
        return canHaveIndex && (!Engine.linked.hasWALResetBug || DatabasePath.canWrite(lock))
    }

    private static func canWrite(_ path: String) -> Bool { faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 }

    /// The database at `path`.
    /// - Throws: `DeskError.missing`, `DeskError.networkFileSystem`, `DeskError.foreign` where it is no plain file,
    ///   `DeskError.failed` where a link lies beside it.
    init(existing path: String) throws(DeskError) {
        guard let resolved = DatabasePath.resolved(path) else {
            throw errno == EACCES
                ? .failed(path: path, detail: DatabasePath.systemMessage()) : .missing(path: path)
        }
        var info = stat()
        guard stat(resolved, &info) == 0 else { throw .missing(path: path) }
        guard info.st_mode & S_IFMT == S_IFREG else { throw .foreign(path: path) }
        text = resolved
        try refuseNetwork()
        try refuseLinks()
    }

    /// Where a database shall be made. Its folder must be there.
    init(new path: String) throws(DeskError) {
        guard let folder = DatabasePath.resolved(DatabasePath.folder(of: path)) else {
            throw .failed(path: path, detail: DatabasePath.systemMessage())
        }
        text = (folder == "/" ? "" : folder) + "/" + (path.split(separator: "/").last ?? "")
        try refuseNetwork()
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func systemMessage() -> String { String(cString: strerror(errno)) }

    private static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// Through a link beside the database what is written would go somewhere else.
    private func refuseLinks() throws(DeskError) {
        for path in [wal, index, text + "-journal"] {
            var info = stat()
            guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFLNK else { continue }
            throw .failed(path: path, detail: "a symbolic link")
        }
    }

    private func refuseNetwork() throws(DeskError) {
        if DatabasePath.isNetwork(fileSystemType: banso_file_system_type(folder)) {
            throw .networkFileSystem(path: text)
        }
    }

    /// NFS, SMB, CIFS, SMB2, AFS, NCP, Coda and Ceph by their magic numbers (linux/magic.h).
    static func isNetwork(fileSystemType type: Int) -> Bool {
        [0x6969, 0x517B, 0xFF53_4D42, 0xFE53_4D42, 0x5346_414F, 0x564C, 0x7375_7245, 0x00C3_6400]
            .contains(type & 0xFFFF_FFFF)
    }
}
