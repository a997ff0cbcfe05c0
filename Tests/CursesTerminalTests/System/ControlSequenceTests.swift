import Testing

@testable import CursesTerminal

@Suite struct ControlSequenceTests {
    /// The vectors of RFC 4648, section 10, and text of three bytes a character.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"), ("伴走", "5Ly06LWw"),
    ]) func theClipboardsTextIsBase64(_ text: String, _ encoded: String) {
        #expect(ControlSequence.base64(Array(text.utf8)) == encoded)
        #expect(ControlSequence.clipboard(text) == "\u{1B}]52;c;" + encoded + "\u{1B}\\")
    }

    @Test func aTitleHoldsNoSequenceOfItsOwn() {
        let title = ControlSequence.title("a\u{1B}]0;b\u{7}\u{202E}c")
        #expect(title.unicodeScalars.filter { $0.value < 0x20 || $0 == "\u{202E}" }.count == 2)
    }
}
