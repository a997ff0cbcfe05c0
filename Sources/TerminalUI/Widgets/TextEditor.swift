/// The text of a field and the place in it, edited with the keys people know from a shell line.
public struct TextEditor: Hashable, Sendable {
    public private(set) var characters: [Character]
    /// Before which character typing goes, 0...count.
    public private(set) var cursor: Int
    public let isMultiline: Bool
    /// What undo goes back to, the latest last.
    private var past: [Snapshot] = []
    /// What was undone since the last change, the latest last.
    private var future: [Snapshot] = []
    /// What was last cut.
    private var cut: [Character] = []
    /// Whether the last key was typing, so that the next letter belongs to the same step.
    private var isTyping = false

    private struct Snapshot: Hashable, Sendable {
        var characters: [Character]
        var cursor: Int
    }

    private static let mostSteps = 100

    public init(_ text: String = "", isMultiline: Bool = false) {
        characters = Array(text)
        cursor = characters.count
        self.isMultiline = isMultiline
    }

    public var text: String {
        get { String(characters) }
        set {
            characters = Array(newValue)
            cursor = characters.count
        }
    }

    /// - Returns: whether the key was one of an editor's.
    public mutating func press(_ key: Key) -> Bool {
        switch key {
        case .control("_"):
            if let step = past.popLast() { future.append(replace(by: step)) }
            return true
        case .control("r"):
            if let step = future.popLast() { past.append(replace(by: step)) }
            return true
        default: break
        }
        let before = Snapshot(characters: characters, cursor: cursor)
        let isUsed = edit(key)
        var types = false
        if case .character = key { types = true }
        if characters != before.characters { future = [] }
        // A run of letters is one step, and so is what was pasted.
        if characters != before.characters, !(types && isTyping) {
            past.append(before)
            if past.count > TextEditor.mostSteps { past.removeFirst() }
        }
        isTyping = types
        return isUsed
    }

    /// - Returns: what stood there before.
    private mutating func replace(by step: Snapshot) -> Snapshot {
        defer {
            (characters, cursor) = (step.characters, step.cursor)
            isTyping = false
        }
        return Snapshot(characters: characters, cursor: cursor)
    }

    private mutating func edit(_ key: Key) -> Bool {
        switch key {
        case .character(let character):
            guard TextEditor.isText(character) else { return true }
            insert([character])
        case .paste(let text): insert(Array(TextEditor.cleaned(text, isMultiline: isMultiline)))
        case .enter:
            guard isMultiline else { return false }
            insert(["\n"])
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = lineStart
        case .end, .control("e"): cursor = lineEnd
        case .backspace, .control("h"):
            guard cursor > 0 else { return true }
            cursor -= 1
            characters.remove(at: cursor)
        case .delete, .control("d"):
            guard cursor < characters.count else { return true }
            characters.remove(at: cursor)
        case .control("k"): cut(cursor..<lineEnd)
        case .control("u"): cut(lineStart..<cursor)
        case .control("w"), .alt("\u{7F}"): cut(wordStart..<cursor)
        case .alt("d"): cut(cursor..<wordEnd)
        case .control("y"): insert(cut)
        case .alt("b"): cursor = wordStart
        case .alt("f"): cursor = wordEnd
        default: return false
        }
        return true
    }

    /// Up or down a line of a text that is wrapped to `width` cells.
    /// - Returns: false where there is no such line.
    public mutating func moveLine(by steps: Int, width: Int) -> Bool {
        let rows = rows(width: width)
        guard let row = rows.lastIndex(where: { $0.lowerBound <= cursor }) else { return false }
        guard rows.indices.contains(row + steps) else { return false }
        let column = cellWidth(String(characters[rows[row].lowerBound..<cursor]))
        var place = rows[row + steps].lowerBound
        var used = 0
        while place < rows[row + steps].upperBound {
            let width = cellWidth(String(characters[place]))
            if used + width > column { break }
            used += width
            place += 1
        }
        cursor = place
        return true
    }

    /// How many rows the text takes, wrapped in a field of `width` cells.
    public func height(in width: Int) -> Int { rows(width: width - 1).count }

