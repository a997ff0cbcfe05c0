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

    /// Who waits for the lock has the place before it meanwhile, so that who has just written isn't there first again and
    /// again: the place is free for everybody alike.
    private func acquire() throws(DeskError) {
        let limit = WriteLock.seconds() + patience
        try wait(until: limit, pause: 200...1200) { holdPlace(F_WRLCK) }
        defer { _ = holdPlace(F_UNLCK) }
        try wait(until: limit, pause: 100...300) { flock(file, LOCK_EX | LOCK_NB) == 0 }
    }

    /// Asks again after a short pause of random length, in microseconds.
    private func wait(until limit: Double, pause: ClosedRange<UInt32>, _ isTaken: () -> Bool) throws(DeskError) {
        while !isTaken() {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw .failed(path: path, detail: DatabasePath.systemMessage())
            }
            guard WriteLock.seconds() < limit else { throw .busy(path: database) }
            usleep(UInt32.random(in: pause))
        }
    }

    /// The place before the lock: the first byte of its file, by a lock that belongs to the open file too (fcntl(2),
    /// "Open file description locks") and knows nothing of the other. Where the system has none, there is no place to wait for.
    private func holdPlace(_ type: Int32) -> Bool {
        var place = Glibc.flock(l_type: Int16(type), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 1, l_pid: 0)
        return fcntl(file, WriteLock.setsOpenFileLock, &place) == 0 || errno != EWOULDBLOCK
    }

    /// F_OFD_SETLK of fcntl.h.
    private static let setsOpenFileLock: Int32 = 37

    private static func seconds() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
