import ArgumentParser
import BansoApp
import BansoDomain
import BansoStore
import Foundation
import TerminalUI

/// What is in force on this machine, and from where.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say which engine, database, terminal and language are in use.")

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
                    "この版には WAL リセットの不具合があるため、書き込みごとにロックファイルで順番を守ります",
                    "this version has the WAL-reset bug: every write and checkpoint holds a lock file")
                : language("通常（不具合のない版）", "as usual (not an affected version)"))
        line(language("言語", "language"), language.rawValue)
        line("TERM", environment["TERM"] ?? "–")
        let settings = try ConfigFolder.settings()
        let isSettled = FileManager.default.fileExists(atPath: ConfigFolder.settingsFile)
        line(
            language("設定", "settings"),
            ConfigFolder.settingsFile + (isSettled ? "" : language("（なし：標準のまま）", " (none: as usual)")))
        let theme = settings.theme ?? "auto"
        line(
            language("テーマ", "theme"),
            theme + (OwnThemes.isOwn(theme) ? "  " + OwnThemes.path(of: theme) : "")
                + (settings.theme == nil ? "" : language("（設定から）", " (from the settings)")))
        for (action, keys) in settings.keys.keys.sorted(by: { $0.key < $1.key }) {
            let names = keys.map(\.label).joined(separator: " ")
            line(language("キー", "key"), action + ": " + (names.isEmpty ? language("なし", "none") : names))
        }
        line(language("画面の記憶", "views"), views(language))
        _ = try Holidays.calendar()
        line(
            language("祝日", "holidays"),
            Holidays.isOwn
                ? Holidays.path : language("内蔵（\(Holidays.path) で置き換え）", "built in (\(Holidays.path) replaces them)"))
        line(language("データベース", "database"), database.resolved)
        let store = try database.open(.readOnly)
        line(language("カタログ", "catalogue"), "\(store.catalogue.id) v\(store.catalogue.version)")
        line(language("状態", "state"), language("開けます", "opens"))
    }

    /// Where it is remembered how pages look, and whether that can be read.
    private func views(_ language: Language) -> String {
        guard FileManager.default.fileExists(atPath: ArrangementFile.path) else {
            return ArrangementFile.path + language("（なし：標準のまま）", " (none: as usual)")
        }
        do throws(KeepingError) {
            _ = try ArrangementFile().load()
            return ArrangementFile.path
        } catch {
            return error.text(language)
        }
    }

    private func line(_ name: String, _ value: String) { print(visible(padded(name, to: 14) + value)) }
}
