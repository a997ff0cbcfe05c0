import ArgumentParser
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

    private func line(_ name: String, _ value: String) { print(visible(padded(name, to: 14) + value)) }
}
