import ArgumentParser
import BansoApp
import BansoDomain
import BansoSettings
import Foundation
import TerminalUI

/// The manual as a page for `man`, and the keys alone as a table for documents. It is what the program says of itself:
/// commands, settings, variables, files and keys come from where they are used.
struct Manual {
    var keys: KeyTable
    var commands: CommandTree
    var language: Language

    /// Japanese lines are broken here, for roff breaks lines at spaces: in the cells that a line of 78 has left beside the
    /// indents of a section and a list, and a stop that hangs at the end.
    private static let width = 62

    /// Markdown: a table for each place.
    var markdown: String {
        keys.sections.map { section in
            let rows = section.rows.map { row in
                "| " + row.keys.map { "`\($0.replacing("|", with: "\\|"))`" }.joined(separator: " ") + " | "
                    + row.label(language) + " |"
            }
            return (["| " + section.title(language) + " | |", "|---|---|"] + rows).joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }

    /// For `man -l` (groff's man macros).
    var page: String {
        var lines = [
            ".TH BANSO 1 \"\" \"banso \(Banso.configuration.version)\" \"\"", heading("名前", "NAME"),
            language("banso \\- 就業支援事業の伴走支援デスク", "banso \\- the desk from which employment-support programmes are run"),
            heading("書式", "SYNOPSIS"), ".B banso",
            Manual.quoted("[--db FILE] [--lang ja|en] [--today DATE] [COMMAND …]"), heading("説明", "DESCRIPTION"),
            text(commands.abstract ?? ""), ".TP", ".B " + Manual.quoted("banso help COMMAND"),
            text(language("コマンドごとの使い方", "how a command is used")),
        ]
        lines.append(heading("コマンド", "COMMANDS"))
        for (name, command) in (commands.subcommands ?? []).flatMap({ $0.named() }) { lines += section(name, command) }
        lines.append(heading("設定", "SETTINGS"))
        lines.append(
            text(
                language(
                    "$XDG_CONFIG_HOME/banso/config.toml に書きます。コマンドの引数が優先します。",
                    "They stand in $XDG_CONFIG_HOME/banso/config.toml; what the command line says goes before them.")))
        for setting in Setting.allCases {
            let values = language("値：", "It is ") + setting.values(language)
            let usual = language("（標準：\(setting.usual.ja)）", " (usually \(setting.usual.en))")
            lines += entry(setting.rawValue, setting.meaning(language)) + [".br", text(values + usual)]
        }
        let actions = KeyMap.names.joined(separator: ", ") + ", page-A …"
        lines += [".SS " + language("キーを決められる操作", "Actions that keys can be given to"), text(actions)]
        lines.append(heading("環境変数", "ENVIRONMENT"))
        // The variables of a locale are explained together.
        for (index, variable) in Variable.allCases.enumerated() {
            let isSame = index > 0 && Variable.allCases[index - 1].meaning == variable.meaning
            guard !isSame else { continue }
            let names = Variable.allCases.filter { $0.meaning == variable.meaning }.map(\.rawValue)
            lines += entry(names.joined(separator: ", "), variable.meaning(language))
        }
        lines.append(heading("ファイル", "FILES"))
        for file in ProgramFiles.all { lines += entry(file.path, file.meaning(language)) }
        lines.append(heading("終了ステータス", "EXIT STATUS"))
        for status in ExitStatus.allCases { lines += entry(String(status.rawValue), status.meaning(language)) }
        lines.append(heading("キー", "KEYS"))
        for section in keys.sections {
            lines.append(".SS " + Manual.quoted(section.title(language)))
            for row in section.rows { lines += entry(row.keys.joined(separator: " "), row.label(language)) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ name: String, _ command: CommandTree) -> [String] {
        var lines = [".SS " + Manual.quoted(name), text(command.abstract ?? "")]
        if let discussion = command.discussion {
            // Examples in it stand as they are.
            let shown = discussion.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
                line.isEmpty ? [""] : wrapped(String(line), to: Manual.width + 6)
            }
            lines += ["", ".nf"] + shown.map(Manual.quoted) + [".fi"]
        }
        for argument in command.arguments ?? [] {
            var meaning = argument.abstract ?? ""
            if let usual = argument.defaultValue {
                // Before the stop.
                let stop = meaning.hasSuffix("。") || meaning.hasSuffix(".") ? String(meaning.removeLast()) : ""
                meaning += language("（標準：\(usual)）", " (usually \(usual))") + stop
            }
            lines += entry(argument.spelled, meaning)
        }
        return lines
    }

    private func heading(_ ja: String, _ en: String) -> String { ".SH " + language(ja, en) }

    private func entry(_ name: String, _ meaning: String) -> [String] {
        [".TP", ".B " + Manual.quoted(name), text(meaning)]
    }

    private func text(_ text: String) -> String {
        guard language == .ja else { return Manual.quoted(text) }
        return wrapped(text, to: Manual.width).map { Manual.quoted($0.trimmingCharacters(in: .whitespaces)) }.joined(
            separator: "\n.br\n")
    }

    /// A line that roff takes as it is: no request at its start, no escape in it.
    private static func quoted(_ text: String) -> String {
        let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
    }
}
