import CNcurses
import TerminalUI

/// Draws frames in one ncurses window as large as the terminal.
///
/// A row that changed is drawn as a whole, so that ncurses never sees half of a wide character; it then finds out itself
/// which cells of it the terminal lacks.
final class Painter {
    private let window: UnsafeMutablePointer<WINDOW>
    private let output: Int32
    private let isUTF8: Bool
    private let palette: Palette
    private let canTurnWrapOff = !ControlSequence.terminfo("rmam").isEmpty
    private var theme = Theme.fallback
    /// By style; filled when a style is first drawn.
    private var inks: [Ink?]

    /// How a style is drawn.
    private struct Ink {
        var blank: cchar_t
        /// All that is seen of it where nothing is written; nil where more than a colour is.
        var ground: Int32?
    }

    private var last: Canvas?
    private var lastCursor: Point?
    private var isCursorShown: Bool?
    /// At the first frame too: what the terminal was asked stands there.
    private var mustClear = true

    init(window: UnsafeMutablePointer<WINDOW>, output: Int32, isUTF8: Bool, palette: Palette) {
        self.window = window
        self.output = output
        self.isUTF8 = isUTF8
        self.palette = palette
        inks = Self.noInks
    }

    var size: Size { Size(width: Int(getmaxx(window)), height: Int(getmaxy(window))) }

    func use(_ theme: Theme) {
        guard theme != self.theme else { return }
        self.theme = theme
        inks = Self.noInks
        last = nil
    }

    /// Draws everything anew at the next frame.
    func repaint() {
        last = nil
        lastCursor = nil
        isCursorShown = nil
        mustClear = true
    }

    func resize(to size: Size) {
        resize_term(Int32(size.height), Int32(size.width))
        wresize(window, Int32(size.height), Int32(size.width))
        repaint()
    }

    func show(_ frame: Canvas, cursor: Point, isCursorShown shown: Bool) {
        let size = size
        let place = Point(
            x: min(max(0, cursor.x), size.width - 1), y: min(max(0, cursor.y), size.height - 1))
        let isChanged = draw(frame)
        if isCursorShown == true, !shown { curs_set(0) }
        if isChanged || place != lastCursor {
            wmove(window, Int32(place.y), Int32(place.x))
            wnoutrefresh(window)
            if isChanged { ControlSequence.write(ControlSequence.synchronisedBegin, to: output) }
            doupdate()
            if isChanged { ControlSequence.write(ControlSequence.synchronisedEnd, to: output) }
            lastCursor = place
        }
        if isCursorShown != shown, shown || isCursorShown == nil { curs_set(shown ? 1 : 0) }
        isCursorShown = shown
    }

    /// Copies the rows that changed to the window.
    /// - Returns: whether there were any.
    private func draw(_ frame: Canvas) -> Bool {
        let size = size
        let before = last?.size == frame.size ? last : nil
        if let before, before.cells == frame.cells { return false }
        if before == nil { werase(window) }
        if mustClear { clearok(window, true) }
        mustClear = false
        for y in 0..<min(size.height, frame.size.height) {
            let row = frame.row(y)
            if let before, before.row(y) == row { continue }
            draw(row.prefix(size.width), y: y, isLast: y == size.height - 1)
        }
        last = frame
        return true
    }

    private func draw(_ row: ArraySlice<Cell>, y: Int, isLast: Bool) {
        let row = isLast ? Self.withPlainCorner(row, canTurnWrapOff: canTurnWrapOff) : row
        withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: row.count) { line in
            var count = 0
            row.withUnsafeBufferPointer { count = fill(line, with: $0) }
            // As an erased screen has it, so that ncurses never writes it.
            if isLast, !canTurnWrapOff { line[count - 1] = curses_blank(0, 0) }
            mvwadd_wchnstr(window, Int32(y), 0, line.baseAddress, Int32(count))
        }
    }

    /// - Returns: how many characters there are.
    private func fill(_ line: UnsafeMutableBufferPointer<cchar_t>, with row: UnsafeBufferPointer<Cell>) -> Int {
        var x = 0
        var count = 0
        var drawn: Ink?
        while x < row.count {
            let style = row[x].style
            let ink = ink(of: style)
            // A gap between words goes on in the ink before it where it looks the same: half as many changes are written.
            let before = drawn ?? ink
            var isGap = ink.ground != nil && ink.ground == before.ground
            var blank = isGap ? before.blank : ink.blank
            while x < row.count, row[x].style == style {
                let cell = row[x]
                if isGap, !cell.isGap { (isGap, blank) = (false, ink.blank) }
                line.initializeElement(at: count, to: blank)
                let isWhole = cell.width == 1 || cell.width == 2 && x + 1 < row.count
                if isWhole && Self.isSafe(cell, isUTF8: isUTF8) {
                    curses_set_cell(&line[count], cell.scalar, cell.firstMark, cell.secondMark)
                    x += Int(cell.width)
                } else {
                    x += 1
                }
                count += 1
            }
            drawn = isGap ? before : ink
        }
        return count
    }

    /// The screen's last row as it can be drawn. The lower right corner ncurses writes with wrapping turned off, where some
    /// terminals put marks on the character before: it takes none. Where wrapping can't be turned off (tmux, screen) ncurses
    /// writes it beside its place and pushes it there, which tears a wide character: there the corner is left empty, and the
    /// column before it takes no half of one.
    static func withPlainCorner(_ row: ArraySlice<Cell>, canTurnWrapOff: Bool) -> ArraySlice<Cell> {
        var row = row
        for x in row.indices.suffix(canTurnWrapOff ? 1 : 2).reversed() {
            let start = row[x].width == 0 && x > row.startIndex ? x - 1 : x
            if canTurnWrapOff {
                (row[start].firstMark, row[start].secondMark) = (0, 0)
            } else if x == row.endIndex - 1 || row[start].width != 1 {
                for half in start...x { row[half] = Cell(scalar: " ", width: 1, style: row[half].style) }
            }
        }
        return row
    }

    /// Control characters would steer the terminal, and without UTF-8 nothing but ASCII can be written.
    static func isSafe(_ cell: Cell, isUTF8: Bool) -> Bool {
        let isASCII = (0x20..<0x7F).contains(cell.scalar)
        return isUTF8 ? isASCII || cell.scalar >= 0xA0 : isASCII && cell.firstMark == 0
    }

    private func ink(of style: Style) -> Ink {
        let index = (Int(style.role.rawValue) * Surface.allCases.count + Int(style.surface.rawValue)) * 2
        if let ink = inks[index + (style.isBold ? 1 : 0)] { return ink }
        let look = Look(style, theme: theme, palette: palette)
        let pair =
            look.foreground < 0 && look.background < 0 ? 0 : max(0, alloc_pair(look.foreground, look.background))
        let blank = curses_blank(
            curses_attributes(look.isBold, look.isUnderlined, look.isReversed, look.isDim), pair)
        let ink = Ink(blank: blank, ground: look.isUnderlined || look.isReversed ? nil : look.background)
        inks[index + (style.isBold ? 1 : 0)] = ink
        return ink
    }

    private static var noInks: [Ink?] {
        Array(repeating: nil, count: Role.allCases.count * Surface.allCases.count * 2)
    }
}

extension Cell {
    /// A space, with nothing on it.
    fileprivate var isGap: Bool { scalar == 0x20 && firstMark == 0 }
}
