import Foundation
import Glibc
import TerminalUI

@testable import CursesTerminal

/// A pane of a tmux server of its own in which nothing runs: this process draws on it as its program, and reads its cells.
/// tmux is asked in its control mode, through pipes, because the frames are many.
final class TmuxPane {
    struct Failure: Error { var what: String }

    /// The pane's terminal.
    private(set) var descriptor: Int32 = -1
    private let folder = NSTemporaryDirectory() + "/banso-pane-" + UUID().uuidString
    private let client = Process()
    private var server: pid_t = 0
    private let commands = Pipe()
    private let answers = Pipe()
    private var unread: [UInt8] = []

    init(_ size: Size) throws {
        signal(SIGPIPE, SIG_IGN)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        client.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        client.arguments = [
            "LC_ALL=C.UTF-8", "tmux", "-u", "-S", folder + "/socket", "-f", "/dev/null", "-C", "new-session",
            "-x", "\(size.width)", "-y", "\(size.height)", "exec sleep 1000000",
        ]
        client.standardInput = commands
        client.standardOutput = answers
        try client.run()
        try ask("refresh-client -f no-output")
        server = try ask("display-message -p '#{pid}'").first.flatMap(pid_t.init) ?? 0
        let path = try ask("display-message -p '#{pane_tty}'").first ?? ""
        descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(what: "can't open the pane's terminal \(path)") }
    }

    deinit {
        if server > 0 { kill(server, SIGKILL) }
        if client.isRunning { kill(client.processIdentifier, SIGKILL) }
        if descriptor >= 0 { Glibc.close(descriptor) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The program is told as the system tells it: this process, which has another terminal, by the signal alone.
    func resize(to size: Size) throws {
        try ask("resize-window -x \(size.width) -y \(size.height)")
        for _ in 0..<10_000 where self.size != size { usleep(1_000) }
        guard self.size == size else { throw Failure(what: "the pane did not become \(size)") }
        kill(getpid(), SIGWINCH)
    }

    /// Waits until all that was written is drawn.
    /// - Returns: the rows without the spaces at their ends, and where the cursor stands.
    func read() throws -> (lines: [String], cursor: Point) {
        let cursor = try cursor()
        return (try ask("capture-pane -p"), cursor)
    }

    /// Where the cursor stands when all that was written is drawn.
    func cursor() throws -> Point {
        ControlSequence.write(CursorReport.question, to: descriptor)
        var answer: [UInt8] = []
        while answer.last != UInt8(ascii: "R") { answer += try Self.bytes(from: descriptor) }
        let parts = String(decoding: answer, as: UTF8.self).dropFirst(2).dropLast().split(separator: ";")
        guard parts.count == 2, let row = Int(parts[0]), let column = Int(parts[1]) else {
            throw Failure(what: "no place of the cursor: \(answer)")
        }
        return Point(x: column - 1, y: row - 1)
    }

    private var size: Size {
        var size = winsize()
        _ = ioctl(descriptor, UInt(TIOCGWINSZ), &size)
        return Size(width: Int(size.ws_col), height: Int(size.ws_row))
    }

    private func send(_ command: String) {
        ControlSequence.write(command + "\n", to: commands.fileHandleForWriting.fileDescriptor)
    }

    /// - Returns: the lines that tmux answers.
    @discardableResult
    private func ask(_ command: String) throws -> [String] {
        send(command)
        // %begin TIME NUMBER 1: an answer to this client; what else begins so belongs to tmux itself.
        var begin = try line()
        while !(begin.hasPrefix("%begin ") && begin.hasSuffix(" 1")) { begin = try line() }
        let mark = begin.dropFirst("%begin".count)
        var lines: [String] = []
        while true {
            let line = try line()
            if line == "%end" + mark { return lines }
            guard line != "%error" + mark else { throw Failure(what: "tmux: \(command): \(lines)") }
            lines.append(line)
        }
    }

    private func line() throws -> String {
        while true {
            if let end = unread.firstIndex(of: 0x0A) {
                defer { unread.removeFirst(end + 1) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            unread += try Self.bytes(from: answers.fileHandleForReading.fileDescriptor)
        }
    }

    private static func bytes(from descriptor: Int32) throws -> [UInt8] {
        var place = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&place, 1, 10_000) > 0 else { throw Failure(what: "tmux does not answer") }
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, filled in
            count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            filled = max(0, count)
        }
        guard count > 0 else { throw Failure(what: "tmux ended") }
        return bytes
    }
}
