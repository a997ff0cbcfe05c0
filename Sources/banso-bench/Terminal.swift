import Foundation

/// A program in a pseudo-terminal, timed from outside: what a person waits for.
final class TimedProgram {
    let pid: pid_t
    private let master: Int32
    /// The side that a person would sit at, for `drain`.
    var terminal: Int32 { master }
    private(set) var bytesRead = 0
    /// What is read into: searching it must not take the time that is measured.
    private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: bufferSize)
    private static let bufferSize = 65536
    private let home: String

    /// POSIX_SPAWN_SETSID of spawn.h: the child leads a session of its own.
    private static let newSession: Int16 = 0x80

    /// The end of a frame: synchronised output is switched off after each (terminal mode 2026).
    private static let frameEnd = Array("\u{1B}[?2026l".utf8)

    init(_ arguments: [String], columns: UInt16 = 120, rows: UInt16 = 40) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // Unlocks the other side and asks for its number (ioctl_tty(2)).
        var locked: Int32 = 0
        var number: UInt32 = 0
        guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw BenchError.system("no pseudo-terminal")
        }
        let name = "/dev/pts/\(number)"
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal a session's leader opens becomes its controlling one.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, TimedProgram.newSession)
        // Of its own: what another one remembers of its screens isn't measured.
        var template = Array("/tmp/banso-bench-home-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw BenchError.system("no folder") }
        home = String(cString: made)
        let environment = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME=\(home)", "PATH=/usr/bin:/bin", "USER=bench"]
        var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        var child: pid_t = 0
        guard posix_spawn(&child, arguments[0], &actions, &attributes, &argv, &envp) == 0 else {
            throw BenchError.system("can't start \(arguments[0])")
        }
        pid = child
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Reads until a frame has ended; seconds from `start`.
    func frame(since start: ContinuousClock.Instant, limit: Double = 10) throws -> Double {
        let end = TimedProgram.frameEnd
        var kept = 0
        while true {
            let count = fill(from: kept, milliseconds: Int32(limit * 1000))
            guard count > 0 else { throw BenchError.system("no frame came") }
            let now = ContinuousClock.now
            if hasEnd(within: kept + count) { return start.duration(to: now) / .seconds(1) }
            // An end that comes in two pieces is one all the same.
            let tail = min(end.count - 1, kept + count)
            memmove(buffer, buffer + kept + count - tail, tail)
            kept = tail
        }
    }

    /// Whether a frame ends in the first bytes that were read.
    private func hasEnd(within count: Int) -> Bool {
        let end = TimedProgram.frameEnd
        var place = 0
        while place + end.count <= count, let mark = memchr(buffer + place, Int32(end[0]), count - place) {
            place = UnsafePointer(mark.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(buffer)
            if place + end.count <= count, memcmp(buffer + place, end, end.count) == 0 { return true }
            place += 1
        }
        return false
    }

    /// Types keys one by one: how long each takes to the last byte of its frame.
    /// - Parameter pause: microseconds before each.
    func times(of keys: [String], pause: UInt32 = 0) -> Times {
        Times(
            keys.compactMap { key in
                usleep(pause)
                while pause > 0, takes(milliseconds: 0) {}
                let began = ContinuousClock.now
                type(key)
                // A key that changes nothing on the screen draws nothing: not a frame, so not a time.
                return try? frame(since: began, limit: 0.3)
            })
    }

    /// Reads what comes within this time behind the bytes that are there.
    /// - Returns: how many came; 0 where nothing did.
    private func fill(from start: Int, milliseconds: Int32) -> Int {
        var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, milliseconds) > 0 else { return 0 }
        let count = max(0, Glibc.read(master, buffer + start, TimedProgram.bufferSize - start))
        bytesRead += count
        return count
    }

    /// Takes what comes within this time.
    /// - Returns: whether anything did.
    func takes(milliseconds: Int32) -> Bool { fill(from: 0, milliseconds: milliseconds) > 0 }

    /// Takes what waits at a terminal, or waits a moment.
    static func drain(_ terminal: Int32) {
        var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        var buffer = [UInt8](repeating: 0, count: 65536)
        if poll(&waiting, 1, 1) > 0 { _ = Glibc.read(terminal, &buffer, buffer.count) }
    }

    /// Reads until nothing has come for a while.
    func settle() { while takes(milliseconds: 200) {} }

    /// Seconds of processor time used so far.
    var processorTime: Double {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let fields = text.split(separator: ")").last?.split(separator: " "), fields.count > 12,
            let user = Double(fields[11]), let system = Double(fields[12])
        else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    /// The most memory it has held, in MiB.
    var peakMemory: Double { TimedProgram.peakMemory(of: pid) }

    /// - Returns: 0 for one that has ended.
    static func peakMemory(of process: pid_t) -> Double {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
        return (line.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1024
    }

    deinit { buffer.deallocate() }

    func end() {
        kill(pid, SIGTERM)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
        close(master)
        try? FileManager.default.removeItem(atPath: home)
    }
}

enum BenchError: Error { case system(String) }

/// The middle and the slow end of a list of times.
struct Times {
    let sorted: [Double]
    init(_ times: [Double]) { sorted = times.sorted() }
    func percentile(_ share: Double) -> Double {
        sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
    var p50: Double { percentile(0.5) }
    var p99: Double { percentile(0.99) }
}
