import ArgumentParser
import BansoApp
import BansoDomain
import BansoSettings
import BansoThemes
import CursesTerminal
import Foundation
import TerminalUI

/// How a screen looks.
struct LookOption: ParsableArguments {
    @Option(
        name: .customLong("theme"),
        help: told(
            "配色の名前（banso themes で一覧）か auto（端末に合わせます）。",
            "A theme's name (see 'banso themes'), or auto: as the terminal is."),
        completion: .list([LookOption.automatic] + Themes.names))
    var theme: String?

    @Flag(name: .customLong("ascii"), help: told("線や記号を ASCII だけで描きます。", "Draw bars and marks with ASCII only."))
    var isASCII = false

    @Flag(
        name: .customLong("mouse"),
        help: told(
            "クリックとホイールを使います。なければマウスは文字の選択に使えます。", "Clicks and the wheel work; without it the mouse selects text."))
    var hasMouse = false

    @Option(
        name: .customLong("ambiguous"),
        help: told(
            "①や※の幅：narrow（半角）、wide（全角）、auto（端末に尋ねます）。",
            "How the terminal draws characters like ① and ※: narrow, wide (two cells), or auto: it is asked."),
        completion: .list(["narrow", "wide", LookOption.automatic]))
    var ambiguous: String?

    static let automatic = "auto"

    func validate() throws {
        if let ambiguous, ambiguous != LookOption.automatic, AmbiguousWidth(rawValue: ambiguous) == nil {
            throw ValidationError(told("--ambiguous は narrow、wide、auto のどれかです", "--ambiguous is narrow, wide or auto"))
        }
        guard let theme, theme != LookOption.automatic, !OwnThemes.has(theme) else { return }
        throw ValidationError(
            told(
                "\(theme) という配色はありません（\(OwnThemes.names.joined(separator: "、"))）",
                "no theme called \(theme); there are " + OwnThemes.names.joined(separator: ", ")))
    }

    func glyphs(_ settings: Settings) -> Glyphs { isASCII || settings.isASCII ? .ascii : .unicode }

    /// - Returns: nil where the terminal is to be asked.
    func ambiguousWidth(_ settings: Settings) -> AmbiguousWidth? {
        guard let ambiguous else { return settings.ambiguousWidth }
        return AmbiguousWidth(rawValue: ambiguous)
    }

    /// The themes to choose from, with the one to begin with as the current one.
    func shelf(_ settings: Settings) -> ThemeShelf {
        let chosen = theme ?? settings.theme ?? LookOption.automatic
        var shelf = OwnThemes.shelf
        if chosen == LookOption.automatic { shelf.automatic = (dark: "dark", light: "light") }
        shelf.current = chosen == LookOption.automatic ? "dark" : chosen
        return shelf
    }

    /// `auto` takes the theme that is made for the terminal's colours.
    func adapt(_ shelf: inout ThemeShelf, to terminal: CursesTerminal) throws {
        if shelf.adapt(to: terminal.colours) { terminal.use(try theme(named: shelf.current)) }
    }

    /// How the wall looks by day, and what is darkened for the night.
    func themes(on shelf: ThemeShelf) throws -> (day: Theme, night: Theme) {
        let day = try theme(named: shelf.current)
        return (day, day.isDark ? day : try theme(named: "dark"))
    }

    private func theme(named name: String) throws -> Theme {
        do {
            return try OwnThemes.theme(named: name)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// - Throws: `CommandFailure`: no such theme, or what is wrong with its file.
    func load(_ settings: Settings = Settings()) throws -> Theme {
        if theme == nil { try SettingsCheck.assertTheme(settings) }
        return try theme(named: shelf(settings).current)
    }
}
