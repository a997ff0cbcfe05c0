import ArgumentParser
import BansoApp
import BansoDomain
import BansoStore
import Foundation
import TerminalUI

/// What is in force on this machine, and from where.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is in force and where it comes from: engine, database, settings, terminal.")

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.language
        let environment = ProcessInfo.processInfo.environment
        let engine = Engine.linked
        line("SQLite", engine.version)
        line(
            language("書き込み", "writing"),
            engine.hasWALResetBug
                ? language(
                    "ロックファイルで順番を守ります（この版の SQLite の不具合への対策です。対応は不要）",
                    "in turn, by a lock file: a bug of this SQLite is taken care of; there is nothing to do")
                : language("通常（不具合のない版）", "as usual (not an affected version)"))
        let settings = try ConfigFolder.settings()
        line(language("設定", "settings"), file(ConfigFolder.settingsFile, language))
        let locale = Locale.variable.map { "$\($0.name)=\($0.value)" } ?? language("標準", "as usual")
        let source = self.language.explicit != nil ? "--lang" : settings.language != nil ? settled(language) : locale
        line(language("言語", "language"), language.rawValue + "  " + source)
        line(
            language("端末", "terminal"),
            ["TERM", "COLORTERM", "NO_COLOR"].compactMap { name in environment[name].map { "$\(name)=\($0)" } }
                .joined(separator: "  "))
        let theme = settings.theme.map { $0 + (OwnThemes.isOwn($0) ? "  " + OwnThemes.path(of: $0) : "") }
        say(language("テーマ", "theme"), theme, usual: "auto", language)
        say(language("開始の頁", "start"), settings.start, usual: "today", language)
        let yes = language("はい", "yes")
        say(language("ASCIIのみ", "ASCII only"), settings.isASCII ? yes : nil, usual: language("いいえ", "no"), language)
        say(language("マウス", "mouse"), settings.hasMouse ? yes : nil, usual: language("いいえ", "no"), language)
        let pages = settings.wall.pages.joined(separator: " ")
        say(language("壁の頁", "wall pages"), pages.isEmpty ? nil : pages, usual: language("全部", "all"), language)
        say(
            language("壁の間隔", "wall interval"), settings.wall.interval.map { "\($0) s" },
            usual: "\(Int(WallboardCommand.usualInterval)) s", language)
        say(
            language("曖昧な幅", "ambiguous"), settings.ambiguousWidth?.rawValue,
            usual: language("auto（端末に尋ねます）", "auto: the terminal is asked"), language)
        for (action, keys) in settings.keys.keys.sorted(by: { $0.key < $1.key }) {
            let names = keys.map(\.label).joined(separator: " ")
            say(
                language("キー", "key"), action + ": " + (names.isEmpty ? language("なし", "none") : names), usual: "",
                language)
        }
        line(language("画面の記憶", "views"), views(language))
        _ = try Holidays.calendar()
        line(
            language("祝日", "holidays"),
            Holidays.isOwn
                ? Holidays.path : language("内蔵（\(Holidays.path) で置き換え）", "built in (\(Holidays.path) replaces them)"))
        line(language("データベース", "database"), database.resolved + "  " + database.source(language))
        let store = try database.open(.readOnly)
        line(language("カタログ", "catalogue"), "\(store.catalogue.id) v\(store.catalogue.version)")
        line(language("状態", "state"), language("開けます", "opens"))
    }

    /// Where it is remembered how pages look, and whether that can be read.
    private func views(_ language: Language) -> String {
        do throws(KeepingError) {
            _ = try ArrangementFile().load()
            return file(ArrangementFile.path, language)
        } catch {
            return error.text(language)
        }
    }

    private func settled(_ language: Language) -> String { language("（設定から）", "(from the settings)") }

    /// What is settled, else what it is without.
    private func say(_ name: String, _ value: String?, usual: String, _ language: Language) {
        line(name, value.map { $0 + "  " + settled(language) } ?? usual + "  " + language("（標準）", "(as usual)"))
    }

    private func file(_ path: String, _ language: Language) -> String {
        path + (FileManager.default.fileExists(atPath: path) ? "" : language("（なし：標準のまま）", " (none: as usual)"))
    }

    private func line(_ name: String, _ value: String) { print(visible(padded(name, to: 14) + value)) }
}
