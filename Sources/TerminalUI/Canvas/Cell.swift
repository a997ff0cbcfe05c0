/// One cell of a canvas: what is drawn in it and how. Plain data, so that whole frames compare quickly.
public struct Cell: Hashable, Sendable {
    /// The base code point; 0 in the right half of a wide character.
    public var scalar: UInt32
    public var firstMark: UInt32 = 0
    public var secondMark: UInt32 = 0
    /// 1 or 2; 0 for the right half of a wide character.
    public var width: UInt8
    public var style: Style

    public init(scalar: Unicode.Scalar, width: UInt8, style: Style = .plain) {
        self.scalar = scalar.value
        self.width = width
        self.style = style
    }

    static func rightHalf(_ style: Style) -> Cell { Cell(scalar: "\0", width: 0, style: style) }
    static func blank(_ style: Style) -> Cell { Cell(scalar: " ", width: 1, style: style) }

    /// A third mark and more are left out.
    mutating func add(mark: Unicode.Scalar) {
        if firstMark == 0 { firstMark = mark.value } else if secondMark == 0 { secondMark = mark.value }
    }

    var isLatin: Bool { scalar > 0x20 && scalar < 0x300 }

    /// The code points of a cell that is not a right half.
    public func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
        for value in [scalar, firstMark, secondMark] where value != 0 { body(Unicode.Scalar(value)!) }
    }
}
