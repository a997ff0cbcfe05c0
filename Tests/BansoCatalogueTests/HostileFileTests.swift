import BansoDomain
import Testing

@testable import BansoCatalogue

@Suite("A hostile file is refused, and nothing worse")
struct HostileFileTests {
    private func refusal(_ text: String) throws -> CatalogueError {
        try #require(throws: CatalogueError.self) { try CatalogueFile.parse(text, file: "x.toml") }
    }

    @Test(arguments: [
        "", "\n", "\u{FEFF}", "x", "=", "[", "[[", "]]", "\"", "'''", "a = {", "a.b.c = 1\na.b = 2", "id = [[[[",
        "\u{1B}]0;x\u{07}",
        "id = nan", "version = 99999999999999999999", "period = 1", "period = {}", "prefectures = [{}]",
        "indicator = 1",
    ])
    func refuses(text: String) throws {
        let line = try refusal(text).description
        #expect(line.hasPrefix("x.toml: "))
        #expect(!line.unicodeScalars.contains(where: Quoting.isInvisible))
    }

    @Test func survivesBeingCutAnywhere() {
        let bytes = Array(CatalogueFile.embedded.utf8)
        for end in stride(from: 0, to: bytes.count - 200, by: 997) {
            let text = String(decoding: bytes[..<end], as: UTF8.self)
            // Between two indicators a cut leaves a good catalogue of fewer; anywhere else it is refused.
            let left = (try? CatalogueFile.parse(text, file: "x.toml"))?.indicators.count ?? 0
            #expect(left < 48)
        }
    }

    @Test func survivesAnyByteBeingChanged() {
        var bytes = Array(CatalogueFile.embedded.utf8)
        for place in stride(from: 3, to: bytes.count, by: 1499) {
            let byte = bytes[place]
            for other in [0x00, 0x0A, 0x22, 0x2E, 0x5B, 0x5C, 0x7D, 0xFF] as [UInt8] {
                bytes[place] = other
                // Some changes leave a good catalogue (a letter of a label); none may crash.
                _ = try? CatalogueFile.parse(String(decoding: bytes, as: UTF8.self), file: "x.toml")
            }
            bytes[place] = byte
        }
    }

    @Test func showsNoControlCharacterOfTheFilesName() throws {
        let error = try #require(throws: CatalogueError.self) { try CatalogueFile.parse("", file: "a\nb\u{1B}.toml") }
        #expect(error.description.hasPrefix("a‹U+000A›b‹U+001B›.toml: "))
    }

    @Test func namesAHostileKeyInOneLine() throws {
        let error = try refusal("\"\\u001B[2J\\n\" = 1")
        #expect(error.description.hasPrefix("x.toml: \"‹U+001B›[2J‹U+000A›\": unknown key"))
    }
}
