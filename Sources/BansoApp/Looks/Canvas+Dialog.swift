import TerminalUI

extension Canvas {
    /// Takes away what a popup nearly as wide as the screen would leave of the page at its sides: nobody can read it.
    mutating func clearSlivers(beside box: Rect) {
        for (x, width) in [(0, box.x), (box.right, size.width - box.right)] where width <= Canvas.widestSliver {
            fill(Rect(x: x, y: box.y, width: width, height: box.height), style: .plain)
        }
    }

    private static let widestSliver = 3

    /// Draws the frame of what stands above the page and asks for something.
    /// - Returns: what is inside, with a margin at its sides.
    @discardableResult
    mutating func dialog(_ box: Rect, title: String, _ glyphs: Glyphs) -> Rect {
        clearSlivers(beside: box)
        fill(box, style: .plain)
        self.box(
            box, title: clipped(title, to: box.width - 6, ellipsis: glyphs.ellipsis), style: Style(.border),
            titleStyle: Style(.accent, isBold: true), glyphs: glyphs)
        return box.inset(x: 2, y: 1)
    }
}
