public struct Size: Hashable, Sendable {
    public var width: Int
    public var height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

public struct Point: Hashable, Sendable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }
}

/// A rectangle of cells. Never negative: what doesn't fit is empty, and an empty one draws nothing.
public struct Rect: Hashable, Sendable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public var right: Int { x + width }
    public var bottom: Int { y + height }
    public var isEmpty: Bool { width == 0 || height == 0 }

    public func contains(_ point: Point) -> Bool {
        x..<right ~= point.x && y..<bottom ~= point.y
    }

    public func inset(x dx: Int = 0, y dy: Int = 0) -> Rect {
        Rect(x: x + min(dx, width), y: y + min(dy, height), width: width - 2 * dx, height: height - 2 * dy)
    }

    /// The first `count` rows, and what is left below them.
    public func split(top count: Int) -> (Rect, Rect) {
        let taken = min(max(0, count), height)
        return (
            Rect(x: x, y: y, width: width, height: taken),
            Rect(x: x, y: y + taken, width: width, height: height - taken)
        )
    }

    /// What is left above the last `count` rows, and those rows.
    public func split(bottom count: Int) -> (Rect, Rect) { split(top: height - min(max(0, count), height)) }

    /// The first `count` columns, and what is left beside them.
    public func split(left count: Int) -> (Rect, Rect) {
        let taken = min(max(0, count), width)
        return (
            Rect(x: x, y: y, width: taken, height: height),
            Rect(x: x + taken, y: y, width: width - taken, height: height)
        )
    }

    /// `count` columns of about equal width with `gap` cells between them; the first ones take what is left over.
    public func columns(_ count: Int, gap: Int) -> [Rect] {
        guard count > 0 else { return [] }
        let total = max(0, width - gap * (count - 1))
        var left = x
        return (0..<count).map { index in
            let column = Rect(x: left, y: y, width: total / count + (index < total % count ? 1 : 0), height: height)
            left = column.right + gap
            return column
        }
    }

    /// A rectangle of this size in the middle, no larger than this one.
    public func centred(_ size: Size) -> Rect {
        let width = min(size.width, self.width)
        let height = min(size.height, self.height)
        return Rect(x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
    }

    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(
            x: left, y: top, width: min(right, other.right) - left, height: min(bottom, other.bottom) - top)
    }
}
