import Testing

@testable import TerminalUI

@Suite("Rectangles")
struct RectTests {
    private static let sizes = [0, 1, 2, 5, 80]
    private static let counts = [Int.min, -1, 0, 1, 2, 4, 5, 6, 79, 80, 81, Int.max]

    @Test("a rectangle is never negative")
    func negative() {
        #expect(Rect(x: 3, y: 4, width: -1, height: -2) == Rect(x: 3, y: 4, width: 0, height: 0))
        #expect(Rect(x: 0, y: 0, width: 0, height: 5).isEmpty)
        #expect(!Rect(x: 0, y: 0, width: 1, height: 5).isEmpty)
    }

    @Test("a split covers all, without overlap", arguments: sizes, counts)
    func splits(size: Int, count: Int) {
        let whole = Rect(x: 3, y: -2, width: size, height: size)
        let taken = min(max(0, count), size)
        let (top, below) = whole.split(top: count)
        #expect(top.height == taken && below.height == size - taken)
        #expect(top.y == whole.y && below.y == top.bottom && below.bottom == whole.bottom)
        #expect(top.width == size && below.width == size && top.x == 3 && below.x == 3)
        let (above, bottom) = whole.split(bottom: count)
        #expect(bottom.height == taken && above.height == size - taken)
        #expect(above.y == whole.y && bottom.y == above.bottom && bottom.bottom == whole.bottom)
        let (left, rest) = whole.split(left: count)
        #expect(left.width == taken && rest.width == size - taken)
        #expect(left.x == whole.x && rest.x == left.right && rest.right == whole.right)
        #expect(left.height == size && rest.height == size && left.y == -2 && rest.y == -2)
    }

    @Test("columns share the width to the cell", arguments: 0...30, 0...6)
    func columns(width: Int, count: Int) {
        let whole = Rect(x: 2, y: 1, width: width, height: 3)
        let columns = whole.columns(count, gap: 2)
        #expect(columns.count == count)
        for (one, next) in zip(columns, columns.dropFirst()) {
            #expect(next.x == one.right + 2)
            #expect(one.width >= next.width && one.width - next.width <= 1)
        }
        if count > 0, width >= 2 * (count - 1) { #expect(columns.last?.right == whole.right) }
        for column in columns where !column.isEmpty {
            #expect(column.intersection(whole) == column || width < 2 * (count - 1) + count)
        }
    }

    @Test("an inset keeps inside")
    func inset() {
        #expect(Rect(x: 1, y: 1, width: 10, height: 6).inset(x: 2, y: 1) == Rect(x: 3, y: 2, width: 6, height: 4))
        for inset in 0...12 {
            let inner = Rect(x: 1, y: 1, width: 10, height: 6).inset(x: inset, y: inset)
            #expect(inner.x <= 11 && inner.right <= 11 && inner.y <= 7 && inner.bottom <= 7)
        }
    }

    @Test("a centred rectangle is no larger than what it is in")
    func centred() {
        let whole = Rect(x: 10, y: 5, width: 9, height: 4)
        #expect(whole.centred(Size(width: 3, height: 2)) == Rect(x: 13, y: 6, width: 3, height: 2))
        #expect(whole.centred(Size(width: 100, height: 100)) == whole)
        #expect(whole.centred(Size(width: 4, height: 1)) == Rect(x: 12, y: 6, width: 4, height: 1))
    }

    @Test("an intersection is what both have")
    func intersection() {
        let one = Rect(x: 0, y: 0, width: 10, height: 5)
        #expect(one.intersection(Rect(x: -2, y: 3, width: 5, height: 9)) == Rect(x: 0, y: 3, width: 3, height: 2))
        #expect(one.intersection(Rect(x: 10, y: 0, width: 5, height: 5)).isEmpty)
        #expect(one.intersection(Rect(x: 50, y: 50, width: 5, height: 5)).isEmpty)
        #expect(one.intersection(one) == one)
    }
}
