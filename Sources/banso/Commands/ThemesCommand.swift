import ArgumentParser
import BansoThemes

/// The themes that come with the program.
struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "themes", abstract: "List the themes.")

    @OptionGroup var language: LanguageOption

    func run() throws {
        for name in Themes.names {
            let file = try Themes.file(named: name)
            print(
                name + String(repeating: " ", count: max(1, 16 - name.count))
                    + (language.language == .ja ? file.label.ja : file.label.en))
        }
    }
}
