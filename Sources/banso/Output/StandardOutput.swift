import Foundation
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
    Swift.print(StandardOutput.isTerminal ? StandardOutput.shown(text) : text, terminator: terminator)
}
