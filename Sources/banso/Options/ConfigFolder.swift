import BansoSettings
import BansoTOML
import Foundation

/// `$XDG_CONFIG_HOME/banso`: what a person has put there for every run.
enum ConfigFolder {
    static var path: String { Variable.config.folder(else: ".config") }

    static var settingsFile: String { path + "/config.toml" }
    static var themes: String { path + "/themes" }

    /// - Throws: `CommandFailure` where something in the file can't be meant: all of it, a line each.
    static func settings() throws -> Settings {
        let file = read()
        guard !file.problems.isEmpty else { return file.settings }
        throw CommandFailure(file.problems)
    }

    /// What can be read of the settings, and what can't.
    static func read() -> SettingsFile {
        do throws(TOMLProblem) {
            return SettingsFile(try text(of: settingsFile) ?? "", file: settingsFile)
        } catch {
            return SettingsFile(unreadable: error)
        }
    }

    /// - Returns: nil where there is no such file.
    static func text(of file: String) throws(TOMLProblem) -> String? {
        guard has(file) else { return nil }
        guard let data = FileManager.default.contents(atPath: file) else { throw .unreadable(file) }
        guard let text = String(validating: data, as: UTF8.self) else { throw .noText(file) }
        return text
    }

    /// Whether something lies there, be it a link that leads nowhere.
    static func has(_ file: String) -> Bool {
        var info = stat()
        return lstat(file, &info) == 0
    }
}
