/// A key as a person means it, or the mouse.
public enum Key: Hashable, Sendable {
    case character(Character)
    case control(Character)
    case alt(Character)
    case enter, tab, backTab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
    /// Text that was pasted as a whole: text, never commands.
    case paste(String)
    /// The first button was pressed there.
    case click(Point)
    /// The wheel was turned; `down` shows what follows.
    case wheel(isDown: Bool)

    /// The key as a command: full-width letters from an input method mean their half-width twins (ｊ is j, ？ is ?).
    public var command: Key {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
            character.unicodeScalars.count == 1
        else { return self }
        switch scalar.value {
        case 0xFF01...0xFF5E: return .character(Character(Unicode.Scalar(scalar.value - 0xFEE0)!))
        case 0x3000: return .character(" ")
        default: return self
        }
    }

    /// Whether it comes of the mouse.
    public var isMouse: Bool {
        switch self {
        case .click, .wheel: true
        default: false
        }
    }

    /// Whether it is kana: a sign that an input method is on where a command was expected.
    public var isKana: Bool {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first else { return false }
        return (0x3041...0x30FF).contains(scalar.value) || (0xFF66...0xFF9F).contains(scalar.value)
    }

    /// As it is written in the footer and the help.
    public var label: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let character): "Ctrl-" + Key.name(of: character)
        case .alt(let character): "Alt-" + Key.name(of: character)
        case .enter: "Enter"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .escape: "Esc"
        case .backspace: "Backspace"
        case .delete: "Delete"
        case .insert: "Insert"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .function(let number): "F\(number)"
        case .paste: "paste"
        case .click, .wheel: "mouse"
        }
    }

    private static func name(of character: Character) -> String {
        switch character {
        case " ": "Space"
        case "\u{7F}": "Backspace"
        default: character.uppercased()
        }
    }
}
