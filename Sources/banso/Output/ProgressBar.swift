import BansoDomain
import Foundation
import TerminalUI

/// A bar on stderr, when that is a terminal and the work takes over a second.
final class ProgressBar {
    private let language: Language
    private let started = ContinuousClock.now
    private var shownAt: ContinuousClock.Instant?
    /// In cells, of what stands there.
    private var shownWidth = 0
    private let isTerminal = isatty(STDERR_FILENO) == 1

    static let patience = Duration.seconds(1)
    static let step = Duration.milliseconds(100)
    static let width = 30

    init(language: Language) { self.language = language }

    /// How far the work is: `done` of `total`, in any unit.
    func show(_ done: Int, _ total: Int) {
        guard total > 0, isDue else { return }
        let share = min(1, Double(done) / Double(total))
        let elapsed = started.duration(to: .now) / .seconds(1)
        let left = share > 0 ? Int((elapsed / share - elapsed).rounded()) : 0
        let full = Int(share * Double(ProgressBar.width))
        let bar = String(repeating: "#", count: full) + String(repeating: ".", count: ProgressBar.width - full)
        put("[\(bar)] \(Int(share * 100))% " + language("残り\(left)秒", "\(left) s left"))
    }

    /// How far work is whose end is not known, in words.
    func say(_ text: String) { if isDue { put(text) } }

    /// Whether it is time to show anything.
    private var isDue: Bool {
        let now = ContinuousClock.now
        guard isTerminal, started.duration(to: now) > ProgressBar.patience else { return false }
        return shownAt.map { $0.duration(to: now) >= ProgressBar.step } ?? true
    }

    /// Takes the bar away again.
    func clear() {
        guard shownAt != nil else { return }
        write("\r" + String(repeating: " ", count: shownWidth) + "\r")
        (shownAt, shownWidth) = (nil, 0)
    }

    /// In the place of what stood there.
    private func put(_ text: String) {
        let width = cellWidth(text)
        write("\r" + text + String(repeating: " ", count: max(0, shownWidth - width)))
        (shownAt, shownWidth) = (.now, width)
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
