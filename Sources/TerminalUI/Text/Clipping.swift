/// `text` cut at a cell boundary to at most `width` cells, with `ellipsis` at the end where something was cut.
public func clipped(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard width > 0 else { return "" }
    if text.utf8.count <= width, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
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

/// `text` clipped and filled with spaces to exactly `width` cells.
public func padded(_ text: String, to width: Int, isRightAligned: Bool = false, ellipsis: String = "…") -> String {
    let body = clipped(text, to: width, ellipsis: ellipsis)
    let space = String(repeating: " ", count: max(0, width - cellWidth(body)))
    return isRightAligned ? space + body : body + space
}

/// `text` broken into lines of at most `width` cells, at spaces where there are any and anywhere between kanji.
/// Line breaks in the text are kept.
public func wrapped(_ text: String, to width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
        var line = String.UnicodeScalarView()
        var used = 0
        var lastSpace: (index: String.UnicodeScalarView.Index, used: Int)?
        for cell in TextCells(String(paragraph)) {
            if used + Int(cell.width) > width {
                if let space = lastSpace, cell.isLatin, space.index > line.startIndex {
                    lines.append(String(line[..<space.index]))
                    line = String.UnicodeScalarView(line[line.index(after: space.index)...])
                    used -= space.used + 1
                } else {
                    lines.append(String(line))
                    line = String.UnicodeScalarView()
                    used = 0
                }
                lastSpace = nil
            }
            if cell.scalar == 0x20 { lastSpace = (line.endIndex, used) }
            cell.forEachScalar { line.append($0) }
            used += Int(cell.width)
        }
        lines.append(String(line))
    }
    return lines
}
