import TerminalUI

/// A screen that changes as a program's does, in parts and by scrolling, and holds the nastiest texts in the worst places:
/// cut at both edges, half under each other, in the last column, under popups.
public struct RandomScreen {
    public private(set) var canvas: Canvas
    public private(set) var cursor = Point(x: 0, y: 0)
    public private(set) var isCursorShown = false
    private var random: RandomText
    private var lines: [(text: String, style: Style)] = []
    private var scroll = Point(x: 0, y: 0)
    private var patches: [(text: String, place: Point, limit: Int, style: Style)] = []
    private var popups: [(area: Rect, title: String, text: String, style: Style)] = []

    public init(size: Size, seed: UInt64) {
        random = RandomText(seed: seed)
        canvas = Canvas(size: size)
        renew()
        draw()
    }

    public mutating func resize(to size: Size) {
        canvas = Canvas(size: size)
        draw()
    }

    /// Changes something and draws the screen anew.
    public mutating func step() {
        switch number(0...9) {
        case 0: lines[number(0...(lines.count - 1))] = line
        case 1: scroll.y += number(-2...2)
        case 2, 3: scroll.x += number(-3...3)
        case 4, 5: patches.append((random.text(upTo: 6), place, number(-1...9), style))
        case 6: popups.append((area, random.text(upTo: 5), random.text(upTo: 12), style))
        case 7: if !popups.isEmpty { popups[popups.count - 1].area = area }
        case 8:
            patches.removeAll()
            _ = popups.popLast()
        default: if number(0...9) == 0 { renew() }
        }
        cursor = place
        isCursorShown = Bool.random(using: &random)
        draw()
    }

    private mutating func renew() {
        lines = (0..<(canvas.size.height + 4)).map { _ in line }
        (patches, popups) = ([], [])
    }

    private mutating func draw() {
        canvas = Canvas(size: canvas.size)
        for y in 0..<canvas.size.height {
            let line = lines[((y + scroll.y) % lines.count + lines.count) % lines.count]
            canvas.put(line.text, x: -scroll.x % 8, y: y, style: line.style)
        }
        for patch in patches {
            canvas.put(patch.text, x: patch.place.x, y: patch.place.y, limit: patch.limit, style: patch.style)
        }
        for popup in popups {
            canvas.fill(popup.area, style: popup.style)
            canvas.box(popup.area, title: popup.title, style: popup.style, glyphs: .unicode)
            let inside = Rect(
                x: popup.area.x + 1, y: popup.area.y + 1, width: popup.area.width - 2, height: popup.area.height - 2)
            for (row, text) in wrapped(popup.text, to: inside.width).prefix(max(0, inside.height)).enumerated() {
                canvas.put(text, x: inside.x, y: inside.y + row, limit: inside.width, style: popup.style)
            }
            canvas.restyle(Rect(x: popup.area.x, y: inside.y, width: 3, height: 1)) { $0.isBold = true }
        }
    }

    private var line: (text: String, style: Style) {
        mutating get { (random.text(upTo: canvas.size.width), style) }
    }

    private var style: Style {
        mutating get {
            Style(
                Role.allCases.randomElement(using: &random)!, on: Surface.allCases.randomElement(using: &random)!,
                isBold: Bool.random(using: &random))
        }
    }

    /// On the canvas or a little beside it.
    private var place: Point {
        mutating get { Point(x: number(-3...canvas.size.width), y: number(-1...canvas.size.height)) }
    }

    private var area: Rect {
        mutating get {
            let place = place
            return Rect(x: place.x, y: place.y, width: number(0...20), height: number(0...6))
        }
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
}
