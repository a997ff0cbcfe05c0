/// A frame as a picture: SVG as a terminal with this theme would show it.
public struct Picture: Sendable {
    public let canvas: Canvas
    public let theme: Theme

    private static let cell = (width: 9, height: 19)
    private static let font = "'DejaVu Sans Mono','Noto Sans Mono CJK JP','Noto Sans CJK JP',monospace"

    public init(_ canvas: Canvas, theme: Theme) {
        self.canvas = canvas
        self.theme = theme
    }

    /// The whole document.
    public var svg: String {
        let width = canvas.size.width * Picture.cell.width
        let height = canvas.size.height * Picture.cell.height
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" "
                + "height=\"\(height)\" font-family=\"\(Picture.font)\" font-size=\"15\" xml:space=\"preserve\">",
            "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(background(of: .base))\"/>",
        ]
        for y in 0..<canvas.size.height {
            for run in runs(inRow: y) { parts += draw(run, y: y) }
        }
        return (parts + ["</svg>", ""]).joined(separator: "\n")
    }

    /// Neighbouring cells of one style and one width.
    private struct Run {
        var x: Int
        var cells: [Cell]
        var width: Int { cells.reduce(0) { $0 + Int($1.width) } }
    }

    private func runs(inRow y: Int) -> [Run] {
        var runs: [Run] = []
        var x = 0
        for cell in canvas.row(y) where cell.width > 0 {
            if let last = runs.last?.cells.last, last.style == cell.style, last.width == cell.width,
                Picture.isBlock(last) == Picture.isBlock(cell)
            {
                runs[runs.count - 1].cells.append(cell)
            } else {
                runs.append(Run(x: x, cells: [cell]))
            }
            x += Int(cell.width)
        }
        return runs
    }

    private func draw(_ run: Run, y: Int) -> [String] {
        let style = run.cells[0].style
        let (width, height) = Picture.cell
        var parts: [String] = []
        // A surface that reverses has one ground for all roles, as on a terminal.
        let isReversed = theme.surfaces[style.surface]?.isReversed == true
        if style.surface != .base {
            let ground = isReversed ? colour(of: .text) : background(of: style.surface)
            parts.append(rect(run.x * width, y * height, run.width * width, height, ground))
        }
        let ink = isReversed ? background(of: style.surface) : colour(of: style.role)
        if Picture.isBlock(run.cells[0]) {
            for (index, cell) in run.cells.enumerated() { parts.append(block(cell, x: run.x + index, y: y, ink)) }
            return parts
        }
        var text = String.UnicodeScalarView()
        for cell in run.cells { cell.forEachScalar { text.append($0) } }
        guard text.contains(where: { $0 != " " }) else { return parts }
        let weight = style.isBold || theme.roles[style.role]?.isBold == true ? " font-weight=\"bold\"" : ""
        // A wide character stands in the middle of its two cells, whatever the font thinks of its width.
        let isWide = run.cells[0].width == 2
        let places = isWide ? run.cells.indices.map { String((run.x + 2 * $0) * width + 1) } : [String(run.x * width)]
        let fit =
            isWide ? " font-size=\"16\"" : " textLength=\"\(run.width * width)\" lengthAdjust=\"spacingAndGlyphs\""
        parts.append(
            "<text x=\"\(places.joined(separator: " "))\" y=\"\(y * height + 14)\" fill=\"\(ink)\"\(weight)\(fit)>"
                + "\(Picture.escaped(String(text)))</text>")
        return parts
    }

    /// Full and partly full blocks are drawn as what they are, so that no gap shows between cells.
    private func block(_ cell: Cell, x: Int, y: Int, _ ink: String) -> String {
        let (width, height) = Picture.cell
        let (left, top) = (x * width, y * height)
        switch cell.scalar {
        case 0x2580: return rect(left, top, width, height / 2, ink)
        case 0x2584: return rect(left, top + height / 2, width, height - height / 2, ink)
        default: return rect(left, top + 3, width * Int(0x2590 - cell.scalar) / 8, height - 6, ink)
        }
    }

    private static func isBlock(_ cell: Cell) -> Bool {
        [0x2580, 0x2584].contains(cell.scalar) || (0x2588...0x258F).contains(cell.scalar)
    }

    private func rect(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ fill: String) -> String {
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(fill)\"/>"
    }

    private func colour(of role: Role) -> String {
        hexadecimal(theme.roles[role]?.colour) ?? (theme.isDark ? "#d4d4d4" : "#202020")
    }

    private func background(of surface: Surface) -> String {
        hexadecimal(theme.surfaces[surface]?.colour) ?? (theme.isDark ? "#16181d" : "#fafaf8")
    }

    private func hexadecimal(_ colour: Colour?) -> String? {
        guard case .rgb(let red, let green, let blue) = colour else { return nil }
        return "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case " ": result += "\u{A0}"
            default: result.append(character)
            }
        }
        return result
    }
}
