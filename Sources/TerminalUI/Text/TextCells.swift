/// Text as the cells it is drawn in: a base code point with up to two combining marks each.
///
/// What must not reach a terminal raw (control, escape, bidirectional and zero-width characters, unassigned code points)
/// comes out as visible text, ‹U+202E›. Variation selectors, the skin tones of emoji and the joiners between emoji are left
/// out: terminals don't agree how many cells a character takes with them, so it is drawn without. For the same reason flags are drawn as the
/// two letters of their country.
public struct TextCells: Sequence, IteratorProtocol {
    private var scalars: String.UnicodeScalarView.Iterator
    private var pending: Unicode.Scalar?
    /// The last one that was drawn.
    private var last: Unicode.Scalar?
    private var replacement: Substring.UnicodeScalarView.Iterator?

    public init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

    /// The style is the plain one; whoever draws sets it.
    public mutating func next() -> Cell? {
        if replacement != nil {
            if let scalar = replacement?.next() { return Cell(scalar: scalar, width: 1) }
            replacement = nil
        }
        guard let base = nextVisible() else { return nil }
        let width = cellWidth(of: base)
        guard width >= 0 else {
            var visible = Substring("‹U+" + TextCells.hexadecimal(base.value) + "›").unicodeScalars.makeIterator()
            let first = visible.next()!
            replacement = visible
            return Cell(scalar: first, width: 1)
        }
        // A mark with nothing to stand on gets a space.
        var cell = width == 0 ? Cell(scalar: " ", width: 1) : Cell(scalar: base, width: UInt8(width))
        if width == 0 { cell.add(mark: base) }
        while let mark = nextVisible() {
            guard cellWidth(of: mark) == 0 else {
                pending = mark
                break
            }
            cell.add(mark: mark)
        }
        return cell
    }

    private mutating func nextVisible() -> Unicode.Scalar? {
        if let scalar = pending {
            pending = nil
            return scalar
        }
        while let scalar = scalars.next() {
            if scalar.value < 0xFE00, scalar.value != 0x200D {
                last = scalar
                return scalar
            }
            switch scalar.value {
            case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x1F3FB...0x1F3FF: continue
            case 0x200D where joinsEmoji: continue
            case 0x1F1E6...0x1F1FF:
                last = scalar
                return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41)
            default:
                last = scalar
                return scalar
            }
        }
        return nil
    }

    /// Whether the joiner that was just read stands between two emoji; between letters it would hide.
    private var joinsEmoji: Bool {
        var rest = scalars
        guard let last, let next = rest.next() else { return false }
        return last.properties.isEmoji && !last.isASCII && next.properties.isEmoji && !next.isASCII
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
    }
}

/// `text` with everything that must not reach a terminal made visible: for stderr and plain output.
public func visible(_ text: String, keepingLineBreaks: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: { cellWidth(of: $0) < 0 }) else { return text }
    var result = String.UnicodeScalarView()
    // By code points: by characters, "\r\n" is one and not a "\n".
    for (index, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { result.append(contentsOf: keepingLineBreaks ? "\n".unicodeScalars : "‹U+000A›".unicodeScalars) }
        for cell in TextCells(String(line)) { cell.forEachScalar { result.append($0) } }
    }
    return String(result)
}
