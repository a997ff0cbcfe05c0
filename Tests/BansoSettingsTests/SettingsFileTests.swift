import BansoApp
import BansoDomain
import BansoTOML
import TerminalUI
import Testing

@testable import BansoSettings

/// A person's settings are read strictly: what can't be meant is named with its key.
@Suite struct SettingsFileTests {
    private func read(_ text: String) -> Settings {
        let file = SettingsFile(text, file: "config.toml")
        #expect(file.problems.isEmpty)
        return file.settings
    }

    @Test func everythingThatCanBeSettledIsRead() throws {
        let settings = read(
            """
            language = "ja"
            theme = "light"
            start = "A3"
            ascii = true
            mouse = true
            ambiguous = "wide"

            [keys]
            undo = ["z", "Ctrl-U"]
            redo = "Z"
            merge = []
            page-A3 = ["F3"]

            [wall]
            pages = ["overview", "A"]
            interval = 20
            """)
        #expect(
            settings.language == .ja && settings.theme == "light" && settings.start == "A3" && settings.isASCII
                && settings.hasMouse)
        #expect(settings.ambiguousWidth == .wide)
        #expect(read("ambiguous = \"auto\"").ambiguousWidth == nil)
        #expect(
            settings.keys
                == KeyMap([
                    "undo": [.character("z"), .control("u")], "redo": [.character("Z")], "merge": [],
                    "page-A3": [.function(3)],
                ]))
        #expect(settings.wall.pages == ["overview", "A"] && settings.wall.interval == 20)
        #expect(read("") == Settings())
        #expect(read("[wall]\ninterval = 0.5").wall.interval == 0.5)
    }

    @Test(
        "Given what can't be meant, then its key and the reason are named",
        arguments: [
            ("colour = 1", "config.toml: colour: unknown; known are language"),
            ("language = \"fr\"", "config.toml: language: must be \"ja\" or \"en\""),
            ("theme = 3", "config.toml: theme: must be a text"),
            ("theme = \"\"", "config.toml: theme: must be a text that is not empty"),
            ("[wall]\ninterval = 86401", "config.toml: wall.interval: must be a number of seconds"),
            ("[wall]\ninterval = \"20\"", "config.toml: wall.interval: must be a number of seconds"),
            ("ascii = \"yes\"", "config.toml: ascii: must be true or false"),
            ("mouse = 1", "config.toml: mouse: must be true or false"),
            ("ambiguous = \"double\"", "config.toml: ambiguous: must be \"narrow\", \"wide\" or \"auto\""),
            ("keys = 3", "config.toml: keys: must be a table"),
            ("[keys]\nfly = [\"x\"]", "config.toml: keys.fly: no such action; 'banso manual' names"),
            ("[keys]\nundo = [\"Hyper-Q\"]", "config.toml: keys.undo: \"Hyper-Q\" is no key"),
            ("[keys]\nundo = [3]", "config.toml: keys.undo: must be a list of texts"),
            ("[keys]\nundo = [\"x\"]\nredo = [\"x\"]", "\"x\" is in keys."),
            ("[wall]\nfast = 1", "config.toml: wall.fast: unknown"),
            ("[wall]\npages = []", "config.toml: wall.pages: names no page"),
            ("[wall]\ninterval = 0", "config.toml: wall.interval: must be a number of seconds"),
            ("language = \"ja\"\nlanguage = \"en\"", "config.toml: line 2, column "),
            ("a\0b = 1", "config.toml: has a NUL"),
            ("[ }", "config.toml: line 1, column 3: not TOML"),
        ])
    func refused(_ text: String, _ message: String) throws {
        let problem = try #require(SettingsFile(text, file: "config.toml").problems.first)
        #expect(problem.text.en.contains(message), "\(problem.text.en)")
        #expect(!problem.text.en.contains("\n") && !problem.text.ja.contains("\n"))
    }

    @Test func whatIsWrongIsSaidInJapaneseToo() throws {
        let problems = [
            "colour = 1": "config.toml：colour：知らない項目です（language、", "[ }": "config.toml：1行3文字目：TOMLとして読めません",
            "[keys]\nfly = [\"x\"]": "config.toml：keys.fly：そのような操作はありません（",
        ]
        for (text, message) in problems {
            let problem = try #require(SettingsFile(text, file: "config.toml").problems.first)
            #expect(problem.text.ja.hasPrefix(message), "\(problem.text.ja)")
        }
    }

    @Test func everythingThatIsWrongIsNamedAndTheRestIsRead() {
        let file = SettingsFile(
            """
            colour = 1
            language = "ja"
            mouse = "yes"
            shape = 2
            theme = 3

            [keys]
            fly = "x"
            redo = "F5"
            undo = "Hyper-Q"

            [wall]
            fast = true
            interval = 20
            pages = 7
            """, file: "config.toml")
        #expect(
            file.problems.map(\.key.en)
                == ["colour", "shape", "theme", "mouse", "keys.fly", "keys.undo", "wall.fast", "wall.pages"])
        #expect(file.settings.language == .ja && file.settings.wall.interval == 20)
        #expect(file.settings.keys == KeyMap(["redo": [.function(5)]]))
        #expect(!file.settings.hasMouse && file.settings.theme == nil && file.settings.wall.pages.isEmpty)
    }

    @Test func everyActionThatIsOfferedHasANameOfItsOwn() {
        #expect(Set(KeyMap.names).count == KeyMap.names.count)
        #expect(KeyMap.names.contains("stage-forward") && KeyMap.names.contains("undo"))
    }
}
