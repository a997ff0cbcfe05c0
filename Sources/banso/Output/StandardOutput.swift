import Foundation
import Synchronization
import TerminalUI

/// What is printed beside lines of the program's own: bytes as they are, but a terminal gets whole lines in which nothing is
/// left that it would act on.
struct StandardOutput {
    static let isTerminal = isatty(STDOUT_FILENO) == 1

    /// The beginning of a line whose rest is still to come.
    private var begun: [UInt8] = []

    /// - Returns: whether all of them were written; else `errno` says why not.
    mutating func write(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard StandardOutput.isTerminal else { return Descriptor.write(bytes, to: STDOUT_FILENO) }
        guard let end = bytes.lastIndex(of: 0x0A) else {
            begun += bytes
            return true
        }
        defer { begun = Array(bytes[(end + 1)...]) }
        return StandardOutput.show(begun + bytes[...end])
    }

    /// Writes what has no line's end.
    mutating func finish() -> Bool {
        defer { begun = [] }
        return StandardOutput.show(begun)
    }

    /// Why a line couldn't be printed, as `errno` says it; 0 while all were.
    private static let fault = Atomic<Int32>(0)

    /// Prints as it is. What can't be printed is said at the command's end (`assertPrinted`).
    static func put(_ text: String) {
        if !Descriptor.write(Array(text.utf8)[...], to: STDOUT_FILENO) { fault.store(errno, ordering: .relaxed) }
    }

    /// - Throws: `CommandFailure` where something couldn't be printed: for want of room behind `>`, say.
    static func assertPrinted() throws {
        errno = fault.load(ordering: .relaxed)
        try assert(errno == 0)
    }

    /// - Throws: `CommandFailure` where something couldn't be written; `errno` says why.
    static func assert(_ isWritten: Bool) throws {
        guard !isWritten else { return }
        let reason = String(cString: strerror(errno))
        throw CommandFailure("標準出力に書けません（\(reason)）", "can't write to standard output (\(reason))")
    }

    /// `text` as a terminal may have it.
    static func shown(_ text: String) -> String {
        visible(text.replacing("\r\n", with: "\n"), keepingLineBreaks: true)
    }

    private static func show(_ bytes: [UInt8]) -> Bool {
        Descriptor.write(Array(shown(String(decoding: bytes, as: UTF8.self)).utf8)[...], to: STDOUT_FILENO)
    }
}

/// Stands before Swift's own: much of what commands print was written by somebody.
func print(_ text: String, terminator: String = "\n") {
    StandardOutput.put((StandardOutput.isTerminal ? StandardOutput.shown(text) : text) + terminator)
}
