import TerminalUI

/// A terminal that types a script and keeps what it was shown.
final class ScriptedTerminal: Terminal {
    let size: Size
    private(set) var frame: Canvas
    private(set) var cursor = Point(x: 0, y: 0)
    private(set) var framesShown = 0
    private(set) var isCursorShown = false
    private var script: [Input]
    /// Called when the script has come to this many inputs left.
    var interludes: [Int: () -> Void] = [:]

    init(size: Size, keys: [Key]) {
        self.size = size
        frame = Canvas(size: size)
        script = keys.map { .key($0) }
    }

    func show(_ frame: Canvas, cursor: Point, isCursorShown: Bool) {
        self.frame = frame
        self.cursor = cursor
        self.isCursorShown = isCursorShown
        framesShown += 1
    }

    /// A key for each call that waits, so that a frame is drawn after each; then the terminal is gone.
    func next(milliseconds: Int) -> Input {
        guard milliseconds > 0 else { return .none }
        interludes.removeValue(forKey: script.count)?()
        return script.isEmpty ? .gone : script.removeFirst()
    }

    func repaint() {}
    func suspend() {}
    func use(_ theme: Theme) {}
}

extension [Key] {
    /// Each character of `text` as a key.
    static func typed(_ text: String) -> [Key] { text.map { .character($0) } }
}
