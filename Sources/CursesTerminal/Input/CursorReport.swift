import TerminalUI

/// The terminal's answer to "where is the cursor?": ESC [ row ; column R.
struct CursorReport: Hashable {
    static let question = "\u{1B}[6n"
    /// Prints an ambiguous character and asks what became of the cursor. In the second row, because an answer from the first
    /// reads as a key (ESC [ 1 ; 2 R is F3 with Shift).
    static let widthQuestion = "\u{1B}[2;1H①" + question

    /// From 1.
    var row: Int
    var column: Int

    /// What the answer to `widthQuestion` says; nil where it is none.
    var ambiguousWidth: AmbiguousWidth? {
        guard row == 2 else { return nil }
        return AmbiguousWidth.allCases.first { $0.cells == column - 1 }
    }

    /// - Returns: nil where it is another report.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.starts(with: [0x1B, UInt8(ascii: "[")]), bytes.last == UInt8(ascii: "R") else { return nil }
        let numbers = String(decoding: bytes.dropFirst(2).dropLast(), as: UTF8.self).split(separator: ";").map {
            Int($0)
        }
        guard numbers.count == 2, let row = numbers[0], let column = numbers[1] else { return nil }
        (self.row, self.column) = (row, column)
    }
}
