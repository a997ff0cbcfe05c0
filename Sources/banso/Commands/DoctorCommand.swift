import ArgumentParser
import BansoApp
import BansoDomain
import BansoSettings
import BansoStore
import Foundation
import TerminalUI

/// What is in force on this machine, and from where.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: told(
            "何がどこから効いているかを表示します：エンジン、データベース、設定、端末。",
            "Say what is in force and where it comes from: engine, database, settings, terminal."))

    @OptionGroup var database: DatabaseOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.language
        let engine = Engine.linked
        line("SQLite", engine.version)
        line(
            language("書き込み", "writing"),
            engine.hasWALResetBug
                ? language(
                    "ロックファイルで順番を守ります（この版の SQLite の不具合への対策です。対応は不要）",
                    "in turn, by a lock file: a bug of this SQLite is taken care of; there is nothing to do")
                : language("通常（不具合のない版）", "as usual (not an affected version)"))
        let read = ConfigFolder.read()
        let settings = read.settings
        line(language("設定", "settings"), file(ConfigFolder.settingsFile, language))
        for problem in read.problems { line("", problem.text(language)) }
        let locale = Locale.variable.map { "$\($0.name)=\($0.value)" } ?? language("標準", "as usual")
        let source = self.language.explicit != nil ? "--lang" : settings.language != nil ? settled(language) : locale
        line(language("言語", "language"), language.rawValue + "  " + source)
        line(
            language("端末", "terminal"),
            [Variable.terminal, .colours, .noColour].compactMap { name in name.value.map { "$\(name.rawValue)=\($0)" } }
                .joined(separator: "  "))
        let store = Result { try database.open(.readOnly) }
        let catalogue = try (try? store.get())?.catalogue ?? Embedded.catalogue()
        let context = Context(
            catalogue: catalogue, language: language, today: TodayOption.system, calendar: try Embedded.calendar(),
            actor: Actor(""))
        let check = SettingsCheck(settings: settings, context: context)
        for setting in Setting.allCases where setting != .language { say(setting, check, language) }
        for flaw in OwnThemes.flaws {
            line(language("自作の配色", "own theme"), flaw.problem.text(language))
        }
        line(language("画面の記憶", "views"), views(language))
        let holidays = Result { try Holidays.calendar() }
        line(
            language("祝日", "holidays"),
            Holidays.isOwn
                ? Holidays.path : language("内蔵（\(Holidays.path) で置き換え）", "built in (\(Holidays.path) replaces them)"))
        line(language("データベース", "database"), database.resolved + "  " + database.source(language))
        switch store {
        case .success(let opened):
            line(language("カタログ", "catalogue"), "\(catalogue.id) v\(catalogue.version)")
            let lock = opened.isWritable ? nil : DeskError.readOnly(path: opened.path).text(language)
            line(
                language("状態", "state"),
                lock.map { language("開けます（読み取り専用：", "opens, read-only: ") + $0 + language("）", "") }
                    ?? language("開けます", "opens"))
        case .failure(let error):
            let reason = (error as? DeskError)?.text(language) ?? (error as? CommandFailure)?.text(language)
            line(language("状態", "state"), reason ?? "\(error)")
        }
        guard read.problems.isEmpty else { throw CommandFailure(read.problems) }
        try check.assertSound(Setting.allCases)
        _ = try holidays.get()
        _ = try store.get()
    }

    /// Where it is remembered how pages look, and whether that can be read.
    private func views(_ language: Language) -> String {
        do throws(KeepingError) {
            try ArrangementFile().check()
            return file(ArrangementFile.path, language)
        } catch {
            return error.text(language)
        }
    }

    private func refused(_ language: Language) -> String {
        language("（無効：直すまで画面は開きません）", "(refused: no screen opens before it is mended)")
    }

    private func settled(_ language: Language) -> String { language("（設定から）", "(from the settings)") }

    /// What is settled, else what it is without. What can't be in force says why.
    private func say(_ setting: Setting, _ check: SettingsCheck, _ language: Language) {
        let name = setting.label(language)
        let values = values(of: setting, check.settings, language)
        let problems = check.problems(setting)
        if values.isEmpty { line(name, setting.usual(language) + "  " + language("（標準）", "(as usual)")) }
        for (key, value) in values {
            line(name, value + "  " + (problems.contains { $0.key.en == key } ? refused(language) : settled(language)))
        }
        for problem in problems { line("", problem.text(language)) }
    }

    /// As it is settled, with the key that settles it; empty where it is not.
    private func values(
        of setting: Setting, _ settings: Settings, _ language: Language
    ) -> [(key: String, text: String)] {
        let yes = language("はい", "yes")
        let text: String? =
            switch setting {
            case .language: settings.language?.rawValue
            case .theme: settings.theme.map { $0 + (OwnThemes.isOwn($0) ? "  " + OwnThemes.path(of: $0) : "") }
            case .start: settings.start
            case .ascii: settings.isASCII ? yes : nil
            case .mouse: settings.hasMouse ? yes : nil
            case .ambiguous: settings.ambiguousWidth?.rawValue
            case .keys: nil
            case .wallPages: settings.wall.pages.isEmpty ? nil : settings.wall.pages.joined(separator: " ")
            case .wallInterval: settings.wall.interval.map { $0.formatted() + language("秒", " s") }
            }
        guard setting == .keys else { return text.map { [(setting.rawValue, $0)] } ?? [] }
        return settings.keys.keys.sorted { $0.key < $1.key }.map { action, keys in
            let names = keys.map(\.label).joined(separator: " ")
            return ("keys." + action, action + ": " + (names.isEmpty ? language("なし", "none") : names))
        }
    }

    private func file(_ path: String, _ language: Language) -> String {
        path + (FileManager.default.fileExists(atPath: path) ? "" : language("（なし：標準のまま）", " (none: as usual)"))
    }

    private func line(_ name: String, _ value: String) { print(visible(padded(name, to: 14) + value)) }
}
