import Glibc

/// A process of the test's own, started and waited for by the system's calls alone.
struct Child {
    struct Failure: Error { var what: String }

    let pid: pid_t

    /// - Parameters:
    ///   - arguments: the program's path or name first; a name is looked up in PATH.
    ///   - input, output, error: paths of files; output and error are written anew.
    init(
        _ arguments: [String], environment: [String: String], input: String = "/dev/null", output: String = "/dev/null",
        error: String = "/dev/null"
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, error, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var attributes = Child.attributes()
        defer { posix_spawnattr_destroy(&attributes) }
        var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, arguments[0], &actions, &attributes, &argv, &envp)
        guard code == 0 else { throw Failure(what: "\(arguments[0]): \(String(cString: strerror(code)))") }
        pid = child
    }

    /// Signals as a fresh shell has them: other tests of this process may have changed them.
    /// - Parameter flags: more of spawn.h. To be destroyed.
    static func attributes(_ flags: Int16 = 0) -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var all = sigset_t()
        sigfillset(&all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, flags | resetsSignals)
        return attributes
    }

    /// The exit code; 128 and the signal's number where one ended it.
    @discardableResult
    func wait() -> Int32 { end().code }

    /// Waits.
    /// - Returns: the exit code, and the seconds of processor time that it and those it waited for took: how busy the machine
    ///   is with others doesn't matter to them.
    func end() -> (code: Int32, processor: Double) {
        var (status, usage): (Int32, rusage) = (0, rusage())
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        let signal = status & 0x7F
        let processor = [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
        return (signal == 0 ? (status >> 8) & 0xFF : 128 + signal, processor)
    }

    /// Whether there is an end that nobody has waited for yet.
    var hasEnded: Bool {
        var info = siginfo_t()
        return waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo != 0
    }

    /// POSIX_SPAWN_SETSIGMASK and POSIX_SPAWN_SETSIGDEF of spawn.h.
    private static let resetsSignals: Int16 = 0x08 | 0x04
}
