import ArgumentParser
import BansoThemes
import TerminalUI

/// The themes to choose from.
struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "List the themes: those built in, and those in $XDG_CONFIG_HOME/banso/themes.")

    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.language
        for name in OwnThemes.names {
            do throws(ThemeError) {
                let file = try OwnThemes.file(named: name)
                let own = OwnThemes.isOwn(name) ? "  " + OwnThemes.path(of: name) : ""
                print(visible(padded(name, to: 16) + (language == .ja ? file.label.ja : file.label.en) + own))
            } catch {
                throw CommandFailure(error)
            }
        }
    }
}
