import Foundation
import Testing

/// What a person has put into the configuration folder.
@Suite struct ConfigFolderTests {
    @Test func settingsAreInForceAndTheDoctorSaysFromWhere() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        let config = folder.path + "/config"
        try FileManager.default.createDirectory(atPath: config + "/banso/themes", withIntermediateDirectories: true)
        _ = try Program.run(["init", "--db", database])
        func doctor() throws -> Program.Outcome {
            try Program.run(["doctor", "--db", database], environment: ["XDG_CONFIG_HOME": config])
        }
        #expect(try doctor().out.contains("none: as usual"))
        try "language = \"ja\"\ntheme = \"light\"\n[keys]\nundo = [\"F2\"]\n".write(
            toFile: config + "/banso/config.toml", atomically: true, encoding: .utf8)
        let told = try doctor().out
        #expect(
            told.contains("undo: F2") && told.contains("light  （設定から）") && told.contains("ja  （設定から）")
                && told.contains(config + "/banso/config.toml"))
        #expect(told.contains("today  （標準）") && told.contains("15秒  （標準）") && told.contains(database + "  --db"))
        let own = try String(
            contentsOf: ArchitectureTests.root.appendingPathComponent("themes/dark.toml"), encoding: .utf8)
        try own.replacingOccurrences(of: "\"夜\"", with: "\"自作\"").write(
            toFile: config + "/banso/themes/mine.toml", atomically: true, encoding: .utf8)
        let themes = try Program.run(["themes"], environment: ["XDG_CONFIG_HOME": config])
        #expect(themes.out.contains("mine            自作                " + config))
        // A broken theme or setting is refused with file, key and reason
        try "name = \"mine\"".write(toFile: config + "/banso/themes/mine.toml", atomically: true, encoding: .utf8)
        let broken = try Program.run(["themes"], environment: ["XDG_CONFIG_HOME": config])
        #expect(broken.code == 2 && broken.err.contains("mine.toml：label：ありません"))
        try "colour = 1".write(toFile: config + "/banso/config.toml", atomically: true, encoding: .utf8)
        let wrong = try doctor()
        #expect(wrong.code == 2 && wrong.err.contains("config.toml: colour: unknown; known are"))
    }

    /// A file that can't be opened is named with the reason, not passed over.
    @Test func whatCannotBeOpenedOrChosenIsNamed() throws {
        let folder = try TestFolder()
        let config = folder.path + "/config/banso"
        let files = FileManager.default
        try files.createDirectory(atPath: config + "/themes", withIntermediateDirectories: true)
        func run(_ arguments: [String]) throws -> Program.Outcome {
            try Program.run(arguments + ["--lang", "en"], environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
        }
        let demo = ["demo", "--once", "--companies", "12", "--theme"]
        try files.createSymbolicLink(atPath: config + "/themes/mine.toml", withDestinationPath: "/nowhere.toml")
        for outcome in [try run(["themes"]), try run(demo + ["mine"])] {
            #expect(outcome.code == 2 && outcome.err.contains("mine.toml: can't be opened"), "\(outcome.err)")
        }
        try files.removeItem(atPath: config + "/themes/mine.toml")
        let dark = try String(
            contentsOf: ArchitectureTests.root.appendingPathComponent("themes/dark.toml"), encoding: .utf8)
        for name in ["auto", ""] {
            let path = config + "/themes/\(name).toml"
            try dark.write(toFile: path, atomically: false, encoding: .utf8)
            let themes = try run(["themes"])
            #expect(themes.code == 2 && themes.err.contains("/\(name).toml: can't be chosen"), "\(themes.err)")
            #expect(try run(demo + ["auto"]).code == 0)
            try files.removeItem(atPath: path)
        }
        try files.createDirectory(atPath: config + "/config.toml", withIntermediateDirectories: false)
        let settings = try run(demo + ["dark"])
        #expect(settings.code == 2 && settings.err.contains("config.toml: can't be opened"), "\(settings.err)")
    }

    @Test func theThemeIsTheOptionsElseTheSettingsAndOnesOwnGoesBeforeTheBuiltInOne() throws {
        let folder = try TestFolder()
        let config = folder.path + "/config/banso"
        try FileManager.default.createDirectory(atPath: config + "/themes", withIntermediateDirectories: true)
        func run(_ arguments: [String]) throws -> Program.Outcome {
            try Program.run(arguments, environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
        }
        func settings(_ text: String) throws {
            try text.write(toFile: config + "/config.toml", atomically: false, encoding: .utf8)
        }
        var pictures = 0
        func picture(_ options: [String] = []) throws -> Data {
            pictures += 1
            let place = folder.path + "/pictures-\(pictures)"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
            let drawn = try run(["demo", "--companies", "12", "--lang", "ja", "--pictures", place] + options)
            #expect(drawn.code == 0, "\(drawn.err)")
            let names = try FileManager.default.contentsOfDirectory(atPath: place).sorted()
            return try Data(contentsOf: URL(fileURLWithPath: place + "/" + (try #require(names.first))))
        }
        let dark = try picture()
        try settings("theme = \"light\"")
        let light = try picture()
        #expect(light != dark)
        #expect(try picture(["--theme", "dark"]) == dark)
        // One's own of a built-in name stands in for it, and is listed once
        let own = try String(
            contentsOf: ArchitectureTests.root.appendingPathComponent("themes/dark.toml"), encoding: .utf8)
        try own.write(toFile: config + "/themes/light.toml", atomically: false, encoding: .utf8)
        #expect(try picture() == dark)
        let listed = try run(["themes", "--lang", "en"]).out.split(separator: "\n").filter { $0.hasPrefix("light ") }
        #expect(listed.count == 1 && listed[0].contains(config))
        // A name is no way into other folders
        try own.write(toFile: config + "/elsewhere.toml", atomically: false, encoding: .utf8)
        try settings("theme = \"../elsewhere\"")
        let refused = try run(["demo", "--companies", "12", "--pictures", folder.path])
        #expect(
            refused.code == 2
                && refused.err.contains("config.toml: theme: \"../elsewhere\" is no theme; there are dark, "),
            "\(refused.err)")
        // Marks in ASCII are settled too
        let frame = ["demo", "--once", "--companies", "12", "--lang", "en"]
        try settings("")
        let usual = try run(frame).out
        try settings("ascii = true")
        let ascii = try run(frame).out
        #expect(usual.contains("─") && !ascii.contains("─"))
    }

    @Test func aThemeMadeFromABuiltInOneIsToldApartWhereItIsChosen() throws {
        let folder = try TestFolder()
        let themes = folder.path + "/config/banso/themes"
        try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: ArchitectureTests.root.appendingPathComponent("themes/light.toml").path,
            toPath: themes + "/mine.toml")
        for (language, own, builtIn) in [
            ("en", "theme Light (own: mine)", "theme Light "), ("ja", "（自作：mine）", "テーマ："),
        ] {
            let desk = try Tmux(
                ["demo", "--companies", "12", "--lang", language],
                environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
            desk.wait(for: language == "en" ? "Matching" : "マッチング")
            try desk.press(":", "light")
            desk.wait(until: "both are offered, told apart") { screen in
                screen.contains(own)
                    && screen.split(separator: "\n").contains { $0.contains(builtIn) && !$0.contains(own) }
            }
        }
    }

    /// Every refusal names file, key, value and what there is, in both languages; the doctor says it of each, and calls
    /// nothing in force that is not.
    @Test func whatIsNotThereIsNeverCalledInForce() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        let config = folder.path + "/config/banso"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        _ = try Program.run(["init", "--db", database])
        func run(_ arguments: [String], _ language: String = "en") throws -> Program.Outcome {
            try Program.run(
                arguments + ["--lang", language], environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
        }
        let file = config + "/config.toml"
        let cases = [
            (
                "theme = \"neon\"", ["demo", "--companies", "12", "--pictures", folder.path],
                "theme: \"neon\" is no theme; there are dark, ", "theme：「neon」というテーマはありません（dark、"
            ),
            (
                "start = \"tomorrow\"", ["--db", database],
                "start: \"tomorrow\" is no page; there are today, ", "start：「tomorrow」というページはありません（today、"
            ),
            (
                "[wall]\npages = [\"A\", \"Z\"]", ["wallboard", "--once", "--db", database],
                "wall.pages: \"Z\" is no page; there are overview, ", "wall.pages：「Z」というページはありません（overview、"
            ),
            (
                "[keys]\nundo = \"j\"", ["demo", "--once", "--companies", "12"],
                "keys.undo: \"j\" is the key of keys.down (down) on the screen ", "keys.undo：「j」は"
            ),
            (
                "[keys]\npage-Z = \"F9\"", ["demo", "--once", "--companies", "12"],
                "keys.page-Z: no such page; there are page-A, ", "keys.page-Z：そのようなページはありません（page-A、"
            ),
            (
                "ascii = \"yes\"", ["demo", "--once", "--companies", "12"], "ascii: must be true or false",
                "ascii：true か false です"
            ),
        ]
        for (text, command, english, japanese) in cases {
            try text.write(toFile: file, atomically: false, encoding: .utf8)
            for (language, words) in [("en", file + ": " + english), ("ja", file + "：" + japanese)] {
                let doctor = try run(["doctor", "--db", database], language)
                #expect(doctor.code == 2 && doctor.out.contains(words) && doctor.err.contains(words), "\(doctor)")
                #expect(!doctor.out.contains(language == "ja" ? "（設定から）" : "(from the settings)"), "\(doctor.out)")
                // A desk needs a terminal before it needs a page to begin with
                guard command.first != "--db" else { continue }
                let refused = try run(command, language)
                #expect(refused.code == 2 && refused.err.contains(words), "\(refused.err)")
                #expect(refused.err.split(separator: "\n").count == 1)
            }
        }
        // On the command line too, in the language that is asked for
        try "".write(toFile: file, atomically: false, encoding: .utf8)
        for (language, words) in [("en", "no theme called neon; there are"), ("ja", "neon という配色はありません（dark、")] {
            let refused = try run(["demo", "--once", "--theme", "neon"], language)
            #expect(refused.code == 2 && refused.err.contains(words), "\(refused.err)")
        }
        // Once the other action has other keys, the key is free
        try "[keys]\nundo = \"j\"\ndown = [\"Down\"]".write(
            toFile: file, atomically: false, encoding: .utf8)
        #expect(try run(["doctor", "--db", database]).code == 0)
        #expect(try run(["demo", "--once", "--companies", "12"]).code == 0)
    }

    @Test func whatIsWrongIsNamedInALineEach() throws {
        let folder = try TestFolder()
        let config = folder.path + "/config/banso"
        try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
        try "colour = \"blue\"\n[wall]\nspeed = 1\n".write(
            toFile: config + "/config.toml", atomically: true, encoding: .utf8)
        let database = folder.path + "/banso.db"
        _ = try Program.run(["init", "--db", database])
        let outcome = try Program.run(
            ["--db", database, "--lang", "en"], environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
        let lines = outcome.err.split(separator: "\n")
        #expect(outcome.code == 2 && lines.count == 2, "\(outcome.err)")
        #expect(lines.first?.contains("config.toml: colour: ") == true, "\(outcome.err)")
        #expect(lines.last?.contains("config.toml: wall.speed: ") == true, "\(outcome.err)")
    }

    @Test func theDoctorNamesEverythingThatIsWrongAndWhatIsInForce() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        let config = folder.path + "/config/banso"
        try FileManager.default.createDirectory(atPath: config + "/themes", withIntermediateDirectories: true)
        _ = try Program.run(["init", "--db", database])
        func doctor() throws -> Program.Outcome {
            try Program.run(
                ["doctor", "--db", database], environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
        }
        try "colour = 1\nlanguage = \"ja\"\nmouse = 3\nstart = \"A3\"\n[keys]\nfly = \"x\"\npage-down = [\"F7\"]".write(
            toFile: config + "/config.toml", atomically: false, encoding: .utf8)
        let told = try doctor()
        for words in ["colour：知らない項目です", "mouse：true か false です", "keys.fly：そのような操作", "A3  （設定から）", "page-down: F7"] {
            #expect(told.out.contains(words), "\(words): \(told.out)")
        }
        #expect(told.code == 2 && told.out.contains("状態") && told.err.contains("config.toml：colour："))
        // The desk says all of it too
        for words in ["colour：", "mouse：", "keys.fly："] { #expect(told.err.contains(words), "\(told.err)") }
        #expect(!told.out.contains("keys.page-down"), "\(told.out)")
        // A file that is no text at all leaves everything as usual
        try Data([0xFF, 0xFE, 0x80]).write(to: URL(fileURLWithPath: config + "/config.toml"))
        let unreadable = try doctor()
        #expect(
            unreadable.code == 2 && unreadable.err.contains("config.toml: can't be read: make it UTF-8 text")
                && unreadable.out.contains("today  (as usual)"), "\(unreadable)")
        try FileManager.default.removeItem(atPath: config + "/config.toml")
        #expect(try doctor().code == 0)
    }

    @Test func aThemeOfOnesOwnThatIsBrokenOrHardToReadIsNamed() throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        let themes = folder.path + "/config/banso/themes"
        try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
        _ = try Program.run(["init", "--db", database])
        func run(_ arguments: [String]) throws -> Program.Outcome {
            try Program.run(arguments, environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
        }
        let own = try String(
            contentsOf: ArchitectureTests.root.appendingPathComponent("themes/dark.toml"), encoding: .utf8)
        let muted = try #require(own.firstMatch(of: /muted = .*colour = "(#[0-9a-fA-F]{6})"/))
        try own.write(toFile: themes + "/fine.toml", atomically: false, encoding: .utf8)
        try own.replacingOccurrences(of: String(muted.0), with: String(muted.0).replacing(muted.1, with: "#5a6070"))
            .write(
                toFile: themes + "/faint.toml", atomically: false, encoding: .utf8)
        try "name = \"mine\"".write(toFile: themes + "/mine.toml", atomically: false, encoding: .utf8)
        let faint = "faint.toml: hard to read: muted on focus stands at 1.8:1; make it 4.5:1 or more"
        let listed = try run(["themes", "--lang", "en"])
        #expect(listed.code == 2 && listed.out.contains("faint ") && listed.out.contains("fine "))
        let lines = listed.err.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].hasSuffix(faint) && lines[1].contains("mine.toml: label: "), "\(lines)")
        let doctor = try run(["doctor", "--db", database, "--lang", "en"])
        #expect(doctor.code == 0 && doctor.out.contains(faint) && doctor.out.contains("mine.toml: label: "))
        #expect(!doctor.out.contains("fine.toml"))
        // Whoever asks for the broken one is refused, also for a single frame
        for command in [["demo", "--once", "--companies", "12"], ["wallboard", "--once", "--db", database]] {
            let refused = try run(command + ["--theme", "mine"])
            #expect(refused.code == 2 && refused.err.contains("mine.toml: label: "), "\(refused)")
        }
        let desk = try Tmux(
            ["demo", "--companies", "12", "--lang", "en"], environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
        desk.wait(for: "Matching")
        try desk.press(":", "mine")
        desk.wait(for: "mine (can't be used)")
    }

    @Test func theWallsHoursAreReadBeforeAnythingIsShown() throws {
        for (hours, code) in [("foo", 2), ("19:00", 2), ("19:00-07:00", 0), ("off", 0)] as [(String, Int32)] {
            let folder = try TestFolder()
            _ = try Program.run(["init", "--db", folder.path + "/banso.db"])
            let outcome = try Program.run(["wallboard", "--once", "--dim", hours, "--db", folder.path + "/banso.db"])
            #expect(outcome.code == code && outcome.err.isEmpty == (code == 0), "\(hours): \(outcome.err)")
        }
    }

    /// Texts at which the TOML library by itself would end the program, and others that are none.
    @Test(arguments: [
        "[ }", "a = [1, }", "a = 2025-04-01 1", "a = \"x", "[[", "a\0b = 1", String(repeating: "[", count: 200_000),
    ])
    func aFileThatIsNoTOMLIsRefusedInOneLine(_ text: String) throws {
        let folder = try TestFolder()
        let database = folder.path + "/banso.db"
        let config = folder.path + "/config/banso"
        try FileManager.default.createDirectory(atPath: config + "/themes", withIntermediateDirectories: true)
        _ = try Program.run(["init", "--db", database])
        for (file, command) in [
            ("config.toml", ["doctor", "--db", database]), ("holidays.toml", ["doctor", "--db", database]),
            ("themes/mine.toml", ["themes"]),
        ] {
            let path = config + "/" + file
            try text.write(toFile: path, atomically: false, encoding: .utf8)
            let outcome = try Program.run(command, environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
            #expect(outcome.code == 2 && outcome.err.contains(path), "\(outcome.err.prefix(300))")
            #expect(outcome.err.split(separator: "\n").count == 1)
            try FileManager.default.removeItem(atPath: path)
        }
        // Who doesn't need the settings works on
        try text.write(toFile: config + "/config.toml", atomically: false, encoding: .utf8)
        let kpi = try Program.run(
            ["kpi", "--db", database], environment: ["XDG_CONFIG_HOME": folder.path + "/config"])
        #expect(kpi.code == 0)
    }
}
