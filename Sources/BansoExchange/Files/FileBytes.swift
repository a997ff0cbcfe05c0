import Glibc

/// The bytes of a regular file through one buffer of fixed size: memory is the same whatever the file's size.
final class FileBytes {
    static let standardBufferSize = 64 * 1024

    let path: String
    let totalBytes: Int
    /// Whether the file begins with a UTF-8 byte order mark. It is no part of what `refill` delivers.
    let hasByteOrderMark: Bool
    /// How far the file is read, the byte order mark included.
    private(set) var bytesRead = 0
    /// What the last `refill` delivered is its first `count` bytes; valid until the next one.
    let buffer: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private let bufferSize: Int
    private let descriptor: Int32
    private let modified: timespec

    /// - Throws: `ImportError` where the path is missing, a folder, no regular file, not readable, empty or UTF-16.
    init(path: String, bufferSize: Int = FileBytes.standardBufferSize) throws(ImportError) {
        // Without O_NONBLOCK, opening a pipe that nobody writes to never returns.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw ImportError(path: path, problem: FileBytes.problem(errno)) }
        do throws(ImportProblem) {
            (totalBytes, modified) = try FileBytes.size(of: descriptor)
            let head = try FileBytes.head(of: descriptor)
            hasByteOrderMark = head == [0xEF, 0xBB, 0xBF]
            if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { throw .utf16 }
            if totalBytes == 0 || hasByteOrderMark && totalBytes == 3 { throw .empty }
        } catch {
            close(descriptor)
            throw ImportError(path: path, problem: error)
        }
        self.path = path
        self.bufferSize = bufferSize
        self.descriptor = descriptor
        buffer = .allocate(capacity: bufferSize)
        try rewind()
    }

    deinit {
        close(descriptor)
        buffer.deallocate()
    }

    /// Goes back to the first byte after the byte order mark.
    func rewind() throws(ImportError) {
        try seek(to: hasByteOrderMark ? 3 : 0)
    }

    /// Goes to a byte of the file.
    func seek(to start: Int) throws(ImportError) {
        guard lseek(descriptor, start, SEEK_SET) == start else {
            throw ImportError(path: path, problem: FileBytes.problem(errno))
        }
        (bytesRead, count) = (start, 0)
    }

    /// Puts the next bytes into `buffer`.
    /// - Returns: false at the end of the file.
    func refill() throws(ImportError) -> Bool {
        while true {
            let result = read(descriptor, buffer, bufferSize)
            if result >= 0 {
                count = result
                bytesRead += result
                if bytesRead > totalBytes || result == 0, try isChanged() {
                    throw ImportError(path: path, problem: .changed)
                }
                return result > 0
            }
            if errno != EINTR { throw ImportError(path: path, problem: FileBytes.problem(errno)) }
        }
    }

    /// What the last `refill` delivered.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buffer, count: count) }

    /// Where they begin, counted from the first byte after the byte order mark.
    var offset: Int { bytesRead - count - (hasByteOrderMark ? 3 : 0) }

    /// Where a byte stands and what it is. Reads from the start, and goes back there.
    /// - Parameter offset: counted from the first byte after the byte order mark.
    /// - Returns: its line, 1 for the first, and how many bytes of that line stand before it.
    func place(of offset: Int) throws(ImportError) -> (line: Int, position: Int, byte: UInt8) {
        try rewind()
        var (line, start, passed) = (1, 0, 0)
        while try refill() {
            for byte in bytes {
                if passed == offset {
                    try rewind()
                    return (line, offset - start, byte)
                }
                passed += 1
                if byte == 0x0A { (line, start) = (line + 1, passed) }
            }
        }
        throw ImportError(path: path, problem: .changed)
    }

    /// Whether somebody has written to it since it was opened.
    private func isChanged() throws(ImportError) -> Bool {
        do throws(ImportProblem) {
            let (size, time) = try FileBytes.size(of: descriptor)
            return size != totalBytes || time.tv_sec != modified.tv_sec || time.tv_nsec != modified.tv_nsec
        } catch {
            throw ImportError(path: path, problem: error)
        }
    }

    private static func size(of descriptor: Int32) throws(ImportProblem) -> (bytes: Int, modified: timespec) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw problem(errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return (Int(status.st_size), status.st_mtim)
        case S_IFDIR: throw .directory
        default: throw .notRegular
        }
    }

    private static func head(of descriptor: Int32) throws(ImportProblem) -> [UInt8] {
        var head: [UInt8] = [0, 0, 0]
        let result = pread(descriptor, &head, head.count, 0)
        guard result >= 0 else { throw problem(errno) }
        return Array(head.prefix(result))
    }

    private static func problem(_ code: Int32) -> ImportProblem {
        switch code {
        case ENOENT, ENOTDIR: .missing
        case EACCES, EPERM: .denied
        case EISDIR: .directory
        // A socket can't be opened, and neither can a device without a driver.
        case ENXIO, ENODEV: .notRegular
        default: .unreadable(String(cString: strerror(code)))
        }
    }
}
