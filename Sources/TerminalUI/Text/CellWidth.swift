/// How many terminal cells text takes. The one place that decides it: drawing, clipping, cursor and padding all ask here.
///
/// Cells, never characters: `"ｶﾞ".count` is 1 in Swift and takes 2 cells.
public func cellWidth(_ text: String) -> Int {
    plainWidth(of: text) ?? TextCells(text).reduce(0) { $0 + Int($1.width) }
}

/// The same for a text of which each code point is a cell or two by itself; nil for any other.
func plainWidth(of text: String) -> Int? {
    var width = 0
    for scalar in text.unicodeScalars {
        let cells = plainWidth(scalar.value)
        if cells == 0 { return nil }
        width += cells
    }
    return width
}

/// The width of one code point: 0 (combining), 1 or 2; -1 where it must not reach a terminal as it is.
public func cellWidth(of scalar: Unicode.Scalar) -> Int {
    let plain = plainWidth(scalar.value)
    return plain > 0 ? plain : searchedWidth(scalar.value)
}

private func searchedWidth(_ value: UInt32) -> Int {
    if value < 0xA0 { return -1 }
    if isHidden(value) { return -1 }
    let isWide = AmbiguousWidth.current == .wide
    if isWide, contains(CellWidthTable.ambiguous, value) { return AmbiguousWidth.wide.cells }
    if value < 0x300 { return 1 }
    // Lines, bars and blocks.
    if (0x2500...0x25FC).contains(value) { return 1 }
    // The hexagrams of the I Ching: such terminals don't agree about them.
    if isWide, (0x4DC0...0x4DFF).contains(value) { return -1 }
    if contains(CellWidthTable.wide, value) { return 2 }
    if contains(CellWidthTable.zero, value) { return 0 }
    return contains(CellWidthTable.unprintable, value) ? -1 : 1
}

/// The width of what is a cell or two by itself, whatever stands beside it: ASCII, kana, the common kanji and their punctuation, so
/// that most text never searches the tables. 0 for all else.
func plainWidth(_ value: UInt32) -> Int {
    if value < 0x7F { return value >= 0x20 ? 1 : 0 }
    if (0x4E00...0x9FFC).contains(value) { return 2 }
    switch value {
    case 0x3000...0x3029, 0x3041...0x3096, 0x30A0...0x30FF, 0xFF01...0xFF60: return 2
    default: return 0
    }
}

/// Marks that steer direction or hide between letters (Unicode's default ignorable code points, the soft hyphen among
/// them): they could make text read as what it is not. And the marks that stand over the digits after them (Arabic,
/// Syriac), of which terminals don't agree whether they take a cell.
private func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x034F, 0x0600...0x0605, 0x061C, 0x06DD, 0x070F, 0x08E2, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F,
        0x200B...0x200F, 0x2028...0x202E,
        0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
        0xE0000...0xE007F:
        true
    default: false
    }
}

private func contains(_ ranges: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
        let middle = (low + high) / 2
        if value < ranges[2 * middle] {
            high = middle
        } else if value > ranges[2 * middle + 1] {
            low = middle + 1
        } else {
            return true
        }
    }
    return false
}
