import Foundation
import Testing

@testable import TerminalUI

@Suite("Cell widths")
struct CellWidthTests {
    @Test(
        "text takes cells, not characters",
        arguments: [
            ("", 0), ("a", 1), ("株式会社", 8), ("ｶﾞ", 2), ("ﾊﾟｰﾄ", 4), ("𠮷", 2), ("髙", 2), ("﨑", 2), ("㈱", 2),
            ("か\u{3099}", 2), ("e\u{301}", 1), ("é", 1), ("😀", 2), ("♥\u{FE0F}", 1), ("①", 1), ("○", 1), ("…", 1),
            ("─", 1),
            ("Ａ", 2), ("\u{3000}", 2), ("\u{301}", 1), ("\u{1B}", 8), ("\n", 8), ("\u{10FFFF}", 10), ("葛\u{E0100}", 2),
            ("👨\u{200D}👩", 4), ("a\u{200D}b", 10), ("กำ", 2),
        ])
    func width(text: String, width: Int) {
        #expect(cellWidth(text) == width)
    }

    @Test("every code point has the width that the C library, by which ncurses draws, gives it, or is hidden")
    func sameAsTheLibrary() throws {
        // Another C library may know another Unicode; the tables were made from glibc 2.36. Swift's import leaves
        // wcwidth out. The locale is this thread's only.
        let library = try #require(dlopen("libc.so.6", RTLD_LAZY))
        defer { dlclose(library) }
        let symbol = try #require(dlsym(library, "wcwidth"))
        let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> CInt).self)
        let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
        let before = uselocale(locale)
        defer {
            uselocale(before)
            freelocale(locale)
        }
        var different: [UInt32] = []
        var hidden = 0
        for scalar in (0...UInt32(0x10FFFF)).lazy.compactMap(Unicode.Scalar.init) where scalar.value > 0 {
            let ours = cellWidth(of: scalar)
            let theirs = Int(wcwidth(wchar_t(scalar.value)))
            if ours == -1, theirs >= 0 { hidden += 1 } else if ours != theirs { different.append(scalar.value) }
        }
        #expect(different.isEmpty, "\(different.prefix(20).map { String($0, radix: 16) })")
        #expect(hidden < 200)
    }

    @Test("on a wide terminal ambiguous characters take two cells, and nothing else changes")
    func ambiguous() {
        for (text, width) in [
            ("①", 2), ("◎◇", 4), ("─", 2), ("⇒", 2), ("※", 2), ("Ωж", 4), ("é", 2), ("e\u{301}", 1), ("÷", 2), ("‥", 2),
            ("○●", 4), ("→", 2), ("×", 2), ("…", 2), ("·", 2),
            ("株", 2), ("ｶﾞ", 2), ("✓", 1), ("‹›", 2), ("a", 1), ("\u{AD}", 8), ("䷀", 8), ("〜ー・", 6), ("①\u{301}", 2),
        ] {
            #expect(AmbiguousWidth.$current.withValue(.wide) { cellWidth(text) } == width, "\(text)")
        }
        for value in (0...UInt32(0x2FFFF)) where !(0x4DC0...0x4DFF).contains(value) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let (narrow, wide) = (
                cellWidth(of: scalar), AmbiguousWidth.$current.withValue(.wide) { cellWidth(of: scalar) }
            )
            #expect(wide == narrow || narrow == 1 && wide == 2, "\(String(value, radix: 16))")
        }
    }

    @Test("what is hidden by nature has no width")
    func hidden() {
        for value in ignorable {
            #expect(cellWidth(of: Unicode.Scalar(value)!) == -1, "\(String(value, radix: 16))")
        }
    }
}

/// Default ignorable code points that are assigned, without the variation selectors.
let ignorable: [UInt32] = [
    0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180E, 0x180F, 0x200B, 0x200C, 0x200D,
    0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2064, 0x2066, 0x2067,
    0x2068, 0x2069, 0x206A, 0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFA, 0xFFFB, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A,
    0xE0001, 0xE0020, 0xE007F,
]
