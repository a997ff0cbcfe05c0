/// A terminal without a screen: types a script and keeps what it was shown. For the first frame as text, pictures, tests.
public final class ScriptedTerminal: Terminal {
    public let size: Size
    /// The last frame shown.
    public private(set) var frame: Canvas
    public private(set) var cursor = Point(x: 0, y: 0)
    public private(set) var isCursorShown = false
    public private(set) var framesShown = 0
    public private(set) var title = ""
    /// The theme that it was last told to use.
    public private(set) var theme: Theme?
    /// What was put into the clipboard last.
    public private(set) var copied: String?
    private var script: ArraySlice<Key>
    /// What it has been asked and will answer.
    private var answers: [Input] = []
    private let isDark: Bool?
    private let ambiguousWidth: AmbiguousWidth?
    /// What happens beside the program when so many keys are left.
    private let interludes: [Int: () -> Void]

    /// - Parameter isDark, ambiguousWidth: what it answers when it is asked; nil answers nothing.
    public init(
        size: Size, keys: [Key] = [], interludes: [Int: () -> Void] = [:], isDark: Bool? = nil,
        ambiguousWidth: AmbiguousWidth? = nil
    ) {
        self.size = size
        self.isDark = isDark
        self.ambiguousWidth = ambiguousWidth
        self.interludes = interludes
        frame = Canvas(size: size)
        script = keys[...]
    }

    public func show(_ frame: Canvas, cursor: Point, isCursorShown: Bool) {
        self.frame = frame
        self.cursor = cursor
        self.isCursorShown = isCursorShown
        framesShown += 1
    }

    /// One key for each call that waits, so that a frame is drawn after each; at the end the terminal is gone.
    public func next(milliseconds: Int) -> Input {
        if !answers.isEmpty { return answers.removeFirst() }
        guard milliseconds > 0 else { return .none }
        interludes[script.count]?()
        return script.popFirst().map { .key($0) } ?? .gone
    }

    public func repaint() {}
    public func suspend() {}
    public func use(_ theme: Theme) { self.theme = theme }
    public func setTitle(_ title: String) { self.title = title }
    public func copy(_ text: String) { copied = text }
    public func askBackground() { if let isDark { answers.append(.background(isDark: isDark)) } }
    public func askAmbiguousWidth() { if let ambiguousWidth { answers.append(.ambiguousWidth(ambiguousWidth)) } }
}

extension [Key] {
    /// Each character of `text` as a key.
    public static func typed(_ text: String) -> [Key] { text.map { .character($0) } }
}
