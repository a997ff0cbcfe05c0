import BansoDomain
import Foundation
import TerminalUI

/// On stderr, where that is a terminal: that a database is being brought to this program's format, which takes a while with many
/// records, and how far that is.
final class RenewalNote {
    private let language: Language
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var width = 0

    init(language: Language) { self.language = language }

    /// - Parameters:
    ///   - done: steps; the first one is the backup.
    ///   - total: of so many.
    func show(_ done: Int, _ total: Int) {
        guard isTerminal else { return }
        let text = language(
            "記録の形式を新しくしています… \(done + 1)/\(total)（Ctrl-C でやめても元の形式のまま残ります）",
            "bringing the records to the new format… \(done + 1)/\(total) (Ctrl-C leaves the old one whole)")
        width = max(width, cellWidth(text))
        write("\r" + padded(text, to: width))
    }

    /// Takes the line away again.
    func clear() {
        if width > 0 { write("\r" + String(repeating: " ", count: width) + "\r") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
