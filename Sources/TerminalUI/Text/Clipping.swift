/// `text` cut at a cell boundary to at most `width` cells, with `ellipsis` at the end where something was cut.
public func clipped(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard width > 0 else { return "" }
    if let plain = plainWidth(of: text) { return plain <= width ? text : plainlyCut(text, to: width, ellipsis) }
    let mark = cellWidth(ellipsis)
    var result = String.UnicodeScalarView()
    var used = 0
    var kept = result.startIndex
    var cut = false
    for cell in TextCells(text) {
        guard used + Int(cell.width) <= width else {
            cut = true
            break
        }
        cell.forEachScalar { result.append($0) }
        used += Int(cell.width)
        if used <= width - mark { kept = result.endIndex }
    }
    guard cut else { return String(result) }
    return mark > width ? String(result) : String(result[..<kept]) + ellipsis
}

/// The same for a text that is too long and of which each code point is a cell or two by itself.
private func plainlyCut(_ text: String, to width: Int, _ ellipsis: String) -> String {
    let mark = cellWidth(ellipsis)
    var room = mark > width ? width : width - mark
    let kept = text.unicodeScalars.prefix { scalar in
        room -= plainWidth(scalar.value)
        return room >= 0
    }
    return mark > width ? String(kept) : String(kept) + ellipsis
}

/// The same, but what stands in brackets is left out whole where it would be cut, with the mark in its place.
public func clippedOutsideBrackets(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    let cut = clipped(text, to: width, ellipsis: ellipsis)
    guard cut != text, let open = cut.lastIndex(where: { "（(".contains($0) }),
        !cut[open...].contains(where: { "）)".contains($0) })
    else { return cut }
    let head = cut[..<open]
    guard let last = head.lastIndex(where: { $0 != " " }) else { return cut }
    return String(head[...last]) + ellipsis
}

/// `text` clipped and filled with spaces to exactly `width` cells.
public func padded(_ text: String, to width: Int, isRightAligned: Bool = false, ellipsis: String = "…") -> String {
    let body = clipped(text, to: width, ellipsis: ellipsis)
    let space = String(repeating: " ", count: max(0, width - cellWidth(body)))
    return isRightAligned ? space + body : body + space
}

/// `text` broken into lines of at most `width` cells, at spaces where there are any and anywhere between kanji.
/// A line never begins with 。 or ） and never ends with （ where it can be helped. Line breaks in the text are kept. A space that a line breaks at is left out, and so is a character wider than `width`.
public func wrapped(_ text: String, to width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    // By characters, "\r\n" is one and not a "\n".
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
        var line = WrappedLine()
        for cell in TextCells(String(paragraph)) where Int(cell.width) <= width {
            if let full = line.add(cell, to: width) { lines.append(full) }
        }
        lines.append(String(line.scalars))
    }
    return lines
}

/// The line that is being filled.
private struct WrappedLine {
    var scalars = String.UnicodeScalarView()
    private var used = 0
    /// Spaces came after the last cell there was room for; the next cell begins a line.
    private var isOver = false
    private var last: Cell?
    /// The last place to break before a word: where this line would end, where the next would begin, and the cells
    /// before that.
    private var chance: (end: String.UnicodeScalarView.Index, next: String.UnicodeScalarView.Index, used: Int)?

    /// - Returns: the line before, where this cell begins another one.
    mutating func add(_ cell: Cell, to width: Int) -> String? {
        // A space that carries a mark is seen, and stays.
        let isSpace = cell.scalar == 0x20 && cell.firstMark == 0
        if isSpace, used + 1 > width {
            isOver = true
            return nil
        }
        let isBound = cell.ends || last?.begins == true
        if last?.width == 2, !isBound { chance = (scalars.endIndex, scalars.endIndex, used) }
        let isFull = isOver || used + Int(cell.width) > width
        let full = isFull ? broken(before: cell, isBound: isBound, to: width) : nil
        let end = scalars.endIndex
        cell.forEachScalar { scalars.append($0) }
        used += Int(cell.width)
        last = cell
        if isSpace { chance = (end, scalars.endIndex, used) }
        return full
    }

    private mutating func broken(before cell: Cell, isBound: Bool, to width: Int) -> String {
        let old = self
        self = WrappedLine()
        guard !old.isOver, cell.isLatin || isBound, let chance = old.chance, chance.end > old.scalars.startIndex,
            old.used - chance.used + Int(cell.width) <= width
        else { return String(old.scalars) }
        scalars.append(contentsOf: old.scalars[chance.next...])
        used = old.used - chance.used
        return String(old.scalars[..<chance.end])
    }
}

extension Cell {
    private static let closing = Set("、。，．・：；？！）」』】〕｝〉》ーっッゃャゅュょョ々".unicodeScalars.map(\.value))
    private static let opening = Set("（「『【〔｛〈《".unicodeScalars.map(\.value))

    /// Stays with what is before it: no line begins with it.
    fileprivate var ends: Bool { Cell.closing.contains(scalar) }

    /// Stays with what is after it: no line ends with it.
    fileprivate var begins: Bool { Cell.opening.contains(scalar) }
}
