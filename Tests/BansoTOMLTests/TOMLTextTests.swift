import BansoDomain
import TOMLKit
import Testing

@testable import BansoTOML

@Suite("Any text is read as TOML or refused, and nothing worse")
struct TOMLTextTests {
    private func fault(_ text: String) throws -> TOMLFault {
        try #require(throws: TOMLFault.self) { try TOMLText.table(text) }
    }

    @Test func whatIsTOMLIsRead() throws {
        let table = try TOMLText.table("\u{FEFF}a = [[1], {}, '[ }']\n[b.c]\nd = \"\"\"\n[=\"\"\"\n")
        #expect(table["a"]?.array?.count == 3)
        #expect(table["b"]?.table?["c"]?.table?["d"]?.string == "[=")
        #expect(try TOMLText.table("").keys.isEmpty)
    }

    @Test(arguments: [
        "x", "=", "[", "[[", "]]", "\"", "'''", "a = \"x\n", "a = {", "a = [1", "a.b.c = 1\na.b = 2", "}",
    ])
    func whatIsNotIsRefusedWithItsPlace(text: String) throws {
        let fault = try fault(text)
        #expect(fault.position != nil && fault.reason.en.hasPrefix("not TOML: "))
        #expect(fault.reason.ja.hasPrefix("TOMLとして読めません"))
    }

    /// Texts at which toml++ ends the process when it is given them.
    @Test(arguments: [
        ("id = [ }", 1, 8), ("a = 1\nid = [\n  1, # é }\n  }", 4, 3), ("[ }", 1, 3), ("[=]", 1, 2), ("[[ [a]]", 1, 4),
        ("x = 1\n[。]", 2, 2), ("é = \"[\"\n[#a]", 2, 2), ("s = \"\"\"[ }\n\"\"\"\"\"\n[}", 3, 2),
        ("s = '\\' \n[}", 2, 2),
        ("[\n]", 1, 2), ("d = 2025-01-01 1\n", 1, 16), ("d = [2025-01-01  1]", 1, 18), ("d = 2025-01-01_ 1,", 1, 17),
    ])
    func refusesWhatTOMLKitAbortsAt(text: String, line: Int, column: Int) throws {
        let fault = try fault(text)
        #expect(fault.position == TOMLFault.Position(line: line, column: column))
        #expect(fault.reason.en == "not TOML: a key or value is missing here")
    }

    @Test func takesBracketsInStringsAndCommentsForText() throws {
        let table = try TOMLText.table(
            "a = [ '[ }', \"\\\"[ }\", \"\"\"\n[=\"\"\", # [ }\n {}, [], ] # [=\n# [=\nb = 1 # 2025-01-01 1")
        #expect(table["a"]?.array?.count == 5 && table["b"]?.int == 1)
    }

    /// TOMLKit hands texts on as C strings, and would take half of one for the whole.
    @Test(arguments: ["\u{0}", "id = \"a\\u0000b\"", "id = \"a\\U00000000b\"", "id = 1 # \u{0}\nid = 2"])
    func refusesNul(text: String) throws {
        #expect(try fault(text) == TOMLFault(reason: LocalizedText(ja: "NUL文字が入っています", en: "has a NUL character")))
    }

    @Test func letsOtherEscapesThrough() throws {
        #expect(try TOMLText.table("id = \"\\u0041\\u00e9\\\\u000\"")["id"]?.string == "Aé\\u000")
    }

    @Test func refusesAHugeText() throws {
        #expect(try TOMLText.table(String(repeating: "#", count: TextGuard.mostBytes)).keys.isEmpty)
        let fault = try fault(String(repeating: "#", count: TextGuard.mostBytes + 1))
        #expect(fault.reason.en == "is longer than 1048576 bytes")
        #expect(try self.fault(String(repeating: "[", count: 1_000_000)).position?.column == 3)
    }

    @Test func refusesDeepDottedKeys() throws {
        let fault = try fault("id = 1\n" + String(repeating: "a.", count: 50_000) + "a = 1\n")
        #expect(fault.reason.en == "line 2 has more than 64 dots")
    }

    /// As deep as the guards let through: lists in lists, each with a dotted key of the greatest length.
    @Test func survivesTheDeepestNesting() throws {
        let key = String(repeating: "a.", count: TextGuard.mostDotsInALine) + "a"
        for depth in [120, 5_000] {
            let nested = "a = [" + String(repeating: "{ \(key) = [\n", count: depth) + "="
            #expect(try fault(nested).reason.en.hasPrefix("not TOML"))
        }
        let closed =
            "a = [" + String(repeating: "{ \(key) = [\n", count: 120) + String(repeating: "] }", count: 120) + "]"
        #expect(try TOMLText.table(closed).keys == ["a"])
    }
}
