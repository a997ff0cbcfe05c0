/// A frame as cells. Screens draw on it from their state alone; a terminal shows it.
public struct Canvas: Hashable, Sendable {
    public let size: Size
    public private(set) var cells: [Cell]
    /// Draws ASCII in the place of marks: see `Glyphs.plain`.
    private let isPlain: Bool
    /// Where a click means something.
    private(set) var touches: [Place] = []

    struct Place: Hashable {
        var rect: Rect
        var touch: Touch
    }

    public init(size: Size, style: Style = .plain, isPlain: Bool = false) {
        self.isPlain = isPlain
        self.size = Size(width: max(0, size.width), height: max(0, size.height))
        cells = Array(repeating: .blank(style), count: self.size.width * self.size.height)
    }

    public var bounds: Rect { Rect(x: 0, y: 0, width: size.width, height: size.height) }

    public subscript(x: Int, y: Int) -> Cell { cells[y * size.width + x] }

    /// The cells of a row.
    public func row(_ y: Int) -> ArraySlice<Cell> { cells[y * size.width..<(y + 1) * size.width] }

    /// Draws `text` from (x, y) to the right, clipped to `limit` cells and to the canvas. A wide character that would be
    /// cut is left out; one that is half overwritten is blanked.
    /// - Returns: how many cells were drawn.
    @discardableResult
    public mutating func put(_ text: String, x: Int, y: Int, limit: Int = .max, style: Style = .plain) -> Int {
        guard y >= 0, y < size.height, limit > 0, x < size.width else { return 0 }
        var column = x
        let end = limit < size.width - x ? x + limit : size.width
        for var cell in TextCells(text) {
            let width = Int(cell.width)
            guard column + width <= end else { break }
            if column >= 0 {
                cell.style = style
                if isPlain, let mark = Glyphs.plain[cell.scalar] { (cell.scalar, cell.width) = (mark, 1) }
                set(cell, x: column, y: y)
                // It takes the cells that it was measured by.
                if cell.width < width { set(.blank(style), x: column + 1, y: y) }
            }
            column += width
        }
        return max(0, column - max(0, x))
    }

    /// Draws `text` so that it ends left of `right`.
    public mutating func put(_ text: String, endingAt right: Int, y: Int, style: Style = .plain) {
        put(text, x: right - cellWidth(text), y: y, style: style)
    }

    /// Blanks a rectangle, or fills it with a character that takes one cell (any other blanks).
    public mutating func fill(_ rect: Rect, style: Style, with scalar: Unicode.Scalar = " ") {
        let area = rect.intersection(bounds)
        let scalar = cellWidth(of: scalar) == 1 ? scalar : " "
        for y in area.y..<area.bottom {
            for x in area.x..<area.right { set(Cell(scalar: scalar, width: 1, style: style), x: x, y: y) }
        }
    }

    /// Changes the style of a rectangle and leaves its text; a wide character at its edge changes as a whole.
    public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
        let area = rect.intersection(bounds)
        for y in area.y..<area.bottom {
            for x in area.x..<area.right { change(&cells[y * size.width + x].style) }
            guard !area.isEmpty else { continue }
            let (first, last) = (y * size.width + area.x, y * size.width + area.right - 1)
            if cells[first].width == 0 { cells[first - 1].style = cells[first].style }
            if cells[last].width == 2 { cells[last + 1].style = cells[last].style }
        }
    }

    /// A frame with the title in its upper edge.
    public mutating func box(_ rect: Rect, title: String = "", style: Style, titleStyle: Style? = nil, glyphs: Glyphs) {
        let area = rect.intersection(bounds)
        guard area.width >= 2, area.height >= 2 else { return }
        let line = String(repeating: glyphs.horizontal, count: area.width - 2)
        put(glyphs.topLeft + line + glyphs.topRight, x: area.x, y: area.y, style: style)
        put(glyphs.bottomLeft + line + glyphs.bottomRight, x: area.x, y: area.bottom - 1, style: style)
        for y in (area.y + 1)..<(area.bottom - 1) {
            put(glyphs.vertical, x: area.x, y: y, style: style)
            put(glyphs.vertical, x: area.right - 1, y: y, style: style)
        }
        guard !title.isEmpty, area.width > 6 else { return }
        put(
            " " + clipped(title, to: area.width - 6, ellipsis: glyphs.ellipsis) + " ", x: area.x + 2, y: area.y,
            style: titleStyle ?? style)
    }

    /// Says what a click there means.
    public mutating func touch(_ rect: Rect, _ touch: Touch) { touches.append(Place(rect: rect, touch: touch)) }

    /// What lies below can't be clicked any more.
    public mutating func coverTouches() { touches = [] }

    /// The frame as plain text, a line a row, trailing spaces removed.
    public var lines: [String] {
        (0..<size.height).map { y in
            var scalars = String.UnicodeScalarView()
            for cell in row(y) { cell.forEachScalar { scalars.append($0) } }
            while scalars.last == " " { scalars.removeLast() }
            return String(scalars)
        }
    }

    private mutating func set(_ cell: Cell, x: Int, y: Int) {
        let index = y * size.width + x
        let old = cells[index]
        // What stood here half under the new cell is blanked, so that no half of a character is left.
        if old.width == 0, x > 0 { cells[index - 1] = .blank(cells[index - 1].style) }
        let last = index + Int(cell.width) - 1
        if cells[last].width == 2, x + Int(cell.width) < size.width {
            cells[last + 1] = .blank(cells[last + 1].style)
        }
        cells[index] = cell
        if cell.width == 2 { cells[index + 1] = .rightHalf(cell.style) }
    }
}
