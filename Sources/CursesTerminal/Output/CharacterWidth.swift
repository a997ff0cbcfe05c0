import TerminalUI

/// Stands in the program for the C library's `wcwidth`, so that ncurses, which asks it about each character it draws, knows
/// the widths by which the frame was made: `cellWidth` decides in one place, of ambiguous characters too.
///
/// The dynamic linker takes the program's own symbol before a library's; without it ncurses would take ① for one cell on a
/// terminal that gives it two, and misplace the rest of the row.
@_cdecl("wcwidth")
public func characterWidth(_ character: Int32) -> Int32 {
    guard character != 0 else { return 0 }
    return Unicode.Scalar(UInt32(bitPattern: character)).map { Int32(cellWidth(of: $0)) } ?? -1
}
