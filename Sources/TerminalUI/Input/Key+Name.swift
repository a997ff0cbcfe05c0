extension Key {
    private static let named: [String: Key] = [
        "enter": .enter, "tab": .tab, "shift-tab": .backTab, "esc": .escape, "escape": .escape,
        "space": .character(" "),
        "backspace": .backspace, "delete": .delete, "insert": .insert, "up": .up, "down": .down, "left": .left,
        "right": .right, "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown,
    ]

    /// A key as a settings file writes it: `x`, `Ctrl-R`, `Alt-x`, `F5`, `Shift-Tab`, `PgUp`, `Space`. Letters alone keep
    /// their case; nil where there is no such key.
    public init?(named name: String) {
        if name.count == 1, let character = name.first, !character.isWhitespace {
            self = .character(character)
            return
        }
        let lower = name.lowercased()
        if let key = Key.named[lower] {
            self = key
        } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...20).contains(number) {
            self = .function(number)
        } else if lower.hasPrefix("ctrl-"), lower.count == 6, let letter = lower.last, letter.isASCII {
            self = .control(letter)
        } else if lower.hasPrefix("alt-"), lower.count == 5, let letter = lower.last, letter.isASCII {
            self = .alt(letter)
        } else {
            return nil
        }
    }
}
