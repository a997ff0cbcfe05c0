import Glibc
import TerminalUI

@testable import CursesTerminal

/// A pseudo-terminal in this process: what a terminal writes is read here, and what is typed here it reads.
final class Pty {
    let path: String
    let slave: Int32
    private var master: Int32

    init(columns: UInt16 = 80, rows: UInt16 = 24) {
        var (master, slave): (Int32, Int32) = (-1, -1)
        var name = [CChar](repeating: 0, count: 64)
        precondition(openpty(&master, &slave, &name, nil, nil) == 0, "no pseudo-terminal")
        (self.master, self.slave) = (master, slave)
        path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        resize(columns: columns, rows: rows)
    }

    deinit {
        hangUp()
        Glibc.close(slave)
    }

    func terminal(
        _ term: String = "xterm-256color", usesColours: Bool = true, isDirect: Bool = false, hasMouse: Bool = false
    ) throws -> CursesTerminal {
        try CursesTerminal(
            input: slave, output: slave, term: term, usesColours: usesColours, isDirect: isDirect, hasMouse: hasMouse)
    }

    func resize(columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    func type(_ text: String) { type(Array(text.utf8)) }

    func type(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    func hangUp() {
        if master >= 0 { Glibc.close(master) }
        master = -1
    }

    /// Everything that was written since the last call. A mark that is written behind it tells that it came as a whole.
    func written() -> String {
        let mark = Array("<end of what was written>".utf8)
        _ = write(slave, mark, mark.count)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while !bytes.suffix(mark.count).elementsEqual(mark) {
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes.dropLast(mark.count), as: UTF8.self)
    }

    /// How many descriptors of this process are this terminal.
    var descriptors: Int {
        (0..<1024).count { number in
            var name = [CChar](repeating: 0, count: 64)
            guard readlink("/proc/self/fd/\(number)", &name, name.count - 1) > 0 else { return false }
            return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) == path
        }
    }

    /// The terminal's modes, as numbers that compare.
    var modes: [UInt32] {
        var modes = termios()
        tcgetattr(slave, &modes)
        return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    }
}

extension CursesTerminal {
    /// The next input that is not silence, within two seconds.
    func wait() -> Input { next(milliseconds: 20_000) }

    func show(_ frame: Canvas) { show(frame, cursor: Point(x: 0, y: 0), isCursorShown: false) }
}
