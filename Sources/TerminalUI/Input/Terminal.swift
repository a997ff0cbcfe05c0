/// What comes from a terminal.
public enum Input: Hashable, Sendable {
    case key(Key)
    case resized
    /// What the terminal said of its background when it was asked.
    case background(isDark: Bool)
    /// How wide the terminal draws ambiguous characters, when it was asked.
    case ambiguousWidth(AmbiguousWidth)
    /// What the terminal's `news` stands for has something to tell.
    case news
    /// Nothing came in the time that was given.
    case none
    /// The terminal is gone.
    case gone
}

/// A screen that shows frames and gives keys.
public protocol Terminal: AnyObject {
    var size: Size { get }
    /// Shows the frame and puts the hardware cursor at `cursor` (input methods draw there), visible where `isCursorShown`.
    func show(_ frame: Canvas, cursor: Point, isCursorShown: Bool)
    /// Waits for input, at most this long; 0 does not wait.
    func next(milliseconds: Int) -> Input
    /// Draws everything anew at the next frame.
    func repaint()
    /// Gives the terminal back to the shell until the program is continued; its size may be another one then.
    func suspend()
    func use(_ theme: Theme)
    /// Names its window.
    func setTitle(_ title: String)
    /// Puts text into the clipboard of the machine that the terminal runs on, where it lets a program do that (OSC 52).
    func copy(_ text: String)
    /// Asks what colour lies behind its text; the answer, if one comes, is an input like any other.
    func askBackground()
    /// Asks how wide it draws ambiguous characters, before the first frame; the answer, if one comes, is an input too.
    func askAmbiguousWidth()
}
