import BansoDomain
import BansoTOML
import TOMLKit

/// A table of a TOML file that knows where it stands, so that whatever is wrong in it is named with file and key.
struct TableReader {
    let file: String
    /// `indicator "A2.companies"`; empty for the file's top level.
    let path: String
    private let table: TOMLTable
    private let isOwn: Bool

    private init(file: String, path: String, table: TOMLTable, isOwn: Bool) {
        self.file = file
        self.path = path
        self.table = table
        self.isOwn = isOwn
    }

    /// Reads a text as TOML.
    /// - Parameter isOwn: it comes with the program: what a person may have misspelled is looked for by tests, not at each start.
    init(text: String, file: String, isOwn: Bool) throws(CatalogueError) {
        do {
            table = try TOMLText.table(text, isOwn: isOwn)
        } catch {
            throw CatalogueError(
                file: file,
                place: error.position.map { .position(line: $0.line, column: $0.column) } ?? .whole,
                reason: LocalizedText(ja: Quoting.visible(error.reason.ja), en: Quoting.visible(error.reason.en)))
        }
        self.file = file
        path = ""
        self.isOwn = isOwn
    }

    /// Refuses every key but these, by name: a misspelled rule must not be dropped in silence.
    func allow(_ keys: String...) throws(CatalogueError) { try allow(keys) }

    func allow(_ keys: [String]) throws(CatalogueError) {
        if isOwn { return }
        for key in table.keys where !keys.contains(key) {
            let known = keys.joined(separator: ", ")
            throw error(
                Quoting.isPlain(key) ? key : Quoting.quoted(key), "知らない項目です（使える項目: \(known)）",
                "unknown key; known here: \(known)")
        }
    }

    func has(_ key: String) -> Bool { table.contains(key: key) }

    // MARK: Values

    /// A text that says something, without control or invisible characters.
    func text(_ key: String) throws(CatalogueError) -> String {
        guard let text = try value(key).string else { throw wrongType(key, "文字列", "a text") }
        return try checked(text, key)
    }

    /// A name that others refer to: letters, digits, `.`, `-` and `_`, at most 64.
    func name(_ key: String) throws(CatalogueError) -> String { try checkedName(text(key), key) }

    func integer(_ key: String, in range: ClosedRange<Int>) throws(CatalogueError) -> Int {
        guard let number = try value(key).int else { throw wrongType(key, "整数", "a whole number") }
        return try checked(number, key, in: range)
    }

    /// A TOML date, unquoted: 2025-04-01.
    func day(_ key: String) throws(CatalogueError) -> Day {
        guard let date = try value(key).date else {
            throw wrongType(key, "日付（2025-04-01 の形）", "a date such as 2025-04-01")
        }
        guard let day = Day(date.year, date.month, date.day) else {
            throw error(key, "その日付はありません", "no such date")
        }
        return day
    }

    /// Both wordings, `{ ja = "…", en = "…" }`.
    func localized(_ key: String) throws(CatalogueError) -> LocalizedText {
        let table = try self.table(key)
        try table.allow("ja", "en")
        return LocalizedText(ja: try table.text("ja"), en: try table.text("en"))
    }

    /// `{ from = …, to = … }`, both days included.
    func days(_ key: String) throws(CatalogueError) -> ClosedRange<Day> {
        let table = try self.table(key)
        try table.allow("from", "to")
        let from = try table.day("from")
        let to = try table.day("to")
        guard from <= to else { throw error(key, "終わりが始まりより前です", "ends before it starts") }
        return from...to
    }

