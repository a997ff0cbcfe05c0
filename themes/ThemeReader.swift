import BansoDomain
import BansoTOML
import TOMLKit
import TerminalUI

/// Reads typed values out of TOML tables, or says by its dotted key what is wrong with one.
struct ThemeReader {
    let file: String

    func document(_ text: String) throws(TOMLProblem) -> TOMLTable {
        do {
            return try TOMLText.table(text)
        } catch let fault {
            throw TOMLProblem(file: file, fault)
        }
    }

    /// Every one of `keys` is there, and no other but `optional`.
    func check(_ table: TOMLTable, has keys: [String], optional: [String] = [], at path: String) throws(TOMLProblem) {
        let found = table.keys
        if let unknown = found.first(where: { !keys.contains($0) && !optional.contains($0) }) {
            throw error(
                join(path, unknown), ja: "知らない項目です（" + (keys + optional).joined(separator: "、") + "）",
                en: "unknown; known are " + (keys + optional).joined(separator: ", "))
        }
        if let missing = keys.first(where: { !found.contains($0) }) {
            throw error(join(path, missing), ja: "ありません", en: "missing")
        }
    }

    func table(_ table: TOMLTable, _ key: String, at path: String) throws(TOMLProblem) -> TOMLTable {
        guard let value = table[key]?.table else { throw error(join(path, key), ja: "表です", en: "must be a table") }
        return value
    }

    func string(_ table: TOMLTable, _ key: String, at path: String) throws(TOMLProblem) -> String {
        guard let value = table[key]?.string, !value.isEmpty else {
            throw error(join(path, key), ja: "空でない文字列です", en: "must be a text that is not empty")
        }
        return value
    }

    func bool(_ table: TOMLTable, _ key: String, at path: String) throws(TOMLProblem) -> Bool {
        guard let value = table[key]?.bool else {
            throw error(join(path, key), ja: "true か false です", en: "must be true or false")
        }
        return value
    }

    /// The table under `key`: an entry for each of `cases`, by its name.
    func inks<Case: Hashable>(
        _ root: TOMLTable, _ key: String, of cases: [(case: Case, name: String)], colour: String
    ) throws(TOMLProblem) -> [Case: Theme.Ink] {
        let entries = try table(root, key, at: "")
        try check(entries, has: cases.map(\.name), at: key)
        var inks: [Case: Theme.Ink] = [:]
        for (one, name) in cases {
            inks[one] = try ink(table(entries, name, at: key), at: join(key, name), colour: colour)
        }
        return inks
    }

    /// Where the terminal's own colours are named nothing is known, and nothing refused.
    func checkReadable(_ theme: Theme) throws(TOMLProblem) {
        guard let pair = theme.unreadable else { return }
        let contrast = (pair.contrast * 10).rounded(.down) / 10
        throw error(
            "roles.\(pair.role.name).colour",
            ja:
                "surfaces.\(pair.surface.name).background の上で見えません（\(contrast):1。\(Theme.leastReadable):1以上が必要、4.5:1以上が読みやすい配色です）",
            en:
                "can't be seen on surfaces.\(pair.surface.name).background (\(contrast):1; it takes \(Theme.leastReadable):1, and reads "
                + "well from 4.5:1 on)")
    }

    private func ink(_ entry: TOMLTable, at path: String, colour: String) throws(TOMLProblem) -> Theme.Ink {
        try check(entry, has: [colour], optional: ["bold", "underline", "reverse", "dim"], at: path)
        func flag(_ key: String) throws(TOMLProblem) -> Bool {
            entry.contains(key: key) ? try bool(entry, key, at: path) : false
        }
        let text = try string(entry, colour, at: path)
        guard let colourOrDefault = parsedColour(text) else {
            throw error(
                join(path, colour),
                ja: "「\(text)」は色ではありません（\"#rrggbb\"、\"ansi:0\"～\"ansi:15\"、\"default\"）",
                en: "\"\(text)\" is no colour; write \"#rrggbb\", \"ansi:0\" to \"ansi:15\" or \"default\"")
        }
        return Theme.Ink(
            colour: colourOrDefault, isBold: try flag("bold"), isUnderlined: try flag("underline"),
            isReversed: try flag("reverse"), isDim: try flag("dim"))
    }

    /// Nil where it is no colour; nil inside where it is the terminal's own.
    private func parsedColour(_ text: String) -> Colour?? {
        if text == "default" { return .some(nil) }
        if text.hasPrefix("ansi:") {
            let digits = text.dropFirst(5)
            guard let number = UInt8(digits), number < 16, String(number) == digits else { return nil }
            return .ansi(number)
        }
        let digits = Array(text.utf8.dropFirst())
        guard text.hasPrefix("#"), digits.count == 6, digits.allSatisfy({ isHexadecimal($0) }),
            let value = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        return .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }

    private func isHexadecimal(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

    private func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : path + "." + key }

    private func error(_ key: String, ja: String, en: String) -> TOMLProblem {
        TOMLProblem(file: file, key: key, reason: LocalizedText(ja: ja, en: en))
    }
}
