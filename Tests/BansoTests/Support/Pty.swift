import Foundation
import Glibc

/// The program in a pseudo-terminal without anything between: for what a person can't type fast enough.
final class Pty {
    private let pid: pid_t
    private var master: Int32
    /// What came since the last key.
    private(set) var output = Data()
    /// Everything that came.
    private(set) var everything = Data()
    /// The terminal's modes before the program has it.
    let firstModes: [UInt32]

    struct Failure: Error { var what: String }

    /// POSIX_SPAWN_SETSID of spawn.h: the child leads a session of its own.
    private static let newSession: Int16 = 0x80

    /// Where it remembers how pages look.
    private let state: TestFolder

    init(
        _ arguments: [String], columns: UInt16 = 100, rows: UInt16 = 30, environment: [String: String] = [:],
        as runner: [String] = []
    ) throws {
        state = try TestFolder()
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // Unlocks the other side and asks for its number (ioctl_tty(2)).
        var locked: Int32 = 0
        var number: UInt32 = 0
        guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw Failure(what: "no pseudo-terminal")
        }
        let name = "/dev/pts/\(number)"
        Pty.resize(master, columns: columns, rows: rows)
        self.master = master
        firstModes = Pty.modes(of: master)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = Child.attributes(Pty.newSession)
        defer { posix_spawnattr_destroy(&attributes) }
        let words = runner + [Program.path] + arguments
        var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        let environment = Program.base.merging(["XDG_STATE_HOME": state.path]) { $1 }.merging(environment) { $1 }
        var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, words[0], &actions, &attributes, &argv, &envp) == 0 else {
            throw Failure(what: "can't start \(words[0])")
        }
        pid = child
    }

    deinit {
        end(SIGKILL)
        hangUp()
    }

    /// The terminal's modes, as numbers that compare.
    var modes: [UInt32] { Pty.modes(of: master) }

    private static func modes(of master: Int32) -> [UInt32] {
        var modes = termios()
        tcgetattr(master, &modes)
        return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    }

    func resize(columns: UInt16, rows: UInt16) { Pty.resize(master, columns: columns, rows: rows) }

    private static func resize(_ master: Int32, columns: UInt16, rows: UInt16) {
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Closes the terminal, as a window or a line that is gone.
    func hangUp() {
        if master >= 0 { close(master) }
        master = -1
    }

    /// Sends keys and waits until the frame that they lead to is whole.
    func press(_ keys: String) throws {
        try type(keys)
        while output.range(of: Self.frameEnd) == nil {
            // Where only the cursor moves there is no frame around it: it is whole once nothing follows.
            let isMove = !output.isEmpty && [Self.frameBegin, Self.title].allSatisfy { output.range(of: $0) == nil }
            if try !read(for: "an answer to '\(keys)'", milliseconds: isMove ? 500 : 20_000) { return }
        }
    }

    /// Sends keys to which there may be no answer: what comes of them is read until their frame is whole or nothing follows.
    func offer(_ keys: String, milliseconds: Int32 = 300) throws {
        try type(keys)
        while output.range(of: Self.frameEnd) == nil,
            try read(for: "an answer to '\(keys)'", milliseconds: milliseconds)
        {}
    }

    /// Reads to the program's end.
    /// - Returns: its exit code; 128 and the signal's number where one ended it; -1 where it doesn't end.
    func finish() -> Int32 { end() ?? -1 }

    /// Sends keys to what draws no frames.
    func type(_ keys: String) throws {
        output = Data()
        let bytes = Array(keys.utf8)
        guard write(master, bytes, bytes.count) == bytes.count else { throw Failure(what: "can't type") }
    }

    private static let frameBegin = Data("\u{1B}[?2026h".utf8)
    private static let frameEnd = Data("\u{1B}[?2026l".utf8)
    /// It goes out before the frame of another page.
    private static let title = Data("\u{1B}]2;".utf8)

    /// Reads until the output since the last key contains the text.
    func wait(for text: String) throws {
        let wanted = Data(text.utf8)
        while output.range(of: wanted) == nil { _ = try read(for: "'\(text)'", milliseconds: 60_000) }
    }

    /// Reads what is there, or comes within the time.
    /// - Returns: false where nothing comes after something did.
    private func read(for what: String, milliseconds: Int32) throws -> Bool {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, milliseconds) > 0 else {
            guard milliseconds < 20_000 else {
                throw Failure(what: "\(what) never came: \(String(decoding: output.suffix(400), as: UTF8.self))")
            }
            return false
        }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = Glibc.read(master, &buffer, buffer.count)
        guard count > 0 else {
            let code = end().map(String.init) ?? "none"
            throw Failure(what: "the program ended before \(what), code \(code)")
        }
        output.append(contentsOf: buffer.prefix(count))
        everything.append(contentsOf: buffer.prefix(count))
        return true
    }

    /// Takes what was drawn since the last key away, so that the program is never held up by a full line.
    func drain() {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        var buffer = [UInt8](repeating: 0, count: 65536)
        while poll(&ready, 1, 0) > 0, ready.revents & Int16(POLLIN) != 0 {
            let count = Glibc.read(master, &buffer, buffer.count)
            guard count > 0 else { return }
            output.append(contentsOf: buffer.prefix(count))
            everything.append(contentsOf: buffer.prefix(count))
        }
    }

    func forget() { output = Data() }

    private var hasEnded = false

    /// Sends a signal and waits for the program's end.
    @discardableResult
    func end(_ signal: Int32) -> Int32 {
        guard !hasEnded else { return 0 }
        hasEnded = true
        kill(pid, signal)
        // Whoever restores a terminal waits until it has taken everything.
        if signal != SIGKILL { while (try? read(for: "the end", milliseconds: 60_000)) == true {} }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        let ended = status & 0x7F
        return ended == 0 ? (status >> 8) & 0xFF : 128 + ended
    }

    func signal(_ signal: Int32) { kill(pid, signal) }

    /// Waits for the program's end.
    /// - Returns: its exit code; 128 and the signal's number where one ended it; nil where it doesn't end within 20 seconds.
    func end(within limit: Duration = .seconds(20)) -> Int32? {
        let limit = ContinuousClock.now + limit
        var status: Int32 = 0
        while waitpid(pid, &status, WNOHANG) == 0 {
            guard ContinuousClock.now < limit else { return nil }
            drain()
            usleep(1000)
        }
        hasEnded = true
        drain()
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// Processes that the program has left in its session.
    var left: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { getsid($0) == pid }
    }
}
