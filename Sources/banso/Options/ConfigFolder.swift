import BansoSettings
import BansoThemes
import Foundation

/// `$XDG_CONFIG_HOME/banso`: what a person has put there for every run.
enum ConfigFolder {
    static var path: String { Variable.config.folder(else: ".config") }

    static var settingsFile: String { path + "/config.toml" }
    static var themes: String { path + "/themes" }

    /// - Throws: `CommandFailure` where the file can't be read: which key, and why.
    static func settings() throws -> Settings {
        guard let text = try text(of: settingsFile) else { return Settings() }
        do {
            return try SettingsFile.parse(text, file: settingsFile)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// - Returns: nil where there is no such file.
    /// - Throws: `CommandFailure` where it is no text.
    static func text(of file: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        guard let data = FileManager.default.contents(atPath: file), let text = String(validating: data, as: UTF8.self)
        else {
            throw CommandFailure("\(file) が読めません（UTF-8 のテキストにしてください）", "can't read \(file): make it UTF-8 text")
        }
        return text
    }
}
