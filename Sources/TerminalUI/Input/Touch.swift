/// What a click on a place means: keys, so that whatever the mouse can do the keyboard can.
public enum Touch: Hashable, Sendable {
    /// A key as the frame names it there.
    case key(Key)
    /// Keys with their usual meaning, whatever else a person has given them to.
    case usual([Key])

    /// So many steps of the arrow keys from where the selection is; where it is already, Enter.
    public static func move(right: Int, down: Int) -> Touch {
        func steps(_ count: Int, _ forward: Key, _ back: Key) -> [Key] {
            Array(repeating: count > 0 ? forward : back, count: abs(count))
        }
        let keys = steps(right, .right, .left) + steps(down, .down, .up)
        return .usual(keys.isEmpty ? [.enter] : keys)
    }
}

extension Canvas {
    /// A row or card: a click selects it, another one opens it.
    public mutating func touch(_ rect: Rect, right: Int = 0, down: Int) {
        touch(rect, .move(right: right, down: down))
    }

    /// What a click there means; what was drawn last lies on top. Nil: nothing.
    public func touch(at point: Point) -> Touch? {
        touches.last { $0.rect.contains(point) }?.touch
    }
}
