import ArgumentParser
import BansoDomain
import BansoThemes
import Foundation
import TerminalUI

/// The themes to choose from.
struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes",
        abstract: told(
            "配色を一覧します：内蔵のものと $XDG_CONFIG_HOME/banso/themes のもの。",
            "List the themes: those built in, and those in $XDG_CONFIG_HOME/banso/themes."))

    @OptionGroup var language: LanguageOption

    private static let shown: [(Role, LocalizedText)] = [
        (.heading, LocalizedText(ja: "見出し", en: "heading")), (.text, LocalizedText(ja: "文字", en: "text")),
        (.muted, LocalizedText(ja: "控えめ", en: "muted")), (.accent, LocalizedText(ja: "強調", en: "accent")),
        (.good, LocalizedText(ja: "達成", en: "met")), (.warning, LocalizedText(ja: "注意", en: "warning")),
        (.behind, LocalizedText(ja: "遅れ", en: "behind")),
    ]

    /// A few words as the theme draws them; nothing where colours don't go to a terminal.
    private func preview(of theme: Theme) -> String {
        guard isatty(STDOUT_FILENO) == 1, Variable.noColour.value == nil else {
            return ""
        }
        let background = theme.surfaces[.base]?.colour.map { ThemesCommand.sequence($0, layer: 48) } ?? ""
        let words = ThemesCommand.shown.map { role, word in
            let ink = theme.roles[role] ?? Theme.Ink()
            let colour = ink.colour.map { ThemesCommand.sequence($0, layer: 38) } ?? ""
            return colour + (ink.isBold ? "\u{1B}[1m" : "") + " " + word(language.language) + "\u{1B}[22m"
        }
        return background + words.joined() + " \u{1B}[0m"
    }

    /// SGR (ECMA-48 and its extension for direct colours). Layer: 38 for text, 48 for what lies behind it.
    private static func sequence(_ colour: Colour, layer: Int) -> String {
        switch colour {
        case .ansi(let number): "\u{1B}[\(layer);5;\(number)m"
        case .rgb(let red, let green, let blue): "\u{1B}[\(layer);2;\(red);\(green);\(blue)m"
        }
    }

    func run() throws {
        let language = language.language
        for name in OwnThemes.names {
            guard let file = try? OwnThemes.file(named: name) else { continue }
            let own = OwnThemes.isOwn(name) ? "  " + OwnThemes.path(of: name) : ""
            let label = language == .ja ? file.label.ja : file.label.en
            StandardOutput.put(
                visible(padded(name, to: 16) + padded(label, to: 18)) + preview(of: file.theme) + visible(own) + "\n")
        }
        let flaws = OwnThemes.flaws
        let refused = flaws.first { !$0.isUsable }
        for flaw in flaws where flaw != refused { Output.warn(flaw.problem.text(language)) }
        if let refused { throw CommandFailure(refused.problem) }
    }
}