    /// Draws the text and returns where the cursor stands. One row scrolls sideways; several rows wrap and scroll down. What
    /// is out of sight has its mark at the edge.
    public func draw(on canvas: inout Canvas, in area: Rect, style: Style, glyphs: Glyphs) -> Point {
        canvas.fill(area, style: style)
        guard !area.isEmpty else { return Point(x: area.x, y: area.y) }
        if area.height == 1, !isMultiline { return drawLine(on: &canvas, in: area, style: style, glyphs) }
        let rows = rows(width: area.width - 1)
        let row = rows.lastIndex { $0.lowerBound <= cursor } ?? 0
        let top = max(0, row - area.height + 1)
        for (offset, range) in rows.dropFirst(top).prefix(area.height).enumerated() {
            let line = String(characters[range].filter { $0 != "\n" })
            canvas.put(line, x: area.x, y: area.y + offset, limit: area.width, style: style)
        }
        let mark = Style(.accent, on: style.surface, isBold: true)
        if top > 0 { canvas.put(glyphs.moreAbove, x: area.right - 1, y: area.y, style: mark) }
        if top + area.height < rows.count {
            canvas.put(glyphs.moreBelow, x: area.right - 1, y: area.bottom - 1, style: mark)
        }
        let before = cellWidth(String(characters[rows[row].lowerBound..<cursor]))
        return Point(x: area.x + min(before, area.width - 1), y: area.y + row - top)
    }

    private func drawLine(on canvas: inout Canvas, in area: Rect, style: Style, _ glyphs: Glyphs) -> Point {
        var start = 0
        var before = cellWidth(String(characters[..<cursor]))
        let after = cellWidth(String(characters[cursor...]))
        // The character at the cursor stands beside the mark that there is more.
        let isCut = before + after > area.width && cursor < characters.count && area.width > 8
        while before > area.width - (isCut && after > 2 ? 3 : 1) {
            before -= cellWidth(String(characters[start]))
            start += 1
        }
        canvas.put(String(characters[start...]), x: area.x, y: area.y, limit: area.width, style: style)
        let mark = Style(.accent, on: style.surface, isBold: true)
        if start > 0, area.width > 8 { canvas.put(glyphs.ellipsis, x: area.x, y: area.y, style: mark) }
        if isCut, before + after > area.width { canvas.put(glyphs.ellipsis, x: area.right - 1, y: area.y, style: mark) }
        return Point(x: area.x + before, y: area.y)
    }

    /// The characters of each wrapped row. A row that ends in a line break holds it as its last.
    private func rows(width: Int) -> [Range<Int>] {
        var rows: [Range<Int>] = []
        var start = 0
        var used = 0
        for (index, character) in characters.enumerated() {
            if character == "\n" {
                rows.append(start..<(index + 1))
                (start, used) = (index + 1, 0)
                continue
            }
            let cells = cellWidth(String(character))
            if used + cells > max(1, width), index > start {
                rows.append(start..<index)
                (start, used) = (index, 0)
            }
            used += cells
        }
        rows.append(start..<characters.count)
        return rows
    }

    private mutating func insert(_ new: [Character]) {
        characters.insert(contentsOf: new, at: cursor)
        cursor += new.count
        // What was typed may have joined the character before it (a voiced mark, an accent).
        let joined = Array(String(characters))
        if joined.count != characters.count {
            cursor = Array(String(characters[..<cursor])).count
            characters = joined
        }
    }

    private mutating func cut(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        cut = Array(characters[range])
        characters.removeSubrange(range)
        cursor = range.lowerBound
    }

    private var lineStart: Int { characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }
    private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

    private var wordStart: Int {
        var place = cursor
        while place > 0, characters[place - 1].isWhitespace { place -= 1 }
        while place > 0, !characters[place - 1].isWhitespace { place -= 1 }
        return place
    }

    private var wordEnd: Int {
        var place = cursor
        while place < characters.count, characters[place].isWhitespace { place += 1 }
        while place < characters.count, !characters[place].isWhitespace { place += 1 }
        return place
    }

    private static func isText(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }

    /// Pasted text without control characters; line breaks become spaces where there is one line only.
    private static func cleaned(_ text: String, isMultiline: Bool) -> String {
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r", "\n":
                if !(previous == "\r" && scalar == "\n") { scalars.append(isMultiline ? "\n" : " ") }
            case "\t": scalars.append(" ")
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): break
            default: scalars.append(scalar)
            }
            previous = scalar
        }
        return String(scalars)
    }
}
