import Foundation
import Glibc
import TerminalUI

@testable import CursesTerminal

/// A window of xterm on a display of its own in which nothing runs: this process draws in it as its program, and reads
/// which code point each of its cells holds.
final class XtermWindow {
    struct Failure: Error { var what: String }

    /// Its terminal.
    private(set) var descriptor: Int32 = -1
    private let folder = NSTemporaryDirectory() + "/banso-xterm-" + UUID().uuidString
    private let server = Process()
    private var program: pid_t = 0

    init(_ size: Size, ambiguousWidth: AmbiguousWidth) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        server.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // checksumExtension: sums are of whole code points, without attributes.
        server.arguments =
            [
                "LC_ALL=C.UTF-8", "xvfb-run", "-a", "xterm", "-u8", "-geometry", "\(size.width)x\(size.height)",
                "-xrm", "*allowWindowOps: true", "-xrm", "*checksumExtension: 55",
            ] + (ambiguousWidth == .wide ? ["-cjk_width"] : []) + [
                "-e", "sh", "-c",
                "echo $$ $(tty) >'\(folder)/new'; mv '\(folder)/new' '\(folder)/tty'; exec sleep 1000000",
            ]
        server.standardInput = FileHandle.nullDevice
        server.standardError = FileHandle.nullDevice
        try server.run()
        var words: [Substring] = []
        for _ in 0..<2_000 where words.count < 2 {
            usleep(10_000)
            let text = (try? String(contentsOfFile: folder + "/tty", encoding: .utf8)) ?? ""
            words = text.split { $0.isWhitespace }
        }
        guard words.count == 2, let number = pid_t(words[0]) else { throw Failure(what: "xterm did not start") }
        program = number
        descriptor = open(String(words[1]), O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(what: "can't open xterm's terminal \(words[1])") }
    }

    deinit {
        // The window and its display close with what runs in it.
        if program > 0 { kill(program, SIGKILL) } else if server.isRunning { server.terminate() }
        if descriptor >= 0 { Glibc.close(descriptor) }
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The code points of a row's cells, their low 16 bits, when all that was written is drawn (DECRQCRA of each cell).
    func row(_ y: Int, width: Int) throws -> [UInt32] {
        let questions = (1...width).map { "\u{1B}[1;1;\(y + 1);\($0);\(y + 1);\($0)*y" }
        ControlSequence.write(questions.joined(), to: descriptor)
        var answer: [UInt8] = []
        var values: [UInt32] = []
        while values.count < width {
            var place = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            var buffer = [UInt8](repeating: 0, count: 4096)
            guard poll(&place, 1, 10_000) > 0 else { throw Failure(what: "xterm does not answer") }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { throw Failure(what: "xterm ended") }
            answer += buffer[..<count]
            // ESC P 1 ! ~ hexadecimal ESC \
            values = String(decoding: answer, as: UTF8.self).components(separatedBy: "\u{1B}\\").dropLast().compactMap {
                UInt32($0.suffix(4), radix: 16)
            }
        }
        return values
    }
}
