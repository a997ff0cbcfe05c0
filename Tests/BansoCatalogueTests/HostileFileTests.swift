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

    @Test(arguments: ["\u{0}", "id = \"a\\u0000b\"", "id = \"a\\U00000000b\"", "id = 1 # \u{0}\nid = 2"])
    func refusesNul(text: String) throws {
        #expect(try refusal(text).reason.en == "has a NUL character")
    }

    @Test func letsOtherEscapesThrough() throws {
        let error = try refusal("id = \"\\u0041\\u00e9\\\\u000\"")
        #expect(error.place != .whole)
    }

    /// Texts at which toml++ ends the process when it is given them.
    @Test(arguments: [
        ("id = [ }", 1, 8), ("a = 1\nid = [\n  1, # é }\n  }", 4, 3), ("[=]", 1, 2), ("[", 0, 0), ("[[ [a]]", 1, 4),
        ("x = 1\n[。]", 2, 2), ("é = \"[\"\n[#a]", 2, 2), ("s = \"\"\"[ }\n\"\"\"\"\"\n[}", 3, 2),
        ("s = '\\' \n[}", 2, 2),
        ("[\n]", 1, 2), ("d = 2025-01-01 1\n", 1, 16), ("d = [2025-01-01  1]", 1, 18), ("d = 2025-01-01_ 1,", 1, 17),
    ])
    func refusesWhatTOMLKitAbortsAt(text: String, line: Int, column: Int) throws {
        let error = try refusal(text)
        #expect(line == 0 || error.place == .position(line: line, column: column), "\(error)")
        #expect(error.reason.en.hasPrefix("not TOML: "))
    }

    @Test func takesBracketsInStringsAndCommentsForText() throws {
        let error = try refusal(
            "a = [ '[ }', \"\\\"[ }\", \"\"\"\n[=\"\"\", # [ }\n {}, [], ] # [=\n# [=\nb = 1 # 2025-01-01 1")
        #expect(error.place == .key("a"), "\(error)")
    }

    @Test func refusesAHugeFile() throws {
        let error = try refusal(String(repeating: "#", count: TextGuard.mostBytes + 1))
        #expect(error.description == "x.toml: is longer than 1048576 bytes")
    }

    @Test func refusesDeepDottedKeys() throws {
        let error = try refusal("id = 1\n" + String(repeating: "a.", count: 50_000) + "a = 1\n")
        #expect(error.description == "x.toml: line 2 has more than 64 dots")
    }

    /// As deep as the guards let through: lists in lists, each with a dotted key of the greatest length.
    @Test func survivesTheDeepestNesting() throws {
        let key = String(repeating: "a.", count: TextGuard.mostDotsInALine) + "a"
        let nested = "a = [" + String(repeating: "{ \(key) = [\n", count: 5_000) + "="
        #expect(try refusal(nested).description.contains("not TOML"))
        let shallow = "a = [" + String(repeating: "{ \(key) = [\n", count: 120) + "="
        #expect(try refusal(shallow).description.contains("not TOML"))
        let closed =
            "a = [" + String(repeating: "{ \(key) = [\n", count: 120) + String(repeating: "] }", count: 120) + "]"
        #expect(
            try refusal(closed).description == "x.toml: a: unknown key; known here: id, version, title, period, "
                + "prefectures, consultation, programme, activity, pipeline, definition, indicator")
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
