import BansoTOML
import BansoThemes
import TerminalUI
import Testing

@Suite("Theme files")
struct ThemeFileTests {
    @Test("every theme in the binary loads, under its own name, in both languages", arguments: Themes.names)
    func loads(name: String) throws {
        let file = try Themes.file(named: name)
        #expect(file.theme.name == name)
        #expect(file.theme.roles.count == Role.allCases.count)
        #expect(file.theme.surfaces.count == Surface.allCases.count)
        #expect(file.theme.isDark == (name != "light"))
        #expect(!file.label.ja.isEmpty && file.label.ja != file.label.en)
        #expect(try Themes.named(name) == file.theme)
    }

    @Test("labels are told apart")
    func labels() throws {
        let labels = try Themes.names.map { try Themes.file(named: $0).label }
        #expect(Set(labels.map(\.ja)).count == labels.count)
        #expect(Set(labels.map(\.en)).count == labels.count)
    }

    @Test("a theme that does not exist is refused with those that do")
    func unknown() {
        #expect(throws: TOMLProblem.self) { try Themes.named("Dark") }
        let error = #expect(throws: TOMLProblem.self) { try Themes.named("\u{1B}[2Jx\n") }
        #expect(
            error.map { visible($0.text.en) }
                == "‹U+001B›[2Jx‹U+000A›: no such theme; there are dark, light, high-contrast, colour-blind, sixteen, "
                + "monochrome")
    }

    @Test("values are read as they are written")
    func values() throws {
        let theme = try Themes.parse(
            sample.replacing("text = { colour = \"default\" }", with: "text = { colour = \"#0AfF10\", bold = true }")
                .replacing(
                    "muted = { colour = \"default\" }",
                    with: "muted = { colour = \"ansi:15\", dim = true, underline = false }"
                )
                .replacing(
                    "bar = { background = \"default\" }",
                    with: "bar = { background = \"ansi:0\", reverse = true, underline = true }"),
            file: "sample.toml")
        #expect(theme.roles[.text] == Theme.Ink(colour: .rgb(0x0A, 0xFF, 0x10), isBold: true))
        #expect(theme.roles[.muted] == Theme.Ink(colour: .ansi(15), isDim: true))
        #expect(theme.roles[.key] == Theme.Ink())
        #expect(theme.surfaces[.bar] == Theme.Ink(colour: .ansi(0), isUnderlined: true, isReversed: true))
        #expect(theme.name == "sample" && theme.label == "Sample" && !theme.isDark)
    }

    @Test("what is wrong is refused with file, key and reason", arguments: mutations)
    func refused(mutation: Mutation) {
        let text = sample.replacing(mutation.from, with: mutation.to)
        #expect(text != sample)
        let error = #expect(throws: TOMLProblem.self) { try Themes.parse(text, file: "mine.toml") }
        #expect(error?.file == "mine.toml")
        #expect(error?.key.en == mutation.key)
        #expect(error?.reason.en.contains(mutation.reason) == true, "\(error?.reason.en ?? "")")
        #expect(error?.text.en.hasPrefix("mine.toml: ") == true)
        #expect(error.map { visible($0.text.en) }?.contains(where: \.isNewline) == false)
    }

    @Test("text that can't be seen is refused by its key; where a colour is the terminal's own, nothing is known")
    func unreadable() throws {
        func theme(_ role: String, _ colour: String) throws -> Theme {
            let text = sample.replacing(
                "base = { background = \"default\" }", with: "base = { background = \"#101010\" }"
            )
            .replacing("\(role) = { colour = \"default\" }", with: "\(role) = { colour = \"\(colour)\" }")
            return try Themes.parse(text, file: "mine.toml")
        }
        let problem = #expect(throws: TOMLProblem.self) { try theme("muted", "#101010") }
        #expect(problem?.file == "mine.toml" && problem?.key.en == "roles.muted.colour")
        #expect(problem?.reason.en.contains("surfaces.base.background (1.0:1") == true)
        // Hard to read is said, not refused; frames are seen, not read.
        #expect(try theme("muted", "#404040").hardToRead?.role == .muted)
        #expect(try theme("border", "#101010").unreadable == nil)
        #expect(try theme("muted", "ansi:0").unreadable == nil)
    }

    @Test(
        "a colour that is none is refused",
        arguments: [
            "", "red", "#fff", "#12345", "#1234567", "#gggggg", "#+12345", "#-12345", "＃123456", "123456", "ansi:16",
            "ansi:-1", "ansi:", "ansi:01", "ansi:+1", "ansi:256", "ansi:９", "Default", " default", "#12345６",
        ])
    func colours(colour: String) {
        let text = sample.replacing("key = { colour = \"default\"", with: "key = { colour = \"\(colour)\"")
        let error = #expect(throws: TOMLProblem.self) { try Themes.parse(text, file: "mine.toml") }
        #expect(error?.key.en == "roles.key.colour")
    }

    @Test("every role is asked for", arguments: Role.allCases.map(\.name))
    func missingRole(name: String) { expectMissing(name, in: "roles") }

    @Test("every surface is asked for", arguments: Surface.allCases.map(\.name))
    func missingSurface(name: String) { expectMissing(name, in: "surfaces") }

    @Test func eachIsWrittenAsItIsCalled() {
        for role in Role.allCases { #expect(role.name == "\(role)") }
        for surface in Surface.allCases { #expect(surface.name == "\(surface)") }
    }

    private func expectMissing(_ name: String, in table: String) {
        let text = sample.split(separator: "\n").filter { !$0.hasPrefix(name + " = {") }.joined(separator: "\n")
        let error = #expect(throws: TOMLProblem.self) { try Themes.parse(text, file: "mine.toml") }
        #expect(error?.text.en == "mine.toml: \(table).\(name): missing")
    }
}

struct Mutation: Sendable, CustomTestStringConvertible {
    var from: String
    var to: String
    var key: String
    var reason: String

    init(_ from: String, _ to: String, _ key: String, _ reason: String) {
        self.from = from
        self.to = to
        self.key = key
        self.reason = reason
    }

    var testDescription: String { "\(key): \(reason)" }
}

private let mutations = [
    Mutation("[roles]\n", "[roles]\nhero = { colour = \"default\" }\n", "roles.hero", "unknown"),
    Mutation("[surfaces]\n", "[surfaces]\nsea = { background = \"default\" }\n", "surfaces.sea", "unknown"),
    Mutation("dark = false", "dark = false\nauthor = \"me\"", "author", "unknown"),
    Mutation("dark = false\n", "", "dark", "missing"),
    Mutation("dark = false", "dark = \"no\"", "dark", "true or false"),
    Mutation("dark = false", "dark = 0", "dark", "true or false"),
    Mutation("name = \"sample\"", "name = \"\"", "name", "not empty"),
    Mutation("name = \"sample\"", "name = 5", "name", "text"),
    Mutation("ja = \"見本\", ", "", "label.ja", "missing"),
    Mutation("ja = \"見本\"", "ja = \"見本\", fr = \"x\"", "label.fr", "unknown"),
    Mutation("label = { ja = \"見本\", en = \"Sample\" }", "label = \"Sample\"", "label", "table"),
    Mutation("text = { colour = \"default\" }", "text = \"default\"", "roles.text", "table"),
    Mutation("text = { colour = \"default\" }", "text = { bold = true }", "roles.text.colour", "missing"),
    Mutation("text = { colour = \"default\" }", "text = { colour = 3 }", "roles.text.colour", "text"),
    Mutation(
        "text = { colour = \"default\" }", "text = { colour = \"default\", italic = true }", "roles.text.italic",
        "unknown"),
    Mutation(
        "text = { colour = \"default\" }", "text = { colour = \"default\", bold = 1 }", "roles.text.bold",
        "true or false"),
    Mutation(
        "bar = { background = \"default\" }", "bar = { colour = \"default\" }", "surfaces.bar.colour", "unknown"),
    Mutation("[roles]", "roles = 1\n[other]", "other", "unknown"),
    Mutation("dark = false", "dark = false\ndark = true", "line 4, column 8", "redefine"),
    Mutation("dark = false", "dark = ", "line 3, column 8", "expected value"),
    Mutation("dark = false", "dark = false\u{0}", "", "NUL"),
]

private let sample: String = {
    let roles = Role.allCases.map { "\($0) = { colour = \"default\" }\n" }.joined()
    let surfaces = Surface.allCases.map { "\($0) = { background = \"default\" }\n" }.joined()
    return """
        name = "sample"
        label = { ja = "見本", en = "Sample" }
        dark = false
        [roles]
        \(roles)[surfaces]
        \(surfaces)
        """
}()
