import BansoApp
import BansoDomain
import BansoTOML
import TOMLKit
import TerminalUI

/// Reads `config.toml`. Strict: a key that nobody knows is named, not ignored.
public struct SettingsFile {
    private let file: String

    /// - Parameter file: how errors name the text.
    public static func parse(_ text: String, file: String) throws(TOMLProblem) -> Settings {
        try SettingsFile(file: file).settings(text)
    }

    private func settings(_ text: String) throws(TOMLProblem) -> Settings {
        let root = try document(text)
        try check(root, at: "")
        var settings = Settings()
        if let name = try string(root, "language") {
            guard let language = Language(rawValue: name) else {
                throw error("language", ja: "\"ja\" か \"en\" です", en: "must be \"ja\" or \"en\"")
            }
            settings.language = language
        }
        settings.theme = try string(root, "theme")
        settings.start = try string(root, "start")
        settings.isASCII = try bool(root, "ascii") ?? false
        settings.hasMouse = try bool(root, "mouse") ?? false
        if let name = try string(root, "ambiguous"), name != "auto" {
            guard let width = AmbiguousWidth(rawValue: name) else {
                throw error(
                    "ambiguous", ja: "\"narrow\"、\"wide\"、\"auto\" のどれかです",
                    en: "must be \"narrow\", \"wide\" or \"auto\"")
            }
            settings.ambiguousWidth = width
        }
        if let keys = try table(root, "keys") { settings.keys = try keyMap(keys) }
        guard let wall = try table(root, "wall") else { return settings }
        try check(wall, at: "wall")
        settings.wall.pages = try strings(wall, "pages", at: "wall") ?? []
        if let interval = wall["interval"] {
            guard let seconds = interval.double ?? interval.int.map(Double.init), (0.2...86400).contains(seconds) else {
                throw error(
                    "wall.interval", ja: "0.2から86400までの秒数です", en: "must be a number of seconds from 0.2 to 86400")
            }
            settings.wall.interval = seconds
        }
        return settings
    }

    /// Pages of pipelines are keys too: `page-A3`.
    private func keyMap(_ table: TOMLTable) throws(TOMLProblem) -> KeyMap {
        var map = KeyMap()
        for action in table.keys {
            guard KeyMap.names.contains(action) || action.hasPrefix("page-") else {
                throw error(
                    "keys." + action, ja: "そのような操作はありません（" + KeyMap.names.joined(separator: "、") + "）",
                    en: "no such action; there are " + KeyMap.names.joined(separator: ", "))
            }
            var keys: [Key] = []
            for name in try strings(table, action, at: "keys") ?? [] {
                guard let key = Key(named: name) else {
                    throw error(
                        "keys." + action, ja: "「\(name)」というキーはありません（x、Ctrl-R、Alt-x、F5、PgUp、Space など）",
                        en: "\"\(name)\" is no key; write x, Ctrl-R, Alt-x, F5, PgUp, Space …")
                }
                keys.append(key)
            }
            for (other, theirs) in map.keys.sorted(by: { $0.key < $1.key }) {
                guard let twice = keys.first(where: theirs.contains) else { continue }
                throw error(
                    "keys." + action, ja: "「\(twice.label)」は keys.\(other) にもあります（どちらか一方に）",
                    en: "\"\(twice.label)\" is in keys.\(other) too; leave it to one of them")
            }
            map.keys[action] = keys
        }
        return map
    }

    private func document(_ text: String) throws(TOMLProblem) -> TOMLTable {
        do {
            return try TOMLText.table(text)
        } catch let fault {
            throw TOMLProblem(file: file, fault)
        }
    }

    private func check(_ table: TOMLTable, at path: String) throws(TOMLProblem) {
        let known = Setting.names(at: path)
        guard let unknown = table.keys.first(where: { !known.contains($0) }) else { return }
        throw error(
            join(path, unknown), ja: "知らない項目です（" + known.joined(separator: "、") + "）",
            en: "unknown; known are " + known.joined(separator: ", "))
    }

    private func string(_ table: TOMLTable, _ key: String) throws(TOMLProblem) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string, !text.isEmpty else {
            throw error(key, ja: "空でない文字列です", en: "must be a text that is not empty")
        }
        return text
    }

    private func bool(_ table: TOMLTable, _ key: String) throws(TOMLProblem) -> Bool? {
        guard let value = table[key] else { return nil }
        guard let flag = value.bool else { throw error(key, ja: "true か false です", en: "must be true or false") }
        return flag
    }

    private func table(_ table: TOMLTable, _ key: String) throws(TOMLProblem) -> TOMLTable? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else { throw error(key, ja: "表です：[\(key)]", en: "must be a table: [\(key)]") }
        return inner
    }

    /// A text alone stands for a list of one.
    private func strings(_ table: TOMLTable, _ key: String, at path: String) throws(TOMLProblem) -> [String]? {
        guard let value = table[key] else { return nil }
        if let text = value.string { return [text] }
        let texts = value.array?.compactMap(\.string)
        guard let texts, texts.count == value.array?.count else {
            throw error(
                join(path, key), ja: "文字列の並びです：[\"u\", \"Ctrl-U\"]", en: "must be a list of texts: [\"u\", \"Ctrl-U\"]")
        }
        return texts
    }

    private func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }

    private func error(_ key: String, ja: String, en: String) -> TOMLProblem {
        TOMLProblem(file: file, key: key, reason: LocalizedText(ja: ja, en: en))
    }
}
