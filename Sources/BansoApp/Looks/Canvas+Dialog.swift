import TerminalUI

extension Canvas {
    /// Draws the frame of what stands above the page and asks for something.
    /// - Returns: what is inside, with a margin at its sides.
    @discardableResult
    mutating func dialog(_ box: Rect, title: String, _ glyphs: Glyphs) -> Rect {
        fill(box, style: .plain)
        self.box(
            box, title: clipped(title, to: box.width - 6, ellipsis: glyphs.ellipsis), style: Style(.border),
            titleStyle: Style(.accent, isBold: true), glyphs: glyphs)
        return box.inset(x: 2, y: 1)
    }
}
