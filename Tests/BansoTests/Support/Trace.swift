import Foundation

/// What programs asked of the system, threads and children too: of sockets, and of other programs (strace(1)).
final class Trace {
    struct Call: CustomStringConvertible {
        /// As the system names it: `socket`, `execve`.
        var name: Substring
        /// The whole line, with arguments and result.
        var description: String
    }

    private let folder: TestFolder
    /// How many commands were given a runner.
    private(set) var count = 0

    init() throws { folder = try TestFolder() }

    /// What stands before a command that is traced. The trace is whole once the command has ended by itself: strace lets
    /// no signal end it while it writes into a file.
    func runner() -> [String] {
        count += 1
        return [
            "strace", "-ff", "--seccomp-bpf", "-qqq", "-s", "4096", "-e", "signal=none", "-e",
            "trace=%network,execve,execveat,io_uring_setup", "-o", folder.path + "/\(count)",
        ]
    }

    /// Of every process and thread in turn. A thread that ended with its program before what it asked for was known is
    /// left out: nothing came of it.
    func calls() throws -> [Call] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().flatMap { name in
            let text = try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
            return text.split(separator: "\n").filter { !$0.hasPrefix("???") }.map { line in
                Call(name: line.prefix { $0 != "(" }, description: String(line))
            }
        }
    }
}
