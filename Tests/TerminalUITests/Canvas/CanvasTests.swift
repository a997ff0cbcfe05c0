import RandomFrames
import Testing

@testable import TerminalUI

@Suite("Canvas")
struct CanvasTests {
    /// A canvas full of x, so that what is drawn over and what is left alone both show.
    private func crossed(_ width: Int, _ height: Int = 1) -> Canvas {
        var canvas = Canvas(size: Size(width: width, height: height))
        canvas.fill(canvas.bounds, style: .plain, with: "x")
        return canvas
    }

    private func drawn(_ width: Int, _ steps: (inout Canvas) -> Void) -> String {
        var canvas = crossed(width)
        steps(&canvas)
        expectWhole(canvas)
        return canvas.lines[0]
    }

    /// Every left half is followed by its right half, and no right half stands alone.
    private func expectWhole(_ canvas: Canvas, _ comment: Comment? = nil) {
        for y in 0..<canvas.size.height {
            for x in 0..<canvas.size.width {
                let cell = canvas[x, y]
                if cell.width == 2 { #expect(x + 1 < canvas.size.width && canvas[x + 1, y].width == 0, comment) }
                if cell.width == 0 { #expect(x > 0 && canvas[x - 1, y].width == 2, comment) }
                #expect((cell.width == 0) == (cell.scalar == 0), comment)
                if cell.width > 0 { #expect(cellWidth(of: Unicode.Scalar(cell.scalar)!) == Int(cell.width), comment) }
            }
        }
    }

    @Test("text is drawn where it is put, and clipped at both edges")
    func puts() {
        #expect(drawn(6) { $0.put("ab", x: 2, y: 0) } == "xxabxx")
        #expect(drawn(6) { $0.put("abcdef", x: 3, y: 0) } == "xxxabc")
        #expect(drawn(6) { $0.put("abcdef", x: -2, y: 0) } == "cdefxx")
        #expect(drawn(6) { $0.put("abc", x: -3, y: 0) } == "xxxxxx")
        #expect(drawn(6) { $0.put("abc", x: 6, y: 0) } == "xxxxxx")
        #expect(drawn(6) { $0.put("abc", x: 0, y: 1) } == "xxxxxx")
        #expect(drawn(6) { $0.put("abc", x: 0, y: -1) } == "xxxxxx")
        #expect(drawn(6) { $0.put("abcdef", x: 1, y: 0, limit: 2) } == "xabxxx")
        #expect(drawn(6) { $0.put("abcdef", x: -1, y: 0, limit: 3) } == "bcxxxx")
        #expect(drawn(6) { $0.put("abc", x: 0, y: 0, limit: 0) } == "xxxxxx")
        #expect(drawn(6) { $0.put("12", endingAt: 6, y: 0) } == "xxxx12")
        #expect(drawn(6) { $0.put("株", endingAt: 5, y: 0) } == "xxx株x")
    }

    @Test("a wide character that would be cut is left out")
    func wideAtTheEdges() {
        #expect(drawn(5) { $0.put("株式会", x: 0, y: 0) } == "株式x")
        #expect(drawn(5) { $0.put("株", x: 4, y: 0) } == "xxxxx")
        #expect(drawn(5) { $0.put("株式", x: -1, y: 0) } == "x式xx")
        #expect(drawn(5) { $0.put("株式", x: 0, y: 0, limit: 3) } == "株xxx")
        #expect(drawn(1) { $0.put("株", x: 0, y: 0) } == "x")
    }

    @Test("what is half overwritten is blanked")
    func halves() {
        #expect(
            drawn(6) {
                $0.put("株式", x: 1, y: 0)
                $0.put("a", x: 1, y: 0)
            } == "xa 式x")
        #expect(
            drawn(6) {
                $0.put("株式", x: 1, y: 0)
                $0.put("a", x: 2, y: 0)
            } == "x a式x")
        #expect(
            drawn(6) {
                $0.put("株式", x: 1, y: 0)
                $0.put("会", x: 2, y: 0)
            } == "x 会 x")
        #expect(
            drawn(6) {
                $0.put("株式", x: 1, y: 0)
                $0.put("会", x: 1, y: 0)
            } == "x会式x")
        #expect(
            drawn(6) {
                $0.put("株", x: 4, y: 0)
                $0.put("a", x: 5, y: 0)
            } == "xxxx a")
        #expect(
            drawn(6) {
                $0.put("株式", x: 1, y: 0)
                $0.fill(Rect(x: 2, y: 0, width: 2, height: 1), style: .plain, with: "-")
            } == "x -- x")
    }

    @Test("the answer is how far it was drawn")
    func answer() {
        var canvas = crossed(5)
        #expect(canvas.put("株a", x: 1, y: 0) == 3)
        #expect(canvas.put("株式会", x: 0, y: 0) == 4)
        #expect(canvas.put("abc", x: -1, y: 0) == 2)
        #expect(canvas.put("abc", x: -9, y: 0) == 0)
        #expect(canvas.put("abc", x: 9, y: 0) == 0)
    }

    @Test("no sequence of puts, fills and boxes leaves half a character")
    func random() {
        var random = RandomText(seed: 4)
        for round in 0..<300 {
            var canvas = crossed(Int.random(in: 0...12, using: &random), Int.random(in: 0...4, using: &random))
            for _ in 0..<25 {
                let x = Int.random(in: -4...13, using: &random)
                let y = Int.random(in: -2...5, using: &random)
                let rect = Rect(
                    x: x, y: y, width: Int.random(in: 0...9, using: &random),
                    height: Int.random(in: 0...4, using: &random))
                switch Int.random(in: 0...9, using: &random) {
                case 0:
                    canvas.fill(
                        rect, style: .plain, with: ["-", "株", "\u{1B}", "\u{301}"].randomElement(using: &random)!)
                case 1: canvas.box(rect, title: random.text(upTo: 5), style: .plain, glyphs: .unicode)
                case 2: canvas.restyle(rect) { $0.isBold.toggle() }
                case 3: canvas.put(random.text(upTo: 5), endingAt: x, y: y)
                case 4: canvas.put(random.text(upTo: 6), x: x, y: y, limit: Int.random(in: -1...5, using: &random))
                default: canvas.put(random.text(upTo: 6), x: x, y: y, style: Style(.good))
                }
                expectWhole(canvas, "round \(round)")
                for line in canvas.lines { #expect(cellWidth(line) <= canvas.size.width) }
            }
        }
    }

    @Test("a fill keeps to its rectangle and takes one-cell characters only")
    func fills() {
        var canvas = crossed(4, 3)
        canvas.fill(Rect(x: 1, y: 1, width: 9, height: 1), style: Style(.good), with: ".")
        #expect(canvas.lines == ["xxxx", "x...", "xxxx"])
        #expect(canvas[1, 1].style == Style(.good) && canvas[0, 1].style == .plain)
        canvas.fill(Rect(x: -1, y: -1, width: 3, height: 2), style: .plain, with: "株")
        #expect(canvas.lines == ["  xx", "x...", "xxxx"])
        canvas.fill(Rect(x: 9, y: 9, width: 3, height: 2), style: .plain)
        #expect(canvas.lines == ["  xx", "x...", "xxxx"])
    }

    @Test("restyling leaves the text, and takes a wide character as a whole")
    func restyles() {
        for area in [Rect(x: 2, y: 0, width: 1, height: 1), Rect(x: 1, y: 0, width: 1, height: 1)] {
            var canvas = crossed(5)
            canvas.put("株", x: 1, y: 0)
            canvas.restyle(area) { $0 = $0.on(.selection) }
            #expect(canvas.lines == ["x株xx"])
            #expect(canvas.row(0).map(\.style.surface) == [.base, .selection, .selection, .base, .base])
        }
        var canvas = crossed(3)
        canvas.restyle(Rect(x: 1, y: 0, width: 0, height: 1)) { $0.isBold = true }
        canvas.restyle(Rect(x: -3, y: 0, width: 4, height: 9)) { $0.isBold = true }
        #expect(canvas.row(0).map(\.style.isBold) == [true, false, false])
    }

    @Test("a box frames its rectangle and leaves what is inside")
    func boxes() {
        var canvas = crossed(12, 4)
        canvas.box(Rect(x: 1, y: 0, width: 10, height: 3), title: "企業", style: .plain, glyphs: .unicode)
        #expect(canvas.lines == ["x╭─ 企業 ─╮x", "x│xxxxxxxx│x", "x╰────────╯x", "xxxxxxxxxxxx"])
        canvas = crossed(9, 3)
        canvas.box(canvas.bounds, title: "相談記録", style: .plain, glyphs: .ascii)
        #expect(canvas.lines == ["+- 相~ -+", "|xxxxxxx|", "+-------+"])
    }

    @Test("a box without room draws nothing")
    func noRoom() {
        for (width, height) in [(0, 0), (1, 5), (5, 1), (-4, 3)] {
            var canvas = crossed(4, 2)
            canvas.box(Rect(x: 0, y: 0, width: width, height: height), title: "企業", style: .plain, glyphs: .unicode)
            #expect(canvas == crossed(4, 2))
        }
        var canvas = crossed(4, 2)
        canvas.box(canvas.bounds, title: "企業", style: .plain, glyphs: .unicode)
        #expect(canvas.lines == ["╭──╮", "╰──╯"])
    }

    @Test("lines drop the spaces at their end, and keep marks")
    func lines() {
        var canvas = Canvas(size: Size(width: 6, height: 2))
        canvas.put(" か\u{3099}e\u{301}", x: 0, y: 0)
        #expect(Array(canvas.lines[0].unicodeScalars) == [" ", "か", "\u{3099}", "e", "\u{301}"])
        #expect(canvas.lines[1] == "")
    }

    @Test("a canvas without cells takes everything and draws nothing")
    func empty() {
        for size in [Size(width: 0, height: 0), Size(width: -3, height: 2), Size(width: 3, height: -1)] {
            var canvas = Canvas(size: size)
            canvas.put("株", x: -1, y: 0)
            canvas.fill(Rect(x: 0, y: 0, width: 9, height: 9), style: .plain)
            canvas.box(canvas.bounds, style: .plain, glyphs: .unicode)
            #expect(canvas.cells.isEmpty && canvas.size.width >= 0 && canvas.size.height >= 0)
        }
    }

    @Test("a plain mark takes the cells that the text was measured by")
    func plainMarks() {
        for (width, row) in [(AmbiguousWidth.narrow, "a.b○○|xxxxxx"), (.wide, "a. b○○|xxx")] {
            AmbiguousWidth.$current.withValue(width) {
                var canvas = Canvas(size: Size(width: 12, height: 1), isPlain: true)
                canvas.fill(canvas.bounds, style: .plain, with: "x")
                let used = canvas.put("a·b○○", x: 0, y: 0)
                canvas.put("|", x: used, y: 0)
                #expect(used == cellWidth("a·b○○") && canvas.lines == [row])
            }
        }
    }
}