    /// One of an enumeration's words.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) throws(CatalogueError) -> Choice
    where Choice.RawValue == String {
        let text = try self.text(key)
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw error(
                key, "\(Quoting.quoted(text))は使えません（\(known)）", "\(Quoting.quoted(text)) is none of \(known)")
        }
        return choice
    }

    // MARK: Tables and lists

    /// Whether the value is a table; a missing one is refused.
    func isTable(_ key: String) throws(CatalogueError) -> Bool { try value(key).table != nil }

    func table(_ key: String) throws(CatalogueError) -> TableReader {
        guard let table = try value(key).table else { throw wrongType(key, "表 { … }", "a table { … }") }
        return TableReader(file: file, path: joined(key), table: table, isOwn: isOwn)
    }

    /// The tables of a list, each named by its `id` where it has one. A missing list is an empty one.
    func tables(_ key: String) throws(CatalogueError) -> [TableReader] {
        var readers: [TableReader] = []
        for (number, element) in try elements(key).enumerated() {
            guard let table = element.table else {
                throw wrongType("\(key) #\(number + 1)", "表 { … }", "a table { … }")
            }
            var label = "#\(number + 1)"
            if let id = table["id"]?.string, Quoting.isPlain(id) { label = "\"\(id)\"" }
            readers.append(TableReader(file: file, path: joined("\(key) \(label)"), table: table, isOwn: isOwn))
        }
        return readers
    }

    /// The texts of a list. A missing list is an empty one.
    func texts(_ key: String) throws(CatalogueError) -> [String] {
        var texts: [String] = []
        for (number, element) in try elements(key).enumerated() {
            let place = "\(key) #\(number + 1)"
            guard let text = element.string else { throw wrongType(place, "文字列", "a text") }
            guard try !texts.contains(checked(text, place)) else { throw twice(place, text) }
            texts.append(text)
        }
        return texts
    }

    /// The choices of a list. A missing list is an empty one.
    func choices<Choice: RawRepresentable & CaseIterable>(_ key: String) throws(CatalogueError) -> [Choice]
    where Choice.RawValue == String {
        var choices: [Choice] = []
        for (number, text) in try texts(key).enumerated() {
            guard let choice = Choice(rawValue: text) else {
                let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
                throw error(
                    "\(key) #\(number + 1)", "\(Quoting.quoted(text))は使えません（\(known)）",
                    "\(Quoting.quoted(text)) is none of \(known)")
            }
            choices.append(choice)
        }
        return choices
    }

    /// The whole numbers of a list. A missing list is an empty one.
    func integers(_ key: String, in range: ClosedRange<Int>) throws(CatalogueError) -> [Int] {
        var numbers: [Int] = []
        for (place, element) in try elements(key).enumerated().map({ ("\(key) #\($0 + 1)", $1) }) {
            guard let number = element.int else { throw wrongType(place, "整数", "a whole number") }
            guard try !numbers.contains(checked(number, place, in: range)) else { throw twice(place, String(number)) }
            numbers.append(number)
        }
        return numbers
    }

    // MARK: What is wrong

    func error(_ key: String, _ ja: String, _ en: String) -> CatalogueError {
        CatalogueError(file: file, place: .key(joined(key)), reason: LocalizedText(ja: ja, en: en))
    }

    func twice(_ key: String, _ name: String) -> CatalogueError {
        error(key, "\(Quoting.quoted(name))は二度目です", "\(Quoting.quoted(name)) is there already")
    }

    func missing(_ key: String) -> CatalogueError { error(key, "ありません", "is missing") }

    func unknown(_ key: String, _ name: String) -> CatalogueError {
        error(key, "\(Quoting.quoted(name))は定義されていません", "\(Quoting.quoted(name)) is not defined in this file")
    }

    func checkedName(_ text: String, _ key: String) throws(CatalogueError) -> String {
        guard Quoting.isPlain(text) else {
            throw error(
                key, "英数字と . - _ で64文字までです: \(Quoting.quoted(text))",
                "only letters, digits, . - and _, at most 64: \(Quoting.quoted(text))")
        }
        return text
    }

    private func wrongType(_ key: String, _ ja: String, _ en: String) -> CatalogueError {
        error(key, "\(ja)が必要です", "must be \(en)")
    }

    private func checked(_ text: String, _ key: String) throws(CatalogueError) -> String {
        if isOwn { return text }
        guard text.contains(where: { !$0.isWhitespace }) else { throw error(key, "空です", "is empty") }
        guard !text.unicodeScalars.contains(where: Quoting.isInvisible) else {
            throw error(
                key, "制御文字などが入っています: \(Quoting.quoted(text))",
                "has a control or invisible character: \(Quoting.quoted(text))")
        }
        return text
    }

    private func checked(_ number: Int, _ key: String, in range: ClosedRange<Int>) throws(CatalogueError) -> Int {
        guard range.contains(number) else {
            throw error(
                key, "\(range.lowerBound)～\(range.upperBound)の外です: \(number)",
                "must be \(range.lowerBound) to \(range.upperBound), not \(number)")
        }
        return number
    }

    private func value(_ key: String) throws(CatalogueError) -> any TOMLValueConvertible {
        guard let value = table[key] else { throw missing(key) }
        return value
    }

    private func elements(_ key: String) throws(CatalogueError) -> [any TOMLValueConvertible] {
        guard let value = table[key] else { return [] }
        guard let array = value.array else { throw wrongType(key, "一覧 [ … ]", "a list [ … ]") }
        return (0..<array.count).map { array[$0] }
    }

    private func joined(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
