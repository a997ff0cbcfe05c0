import BansoApp
import BansoDomain
import BansoTOML
import TOMLKit
import TerminalUI

/// `config.toml`, read strictly: a key that nobody knows is named, not ignored. What can't be meant is left out and the rest
/// is read, so that everything that is wrong can be said at once.
public struct SettingsFile: Sendable {
    /// What could be read.
    public private(set) var settings = Settings()
    /// What could not, each with its key.
    public private(set) var problems: [TOMLProblem] = []
    private let file: String

    /// - Parameter file: how problems name the text.
    public init(_ text: String, file: String) {
        self.file = file
        do throws(TOMLFault) {
            read(try TOMLText.table(text))
        } catch {
            problems = [TOMLProblem(file: file, error)]
        }
    }

    /// A file that is no text.
    public init(unreadable problem: TOMLProblem) {
        file = problem.file
        problems = [problem]
    }

    private mutating func read(_ root: TOMLTable) {
        check(root, at: "")
        if let name = string(root, "language") {
            settings.language = Language(rawValue: name)
            if settings.language == nil {
                refuse("language", ja: "\"ja\" か \"en\" です", en: "must be \"ja\" or \"en\"")
            }
        }
        settings.theme = string(root, "theme")
        settings.start = string(root, "start")
        settings.isASCII = bool(root, "ascii") ?? false
        settings.hasMouse = bool(root, "mouse") ?? false
        if let name = string(root, "ambiguous"), name != "auto" {
            settings.ambiguousWidth = AmbiguousWidth(rawValue: name)
            if settings.ambiguousWidth == nil {
                refuse(
                    "ambiguous", ja: "\"narrow\"、\"wide\"、\"auto\" のどれかです",
                    en: "must be \"narrow\", \"wide\" or \"auto\"")
            }
        }
        if let keys = table(root, "keys") { readKeys(keys) }
        if let wall = table(root, "wall") { readWall(wall) }
    }

    private mutating func readWall(_ wall: TOMLTable) {
        check(wall, at: "wall")
        if let pages = strings(wall, "pages", at: "wall") {
            settings.wall.pages = pages
            if pages.isEmpty {
                refuse(
                    "wall.pages", ja: "ページがありません（すべてのページなら、この行を消してください）",
                    en: "names no page; take the line out for all")
            }
        }
        guard let interval = wall["interval"] else { return }
        if let seconds = interval.double ?? interval.int.map(Double.init), (0.2...86400).contains(seconds) {
            settings.wall.interval = seconds
        } else {
            refuse("wall.interval", ja: "0.2から86400までの秒数です", en: "must be a number of seconds from 0.2 to 86400")
        }
    }

    /// Pages of pipelines are keys too: `page-A3`.
    private mutating func readKeys(_ table: TOMLTable) {
        for action in table.keys {
            guard KeyMap.names.contains(action) || action.hasPrefix("page-") else {
                refuse(
                    "keys." + action, ja: "そのような操作はありません（操作の名は banso manual にあります）",
                    en: "no such action; 'banso manual' names them all")
                continue
            }
            guard let names = strings(table, action, at: "keys") else { continue }
            if let keys = keys(names, of: action) { settings.keys.keys[action] = keys }
        }
    }

    private mutating func keys(_ names: [String], of action: String) -> [Key]? {
        let keys = names.map(Key.init(named:))
        if let place = keys.firstIndex(of: nil) {
            refuse(
                "keys." + action, ja: "「\(names[place])」というキーはありません（x、Ctrl-R、Alt-x、F5、PgUp、Space など）",
                en: "\"\(names[place])\" is no key; write x, Ctrl-R, Alt-x, F5, PgUp, Space …")
            return nil
        }
        for (other, theirs) in settings.keys.keys.sorted(by: { $0.key < $1.key }) {
            guard let twice = keys.lazy.compactMap(\.self).first(where: theirs.contains) else { continue }
            refuse(
                "keys." + action, ja: "「\(twice.label)」は keys.\(other) にもあります（どちらか一方に）",
                en: "\"\(twice.label)\" is in keys.\(other) too; leave it to one of them")
            return nil
        }
        return keys.compactMap(\.self)
    }

    private mutating func check(_ table: TOMLTable, at path: String) {
        let known = Setting.names(at: path)
        for unknown in table.keys where !known.contains(unknown) {
            refuse(
                join(path, unknown), ja: "知らない項目です（" + known.joined(separator: "、") + "）",
                en: "unknown; known are " + known.joined(separator: ", "))
        }
    }

    private mutating func string(_ table: TOMLTable, _ key: String) -> String? {
        guard let value = table[key] else { return nil }
        if let text = value.string, !text.isEmpty { return text }
        refuse(key, ja: "空でない文字列です", en: "must be a text that is not empty")
        return nil
    }

    private mutating func bool(_ table: TOMLTable, _ key: String) -> Bool? {
        guard let value = table[key] else { return nil }
        if let flag = value.bool { return flag }
        refuse(key, ja: "true か false です", en: "must be true or false")
        return nil
    }

    private mutating func table(_ table: TOMLTable, _ key: String) -> TOMLTable? {
        guard let value = table[key] else { return nil }
        if let inner = value.table { return inner }
        refuse(key, ja: "表です：[\(key)]", en: "must be a table: [\(key)]")
        return nil
    }

    /// A text alone stands for a list of one.
    private mutating func strings(_ table: TOMLTable, _ key: String, at path: String) -> [String]? {
        guard let value = table[key] else { return nil }
        if let text = value.string { return [text] }
        let texts = value.array?.compactMap(\.string)
        if let texts, texts.count == value.array?.count { return texts }
        refuse(join(path, key), ja: "文字列の並びです：[\"u\", \"Ctrl-U\"]", en: "must be a list of texts: [\"u\", \"Ctrl-U\"]")
        return nil
    }

    private func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }

    private mutating func refuse(_ key: String, ja: String, en: String) {
        problems.append(TOMLProblem(file: file, key: key, reason: LocalizedText(ja: ja, en: en)))
    }
}
