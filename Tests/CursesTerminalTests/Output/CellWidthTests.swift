import Glibc
import Testing

@testable import CursesTerminal
@testable import TerminalUI

/// ncurses asks wcwidth how far a character reaches; were the canvas to think otherwise, the rest of the row would shift.
struct CellWidthTests {
    /// Glibc's module hides it, so it is looked up by its name.
    private let wcwidth: @convention(c) (UInt32) -> Int32

    init() throws {
        wcwidth = unsafeBitCast(
            try #require(dlsym(nil, "wcwidth")), to: (@convention(c) (UInt32) -> Int32).self)
    }

    @Test func everyCodePointAgreesWithTheLinkedLibrary() throws {
        try #require(CharacterSet.isUTF8)
        var different: [String] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let width = cellWidth(of: scalar)
            let library = Int(wcwidth(value))
            // What TerminalUI hides on purpose is drawn as ‹U+202E›, in characters of which each is compared here.
            if width < 0 || width == library { continue }
            different.append("U+\(String(value, radix: 16)): \(width), wcwidth \(library)")
        }
        #expect(different.isEmpty, "\(different.count): \(different.prefix(10))")
    }

    @Test func onlyWhatIsUnsafeIsHidden() throws {
        try #require(CharacterSet.isUTF8)
        var hidden: [UInt32] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), cellWidth(of: scalar) < 0 else { continue }
            if wcwidth(value) > 0 { hidden.append(value) }
        }
        let marks: [ClosedRange<UInt32>] = [
            0x061C...0x061C, 0x180E...0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF...0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F,
        ]
        #expect(hidden.allSatisfy { value in marks.contains { $0.contains(value) } })
    }
}
