import Glibc

/// Signals as bytes in a pipe, so that poll(2) sees them: the handler does nothing but write the signal's number.
final class SignalPipe {
    /// What they mean to a terminal program.
    enum Event: Hashable { case resized, gone, stop, continued }

    private static let meanings: [(Int32, Event)] = [
        (SIGWINCH, .resized), (SIGHUP, .gone), (SIGTERM, .gone), (SIGINT, .gone), (SIGQUIT, .gone), (SIGTSTP, .stop),
        (SIGCONT, .continued),
    ]
    /// Where the handler writes; -1: nowhere. A pointer that never moves, so that a handler may read it at any time.
    nonisolated(unsafe) private static let target: UnsafeMutablePointer<Int32> = {
        let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
        pointer.initialize(to: -1)
        return pointer
    }()

    let readEnd: Int32
    private let writeEnd: Int32
    private var before: [(Int32, sigaction)] = []

    init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(errno) }
        (readEnd, writeEnd) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        Self.target.pointee = writeEnd
        var action = sigaction()
        action.sa_flags = SA_RESTART
        action.__sigaction_handler.sa_handler = { number in
            let before = errno
            var byte = UInt8(truncatingIfNeeded: number)
            _ = Glibc.write(SignalPipe.target.pointee, &byte, 1)
            errno = before
        }
        for (number, _) in Self.meanings {
            var old = sigaction()
            sigaction(number, &action, &old)
            before.append((number, old))
        }
        // A reader that left is an error of a write, not the end of the program.
        action.__sigaction_handler.sa_handler = SIG_IGN
        var old = sigaction()
        sigaction(SIGPIPE, &action, &old)
        before.append((SIGPIPE, old))
    }

    /// What came since the last call.
    func events() -> Set<Event> {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(readEnd, &bytes, bytes.count)
        guard count > 0 else { return [] }
        return Set(bytes[..<count].compactMap { byte in Self.meanings.first { $0.0 == Int32(byte) }?.1 })
    }

    /// Stops the whole job, as Ctrl-Z does outside of raw mode, and returns when it is continued. Without a shell that
    /// could continue it the system ignores the stop, and this returns soon.
    func stopJob() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = SIG_DFL
        var old = sigaction()
        sigaction(SIGTSTP, &action, &old)
        kill(0, SIGTSTP)
        // The signal may reach another thread: wait for the continuation rather than trust that kill() has stopped us.
        var place = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
        poll(&place, 1, 200)
        sigaction(SIGTSTP, &old, nil)
    }

    /// Gives the signals back to whoever had them.
    func close() {
        for (number, old) in before {
            var old = old
            sigaction(number, &old, nil)
        }
        Self.target.pointee = -1
        Glibc.close(readEnd)
        Glibc.close(writeEnd)
    }
}
