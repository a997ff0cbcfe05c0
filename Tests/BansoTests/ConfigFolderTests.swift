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
        try "language = \"ja\"\ntheme = \"light\"\n[keys]\nundo = [\"z\"]\n".write(
            toFile: config + "/banso/config.toml", atomically: true, encoding: .utf8)
        let told = try doctor().out
        #expect(
            told.contains("undo: z") && told.contains("light  （設定から）") && told.contains("ja  （設定から）")
                && told.contains(config + "/banso/config.toml"))
        #expect(told.contains("today  （標準）") && told.contains("15 s  （標準）") && told.contains(database + "  --db"))
        let own = try String(
            contentsOf: ArchitectureTests.root.appendingPathComponent("themes/dark.toml"), encoding: .utf8)
        try own.replacingOccurrences(of: "\"夜\"", with: "\"自作\"").write(
            toFile: config + "/banso/themes/mine.toml", atomically: true, encoding: .utf8)
        let themes = try Program.run(["themes"], environment: ["XDG_CONFIG_HOME": config])
        #expect(themes.out.contains("mine            自作                " + config))
        // A broken theme or setting is refused with file, key and reason
        try "name = \"mine\"".write(toFile: config + "/banso/themes/mine.toml", atomically: true, encoding: .utf8)
        let broken = try Program.run(["themes"], environment: ["XDG_CONFIG_HOME": config])
        #expect(broken.code == 2 && broken.err.contains("mine.toml: label: missing"))
        try "colour = 1".write(toFile: config + "/banso/config.toml", atomically: true, encoding: .utf8)
        let wrong = try doctor()
        #expect(wrong.code == 2 && wrong.err.contains("config.toml: colour: unknown; known are"))
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
