import TerminalUI

/// Where the choices of a field stand: side by side, over as many lines as that takes.
struct ChoiceLines {
    /// Where each begins: its line, and the cells before it.
    let places: [Point]
    let count: Int

    /// Between two of them.
    static let gap = 1

    /// - Parameter widths: how many cells each takes.
    init(_ widths: [Int], in room: Int) {
        var places: [Point] = []
        var (x, y) = (0, 0)
        for width in widths {
            if x > 0, x + width > room { (x, y) = (0, y + 1) }
            places.append(Point(x: x, y: y))
            x += width + ChoiceLines.gap
        }
        self.places = places
        count = y + 1
    }
}
