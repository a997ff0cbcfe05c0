import Foundation
import TerminalUI

/// A terminal that has everything waiting at once when it has shown its first frame, as where the line was slow: one frame is
/// drawn after all of it.
final class BurstTerminal: Terminal {
    private(set) var size: Size
    private(set) var frame = Canvas(size: Size(width: 0, height: 0))
    /// Told of each frame as it is shown.
    var onFrame: (Canvas) -> Void = { _ in }
    /// Told of each input as it is handed out.
    var onInput: (Input) -> Void = { _ in }
    /// Whether it really waits where nothing comes.
    var isPatient = false
    /// How long it was to wait, in milliseconds, each time it was.
    private(set) var waits: [Int] = []
    private var hasShown = false
    private var inputs: ArraySlice<Input>
    private let later: Size

    /// - Parameter later: its size once it says that it was resized, or comes back from the shell.
    init(_ inputs: [Input], size: Size = Size(width: 80, height: 24), later: Size? = nil) {
        self.inputs = inputs[...]
        self.size = size
        self.later = later ?? size
    }

    func next(milliseconds: Int) -> Input {
        guard hasShown else { return .none }
        if milliseconds > 0 { waits.append(milliseconds) }
        let input = inputs.popFirst() ?? (milliseconds == 0 ? .none : .gone)
        if isPatient, input == .none { usleep(UInt32(milliseconds) * 1000) }
        onInput(input)
        if input == .resized { size = later }
        return input
    }

    func show(_ frame: Canvas, cursor: Point, isCursorShown: Bool) {
        self.frame = frame
        hasShown = true
        onFrame(frame)
    }

    func repaint() {}
    func suspend() { size = later }
    func use(_ theme: Theme) {}
    func askBackground() {}
    func setTitle(_ title: String) {}
    func copy(_ text: String) {}
    func askAmbiguousWidth() {}
}
