import TerminalUI

/// Where the choices of a field stand: side by side, over as many lines as that takes.
struct ChoiceLines {
    /// Which of them are in sight.
    let shown: Range<Int>
    /// Where each of those begins: its line, and the cells before it.
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
        (shown, self.places, count) = (widths.indices, places, y + 1)
    }

    /// In one line, where there is no room for more: those around one of them, and none but that one cut.
    init(_ widths: [Int], in room: Int, around place: Int) {
        func taken(_ range: Range<Int>) -> Int {
            widths[range].reduce(0) { $0 + $1 + ChoiceLines.gap } - ChoiceLines.gap
        }
        var first = 0
        while first < place, taken(first..<place + 1) > room { first += 1 }
        var end = min(place + 1, widths.count)
        while end < widths.count, taken(first..<end + 1) <= room { end += 1 }
        shown = first..<end
        places = shown.map { Point(x: $0 == first ? 0 : taken(first..<$0) + ChoiceLines.gap, y: 0) }
        count = 1
    }
}
