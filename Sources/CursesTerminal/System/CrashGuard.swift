import Glibc

/// Restores the terminal when the program ends without having closed it: a trap, a fault, exit(). Everything a handler
/// needs stands ready in memory that never moves; it calls only what POSIX allows in a signal handler.
enum CrashGuard {
    private struct State {
        var isArmed = false
        var input: Int32 = -1
        var output: Int32 = -1
        var modes = termios()
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
    }

    private static let fatal = [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE]
    nonisolated(unsafe) private static let state: UnsafeMutablePointer<State> = {
        let pointer = UnsafeMutablePointer<State>.allocate(capacity: 1)
        pointer.initialize(to: State())
        atexit { CrashGuard.restore() }
        return pointer
    }()
    /// The handlers that were there before, by signal number (Swift's own backtrace is one).
    nonisolated(unsafe) private static let before: UnsafeMutablePointer<sigaction> = {
        let pointer = UnsafeMutablePointer<sigaction>.allocate(capacity: 32)
        pointer.initialize(repeating: sigaction(), count: 32)
        return pointer
    }()

    /// From now on `bytes` and `modes` restore the terminal.
    static func arm(input: Int32, output: Int32, modes: termios, bytes: String) {
        let utf8 = Array(bytes.utf8)
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, utf8.count))
        copy.initialize(from: utf8, count: utf8.count)
        state.pointee.bytes?.deallocate()
        state.pointee = State(
            isArmed: true, input: input, output: output, modes: modes, bytes: copy, count: utf8.count)
        var action = sigaction()
        action.sa_flags = SA_ONSTACK
        action.__sigaction_handler.sa_handler = { number in
            CrashGuard.restore()
            // It is blocked until this returns, and then it meets the handler that was there before.
            sigaction(number, CrashGuard.before + Int(number), nil)
            raise(number)
        }
        for number in fatal { sigaction(number, &action, before + Int(number)) }
    }

    static func disarm() {
        guard state.pointee.isArmed else { return }
        state.pointee.isArmed = false
        for number in fatal { sigaction(number, before + Int(number), nil) }
    }

    private static func restore() {
        guard state.pointee.isArmed, let bytes = state.pointee.bytes else { return }
        state.pointee.isArmed = false
        _ = write(state.pointee.output, bytes, state.pointee.count)
        tcsetattr(state.pointee.input, TCSANOW, &state.pointee.modes)
    }
}
