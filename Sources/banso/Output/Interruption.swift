import Foundation
import Synchronization

/// Ctrl-C, or a request to end, in the middle of long work: what was begun is taken back first.
enum Interruption {
    /// The signal that came.
    struct Came: Error {
        var signal: Int32
    }

    /// The last one; 0 while there was none.
    private static let last = Atomic<Int32>(0)
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// From now on a signal is only noted.
    static func watch() {
        last.store(0, ordering: .relaxed)
        for number in signals { signal(number) { Interruption.last.store($0, ordering: .relaxed) } }
    }

    static var isAsked: Bool { last.load(ordering: .relaxed) != 0 }

    /// What a shell is told of a program that the signal ended.
    static var code: Int32 { 128 + last.load(ordering: .relaxed) }

    /// - Throws: `Came` where a signal came since `watch`.
    static func check() throws {
        let number = last.load(ordering: .relaxed)
        if number != 0 { throw Came(signal: number) }
    }

    /// Ends the program as the signal would have.
    static func end(by number: Int32) -> Never {
        signal(number, SIG_DFL)
        raise(number)
        exit(128 + number)
    }
}
