import BansoDomain
import Glibc

/// Files and folders that only their owner can read, whatever the umask.
enum PrivateFiles {
    /// Makes an empty file, 0600.
    /// - Throws: `DeskError.exists`, `DeskError.readOnly`, `DeskError.full`, `DeskError.failed`.
    static func make(_ path: String) throws(DeskError) {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw failure(path) }
        fchmod(file, 0o600)
        close(file)
    }

    /// Makes the folder and those above it that are missing, 0700.
    /// - Returns: those that were made, outermost first.
    static func makeFolder(_ path: String) throws(DeskError) -> [String] {
        var missing: [String] = []
        var folder = path
        while access(folder, F_OK) != 0, folder != "/", folder != "." {
            missing.insert(folder, at: 0)
            folder = DatabasePath.folder(of: folder)
        }
        for (index, folder) in missing.enumerated() {
            guard mkdir(folder, 0o700) == 0 else {
                let error = failure(folder)
                for made in missing[..<index].reversed() { rmdir(made) }
                throw error
            }
            chmod(folder, 0o700)
        }
        return missing
    }

    /// Gives a finished file its name, unless something has that name already.
    static func publish(_ temporary: String, as path: String) throws(DeskError) {
        flush(temporary)
        if link(temporary, path) == 0 {
            unlink(temporary)
        } else if [EPERM, ENOTSUP, ENOSYS].contains(errno), access(path, F_OK) != 0 {
            // A file system without hard links.
            guard rename(temporary, path) == 0 else { throw failure(path) }
        } else {
            throw failure(path)
        }
        flush(DatabasePath.folder(of: path))
    }

    /// Adds a line to a file that only its owner can read, which is made where it is missing.
    /// - Throws: `DeskError.readOnly`, `DeskError.full`, `DeskError.failed`.
    static func append(_ line: String, to path: String) throws(DeskError) {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        fchmod(file, 0o600)
        let bytes = Array((line + "\n").utf8)
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else { throw failure(path) }
    }

    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }

    static func size(_ path: String) -> Int {
        var info = stat()
        return stat(path, &info) == 0 ? Int(info.st_size) : 0
    }

    private static func flush(_ path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    private static func failure(_ path: String) -> DeskError {
        switch errno {
        case EEXIST: .exists(path: path)
        case EROFS, EACCES: .readOnly(path: path)
        case ENOSPC, EDQUOT: .full(path: path)
        default: .failed(path: path, detail: DatabasePath.systemMessage())
        }
    }
}
