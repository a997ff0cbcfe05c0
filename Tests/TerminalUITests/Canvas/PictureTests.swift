import Testing

@testable import TerminalUI

struct PictureTests {
    private func svg(_ draw: (inout Canvas) -> Void) -> String {
        var canvas = Canvas(size: Size(width: 10, height: 1))
        draw(&canvas)
        var theme = Theme.fallback
        theme.roles[.good] = Theme.Ink(colour: .rgb(0, 200, 16))
        theme.surfaces[.selection] = Theme.Ink(colour: .rgb(1, 2, 3))
        return Picture(canvas, theme: theme).svg
    }

    @Test("each wide character has its own place, two cells apart")
    func wide() {
        let text = svg { $0.put("伴走x", x: 1, y: 0) }
        #expect(text.contains("x=\"10 28\""))
        #expect(text.contains(">伴走</text>"))
        #expect(text.contains("x=\"45\""))
    }

    @Test("a role's colour and a surface's background are the theme's")
    func colours() {
        let text = svg { $0.put("ok", x: 0, y: 0, style: Style(.good, on: .selection)) }
        #expect(text.contains("fill=\"#00c810\""))
        #expect(text.contains("fill=\"#010203\""))
    }

    @Test("where a surface reverses, all roles lie on the text's colour")
    func reversed() {
        var theme = Theme.fallback
        theme.roles[.text] = Theme.Ink(colour: .rgb(9, 9, 9))
        theme.roles[.good] = Theme.Ink(colour: .rgb(0, 200, 16))
        var canvas = Canvas(size: Size(width: 4, height: 1))
        canvas.put("ab", x: 0, y: 0, style: Style(.text, on: .selection))
        canvas.put("cd", x: 2, y: 0, style: Style(.good, on: .selection))
        let text = Picture(canvas, theme: theme).svg
        #expect(text.components(separatedBy: "fill=\"#090909\"/>").count == 3)
        #expect(!text.contains("#00c810"))
    }

    @Test("a half-full block is half a cell wide, and markup in the text is escaped")
    func blocksAndMarkup() {
        let text = svg {
            $0.put("▌", x: 0, y: 0)
            $0.put("<&>", x: 2, y: 0)
        }
        #expect(text.contains("width=\"4\" height=\"13\""))
        #expect(text.contains("&lt;&amp;&gt;"))
    }
}
