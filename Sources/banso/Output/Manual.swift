import ArgumentParser
import BansoApp
import BansoDomain
import Foundation

/// The manual as a page for `man`, and the keys alone as a table for documents.
struct Manual {
    var keys: KeyTable
    var language: Language

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
            ".TH BANSO 1 \"\" \"banso \(Banso.configuration.version)\" \"\"", ".SH NAME",
            language("banso \\- 就業支援事業の伴走支援デスク", "banso \\- the desk from which employment-support programmes are run"),
            ".SH SYNOPSIS", ".B banso", Manual.quoted("[--db FILE] [--lang ja|en] [--today DATE] [COMMAND …]"),
            ".SH DESCRIPTION", Manual.quoted(Banso.configuration.abstract),
            Manual.quoted(Banso.configuration.discussion), ".SH COMMANDS",
        ]
        for command in Banso.configuration.subcommands {
            lines += [".SS \(command.configuration.commandName ?? "")", ".nf"]
            lines += Banso.helpMessage(for: command, columns: 76).split(
                separator: "\n", omittingEmptySubsequences: false
            )
            .map { Manual.quoted(String($0)) }
            lines.append(".fi")
        }
        lines.append(".SH KEYS")
        for section in keys.sections {
            lines.append(".SS " + Manual.quoted(section.title(language)))
            for row in section.rows {
                lines += [
                    ".TP", ".B " + Manual.quoted(row.keys.joined(separator: " ")), Manual.quoted(row.label(language)),
                ]
            }
        }
        lines += [
            ".SH FILES", ".TP", Manual.quoted("$BANSO_DB, $XDG_DATA_HOME/banso/banso.db"),
            language("データベース", "the database"), ".TP", Manual.quoted("$XDG_CONFIG_HOME/banso/config.toml"),
            language("設定（banso doctor で確認）", "settings (see banso doctor)"), ".TP",
            Manual.quoted("$XDG_CONFIG_HOME/banso/themes/*.toml"), language("自分のテーマ", "themes of one's own"),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// A line that roff takes as it is: no request at its start, no escape in it.
    private static func quoted(_ text: String) -> String {
        let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
    }
}
