import BansoDomain
import Foundation
import TerminalUI

/// A bar on stderr, when that is a terminal and the work takes over a second.
final class ProgressBar {
    private let language: Language
    private let started = ContinuousClock.now
    private var shownAt: ContinuousClock.Instant?
    private let isTerminal = isatty(STDERR_FILENO) == 1

    static let patience = Duration.seconds(1)
    static let step = Duration.milliseconds(100)
    static let width = 30

    init(language: Language) { self.language = language }

    /// How far the work is: `done` of `total`, in any unit.
    func show(_ done: Int, _ total: Int) {
        let now = ContinuousClock.now
        guard isTerminal, total > 0, started.duration(to: now) > ProgressBar.patience else { return }
        if let shownAt, shownAt.duration(to: now) < ProgressBar.step { return }
        shownAt = now
        let share = min(1, Double(done) / Double(total))
        let elapsed = started.duration(to: now) / .seconds(1)
        let left = share > 0 ? Int((elapsed / share - elapsed).rounded()) : 0
        let full = Int(share * Double(ProgressBar.width))
        let bar = String(repeating: "#", count: full) + String(repeating: ".", count: ProgressBar.width - full)
        write("\r[\(bar)] \(Int(share * 100))% " + language("残り\(left)秒 ", "\(left) s left "))
    }

    /// Takes the bar away again.
    func clear() {
        guard shownAt != nil else { return }
        write("\r" + String(repeating: " ", count: ProgressBar.width + 24) + "\r")
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
