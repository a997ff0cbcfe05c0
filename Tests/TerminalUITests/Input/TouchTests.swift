import Testing

@testable import TerminalUI

@Suite struct TouchTests {
    @Test func aPlaceIsSoManyStepsAway() {
        #expect(Touch.move(right: 0, down: 0) == .usual([.enter]))
        #expect(Touch.move(right: 2, down: -1) == .usual([.right, .right, .up]))
        #expect(Touch.move(right: -1, down: 2) == .usual([.left, .down, .down]))
    }

    @Test func whatWasDrawnLastLiesOnTop() {
        var canvas = Canvas(size: Size(width: 10, height: 4))
        canvas.touch(Rect(x: 0, y: 0, width: 10, height: 2), .key(.tab))
        canvas.touch(Rect(x: 2, y: 1, width: 3, height: 1), .key(.enter))
        #expect(canvas.touch(at: Point(x: 2, y: 1)) == .key(.enter))
        #expect(canvas.touch(at: Point(x: 5, y: 1)) == .key(.tab))
        #expect(canvas.touch(at: Point(x: 0, y: 2)) == nil)
        canvas.coverTouches()
        #expect(canvas.touch(at: Point(x: 0, y: 0)) == nil)
    }
}
