import Foundation

/// A command that ran to its end.
struct TimedCommand {
    let seconds: Double
    /// The most memory it held, in MiB.
    private(set) var memory: Double

    /// - Throws: `BenchError` where it can't be started or fails.
    init(_ arguments: [String]) throws {
        var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for text in argv { free(text) } }
        let began = ContinuousClock.now
        var child: pid_t = 0
        guard posix_spawn(&child, arguments[0], nil, nil, &argv, environ) == 0 else {
            throw BenchError.system("can't start \(arguments[0])")
        }
        var status: Int32 = 0
        memory = 0
        // Asked while it runs: what wait4 tells is at least what this program held when it started the command.
        while waitpid(child, &status, WNOHANG) == 0 {
            memory = max(memory, TimedProgram.peakMemory(of: child))
            usleep(5000)
        }
        guard status == 0 else { throw BenchError.system("\(arguments[1]) failed") }
        seconds = began.duration(to: .now) / .seconds(1)
    }
}
