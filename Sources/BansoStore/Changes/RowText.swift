import BansoDomain
import GRDB

/// A row as JSON, column by column in the table's order, so that equal rows are equal text.
enum RowText {
    static func encode(_ row: StoredRow, of table: RecordKind) -> String {
        var text = "{"
        for (column, value) in zip(table.columns, row.values) {
            text += "\"\(column)\":"
            append(value, to: &text)
            text += ","
        }
        return text + "\"version\":\(row.version)}"
    }

    /// The row that `encode` wrote; nil where it is none. A column that came later has its initial value.
    static func decode(_ text: String, of table: RecordKind, _ db: Database) throws -> StoredRow? {
        let statement = try db.cachedStatement(sql: "SELECT key, value FROM json_each(?)")
        var values: [String: DatabaseValue] = [:]
        let rows = try Row.fetchCursor(statement, arguments: [text])
        while let row = try rows.next() { values[row[0]] = row[1] }
        guard let version = values["version"].flatMap(Int64.fromDatabaseValue) else { return nil }
        return StoredRow(
            values: table.fields.map { values[$0.id] ?? RecordRow.initial($0) }, version: version)
    }

    private static func append(_ value: DatabaseValue, to text: inout String) {
        switch value.storage {
        case .int64(let number): text += String(number)
        case .string(let string): appendQuoted(string, to: &text)
        default: text += "null"
        }
    }

    private static func appendQuoted(_ string: String, to text: inout String) {
        text += "\""
        if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            text += string
        } else {
            for scalar in string.unicodeScalars {
                switch scalar {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "\n": text += "\\n"
                case "\t": text += "\\t"
                case "\u{0}"..<" ": text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
