import Foundation
import Testing

/// A file system of the test's own, in memory, that can be filled to the page. It is mounted in a name space of its own
/// (user_namespaces(7)), so that nobody needs to be the administrator.
final class SmallDisk {
    struct Failure: Error { var what: String }

    static let page = 4096

    /// Where programs find it that are run by `runner`.
    let path: String
    /// What stands before a command that shall see it.
    let runner: [String]
    private let folder: TestFolder
    private let holder: Child
    /// Where the test finds it, which stands outside.
    private let outside: String
    private let filling: Int32

    init(megabytes: Int) throws {
        folder = try TestFolder()
        path = folder.path + "/disk"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let said = folder.path + "/said"
        let mount =
            "mount -t tmpfs -o size=\(megabytes)m none '\(path)' && touch '\(path)/ready' && exec sleep infinity"
        holder = try Child(["unshare", "-rm", "sh", "-c", mount], environment: Program.base, error: said)
        runner = ["nsenter", "--user", "--mount", "--preserve-credentials", "-t", "\(holder.pid)"]
        outside = "/proc/\(holder.pid)/root" + path
        while !FileManager.default.fileExists(atPath: outside + "/ready") {
            if holder.hasEnded {
                throw Failure(what: "no disk: " + ((try? String(contentsOfFile: said, encoding: .utf8)) ?? ""))
            }
            usleep(1000)
        }
        filling = open(outside + "/filling", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    }

    deinit {
        close(filling)
        kill(holder.pid, SIGKILL)
        holder.wait()
    }

    /// Leaves room for so many pages.
    func leave(pages: Int) throws {
        var info = stat()
        fstat(filling, &info)
        let size = Int(info.st_size) + room - pages * Self.page
        guard ftruncate(filling, min(size, Int(info.st_size))) == 0, size <= Int(info.st_size) || fill(size) else {
            throw Failure(what: "can't leave \(pages) pages: \(String(cString: strerror(errno)))")
        }
    }

    private func fill(_ size: Int) -> Bool { posix_fallocate(filling, 0, size) == 0 }

    private var room: Int {
        var info = statvfs()
        fstatvfs(filling, &info)
        return Int(info.f_bavail) * Int(info.f_bsize)
    }

    /// A file on it.
    func contents(_ name: String) -> Data? { FileManager.default.contents(atPath: outside + "/" + name) }
}
