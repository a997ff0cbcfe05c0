import BansoDomain
import Glibc

/// The exclusive lock on `<database>-lock` that a writer holds while the linked SQLite has the WAL-reset bug.
///
/// The lock belongs to the open file, so two stores of one process exclude each other too, and it ends with the process.
final class WriteLock {
    private let path: String
    private let database: String
    /// How long `whileHeld` waits, in seconds.
    var patience: Double
    private var file: Int32 = -1

    init(_ path: DatabasePath, patience: Double) {
        self.path = path.lock
        database = path.text
        self.patience = patience
    }

    deinit {
        if file >= 0 { close(file) }
    }

    /// Takes the lock only where writers take turns by it.
    func whileNeeded<Result>(_ turns: Engine.WritersTakeTurns, _ body: () throws -> Result) throws -> Result {
        switch turns {
        case .lockFile: try whileHeld(body)
        case .sqlite: try body()
        }
    }

    /// - Throws: `DeskError.busy` where another holder keeps it for longer than the patience.
    func whileHeld<Result>(_ body: () throws -> Result) throws -> Result {
        try openFile()
        try acquire()
        defer { flock(file, LOCK_UN) }
        return try body()
    }

    private func openFile() throws(DeskError) {
        guard file < 0 else { return }
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            throw [EACCES, EROFS].contains(errno)
                ? .readOnly(path: database) : .failed(path: path, detail: DatabasePath.systemMessage())
        }
        fchmod(file, 0o600)
    }

    /// Asks again after a short pause of random length, so that no waiter is always the late one.
    private func acquire() throws(DeskError) {
        let start = WriteLock.seconds()
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw .failed(path: path, detail: DatabasePath.systemMessage())
            }
            guard WriteLock.seconds() - start < patience else { throw .busy(path: database) }
            usleep(UInt32.random(in: 200...1200))
        }
    }

    private static func seconds() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
